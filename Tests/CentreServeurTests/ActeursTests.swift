import Convention
import Foundation
import Testing

@testable import CentreServeur

@Suite("acteurs importer et exporter")
struct ActeursTests {
  private static let complet = """
    centre_serveur: CSH1
    siret_centre: "30000001500010"
    applications:
      - application: HELIOS
        exploitations: ["031", "032"]
        departements_informatiques: [DI-TLS]
    postes:
      - {codique: 031012, libelle: SGC DE COLOMIERS, ouvert: true, courriel_generique: sgc@exemple.invalid, exploitation: "031", arrondissement: TOULOUSE}
      - {codique: 031020, libelle: SGC DE MURET, ouvert: oui, courriel_generique: ""}
      - {codique: 02A123, libelle: "TRÉSORERIE : AJACCIO", ouvert: non}
    etudes:
      - etude: E3101
        nom: SCP ALBERT ET BARON
        siret: "35600000000048"
        contrat_du: 2025-01-01
        signataires: {prefet: 2024-12-01, tresorier_payeur_general: 2024-12-02, directeur_services_fiscaux: 2024-12-03, huissier: 2024-12-04}
        denonce_le: 2026-08-31
        duree_comminatoire_jours: 60
        import_tableur: false
        objectifs: {CAN: 4500, EAU: 6000}
        codes_postaux: [01000, "31770"]
        part: 3
        transmet_bilan: non
    """

  private func lire(_ text: String) throws -> (ActeursLus, LectureDActeurs) {
    let essai = try Essai()
    let lecture = LectureDActeurs()
    return (lecture.lire(try Donnee(fichier: try essai.write(text, "a.yaml"))), lecture)
  }

  @Test("every key is read; codes keep their zeros, unquoted ones too")
  func reading() throws {
    let (lus, lecture) = try lire(ActeursTests.complet)
    #expect(lecture.erreurs == [])
    let etude = try #require(lus.annuaire.etudes.values.first { $0.code.texte == "E3101" })
    #expect(etude.ressort == Set(["01000", "31770"].compactMap { CodePostal($0) }))
    #expect(etude.contrats[0].au == Jour(2027, 12, 31))
    #expect(etude.contrats[0].isComplete && etude.contrats[0].denonceLe == Jour(2026, 8, 31))
    #expect(etude.contrats[0].objectifs == ["CAN": 4500, "EAU": 6000])
    #expect(etude.part == 3 && !etude.transmetBilan && !etude.contrats[0].importTableur)
    #expect(lus.annuaire.postes["031012"]?.arrondissement == "TOULOUSE")
  }

  @Test("R091: a poste without the key exchanges; with an empty address or none, it does not")
  func courriels() throws {
    let (lus, lecture) = try lire(ActeursTests.complet)
    #expect(lus.annuaire.postes["031012"]?.accesVerifie == true)
    #expect(lus.annuaire.postes["031020"]?.accesVerifie == false)
    #expect(lus.annuaire.postes["02A123"]?.accesVerifie == true)
    #expect(lecture.avertissements.count { $0.hasPrefix("postes[1].courriel_generique : ") } == 1)
    let (bad, _) = try lire("postes: [{codique: 031012, libelle: X, courriel_generique: pas une adresse}]\n")
    #expect(bad.annuaire.postes["031012"]?.accesVerifie == false)
  }

