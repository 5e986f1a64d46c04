import Convention
import Foundation
import Interface

@testable import Centre

/// A small file built record by record, by field name: header, records in order, a trailer with the right totals.
///
/// Nothing is checked on the way: a test may put there whatever it wants the centre to judge.
struct Fabrique {
  struct Article {
    var type: String
    var champs: [String: String]
  }
  var genre: String
  var entete: [String: String]
  var articles: [Article] = []
  var table: TableFormat

  private init(_ genre: String, _ jour: Jour, _ sequence: Int, _ champs: [String: String], _ table: TableFormat?) throws
  {
    self.genre = genre
    guard let table = table ?? CentreDEssai.formats.table(version: 1) else { throw Absente() }
    self.table = table
    entete = [
      "centre_serveur": "CSH1", "numero_sequence": "\(sequence)", "date_emission": jour.compact,
      "horodatage_emission": Instant(jour, heure: 18).horodatage, "environnement": "P",
    ].merging(champs) { $1 }
  }

  private struct Absente: Error {}

  /// What an exploitation sends; HELIOS/031 unless said otherwise.
  static func aller(
    _ jour: Jour, _ sequence: Int, exploitation: String = "031", entete: [String: String] = [:],
    table: TableFormat? = nil
  ) throws -> Fabrique {
    let own = [
      "application_source": "HELIOS", "exploitation": exploitation, "departement_informatique": "DI-TLS",
    ]
    return try Fabrique("AL", jour, sequence, own.merging(entete) { $1 }, table)
  }

  /// What an étude sends.
  static func etude(
    _ code: String, _ jour: Jour, _ sequence: Int, bilan: String = "O", entete: [String: String] = [:],
    table: TableFormat? = nil
  ) throws -> Fabrique {
    try Fabrique("ET", jour, sequence, ["etude": code, "transmettre_bilan": bilan].merging(entete) { $1 }, table)
  }

  mutating func article(_ type: String, _ champs: [String: String]) {
    articles.append(Article(type: type, champs: champs))
  }
}

extension Fabrique {
  /// A demand of one debtor and one titre per amount, in cents.
  /// - Parameters:
  ///   - adresse: fields of the principal redevable; RUE DES TILLEULS, 31770 COLOMIERS unless said otherwise.
  ///   - champs: fields of the record 10.
  ///   - codebiteurs: fields of each co-debtor, from rank 2.
  mutating func demande(
    _ numero: String, _ adresse: [String: String] = [:], montants: [Int] = [100_00], champs: [String: String] = [:],
    titre: [String: String] = [:], codebiteurs: [[String: String]] = []
  ) {
    let date = champs["date_demande"] ?? entete["date_emission"] ?? ""
    let own = [
      "numero_demande": numero, "phase": "C", "categorie_creance": "CEP", "date_demande": date,
      "codique_poste": "031012",
      "montant_total": "\(montants.reduce(0, +))", "nombre_redevables": "\(1 + codebiteurs.count)",
      "nombre_titres": "\(montants.count)",
    ]
    article("10", own.merging(champs) { $1 })
    redevable(numero, rang: 1, adresse)
    for (index, champs) in codebiteurs.enumerated() { redevable(numero, rang: index + 2, champs) }
    for (index, montant) in montants.enumerated() {
      article(
        "30",
        [
          "numero_demande": numero, "rang_titre": "\(index + 1)", "type_collectivite": "01", "code_collectivite": "600",
          "code_budget": "01", "libelle_collectivite": "COMMUNE DE COLOMIERS", "exercice": "2025",
          "numero_titre": "\(100 + index)", "date_emission_titre": Jour(2025, 6, 1).adding(days: index).compact,
          "nature_creance": "EAU", "montant_initial": "\(montant)", "reste_du": "\(montant)",
        ].merging(titre) { $1 })
    }
  }

  private mutating func redevable(_ numero: String, rang: Int, _ champs: [String: String]) {
    article(
      "20",
      [
        "numero_demande": numero, "rang_redevable": "\(rang)", "qualite_redevable": rang == 1 ? "01" : "03",
        "nom": "QUENTIN\(rang)", "prenom": "Odile", "adresse_ligne4": "7 RUE DES TILLEULS",
        "code_postal": "31770", "localite": "COLOMIERS",
      ].merging(champs) { $1 })
  }

