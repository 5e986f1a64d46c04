import Convention
import Foundation
import Testing

@testable import Interface

@Suite("Tabulaire — demands from a spreadsheet (R139)")
struct ImportTests {
  /// Read once: the table is the same for all.
  private static let latest = Formats.embarquees.0.derniere.flatMap { Gabarit($0) }
  private let gabarit: Gabarit

  init() throws { gabarit = try #require(ImportTests.latest) }

  private func lire(_ csv: String, _ correspondance: Correspondance = .usuelle) throws -> ImportTabulaire {
    try ImportTabulaire(octets: Array(csv.utf8), correspondance: correspondance, gabarit: gabarit)
  }

  private func refusal(_ csv: String, _ correspondance: Correspondance = .usuelle) -> String? {
    do {
      _ = try lire(csv, correspondance)
      return nil
    } catch { return (error as? FauteTabulaire)?.message }
  }

  @Test("one row, one titre; rows of the same demand make one demand with its totals and ranks")
  func demand() throws {
    let lecture = try lire(
      """
      Numéro de demande;Nom;Prénom;Adresse;Code postal;Ville;N° titre;Exercice;Date d'émission;Montant;Reste dû;Nature
      D-1;DUPRÉ;Éloïse;3 rue des Lilas;31000;Toulouse;345;2025;17/11/2025;1 234,56 €;1000,00;cantine et périscolaire
      d-2;Martin;;1 place du Port;1000;BOURG;1;2026;2026-01-05;10;;EAU
      D-1;;;;;;346;2025;18/11/2025;50,5;50,5;eau et assainissement
      """)
    #expect(lecture.erreurs == [])
    #expect(lecture.rowCount == 3)
    #expect(lecture.demandes.map(\.numero) == ["D-1", "D-2"])
    let first = lecture.demandes[0]
    #expect(first.lignes == [2, 4])
    #expect(
      first.demande == [
        "numero_demande": "D-1", "phase": "C", "nombre_redevables": "1", "nombre_titres": "2",
        "montant_total": "105050",
      ])
    #expect(
      first.redevables == [
        [
          "numero_demande": "D-1", "rang_redevable": "1", "qualite_redevable": "01", "nom": "DUPRÉ", "prenom": "Éloïse",
          "adresse_ligne4": "3 rue des Lilas", "code_postal": "31000", "localite": "Toulouse",
        ]
      ])
    #expect(
      first.titres[1] == [
        "numero_demande": "D-1", "rang_titre": "2", "numero_titre": "346", "exercice": "2025", "nature_creance": "EAU",
        "date_emission_titre": "20251118", "montant_initial": "5050", "reste_du": "5050",
      ])
    #expect(lecture.demandes[1].titres[0]["reste_du"] == "1000", "initial amount, nothing paid")
  }

  @Test("one bad row sets aside its demand, and it alone, with row, column, heading and a French sentence")
  func errors() throws {
    let lecture = try lire(
      """
      Demande;Nom;Montant;Date du titre
      A;Un;1,234;02/03/2026
      B;Deux;5;30/02/2026
      C;Trois;5;02/03/2026
      A;Un;5;02/03/2026
      ;Quatre;5;02/03/2026
      C;Autre;5;02/03/2026
      E;Six;5;02/03/2026
      """)
    #expect(lecture.demandes.map(\.numero) == ["E"])
    #expect(
      lecture.erreurs.map(\.description) == [
        "Ligne 2, colonne C (« Montant ») : montant ambigu : milliers ou décimales ; écrivez-le comme 1 234,56",
        "Ligne 3, colonne D (« Date du titre ») : cette date n'existe pas",
        "Ligne 6 : le numéro de la demande manque",
        "Ligne 7, colonne B (« Nom ») : ne concorde pas avec la ligne 4, de la même demande",
      ])
    #expect(lecture.erreurs.map(\.numeroDemande) == ["A", "B", nil, "C"])
    #expect(lecture.erreurs[0].valeur == "1,234" && lecture.erreurs[0].champ == "montant_initial")
    let json = try JSONEncoder().encode(lecture.erreurs[2])
    #expect(String(decoding: json, as: UTF8.self).contains("\"ligne\":6"))
  }

  @Test("a hundred rows, every tenth of them wrong: ninety demands, ten located errors")
  func hundredRows() throws {
    let rows = (1...100).map { "N\($0);Nom \($0);\($0 % 10 == 0 ? "dix" : "\($0),50");1" }
    let lecture = try lire("Demande;Nom;Montant;Titre\n" + rows.joined(separator: "\n"))
    #expect(lecture.demandes.count == 90)
    #expect(lecture.erreurs.map(\.ligne) == (1...10).map { $0 * 10 + 1 })
    let sum = lecture.demandes.compactMap { $0.demande["montant_total"].flatMap { Int($0) } }.reduce(0, +)
    // 1 + … + 100 less 10 + 20 + … + 100, and 90 times 0,50 €.
    #expect(sum == (5050 - 550) * 100 + 90 * 50)
  }

  @Test("titles above the headings, unknown columns and headings in any case do not matter")
  func headings() throws {
    let lecture = try lire("Liste du 2 mars;;\n;;\nn°  DEMANDE;couleur;raison SOCIALE\nX1;rouge;SA Tout\n")
    #expect(lecture.demandes[0].lignes == [4])
    #expect(lecture.demandes[0].redevables[0]["nom"] == "SA Tout")
    #expect(lecture.colonnesIgnorees == ["couleur"])
  }

  @Test("what makes the sheet unreadable is said once")
  func refusals() {
    #expect(refusal("Nom;Montant\nA;1\n")?.contains("« ") == true)
    #expect(refusal("Nom;Montant\nA;1\n")?.contains("numéro de la demande") == true)
    #expect(
      refusal("Demande;Nom;Redevable\nA;B;C\n")?.contains("Les colonnes B (« Nom ») et C (« Redevable »)") == true)
    let unknown = Correspondance(colonnes: ["N": "numero_demande", "X": "inventé"])
    #expect(refusal("N;X\n", unknown)?.contains("« inventé »") == true)
    let badDefault = Correspondance(colonnes: ["N": "numero_demande"], valeursParDefaut: ["date_demande": "hier"])
    #expect(refusal("N\n1\n", badDefault)?.contains("« date_demande » ne convient pas") == true)
    let unknownDefault = Correspondance(colonnes: ["N": "numero_demande"], valeursParDefaut: ["inventé": "1"])
    #expect(refusal("N\n1\n", unknownDefault)?.contains("« inventé »") == true)
  }

  @Test("defaults fill what no cell gives, and only that")
  func defaults() throws {
    let correspondance = Correspondance.usuelle.adding(
      valeursParDefaut: ["date_demande": "02/03/2026", "codique_poste": "031012", "code_budget": "00"])
    let lecture = try lire("Demande;Date de demande;Budget\nA;;\nB;01/03/2026;01\n", correspondance)
    #expect(lecture.demandes.map { $0.demande["date_demande"] } == ["20260302", "20260301"])
    #expect(lecture.demandes.map { $0.demande["codique_poste"] } == ["031012", "031012"])
    #expect(lecture.demandes.map { $0.titres[0]["code_budget"] } == ["00", "01"])
  }

  @Test("what remains due cannot be negative; a demand has 999 titres at most")
  func limits() throws {
    let paid = try lire("Demande;Montant;Frais;Déjà payé\nA;10;1;11\nB;10;1;11,01\n")
    #expect(paid.demandes.map { $0.demande["montant_total"] } == ["0"])
    #expect(paid.erreurs.map(\.ligne) == [3])
    func titres(_ count: Int) throws -> ImportTabulaire {
      try lire("Demande;Titre\n" + (1...count).map { "A;\($0)" }.joined(separator: "\n"))
    }
    #expect(try titres(999).demandes.count == 1)
    #expect(try titres(1000).erreurs.map(\.message) == ["la demande a plus de 999 titres"])
  }

  @Test("every usual heading belongs to one field, and every field to the table")
  func usualHeadings() {
    var owners: [Intitule: String] = [:]
    for (champ, intitules) in Correspondance.intitulesUsuels {
      #expect(gabarit.champ(champ) != nil, "\(champ)")
      for intitule in intitules {
        #expect(owners[Intitule(intitule)] == nil || owners[Intitule(intitule)] == champ, "\(intitule)")
        owners[Intitule(intitule)] = champ
      }
    }
    let computed = ["nombre_redevables", "nombre_titres", "montant_total", "rang_redevable", "rang_titre"]
    let missing = gabarit.champs.map(\.nom).filter { nom in
      !computed.contains(nom) && !Correspondance.intitulesUsuels.contains { $0.champ == nom }
    }
    #expect(missing == [])
  }

  @Test("the model is read without an error; its example is skipped, and accepted under another number")
  func model() throws {
    let tableau = ModeleDeTableur.tableau
    let instant = Instant(Jour(2026, 3, 2), heure: 8)
    let own = [Tableau.Cellule.texte("D-9")] + ModeleDeTableur.ligneDExemple.dropFirst()
    let octets = try tableau.octets([ModeleDeTableur.ligneDExemple, own], en: .xlsx, instant: instant)
    let lecture = try ImportTabulaire(octets: octets, gabarit: gabarit)
    #expect(lecture.erreurs == [] && lecture.colonnesIgnorees == [])
    #expect(lecture.demandes.map(\.numero) == ["D-9"])
    #expect(lecture.demandes[0].demande["montant_total"] == "100000")
    #expect(lecture.demandes[0].titres[0]["type_collectivite"] == "01")
    let (demande, redevable, titre) = (
      lecture.demandes[0].demande, lecture.demandes[0].redevables[0], lecture.demandes[0].titres[0]
    )
    let missing = gabarit.champs.filter { champ in
      let values = [Gabarit.Niveau.demande: demande, .redevable: redevable, .titre: titre][champ.niveau]
      return champ.obligatoire && values?[champ.nom] == nil
    }
    #expect(missing.map(\.nom) == [], "the model fills every mandatory field")
  }

  @Test("a demand becomes records of an aller file that the field checks accept")
  func records() throws {
    let own = [Tableau.Cellule.texte("D-9")] + ModeleDeTableur.ligneDExemple.dropFirst()
    let octets = try ModeleDeTableur.tableau.octets([own, own], en: .xlsx, instant: Instant(milliseconds: 0))
    let demande = try #require(try ImportTabulaire(octets: octets, gabarit: gabarit).demandes.first)
    let table = try #require(Formats.embarquees.0.derniere)
    var redacteur = Redacteur(table, try #require(table.genre(code: "AL")))
    try redacteur.write(demande)
    let records = redacteur.take().split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    #expect(records.map { $0.prefix(2) } == ["10", "20", "30", "30"])
    // montant_total, nombre_redevables and nombre_titres in 158–174, twice 1 000,00 €; rang_titre in 31–33.
    #expect(records[0].dropFirst(157).prefix(17) == "00000020000001002")
    #expect(records[3].dropFirst(30).prefix(3) == "002")
    #expect(records[2].dropFirst(130).prefix(8) == "20251117")
  }

  @Test("the mapping is written and read in JSON and in YAML")
  func mappingFile() throws {
    let text = "colonnes:\n  Montant: montant_initial\nvaleurs_par_defaut:\n  phase: C\n"
    let mapping = Correspondance(colonnes: ["Montant": "montant_initial"], valeursParDefaut: ["phase": "C"])
    #expect(try Correspondance(texte: text, fichier: "c.yaml") == mapping)
    #expect(throws: FauteTabulaire.self) { try Correspondance(texte: "colonnes: 3", fichier: "c.yaml") }
    #expect(throws: FauteTabulaire.self) { try Correspondance(texte: "a: [", fichier: "c.yaml") }
    let bare = try Correspondance(texte: "{\"colonnes\":{}}", fichier: "c.json")
    #expect(bare == Correspondance(colonnes: [:]))
    #expect(
      try JSONDecoder().decode(Correspondance.self, from: JSONEncoder().encode(Correspondance.usuelle)) == .usuelle)
  }

  @Test("damaged files of any kind give demands or one sentence, never a crash", arguments: 0..<60)
  func fuzz(seed: UInt64) throws {
    var random = HasardTabulaire(seed: seed)
    let instant = Instant(Jour(2026, 3, 2), heure: 8)
    let format: FormatDeListe = seed % 2 == 0 ? .xlsx : .csv
    var octets = try ModeleDeTableur.tableau.octets([ModeleDeTableur.ligneDExemple], en: format, instant: instant)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0..<octets.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: octets[place] = UInt8.random(in: 0...255, using: &random)
      case 1: octets.remove(at: place)
      case 2: octets.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: octets.removeLast(min(octets.count - 1, Int.random(in: 0...20, using: &random)))
      }
    }
    do {
      _ = try ImportTabulaire(octets: octets, gabarit: gabarit)
    } catch {
      #expect(error.message.hasSuffix(".") && error.message.count < 400, "\(error.message)")
    }
  }

  @Test("damaged XML inside a sound archive gives rows or one sentence, never a crash", arguments: 0..<60)
  func fuzzParts(seed: UInt64) throws {
    var random = HasardTabulaire(seed: seed)
    var classeur = ClasseurDEssai(
      sheet:
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\" s=\"1\"><v>0</v></c><c r=\"B1\"><v>46083.5</v></c></row></sheetData>",
      styles: "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"0\"/></cellXfs>", shared: "<si><t>Demande</t></si>")
    let part = Int.random(in: 0..<classeur.parts.count, using: &random)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0..<classeur.parts[part].content.count, using: &random)
      classeur.parts[part].content[place] = "0123456789<>/\"= aAr-".utf8.randomElement(using: &random) ?? 0
    }
    do {
      _ = try Feuille(octets: classeur.zipped())
    } catch {
      #expect(error.message.hasSuffix("."), "\(error.message)")
    }
  }
}
