import ArgumentParser
import Centre
import Convention
import Foundation
import Interface
import Registre

struct TableurImporter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "importer", abstract: "Importe les demandes d’un tableur pour un poste.",
    discussion: """
      Une ligne vaut un titre ; les lignes de même numéro font une demande. Une ligne fausse n’écarte que sa demande. \
      Les intitulés usuels sont reconnus ; une correspondance en YAML en ajoute : colonnes {intitulé: champ}, \
      valeurs_par_defaut {champ: valeur}, feuille. Code de retour 1 si une ligne est refusée.

      Exemples :
        centre-serveur tableur importer demandes.xlsx --poste 031012
        centre-serveur tableur importer demandes.csv --poste 031012 --correspondance helios.yaml
      """)

  @Argument(help: ArgumentHelp("Fichier CSV ou XLSX.", valueName: "fichier"))
  var fichier: String

  @Option(help: ArgumentHelp("Poste comptable qui fait les demandes.", valueName: "codique"))
  var poste: String

  @Option(help: ArgumentHelp("Correspondance des colonnes, en YAML.", valueName: "fichier"))
  var correspondance: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let feuille = try feuille()
    let (result, phrases) = try await session.deciding { centre, barre in
      let result = try await ImportTableur(centre).importer(
        octets: feuille.octets, nom: feuille.nom, poste: feuille.poste, correspondance: feuille.correspondance,
        progress: barre.progress)
      return (result, Self.phrases(result))
    }
    session.reglages.json ? session.ecran.json(Self.json(result, phrases)) : text(result, phrases, session.ecran)
    return phrases.isEmpty && ["A", "P", nil].contains(result.fichier?.statut) ? .fait : .refuse
  }

  /// What the arguments name, read.
  private struct FeuilleDonnee {
    let poste: Codique
    let nom: String
    let octets: [UInt8]
    let correspondance: Correspondance
  }

  // Apart from `executer`: Swift 6.3.1 crashes when it optimises these typed throws within an async function.
  private func feuille() throws -> FeuilleDonnee {
    guard let codique = Codique(poste) else {
      throw MauvaisUsage("Poste « \(poste) » : un codique de 6 ou 7 chiffres est attendu.")
    }
    if let faute = ReceptionDeFichiers.unreadable(fichier) { throw Faute(faute) }
    let url = URL(fileURLWithPath: fichier)
    return FeuilleDonnee(
      poste: codique, nom: url.lastPathComponent, octets: Array(try Data(contentsOf: url)),
      correspondance: try correspondance.map(Self.correspondance) ?? .usuelle)
  }

  private static func correspondance(_ path: String) throws -> Correspondance {
    guard let text = (try? Data(contentsOf: URL(fileURLWithPath: path))).flatMap({ String(data: $0, encoding: .utf8) })
    else { throw Faute("« \(path) » : fichier absent, illisible, ou qui n’est pas en UTF-8.") }
    return try Correspondance(texte: text, fichier: path)
  }

  /// What was refused, row by row, before and at the reception.
  private static func phrases(_ result: ImportTableur.Resultat) -> [String] {
    result.erreurs.map(\.description)
      + result.rejets.map { item in
        let rows = item.lignes.map(String.init).joined(separator: ", ")
        let champ = item.rejet.champ.map { " (\($0))" } ?? ""
        return "Ligne \(rows) : \(item.rejet.code) \(item.message)\(champ)"
      }
  }

  private func text(_ result: ImportTableur.Resultat, _ phrases: [String], _ ecran: Ecran) {
    let bilan = result.fichier?.bilan ?? Bilan()
    let waiting = bilan.attente > 0 ? ", dont \(bilan.attente) en attente d’une adresse" : ""
    ecran.ligne(
      "\(accorde(result.lignesLues, "ligne lue", "lignes lues")) ; \(accorde(bilan.acceptees, "demande acceptée", "demandes acceptées")) "
        + "pour \(bilan.montant.texte)\(waiting).")
    if !result.colonnesIgnorees.isEmpty {
      ecran.ligne("Colonnes ignorées : \(result.colonnesIgnorees.joined(separator: ", ")).")
    }
    for phrase in phrases { ecran.ligne("  \(phrase)") }
  }

  private static func json(_ result: ImportTableur.Resultat, _ phrases: [String]) -> JSONValue {
    let bilan = result.fichier?.bilan ?? Bilan()
    return .objet([
      ("fichier", JSONValue(result.fichier?.id)), ("lignes_lues", JSONValue(result.lignesLues)),
      ("acceptes", JSONValue(bilan.acceptees)), ("attente", JSONValue(bilan.attente)),
      ("rejetes", JSONValue(bilan.rejetees)), ("montant_accepte", JSONValue(bilan.montant)),
      ("colonnes_ignorees", .liste(result.colonnesIgnorees.map { .texte($0) })),
      ("refus", .liste(phrases.map { .texte($0) })),
    ])
  }
}