  /// An update of a demand.
  mutating func actualisation(
    _ demande: String, _ evenement: Int, code: String, _ champs: [String: String] = [:]
  ) {
    article(
      "50",
      [
        "numero_demande": demande, "numero_evenement": "\(evenement)", "code_evenement": code,
        "date_evenement": entete["date_emission"] ?? "",
      ].merging(champs) { $1 })
  }

  /// A message of an étude about a demand of HELIOS/031.
  mutating func message(
    _ type: String, _ demande: String, _ numero: Int, _ champs: [String: String] = [:]
  ) {
    article(
      type,
      [
        "application_source": "HELIOS", "exploitation": "031", "numero_demande": demande, "numero_message": "\(numero)",
        "date_fait": entete["date_emission"] ?? "",
      ].merging(champs) { $1 })
  }

  /// Acknowledged (A) or refused (R) on the day of issue at 09:00.
  mutating func accuse(_ demande: String, _ numero: Int, statut: String = "A", _ champs: [String: String] = [:]) {
    let jour = Jour(compact: entete["date_emission"] ?? "") ?? Jour(2026, 1, 1)
    let own = ["statut_accuse": statut, "horodatage_reception": Instant(jour, heure: 9).horodatage]
    let motif = statut == "R" ? ["motif_refus": "02"] : [:]
    message("60", demande, numero, own.merging(motif) { $1 }.merging(champs) { $1 })
  }

  /// A payment to the étude in cash, in cents; `annule` names the payment that it cancels.
  mutating func encaissement(
    _ demande: String, _ numero: Int, _ encaissement: String, _ montant: Int, annule: String? = nil,
    _ champs: [String: String] = [:]
  ) {
    let own = [
      "numero_encaissement": encaissement, "sens": annule == nil ? "+" : "-", "moyen_paiement": "01",
      "ordre_paiement": "E", "montant_recu": "\(montant)", "montant_creance": "\(montant)", "mode_reversement": "V",
      "encaissement_annule": annule ?? "", "solde": "N",
    ]
    message("64", demande, numero, own.merging(champs) { $1 })
  }

  /// An action of the étude on the day of issue at 10:00.
  mutating func action(_ demande: String, _ numero: Int, code: String = "01", _ champs: [String: String] = [:]) {
    let jour = Jour(compact: entete["date_emission"] ?? "") ?? Jour(2026, 1, 1)
    let own = ["code_action": code, "horodatage_action": Instant(jour, heure: 10).horodatage, "executant": "E"]
    message("61", demande, numero, own.merging(champs) { $1 })
  }
}

extension Fabrique {
  /// The file, one record a line.
  func octets() throws -> [UInt8] {
    guard let kind = table.genre(code: genre) else { throw Absente() }
    var redacteur = Redacteur(table, kind)
    try Fabrique.write(entete, kind.entete, on: &redacteur)
    for article in articles {
      guard let type = kind.type(article.type) else { throw Absente() }
      try Fabrique.write(article.champs, type, on: &redacteur)
    }
    try redacteur.finish()
    return redacteur.take()
  }

  /// The same, changed once it is written: `change` receives the lines without their ends.
  func octets(_ change: (inout [[UInt8]]) -> Void) throws -> [UInt8] {
    var lines = try octets().split(separator: 0x0A).map(Array.init)
    change(&lines)
    return lines.flatMap { $0 + [0x0A] }
  }

  private static func write(
    _ champs: [String: String], _ type: TypeEnregistrement, on redacteur: inout Redacteur
  ) throws {
    redacteur.open(type)
    for (nom, texte) in champs {
      guard let champ = type.champ(nom) else { continue }
      let isNumber = [.entier, .montant].contains(type.champs[champ].type)
      if isNumber, let number = Int64(texte) {
        try redacteur.set(champ, entier: number)
      } else {
        redacteur.set(champ, octets: Latin9.bytes(texte))
      }
    }
    try redacteur.close(verifie: false)
  }
}
