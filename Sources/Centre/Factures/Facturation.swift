import Convention
import Registre

/// What études bill to directors for the judicial recovery, and what becomes of it (art. 12 ▸1, 16 and 17; R016, R061–R067).
///
/// One transaction, one fact. Everything is within the scope of whoever asks.
public struct Facturation: Sendable {
  let centre: Centre
  let perimetre: Perimetre

  public init(_ centre: Centre, _ perimetre: Perimetre) {
    self.centre = centre
    self.perimetre = perimetre
  }

  /// An invoice of the scope, with its facts; nil for another's as for none.
  public func facture(
    _ id: Int64
  ) async throws -> (fiche: FicheDHistoire<Facture>, actes: [ActeDate<Facture.Acte>])? {
    try await centre.registre.consulter { [perimetre] in try $0.recit(Facture.self, id: id, perimetre) }
  }

  /// By what names it: « E3101-F-2026-0001 ».
  public func facture(cle: String) async throws -> FicheDHistoire<Facture> {
    let found = try await centre.registre.lire { [perimetre] in
      try $0.histoire(Facture.self, cle: cle, perimetre)
    }
    guard let found else { throw FauteDeFacture.inconnue(cle) }
    return found
  }

  /// Who acts, as the journal keeps it: « etude:E3101/claire ».
  public struct Auteur: Hashable, Sendable {
    let texte: String
    public init(_ texte: String) { self.texte = texte }
  }

  func trace(_ auteur: Auteur, _ lecture: Lecture) throws -> Trace {
    Trace(
      auteur: auteur.texte, instant: centre.horloge.instant, jour: try lecture.jourDeTravail(centre.horloge.jour))
  }
}

/// An invoice or an étude that is not there, or that has changed since it was shown.
public enum FauteDeFacture: Error, Hashable, Sendable, CustomStringConvertible {
  case inconnue(String)
  case etudeInconnue(CodeEtude)
  case departementAChoisir([Departement])
  /// An act came in between.
  case perime

  public var description: String {
    switch self {
    case .inconnue(let cle): "Aucune facture \(cle) dans ce périmètre."
    case .etudeInconnue(let code): "L’étude \(code) n’est pas dans l’annuaire."
    case .departementAChoisir(let departements):
      "Les dossiers relèvent de plusieurs directeurs (\(departements.map(\.texte).joined(separator: ", "))) : "
        + "choisissez le département."
    case .perime: "La facture a changé depuis l’affichage de ce formulaire : relisez-la, puis recommencez."
    }
  }
}
