import Convention
import Foundation
import Interface
import Registre

/// A day's end: follow-up, attestations, return files; missed days are caught up first (annexe II.1.1.1 a, R113).
public struct Journee: Sendable {
  let centre: Centre

  public init(_ centre: Centre) { self.centre = centre }

  /// Closes every day up to this one that is not closed yet.
  public func clore(until jour: Jour, progress: Progress = .none) async throws {
    guard let first = try await premierJourOuvert(), first <= jour else { return }
    var current = first
    while current <= jour {
      try await clore(current)
      progress.report(Int64(current.days(since: first)) + 1, of: Int64(jour.days(since: first)) + 1, "journées")
      current = current.adding(days: 1)
    }
  }

  /// Closes the days before this one, so that what arrives today finds the past settled.
  public func rattraper(before jour: Jour, progress: Progress = .none) async throws {
    try await clore(until: jour.adding(days: -1), progress: progress)
  }

  private func premierJourOuvert() async throws -> Jour? {
    try await centre.registre.lire { lecture in
      if let closed = try lecture.derniereJourneeClose() { return closed.adding(days: 1) }
      return try lecture.premierJour()
    }
  }

  private func clore(_ jour: Jour) async throws {
    let registre = centre.registre
    let annuaire = try await registre.lire { try $0.annuaire() }
    let instant = Horloge.cloture(jour)
    if try await registre.lire({ try $0.etape(jour) }) != .restitution {
      try await registre.ecrire { try $0.marquer(jour, .suivi, instant: instant) }
      try await Suivi(registre: registre).passer(jour)
      try await FluxAttendus(registre: registre).surveiller(jour)
      try await ContratsDuCentre(centre).passer(jour)
      try await VeilleDesDevoirs(registre).veiller(at: instant)
      try await Attestation(registre: registre, annuaire: annuaire)
        .preparer(jour, parCourriel: centre.attestation.courriel)
      try await registre.ecrire { try $0.marquer(jour, .restitution, instant: instant) }
    }
    try await Remise(centre: centre, annuaire: annuaire).remettre(designationsDu: jour)
    try await Restitution(centre: centre, annuaire: annuaire).restituer(jour)
    _ = try await registre.sceller(instant: instant)
    try await registre.ecrire { try $0.marquer(jour, .close, instant: instant) }
  }

  /// Writes again the files of a closed day that are no longer in the outgoing folder: the same facts, the same bytes.
  ///
  /// Throws a ``FauteDEmission`` for one that would differ; it is not put back.
  public func reproduire(_ jour: Jour) async throws {
    let (annuaire, issued, received) = try await centre.registre.lire { lecture in
      (try lecture.annuaire(), try lecture.fichiersEmis(jour), try lecture.fichiers(recusLe: jour))
    }
    let missing = issued.filter {
      $0.empreinte != nil && !FileManager.default.fileExists(atPath: centre.echanges.emis($0.nom).path)
    }
    guard !missing.isEmpty else { return }
    var again = centre
    again.reproduit = Set(missing.map(\.cause))
    let remise = Remise(centre: again, annuaire: annuaire)
    let restitution = Restitution(centre: again, annuaire: annuaire)
    for fichier in received {
      try await remise.remettre(fichier, try SourceOctets(url: centre.echanges.recu(fichier.chemin)))
      try await restitution.repondre(fichier)
    }
    try await remise.remettre(designationsDu: jour)
    try await restitution.restituer(jour)
  }

  /// Sends the e-mails owed; gives one sentence per failure.
  public func envoyer() async throws -> [String] {
    try await Expedition(
      registre: centre.registre, dossier: centre.echanges, messagerie: centre.attestation.messagerie,
      expediteur: centre.attestation.expediteur, horloge: centre.horloge
    ).envoyer()
  }
}
