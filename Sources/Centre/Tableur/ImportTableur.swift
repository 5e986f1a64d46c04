import Convention
import Foundation
import Interface
import Registre

/// Demands that come by spreadsheet (annexe II.1.2, R139): made into a file of the application SAISIE, then received like any other.
public struct ImportTableur: Sendable {
  let centre: Centre
  let annuaire: Annuaire

  public init(_ centre: Centre) async throws {
    self.centre = centre
    annuaire = try await centre.registre.lire { try $0.annuaire() }
  }

  /// What an import gave, row by row.
  public struct Resultat: Sendable {
    /// nil when no row made a demand.
    public let fichier: FichierRecu?
    public let lignesLues: Int
    public let erreurs: [ErreurDeLigne]
    public let colonnesIgnorees: [String]
    /// Rejects of the reception, brought back to the rows of the sheet.
    public let rejets: [(lignes: [Int], rejet: RejetConserve, message: String)]
  }

  /// Imports the rows of a sheet for one poste.
  ///
  /// Throws a `Refus` if the poste is unknown or if no contract allows this way; a fault if the sheet cannot be read.
  public func importer(
    octets: [UInt8], nom: String, poste codique: Codique, correspondance: Correspondance = .usuelle,
    progress: Progress = .none
  ) async throws -> Resultat {
    try requireAgreement(codique)
    guard let table = centre.formats.commune, let genre = table.genre(code: "AL"), let gabarit = Gabarit(table) else {
      throw FauteDEmission(message: "aucune table de format en service ne décrit de demande")
    }
    let mapping = correspondance.adding(
      valeursParDefaut: ["codique_poste": codique.texte, "date_demande": centre.horloge.jour.iso])
    let read = try ImportTabulaire(octets: octets, correspondance: mapping, gabarit: gabarit)
    func foreign(_ demande: DemandeTabulaire) -> Bool { demande.demande["codique_poste"] != codique.texte }
    if let other = read.demandes.first(where: foreign) {
      throw FauteDeTableur(
        message: "Ligne \(other.lignes.first ?? 0) : la demande \(other.numero) est d’un autre poste que \(codique) ; "
          + "rien n’est importé.")
    }
    guard !read.demandes.isEmpty else {
      return Resultat(
        fichier: nil, lignesLues: read.rowCount, erreurs: read.erreurs, colonnesIgnorees: read.colonnesIgnorees,
        rejets: [])
    }
    let header = try await header(codique)
    let saisie = try FichierSaisie(read.demandes, header: header, table, genre)
    return try await recevoir(saisie, nom: nom, read, progress)
  }

  private func requireAgreement(_ codique: Codique) throws(Refus) {
    guard let poste = annuaire.postes[codique.texte], poste.accesVerifie else {
      throw Refus(.posteNonOuvert, under: Article(.annexeEchanges, "II.1.2"))
    }
    guard
      annuaire.etudes.values.contains(where: {
        $0.contrat(with: codique, on: centre.horloge.jour)?.importTableur == true
      })
    else {
      throw Refus(.importNonPrevu, under: Article(.annexeEchanges, "II.1.2"))
    }
  }

  private func header(_ codique: Codique) async throws -> [(String, Valeur)] {
    let suite = FichierRecu.Suite(
      genre: "AL", environnement: "P", application: Demande.applicationSaisie, exploitation: codique.texte, etude: "")
    let sequence = try await centre.registre.lire { try $0.prochaineSequence(suite) }
    let centreServeur = annuaire.centre ?? Demande.applicationSaisie
    return [
      ("application_source", .texte(Demande.applicationSaisie)), ("exploitation", .texte(codique.texte)),
      ("departement_informatique", .texte(Demande.applicationSaisie)), ("centre_serveur", .texte(centreServeur)),
      ("numero_sequence", .entier(sequence)), ("date_emission", .jour(centre.horloge.jour)),
      ("horodatage_emission", .instant(centre.horloge.instant)), ("environnement", .texte("P")),
    ]
  }

  private func recevoir(
    _ saisie: FichierSaisie, nom: String, _ read: ImportTabulaire, _ progress: Progress
  ) async throws -> Resultat {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("saisie-\(UUID().uuidString).txt")
    try Data(saisie.octets).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let reception = try await Reception(centre)
    var none: [FichierRecu] = []
    let fichier = try await reception.recevoir(
      .init(url: url, nom: nom, canal: "tableur"), reprises: &none, progress: progress)
    try await reception.clore(fichier)
    let rejets = try await centre.registre.lire { try $0.rejets(of: fichier.id) }
    return Resultat(
      fichier: fichier, lignesLues: read.rowCount, erreurs: read.erreurs, colonnesIgnorees: read.colonnesIgnorees,
      rejets: rejets.map {
        (saisie.rows[$0.place.ligne] ?? [], $0, centre.phrase(code: $0.code) ?? "rejet \($0.code)")
      })
  }
}

/// The file that a spreadsheet becomes, and which of its rows made each record.
private struct FichierSaisie {
  let octets: [UInt8]
  /// Rows of the sheet by physical rank of a record.
  private(set) var rows: [Int: [Int]] = [:]

  init(
    _ demandes: [DemandeTabulaire], header: [(String, Valeur)], _ table: TableFormat, _ genre: Genre
  ) throws {
    var writer = Redacteur(table, genre)
    var rows: [Int: [Int]] = [:]
    writer.open(genre.entete)
    for (nom, valeur) in header {
      if let champ = genre.entete.champ(nom) { try writer.set(champ, valeur) }
    }
    try writer.close()
    for demande in demandes {
      let first = writer.cumuls.total + 1
      try writer.write(demande)
      for line in first...writer.cumuls.total { rows[line] = demande.lignes }
      // The titres come last, one to a row of the sheet.
      for (line, row) in zip((writer.cumuls.total - demande.titres.count + 1)..., demande.lignes) { rows[line] = [row] }
    }
    try writer.finish()
    octets = writer.take()
    self.rows = rows
  }
}

/// A sheet that cannot be imported as a whole.
public struct FauteDeTableur: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  public var description: String { message }
}
