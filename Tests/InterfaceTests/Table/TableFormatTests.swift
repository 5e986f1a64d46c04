import Convention
import Foundation
import Testing

@testable import Interface

@Suite("Layout tables — reading them")
struct TableFormatTests {
  @Test("version 1 is read whole: kinds, records, fields, lists, anomalies, rules")
  func versionOne() throws {
    let (formats, fautes) = Formats.embarquees
    #expect(fautes == [])
    let table = try #require(formats.table(version: 1))
    #expect(table.longueur == 512)
    #expect(table.valableDu == Jour(2010, 12, 15))
    #expect(table.valableAu == nil)
    #expect(table.genres.map(\.code) == ["AL", "ET", "RR", "RI", "IM"])
    #expect(table.listes.count == 43)
    #expect(table.anomalie(304)?.nom == "demande_inconnue")
    let aller = try #require(table.genre(nom: "aller"))
    #expect(aller.enregistrements.map(\.code) == ["00", "10", "20", "30", "50", "99"])
    #expect(aller.unParJour)
    let titre = try #require(aller.type("30"))
    #expect(titre.parent == 1)
    #expect(titre.lien == ["numero_demande"])
    let nature = titre.champs[try #require(titre.champ("nature_creance"))]
    #expect(nature.inconnu == Champ.Inconnu(valeur: "AUT", avertissement: 801))
    #expect(titre.controles.map(\.nom) == [.datePasApres, .montantPositif, .sommeChamps])
    #expect(table.liste("code_evenement")?.valeur("07")?.effet == "suspension")
    #expect(table.liste("code_evenement")?.valeur("07")?.exige == ["date_fin"])
  }

  @Test("every record of every kind is covered byte by byte")
  func cover() throws {
    for genre in try #require(Formats.tests.table(version: 1)).genres {
      for type in genre.enregistrements {
        #expect(type.champs.reduce(0) { $0 + $1.longueur } == 512)
        #expect(type.modele.count == 512)
        #expect(type.modele.last == UInt8(ascii: "*"))
      }
    }
  }

  @Test("the rules of a record are in the order of precedence: code, then leftmost field")
  func precedence() throws {
    let table = try #require(Formats.tests.table(version: 1))
    let encaissement = try #require(table.genre(nom: "etude")?.type("64"))
    #expect(encaissement.compile.reglesDuPere.map(\.code) == [304, 306, 306, 307, 310, 311, 319, 321, 331, 332])
    #expect(encaissement.compile.reglesDuPere[1].nom == .uniqueMessage)
    #expect(encaissement.compile.reglesDuReferentiel.map(\.code) == [407])
  }
}

@Suite("Layout tables — the sentence of an anomaly")
struct LibelleTests {
  @Test(
    "too long for its field, it ends with its last whole clause",
    arguments: [
      (304, "actualisation ou message sur une demande jamais acceptée"),
      (306, "numéro d'événement ou de message déjà accepté"),
      (405, "contrat de l'étude inactif à la date de la demande"),
      (206, "code absent de la liste fermée de cette version ; un événement inconnu en relève"),
      (315, "aucun titre"),
    ])
  func libelles(code: Int, libelle: String) throws {
    let table = try #require(Formats.tests.table(version: 1))
    #expect(table.anomalie(CodeAnomalie(rawValue: code))?.libelle(longueur: 80) == libelle)
  }
}

/// A change of the YAML that must refuse it, with words of the message and of the place.
struct CasDeFaute: Sendable, CustomTestStringConvertible {
  let avant: String
  let apres: String
  let message: String
  let lieu: String
  init(_ avant: String, _ apres: String, _ message: String, _ lieu: String = "") {
    (self.avant, self.apres, self.message, self.lieu) = (avant, apres, message, lieu)
  }
  var testDescription: String { message }
}

