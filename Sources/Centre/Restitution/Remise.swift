import Convention
import Foundation
import Interface
import Registre

/// The études' own files: the accepted records of their dossiers, byte for byte (format README, « Ce que reçoit une étude »).
struct Remise {
  let centre: Centre
  let annuaire: Annuaire

  /// After a received file is integrated: what it hands over, and what a refusal in it sends elsewhere.
  func remettre(_ fichier: FichierRecu, _ source: SourceOctets) async throws {
    guard fichier.statut == "A" || fichier.statut == "P", fichier.suite?.environnement == "P" else { return }
    if fichier.suite?.genre == "AL" {
      let (etudes, rejected) = try await centre.registre.lire { lecture in
        (try lecture.etudesServies(by: fichier.id), Set(try lecture.rejets(of: fichier.id).map(\.place.ligne)))
      }
      for etude in etudes { try await remettre(fichier, to: etude, source, rejected) }
    } else {
      try await remettre(relais: fichier.id, jour: fichier.jour, instant: fichier.instant)
    }
  }

  private func remettre(
    _ fichier: FichierRecu, to etude: String, _ source: SourceOctets, _ rejected: Set<Int>
  ) async throws {
    guard let suite = fichier.suite, let version = fichier.version else { return }
    var mine = suite
    mine.etude = etude
    let issued = FichierEmis(
      suite: mine, version: version, jour: fichier.jour, instant: fichier.instant, origine: fichier.id,
      cause: "remise:\(fichier.id):\(etude)")
    let table = centre.formats.table(version: version)
    _ = try await Emission(centre: centre).emettre(
      issued, departement: fichier.entete["departement_informatique"], centreServeur: annuaire.centre ?? ""
    ) { lecture, sortie in
      guard let table, let genre = table.genre(code: "AL") else { return }
      let copie = Copie(
        source: try Extraction(source, longueur: table.longueur), table: table, genre: genre, rejected: rejected)
      try lecture.extraits(of: fichier.id, for: etude) { try copie.recopier($0, to: sortie) }
    }
  }

  /// Dossiers that events of a file, or of an exploitant's decision, handed to another étude.
  func remettre(relais fichier: Int64, jour: Jour, instant: Instant) async throws {
    let groups = try await centre.registre.lire { try $0.remisesRelayees(fichier) }
    for group in groups {
      try await remettre(
        group.dossiers, to: group.etude, group.application, group.exploitation, jour, instant,
        cause: "relais:\(fichier):\(group.etude):\(group.application)/\(group.exploitation)")
    }
  }

  /// Dossiers that the exploitant handed over on a day; a file already written is left as it is.
  func remettre(designationsDu jour: Jour) async throws {
    for item in try await centre.registre.lire({ try $0.designations(jour) }) {
      try await remettre(
        [item.dossier], to: item.etude, item.cle.application, item.cle.exploitation, item.instant.jour, item.instant,
        cause: "designation:\(item.position)")
    }
  }

  /// Whole dossiers, their updates included, from the files in which they came; one file by version of the format.
  func remettre(
    _ dossiers: [Int64], to etude: String, _ application: String, _ exploitation: String, _ jour: Jour,
    _ instant: Instant, cause: String
  ) async throws {
    let centre = centre
    let extracts = try await centre.registre.lire { lecture in
      try dossiers.flatMap { id in try lecture.fiche(id).map { try lecture.extraits(of: $0) } ?? [] }
        .map { (extrait: $0, fichier: try lecture.fichier($0.fichier)) }
    }
    let versions = Set(extracts.compactMap { $0.fichier?.version }).sorted()
    for version in versions {
      guard let table = centre.formats.table(version: version), let genre = table.genre(code: "AL") else { continue }
      let mine = extracts.filter { $0.fichier?.version == version }
      let suite = FichierRecu.Suite(
        genre: "AL", environnement: "P", application: application, exploitation: exploitation, etude: etude)
      let issued = FichierEmis(
        suite: suite, version: version, jour: jour, instant: instant, cause: "\(cause):\(version)")
      _ = try await Emission(centre: centre).emettre(
        issued, departement: mine.first?.fichier?.entete["departement_informatique"],
        centreServeur: annuaire.centre ?? ""
      ) { lecture, sortie in
        for (extrait, fichier) in mine {
          guard let fichier else { continue }
          let received = try SourceOctets(url: centre.echanges.recu(fichier.chemin))
          let source = try Extraction(received, longueur: table.longueur)
          let rejected = Set(try lecture.rejets(of: fichier.id).map(\.place.ligne))
          try Copie(source: source, table: table, genre: genre, rejected: rejected).recopier(extrait, to: sortie)
        }
      }
    }
  }
}

/// Copies parts of a received file into an étude's.
struct Copie {
  let source: Extraction
  let table: TableFormat
  let genre: Genre
  /// Physical lines that were rejected: a co-debtor set aside, a line of unknown type.
  let rejected: Set<Int>

  func recopier(_ extrait: Extrait, to sortie: Sortie) throws {
    let records = try records(of: extrait)
    let debtors = records.filter { $0.codeType == "20" }.count
    for record in records {
      try sortie.recopier(record, changes(record, extrait, debtors))
    }
  }

  private func records(of extrait: Extrait) throws -> [Enregistrement] {
    let slices = try source.records(at: extrait.octet, Int(extrait.longueur))
    return slices.enumerated().compactMap { offset, slice in
      let line = extrait.ligne + offset
      guard extrait.ligne == 0 || !rejected.contains(line) else { return nil }
      return Enregistrement(genre: genre, ligne: line, octets: slice)
    }
  }

  /// The restored postal code of the principal redevable; the number of redevables when one was set aside.
  private func changes(_ record: Enregistrement, _ extrait: Extrait, _ debtors: Int) -> [(String, Valeur)] {
    switch record.codeType {
    case "10" where record.entier("nombre_redevables") != Int64(debtors):
      [("nombre_redevables", .entier(debtors))]
    case "20" where record.entier("rang_redevable") == 1 && extrait.codePostal != nil:
      [("code_postal", .texte(extrait.codePostal))]
    default: []
    }
  }
}
