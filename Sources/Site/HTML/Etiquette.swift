/// A short word that tells a state, coloured besides.
public struct Etiquette: Vue, Sendable {
  let texte: String
  let ton: Annonce.Ton?

  public init(_ texte: String, _ ton: Annonce.Ton? = nil) {
    self.texte = texte
    self.ton = ton
  }

  public func ecrire(_ h: inout HTML) {
    h.element("span", [.classe(classes)], texte)
  }

  /// Spelled out: a list writes one on each row.
  private var classes: String {
    switch ton {
    case nil: "etiquette"
    case .fait: "etiquette fait"
    case .alerte: "etiquette alerte"
    case .refus: "etiquette refus"
    }
  }
}
