import Convention
import Foundation
import Interface
import Registre

/// Issues one file: its number is taken first, so that the same cause always gives the same file.
struct Emission {
  let centre: Centre

  /// Numbers, writes and records a file; one already recorded is left as it is, its receiver may have taken it away.
  func emettre(
    _ fichier: FichierEmis, departement: String?, centreServeur: String,
    _ body: @escaping @Sendable (Lecture, Sortie) throws -> Void
  ) async throws -> FichierEmis {
    let numbered = try await centre.registre.ecrire { try $0.numeroter(fichier) { $0.nomConseille } }
    let url = centre.echanges.emis(numbered.nom)
    if numbered.empreinte != nil, !centre.reproduit.contains(numbered.cause) { return numbered }
    guard let table = centre.formats.table(version: numbered.version),
      let genre = table.genre(code: numbered.suite.genre)
    else {
      throw FauteDEmission(
        message: "aucune table de version \(numbered.version) en service pour écrire \(numbered.nom)")
    }
    let written = try await centre.registre.lire { lecture in
      let sortie = try Sortie(table, genre, to: url)
      try sortie.ecrire(Emission.entete(numbered, departement: departement, centreServeur: centreServeur))
      try body(lecture, sortie)
      let (empreinte, count) = try sortie.finir()
      return (empreinte: empreinte, count: count, fautes: sortie.fautes)
    }
    try requireSame(numbered, written.empreinte, url)
    return try await record(numbered, written.empreinte, written.count, written.fautes)
  }

  /// A file written again is the one that was issued, or it is not put back.
  private func requireSame(_ numbered: FichierEmis, _ empreinte: String, _ url: URL) throws {
    guard let issued = numbered.empreinte, issued != empreinte else { return }
    try FileManager.default.removeItem(at: url)
    throw FauteDEmission(
      message:
        "\(numbered.nom) ne se reproduit pas à l’identique : des dossiers ont changé d’étude ou l’annuaire a changé "
        + "depuis son émission ; rien n’est déposé")
  }

  private func record(
    _ fichier: FichierEmis, _ empreinte: String, _ count: Int64, _ fautes: [FauteDeRedaction]
  ) async throws -> FichierEmis {
    var result = fichier
    result.empreinte = empreinte
    result.enregistrements = count
    let issued = result
    try await centre.registre.ecrire { registre in
      try registre.emettre(issued)
      for (index, faute) in fautes.enumerated() {
        try registre.signaler(
          Incident(
            jour: issued.jour, instant: issued.instant, genre: "emission", cause: "emission:\(issued.id):\(index)",
            texte: "Fichier \(issued.nom) : \(faute)."))
      }
    }
    return issued
  }

  private static func entete(_ fichier: FichierEmis, departement: String?, centreServeur: String) -> LigneEmise {
    func filled(_ text: String) -> Valeur { .texte(text.isEmpty ? nil : text) }
    return LigneEmise(
      "00",
      [
        ("application_source", filled(fichier.suite.application)), ("exploitation", filled(fichier.suite.exploitation)),
        ("departement_informatique", .texte(departement)), ("centre_serveur", .texte(centreServeur)),
        ("etude", filled(fichier.suite.etude)), ("numero_sequence", .entier(fichier.sequence)),
        ("date_emission", .jour(fichier.jour)), ("horodatage_emission", .instant(fichier.instant)),
        ("environnement", .texte(fichier.suite.environnement)),
      ])
  }
}

/// A file that cannot be issued.
public struct FauteDEmission: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  public var description: String { message }
}

extension FichierEmis {
  /// `GENRE.APPLICATION.EXPLOITATION[.ETUDE].AAAAMMJJ.SEQUENCE`, `-` for a blank, `.T` for a test (format README).
  var nomConseille: String {
    let parts = [
      suite.genre, suite.application.isEmpty ? "-" : suite.application,
      suite.exploitation.isEmpty ? "-" : suite.exploitation,
    ]
    let number = String(sequence)
    let padded = String(repeating: "0", count: max(0, 6 - number.count)) + number
    let etude = suite.etude.isEmpty ? [] : [suite.etude]
    let test = suite.environnement == "T" ? ["T"] : []
    return safeName((parts + etude + [jour.compact, padded] + test).joined(separator: "."))
  }
}
