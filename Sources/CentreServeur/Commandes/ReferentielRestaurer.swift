import Adresses
import ArgumentParser
import Foundation
import Interface

struct ReferentielRestaurer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "restaurer", abstract: "Restaure les adresses d’un CSV et dit pourquoi.",
    discussion: """
      Colonnes : id, ligne4, ligne5, code_postal, commune, et s’il y a lieu code_insee et code_pays ; les autres sont \
      ignorées. Chaque adresse reçoit un verdict : OK, CORRIGE, AMBIGU (avec ses candidats) ou INTROUVABLE, et sa raison.

      Exemples :
        centre-serveur referentiel restaurer adresses.csv --json
      """)

  @Argument(help: ArgumentHelp("Fichier CSV (ou XLSX).", valueName: "fichier"))
  var fichier: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    if let faute = ReceptionDeFichiers.unreadable(fichier) { throw Faute(faute) }
    let octets = Array(try Data(contentsOf: URL(fileURLWithPath: fichier)))
    let bornes = BornesTabulaires(byteCount: 1 << 30, inflatedByteCount: 1 << 30, rowCount: 5_000_000)
    let adresses = try AdressesTabulaires(Feuille(octets: octets, bornes: bornes), fichier)
    let referentiel = try Session.referentiel.get()
    let results = adresses.lignes.lazy.map { (id: $0.id, restauration: referentiel.restaurer($0.adresse)) }
    if session.reglages.json {
      session.ecran.liste(results.lazy.map { Self.json($0.id, $0.restauration) })
      session.ecran.ecrire("\n")
    } else {
      for (id, found) in results { session.ecran.ligne("\(id)  \(Self.texte(found))") }
    }
    return .fait
  }

  private static func json(_ id: String, _ found: Restauration) -> JSONValue {
    var codes: [String] = []
    for candidat in found.candidats where !codes.contains(candidat.insee.texte) { codes.append(candidat.insee.texte) }
    return .objet([
      ("id", .texte(id)), ("verdict", .texte(found.verdict.rawValue)),
      ("code_postal", JSONValue(found.codePostal?.texte)),
      ("insee", JSONValue(found.insee?.texte)), ("commune", JSONValue(found.commune)),
      ("candidats", .liste(codes.map { .texte($0) })), ("raison", .texte(found.raison)),
    ])
  }

  private static func texte(_ found: Restauration) -> String {
    let place = [found.codePostal?.texte, found.commune].compactMap { $0 }.joined(separator: " ")
    return "\(found.verdict.rawValue)  \(place.isEmpty ? "-" : place)  \(found.raison)"
  }
}

/// The addresses of a sheet, by the headings of its first row.
private struct AdressesTabulaires {
  let lignes: [(id: String, adresse: AdresseRecue)]

  init(_ feuille: Feuille, _ fichier: String) throws {
    guard let heading = feuille.lignes.first else { throw DemandeRefusee("\(fichier) : le fichier est vide.") }
    let names = heading.cellules.map { Self.texte($0).lowercased().trimmingCharacters(in: .whitespaces) }
    let missing = ["id", "code_postal", "commune"].filter { !names.contains($0) }
    guard missing.isEmpty else {
      throw DemandeRefusee("\(fichier) : il manque la colonne \(missing.joined(separator: ", ")).")
    }
    let places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    lignes = feuille.lignes.dropFirst().map { ligne in
      func field(_ name: String) -> String { places[name].map { Self.texte(ligne[$0]) } ?? "" }
      func optional(_ name: String) -> String? { field(name).isEmpty ? nil : field(name) }
      return (
        field("id"),
        AdresseRecue(
          ligne4: field("ligne4"), ligne5: field("ligne5"), codePostal: field("code_postal"),
          localite: field("commune"),
          codeInsee: optional("code_insee"), codePays: optional("code_pays"))
      )
    }
  }

  private static func texte(_ value: Feuille.Valeur) -> String {
    switch value {
    case .vide: ""
    case .texte(let text), .nombre(let text), .erreur(let text): text
    case .jour(let jour): jour.texte
    }
  }
}