@Suite("Layout tables — refusing a faulty one")
struct FauteDeTableTests {
  @Test(
    "a faulty table is refused with its line and its place in words",
    arguments: [
      CasDeFaute(
        "nom: phase, debut: 31, longueur: 1", "nom: phase, debut: 31, longueur: 2", "recouvrement", "enregistrement 10"),
      CasDeFaute("nom: phase, debut: 31, longueur: 1", "nom: phase, debut: 32, longueur: 1", "trou", "champ phase"),
      CasDeFaute(
        "regle: unique_dans_fichier, champs: [numero_demande]", "regle: unique_partout, champs: [numero_demande]",
        "règle « unique_partout » inconnue", "enregistrement 10, contrôle 302"),
      CasDeFaute(
        "{code: \"302\", regle: unique_dans_fichier, champs: [numero_demande]}",
        "{code: \"302\", regle: unique_dans_fichier, champs: [numero]}", "champ « numero » inconnu"),
      CasDeFaute("{code: \"302\", regle:", "{code: \"399\", regle:", "anomalie 399 absente"),
      CasDeFaute("enfant: \"30\", valeurs: {}", "enfant: \"50\", valeurs: {}", "n'est pas un fils"),
      CasDeFaute(
        "limite: \"parent.date_demande\"", "limite: \"parent.date\"", "champ « date » inconnu", "enregistrement 30"),
      CasDeFaute(
        "liste: categorie_creance", "liste: categories", "liste « categories » inconnue", "champ categorie_creance"),
      CasDeFaute(
        "type: code, obligatoire: true, liste: phase,", "type: mot, obligatoire: true, liste: phase,",
        "« type: mot » est inconnu"),
      CasDeFaute(
        "motif: \"(02[AB][0-9]{3,4}|[0-9]{6,7})\"", "motif: \"(02[AB][0-9]{3,4}|[0-9]{6,7}\"", "caractère 29",
        "champ codique_poste"),
      CasDeFaute("obligatoire_si_absent: code_postal", "obligatoire_si_absent: cedex", "champ « cedex » inconnu"),
      CasDeFaute("cle: \"selon type_identifiant\"", "cle: \"selon type\"", "champ « type » inconnu"),
      CasDeFaute("cle: siret,", "cle: iban,", "clé « iban » inconnue"),
      CasDeFaute("parent: \"10\"", "parent: \"11\"", "père « 11 » inconnu", "enregistrement 20"),
      CasDeFaute("lien: [numero_demande]", "lien: [numero]", "lien : champ « numero » inconnu"),
      CasDeFaute(
        "controle: {somme: \"30\", champ: reste_du}", "controle: {somme: \"31\", champ: reste_du}",
        "somme d'un type « 31 »"),
      CasDeFaute("controle: {compte: \"10\"}", "controle: {compte: \"11\"}", "compte d'un type « 11 »"),
      CasDeFaute("inconnu: {valeur: \"AUT\"", "inconnu: {valeur: \"AAA\"", "valeur de repli « AAA »"),
      CasDeFaute("plafond: 8999999999", "plafond: beaucoup", "« plafond » doit être un entier"),
      CasDeFaute("valable_du: \"2010-12-15\"", "valable_du: \"15/12/2010\"", "date AAAA-MM-JJ"),
      CasDeFaute("valable_au: null", "valable_au: \"2010-01-01\"", "avant"),
      CasDeFaute("version: 1\n", "version: 1000\n", "de 1 à 999"),
      CasDeFaute("longueur_enregistrement: 512", "longueur_enregistrement: 513", "trou à la fin"),
      CasDeFaute("codage: ISO-8859-15", "codage: UTF-8", "codage « UTF-8 »"),
      CasDeFaute("temoin_fin: \"*\"", "temoin_fin: \"#\"", "témoin"),
      CasDeFaute("  - {nom: version, debut: 19, longueur: 3}\n", "", "« version » manque", "préambule"),
      CasDeFaute(
        "{nom: marque, debut: 11, longueur: 6, valeur: \"CSHUIS\"}",
        "{nom: marque, debut: 12, longueur: 5, valeur: \"SHUIS\"}", "dans toute version"),
      CasDeFaute("{code: \"209\", nom: cle_fausse", "{code: \"210\", nom: cle_fausse", "anomalies absentes : 209"),
      CasDeFaute("preambule:\n", "preambules:\n", "« preambule » manque"),
      CasDeFaute("\ngenres:\n", "\ngenre:\n", "« genres » manque"),
      CasDeFaute("niveau_rejet: dossier", "niveau_rejet: fichier", "dossier ou enregistrement"),
      CasDeFaute(
        "{code: \"C\", libelle: \"phase comminatoire\"}", "{code: \"J\", libelle: \"phase comminatoire\"}",
        "code « J » deux fois", "liste phase"),
      CasDeFaute(
        "nom: date_demande, debut: 35, longueur: 8, type: date",
        "nom: date_demande, debut: 35, longueur: 8, type: horodatage", "fait 19 octet"),
      CasDeFaute(
        "nom: nom_comptable, debut: 295", "nom: phase, debut: 295", "champ défini deux fois",
        "enregistrement 10, champ phase"),
      CasDeFaute(
        "champs: [rang_titre]}\n          - {code: \"320\"", "champs: []}\n          - {code: \"320\"",
        "« champs » manque"),
      CasDeFaute("format: CSHUIS", "format: [CSHUIS", "syntaxe YAML"),
      CasDeFaute(
        "nom: date_fin_phase, debut: 265, longueur: 8, type: date, obligatoire: false",
        "nom: date_fin_phase, debut: 265, longueur: 8, type: date, obligatoire: true", "ne sait pas remplir",
        "champ date_fin_phase"),
    ])
  func refused(cas: CasDeFaute) throws {
    let whole = try TableChangee.version1()
    // The kinds after the changed one would only be read for nothing.
    let short = whole.components(separatedBy: "  - nom: etude\n")[0]
    let texte = short.contains(cas.avant) ? short : whole
    let range = try #require(texte.range(of: cas.avant), "\(cas.avant)")
    let changed = texte.replacingCharacters(in: range, with: cas.apres)
    let (formats, fautes) = Formats.charger(textes: [("format-1.yaml", changed)])
    #expect(formats.tables.isEmpty)
    let faute = try #require(fautes.first)
    #expect(faute.message.contains(cas.message), "\(faute)")
    #expect(cas.lieu.isEmpty || faute.lieu.contains(cas.lieu), "\(faute)")
    #expect(faute.fichier == "format-1.yaml")
  }

