/// A message at the top of a page: what was just done, or what stops.
public struct Annonce: Vue, Sendable {
  public enum Ton: String, Sendable { case fait, alerte, refus }

  let ton: Ton
  let texte: String
  /// Where each fault is in the page: the id of its field, and its sentence.
  let fautes: [(id: String, texte: String)]

  public init(_ ton: Ton, _ texte: String, fautes: [(id: String, texte: String)] = []) {
    self.ton = ton
    self.texte = texte
    self.fautes = fautes
  }

  public func ecrire(_ h: inout HTML) {
    let role = ton == .fait ? "status" : "alert"
    h.element("div", [.classe("annonce \(ton.rawValue)"), Attribut("role", role)]) { h in
      h.paragraphe(texte)
      guard !fautes.isEmpty else { return }
      h.element("ul") { h in
        for faute in fautes { h.element("li") { h in h.lien(faute.texte, "#\(faute.id)") } }
      }
    }
  }
}
