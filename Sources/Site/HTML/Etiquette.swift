/// A short word that tells a state, coloured besides.
public struct Etiquette: Vue, Sendable {
  let texte: String
  let ton: Annonce.Ton?

  public init(_ texte: String, _ ton: Annonce.Ton? = nil) {
    self.texte = texte
    self.ton = ton
  }

  public func ecrire(_ h: inout HTML) {
    h.element("span", [.classe(ton.map { "etiquette \($0.rawValue)" } ?? "etiquette")], texte)
  }
}