  @Test("R004–R005: without the key a contract is complete; with it, the director or TPG and DSF must both have signed")
  func signatures() throws {
    func complete(_ signataires: String) throws -> Bool? {
      let (lus, _) = try lire("etudes: [{etude: E3101, nom: X, contrat_du: 2025-01-01\(signataires)}]\n")
      return lus.annuaire.etudes.values.first?.contrats[0].isComplete
    }
    #expect(try complete("") == true)
    #expect(try complete(", signataires: {}") == false)
    #expect(try complete(", signataires: null") == false)
    #expect(try complete(", signataires: {prefet: 2024-12-01, directeur: 2024-12-01, huissier: 2024-12-01}") == true)
    #expect(
      try complete(", signataires: {prefet: 2024-12-01, huissier: 2024-12-01, tresorier_payeur_general: 2024-12-01}")
        == false)
  }

  @Test("what is exported is imported back the same, in YAML and in JSON", arguments: ["yaml", "json"])
  func roundTrip(_ form: String) async throws {
    let essai = try Essai()
    let source = try essai.write(ActeursTests.complet, "source.yaml")
    #expect(await essai.run("acteurs", "importer", source).code == 0)
    let first = essai.chemin("un.\(form)")
    #expect(await essai.run("acteurs", "exporter", first).code == 0)
    let other = try Essai()
    #expect(await other.run("acteurs", "importer", first).code == 0)
    let second = other.chemin("deux.\(form)")
    #expect(await other.run("acteurs", "exporter", second).code == 0)
    let texts = try [first, second].map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("TRÉSORERIE : AJACCIO"))
  }

  @Test("the sample directory comes back with the same values")
  func sample() async throws {
    let essai = try await Essai.avecReferentiel()
    let exported = try await essai.run("acteurs", "exporter", "--json").objet()
    let source = try Echantillon.objet("referentiel.json")
    #expect(exported["centre_serveur"] as? String == source["centre_serveur"] as? String)
    #expect(Echantillon.texte(exported["applications"]) == Echantillon.texte(source["applications"]))
    #expect(Echantillon.texte(exported["postes"]) == Echantillon.texte(source["postes"]))
    let etudes = try #require(source["etudes"] as? [[String: Any]])
    let found = try #require(exported["etudes"] as? [[String: Any]])
    for (etude, copy) in zip(etudes, found) {
      for (key, value) in etude { #expect(Echantillon.texte(copy[key]) == Echantillon.texte(value), "\(key)") }
    }
  }

  @Test(
    "each fault has its place and its sentence",
    arguments: [
      ("etudes: [{etude: E3101, nom: X}]", "etudes[0].contrat_du : valeur obligatoire absente."),
      (
        "etudes: [{etude: E3101, nom: X, contrat_du: 2025-02-30}]",
        "etudes[0].contrat_du : « 2025-02-30 » : une date AAAA-MM-JJ qui existe est attendue."
      ),
      (
        "etudes: [{etude: E3101, nom: X, contrat_du: 2025-01-02, contrat_au: 2025-01-01}]",
        "etudes[0].contrat_au : antérieur à contrat_du."
      ),
      (
        "etudes: [{etude: e1, nom: X, contrat_du: 2025-01-01}]",
        "etudes[0].etude : « e1 » est mal formé : 4 à 8 capitales et chiffres."
      ),
      (
        "etudes: [{etude: E3101, nom: X, contrat_du: 2025-01-01, codes_postaux: [3100]}]",
        "etudes[0].codes_postaux[0] : « 3100 » : 5 chiffres sont attendus."
      ),
      (
        "etudes: [{etude: E3101, nom: X, contrat_du: 2025-01-01, part: 0}]",
        "etudes[0].part : « 0 » : un entier de 1 à 1000 est attendu."
      ),
      (
        "etudes: [{etude: E3101, nom: X, contrat_du: 2025-01-01, departement: 20}]",
        "etudes[0].departement : « 20 » est mal formé : 01 à 95, 2A, 2B, 971 à 978, 986 à 988."
      ),
      (
        "postes: [{codique: 12, libelle: X}]",
        "postes[0].codique : « 12 » est mal formé : 6 ou 7 chiffres, ou 02A/02B suivi de 3 ou 4."
      ),
      (
        "postes: [{codique: 031012, libelle: X}, {codique: 031012, libelle: Y}]",
        "postes[1] : le poste 031012 est déjà décrit plus haut."
      ),
      ("postes: {codique: 031012}", "postes : une liste est attendue."),
      ("postes: [031012]", "postes[0] : une suite de « clé: valeur » est attendue."),
      ("siret_centre: 30000001500011", "siret_centre : « 30000001500011 » est mal formé : 14 chiffres, clé comprise."),
      (
        "flux: [{application: HELIOS, exploitation: 031, periode: parfois}]",
        "flux[0].periode : quotidien, ouvre, hebdomadaire:1 (lundi) à hebdomadaire:7, ou jamais attendu."
      ),
      ("[1, 2]", "fichier : une suite de « clé: valeur » est attendue."),
    ])
  func faults(_ yaml: String, _ sentence: String) throws {
    #expect(try lire(yaml + "\n").1.erreurs == [sentence])
  }

  @Test("with one fault nothing is imported, and every fault is told")
  func nothing() async throws {
    let essai = try Essai()
    let path = try essai.write("centre_serveur: CSH1\npostes: [{codique: 1, libelle: X}, {codique: 2}]\n", "a.yaml")
    let result = await essai.run("acteurs", "importer", path)
    #expect(result.code == 1)
    #expect(result.avertissements.split(separator: "\n").count == 4)
    #expect(try await essai.run("acteurs", "exporter", "--json").objet()["centre_serveur"] == nil)
  }

  @Test("an unknown key is a warning, a key written twice a fault, a file out of form one sentence")
  func keys() async throws {
    let (_, lecture) = try lire("centre_serveur: CSH1\npostes: [{codique: 031012, libelle: X, couleur: bleu}]\n")
    #expect(lecture.avertissements == ["postes[0].couleur : clé inconnue, ignorée."])
    let essai = try Essai()
    let broken = await essai.run("acteurs", "importer", try essai.write("{\"a\": ", "a.json"))
    #expect(broken.code == 1)
    #expect(broken.avertissements.hasSuffix("a.json : ce n’est pas du JSON bien formé.\n"))
    #expect(await essai.run("acteurs", "importer", essai.chemin("rien.yaml")).code == 3)
  }

  @Test("no damaged file crashes the reading: a thousand damaged copies of the sample")
  func fuzz() throws {
    let bytes = Array(ActeursTests.complet.utf8)
    let essai = try Essai()
    var state: UInt64 = 0x5EED
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let place = essai.dossier.appendingPathComponent("f.yaml")
    for _ in 0..<1_000 {
      var damaged = bytes
      for _ in 0...random(4) { damaged[random(damaged.count)] = UInt8(random(256)) }
      if random(3) == 0 { damaged.removeLast(random(damaged.count)) }
      try Data(damaged).write(to: place)
      let lecture = LectureDActeurs()
      if let donnee = try? Donnee(fichier: place.path) { _ = lecture.lire(donnee) }
    }
  }
}