  @Test("the line of the fault is the line of the file")
  func line() throws {
    let texte = try TableChangee.version1()
    let lines = texte.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try #require(lines.firstIndex { $0.contains("nom: phase, debut: 31") }) + 1
    let changed = texte.replacingOccurrences(of: "nom: phase, debut: 31", with: "nom: phase, debut: 32")
    let faute = try #require(Formats.charger(textes: [("f.yaml", changed)]).1.first)
    #expect(faute.ligne == expected)
    #expect(faute.description.hasPrefix("f.yaml, ligne \(expected) (genre aller, enregistrement 10, champ phase) : "))
  }

  @Test("two tables of one version are both refused; a faulty one leaves the others in service")
  func several() throws {
    let one = try TableChangee.version1()
    let two = try TableChangee.version2()
    var (formats, fautes) = Formats.charger(textes: [("a.yaml", one), ("b.yaml", one), ("c.yaml", two)])
    #expect(formats.tables.map(\.version) == [2])
    #expect(fautes.map(\.fichier) == ["a.yaml", "b.yaml"])
    (formats, fautes) = Formats.charger(textes: [("a.yaml", one), ("b.yaml", "version: 2")])
    #expect(formats.tables.map(\.version) == [1])
    #expect(fautes.map(\.fichier) == ["b.yaml"])
  }

  @Test("a folder that is not there, an empty file, a file that is not text: said, not suffered")
  func folders() throws {
    #expect(Formats.charger(dossier: URL(fileURLWithPath: "/nulle/part")).1.count == 1)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appendingPathComponent("vide.yaml"))
    try Data([0xFF, 0xFE, 0x00]).write(to: folder.appendingPathComponent("binaire.yaml"))
    try Data("notes".utf8).write(to: folder.appendingPathComponent("LISEZMOI.txt"))
    try TableChangee.version1().write(to: folder.appendingPathComponent("f1.yaml"), atomically: true, encoding: .utf8)
    let (formats, fautes) = Formats.charger(dossier: folder)
    #expect(formats.tables.map(\.version) == [1])
    #expect(Set(fautes.map(\.fichier)) == ["vide.yaml", "binaire.yaml"])
  }

  @Test("any text is a table or a fault, without a crash")
  func fuzz() throws {
    var random = Hasard(seed: 11)
    let lines = try TableChangee.version1().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The whole table takes a while to read: the cut ones end the file at a random line.
    for _ in 0..<12 {
      var cut = Array(lines.prefix(40 + random.next(below: 600)))
      cut[random.next(below: cut.count)] = "  - {nom: [x"
      _ = Formats.charger(textes: [("f.yaml", cut.joined(separator: "\n"))])
    }
  }
}
