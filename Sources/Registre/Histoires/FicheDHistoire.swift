import Convention
import Preuve

/// A history as the base holds it: what it has become, and its place in the journal.
public struct FicheDHistoire<H: Histoire>: Sendable {
  /// 1, 2, 3… among all histories of the base.
  public let id: Int64
  /// What names it among those of its kind; it stays what it was on the first fact.
  public let cle: String
  /// The day of its first fact.
  public let ouverte: Jour
  public private(set) var histoire: H
  /// How many facts it has.
  public private(set) var rang = 1
  /// Fingerprint of the last one.
  private(set) var precedent: Empreinte

  public var sujet: Sujet { .histoire(id) }

  /// After its first fact.
  init(id: Int64, _ histoire: H, ouverte: Jour, empreinte: Empreinte) {
    self.id = id
    cle = histoire.resume.cle
    self.ouverte = ouverte
    self.histoire = histoire
    precedent = empreinte
  }

  mutating func suivre(_ acte: H.Acte, rang: Int, empreinte: Empreinte) {
    histoire.apply(acte)
    self.rang = rang
    precedent = empreinte
  }

  /// Every poste that it concerns.
  var postes: Set<Codique> {
    let resume = histoire.resume
    return Set(resume.postes).union(resume.poste.map { [$0] } ?? [])
  }
}

/// One fact of a history, as it is shown: who said it and when.
public struct ActeDate<Acte: Sendable>: Sendable {
  /// In the journal.
  public let position: Int64
  public let acte: Acte
  public let instant: Instant
  public let jour: Jour
  public let auteur: String
}
