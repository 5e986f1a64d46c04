import Convention
import Foundation
import Interface

/// The dossiers of an étude, read from the « aller » files that the centre handed to it.
struct Portefeuille {
  private(set) var etude = ""
  private(set) var centre = ""
  private(set) var dossiers: [DossierTenu] = []
  private var ranks: [String: Int] = [:]

  init(_ remises: [URL], _ formats: Formats) throws {
    for url in remises { try read(url, formats) }
    guard !etude.isEmpty else {
      throw FauteDeGeneration("Aucun des fichiers donnés n’est adressé à une étude : son champ « etude » est à blanc.")
    }
    for index in dossiers.indices { dossiers[index].titres.sort { ($0.emission, $0.rang) < ($1.emission, $1.rang) } }
  }

  private mutating func read(_ url: URL, _ formats: Formats) throws {
    var entete: (application: String, exploitation: String, jour: Jour)?
    try LectureDeFichier.forEachRecord(url, formats, genre: "aller") { record in
      if record.codeType == "00" {
        entete = try readHeader(record, url)
      } else if let entete, let numero = record.texte("numero_demande") {
        let cle = "\(entete.application)/\(entete.exploitation)/\(numero)"
        read(record, cle, entete.application, entete.exploitation, numero, entete.jour)
      }
    }
  }

  private mutating func readHeader(_ record: Enregistrement, _ url: URL) throws -> (String, String, Jour) {
    let named = record.texte("etude") ?? ""
    guard let jour = record.jour("date_emission"), etude.isEmpty || named == etude else {
      throw FauteDeGeneration("\(url.path) : il faut les fichiers d’une même étude.")
    }
    etude = named
    centre = record.texte("centre_serveur") ?? ""
    return (record.texte("application_source") ?? "", record.texte("exploitation") ?? "", jour)
  }

  private mutating func read(
    _ record: Enregistrement, _ cle: String, _ application: String, _ exploitation: String, _ numero: String,
    _ jour: Jour
  ) {
    switch record.codeType {
    case "10" where ranks[cle] == nil:
      ranks[cle] = dossiers.count
      dossiers.append(
        DossierTenu(
          application: application, exploitation: exploitation, numero: numero,
          phase: record.texte("phase").flatMap(Phase.init) ?? .comminatoire, remise: jour,
          etatPoursuites: record.texte("numero_etat_poursuites")))
    case "30": add(titre: record, to: cle)
    case "50": add(nouvelle: record, to: cle, jour)
    default: return
    }
  }

  /// Handed over twice, a dossier keeps the titres of the first time.
  private mutating func add(titre record: Enregistrement, to cle: String) {
    guard let index = ranks[cle], let rang = record.entier("rang_titre"),
      let emission = record.jour("date_emission_titre"),
      let reste = record.montant("reste_du"), !dossiers[index].titres.contains(where: { $0.rang == rang })
    else { return }
    dossiers[index].titres.append(.init(rang: rang, emission: emission, reste: reste))
  }

  private mutating func add(nouvelle record: Enregistrement, to cle: String, _ jour: Jour) {
    guard let index = ranks[cle], let code = record.texte("code_evenement") else { return }
    dossiers[index].nouvelles.append(
      .init(jour: jour, code: code, montant: record.montant("montant"), rang: record.entier("rang_titre")))
  }
}
