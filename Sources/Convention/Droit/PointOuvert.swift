/// A point on which the convention disagrees with itself or with a text that it applies, and the reading kept.
///
/// The letters are stable: a page, a command and `docs/decisions.md` cite them.
public enum PointOuvert: String, Hashable, Sendable, CaseIterable {
  case departDuDelai = "a"
  case departDesRelances = "b"
  case quiRecoit = "c"
  case sommesDuTalon = "d"
  case fichiersDeRetour = "e"
  case dureeReduite = "f"
  case delaisDeReversement = "g"
  case droitProportionnel = "h"
  case insolvabiliteSansProcesVerbal = "i"

  /// One of the two texts: where it is, and what it says in a line.
  public struct Texte: Hashable, Sendable {
    public let lieu: String
    public let phrase: String
    init(_ lieu: String, _ phrase: String) {
      self.lieu = lieu
      self.phrase = phrase
    }
  }

  public var libelle: String { fiche.libelle }
  /// The articles under which it is found.
  public var articles: [Article] { fiche.articles }
  public var texteA: Texte { fiche.texteA }
  public var texteB: Texte { fiche.texteB }
  /// What the system does.
  public var lecture: String { fiche.lecture }
  /// The policy type, or the field of a contract, where another choice can be made; nil where the reading is fixed.
  public var type: String? { fiche.type }

  struct Fiche {
    let libelle: String
    let articles: [Article]
    let texteA: Texte
    let texteB: Texte
    let lecture: String
    var type: String?
  }
}
