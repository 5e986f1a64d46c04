import Centre
import Convention
import Foundation
import Registre
import Testing

@testable import CentreServeur

@Suite("factures et rejouer")
struct FacturesTests {
  /// Something that an étude tells of a demand, decided and kept as a file would.
  private func dire(
    _ essai: Essai, _ numero: String, _ contenu: Message.Contenu, message: Int64, jour: String
  ) async throws {
    let session = try await essai.session(jour: jour)
    let centre = try await session.centre()
    try await centre.registre.ecrire { ecriture in
      var fiche = try #require(try ecriture.lecture.dossiers(numero: numero, .exploitant).first)
      let etude = try #require(fiche.dossier.attributaire)
      let (today, now) = (centre.horloge.jour, centre.horloge.instant)
      let entete = EnteteMessage(etude: etude, numero: message, fait: today, bilan: true)
      let events = try fiche.dossier.decide(Message(entete: entete, contenu: contenu), jour: today, instant: now)
      try ecriture.ajouter(
        events, to: &fiche, trace: Trace(auteur: "etude:\(etude)", instant: now, jour: today))
    }
  }

  private func centre() async throws -> Essai {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    return essai
  }

  private func avecActe() async throws -> Essai {
    let essai = try await centre()
    let acte = Acte(code: "042", etatPoursuites: "EP-2026-17", referenceDocument: "PV-1")
    try await dire(essai, "DEM2026-000103", .acte(acte), message: 900, jour: "2026-03-02")
    return essai
  }

  private let periode = ["--etude", "E3101", "--du", "2026-03-01", "--au", "2026-03-02"]

  private func factures(_ essai: Essai, _ arguments: [String], jour: String = "2026-03-02") async -> Essai.Resultat {
    await essai.programme(["factures"] + arguments + essai.lieu + ["--jour", jour])
  }

  @Test("prepared, issued, received, paid: each step tells what comes next, to people and to programs (R061, R066)")
  func life() async throws {
    let essai = try await avecActe()
    let prepared = try await factures(essai, ["preparer", "--json"] + periode).objet()
    #expect((prepared["lignes"] as? [[String: Any]])?.map { $0["acte"] as? String } == ["042", "042"])
    #expect(prepared["numero"] as? String == "F-2026-0001")
    let issued = await factures(essai, ["emettre"] + periode)
    #expect(issued.code == 0 && issued.sortie.hasPrefix("Facture E3101-F-2026-0001 émise : 2 lignes"))
    #expect(await factures(essai, ["emettre"] + periode).code == 1)
    let received = await factures(essai, ["recevoir", "E3101-F-2026-0001"])
    #expect(received.sortie.contains("à payer au plus tard le 01/04/2026"))
    #expect(await factures(essai, ["recevoir", "E3101-F-2026-0001"]).code == 1)
    #expect(await factures(essai, ["payer", "E3101-F-2026-0001", "--montant", "99999"]).code == 1)
    let paid = await factures(essai, ["payer", "E3101-F-2026-0001", "--montant", "10,00"])
    #expect(paid.code == 0 && paid.sortie.contains("10,00\u{A0}€ payés le 02/03/2026"))
    let seen = try await factures(essai, ["voir", "E3101-F-2026-0001", "--json", "--pour", "departement:31"]).objet()
    #expect(seen["etat"] as? String == "RECUE" && seen["limite"] as? String == "2026-04-01")
    #expect((seen["paiements"] as? [[String: Any]])?.count == 1)
    #expect(await factures(essai, ["voir", "E3101-F-2026-0001", "--pour", "departement:32"]).code == 1)
  }

  @Test("late invoices have their list, and their interest is claimed only then (R067)")
  func late() async throws {
    let essai = try await avecActe()
    _ = await factures(essai, ["emettre"] + periode)
    _ = await factures(essai, ["recevoir", "E3101-F-2026-0001"])
    #expect(await factures(essai, ["interets", "E3101-F-2026-0001"], jour: "2026-04-01").code == 1)
    #expect(await factures(essai, ["lister", "--en-retard"], jour: "2026-04-01").sortie == "0 facture.\n")
    let late = await factures(essai, ["lister", "--en-retard"], jour: "2026-04-02")
    #expect(late.sortie.contains("à payer au plus tard le 01/04/2026, en retard de 1 jour"))
    let claimed = await factures(essai, ["interets", "E3101-F-2026-0001"], jour: "2026-04-02")
    #expect(claimed.code == 0 && claimed.sortie.contains("1 jour de retard"))
  }

  @Test("what is claimed is paid by parts, only once claimed and never beyond (R067)")
  func interest() async throws {
    let essai = try await avecActe()
    _ = await factures(essai, ["emettre"] + periode)
    _ = await factures(essai, ["recevoir", "E3101-F-2026-0001"])
    let (late, pay) = ("2026-04-02", ["payer-interets", "E3101-F-2026-0001", "--montant"])
    #expect(await factures(essai, pay + ["1,00"], jour: late).code == 1)
    _ = await factures(essai, ["interets", "E3101-F-2026-0001"], jour: late)
    #expect(await factures(essai, pay + ["99999"], jour: late).code == 1)
    #expect(await factures(essai, pay + ["un"], jour: late).code == 2)
    let paid = await factures(essai, pay + ["1,00"], jour: late)
    #expect(paid.code == 0 && paid.sortie.contains("1,00\u{A0}€ d’intérêts payés le 02/04/2026"))
    let seen = await factures(essai, ["voir", "E3101-F-2026-0001"], jour: late)
    #expect(seen.sortie.contains("Intérêts payés le 02/04/2026 : 1,00\u{A0}€"))
    let json = try await factures(essai, ["voir", "E3101-F-2026-0001", "--json"], jour: late).objet()
    #expect(json["interets_payes"] as? Int == 1_00)
  }

  @Test("rejected, its lines are free again; what is malformed is 2, what does not exist is 1")
  func reject() async throws {
    let essai = try await avecActe()
    _ = await factures(essai, ["emettre"] + periode)
    #expect(await factures(essai, ["rejeter", "E3101-F-2026-0001", "--motif", "sans état"]).code == 0)
    let again = await factures(essai, ["emettre"] + periode)
    #expect(again.sortie.hasPrefix("Facture E3101-F-2026-0002 émise"))
    #expect(await factures(essai, ["voir", "E3101-F-9"]).code == 1)
    #expect(await factures(essai, ["payer", "E3101-F-2026-0002", "--montant", "dix"]).code == 2)
    #expect(await factures(essai, ["lister", "--etat", "perdue"]).code == 2)
    #expect(await factures(essai, ["preparer", "--etude", "E3101", "--du", "hier", "--au", "2026-03-02"]).code == 2)
  }

  @Test("a closed dossier computed again says before, after and the difference, and changes nothing (R017, R060)")
  func replay() async throws {
    let essai = try await centre()
    let payment = Encaissement(
      numero: "P-1", moyen: "03", ordre: "E", recu: Montant(cents: 182_50), creance: Montant(cents: 182_50))
    try await dire(essai, "DEM2026-000101", .encaissement(payment), message: 900, jour: "2026-03-02")
    let before = try await essai.session(jour: "2026-03-02").registre().lire { try $0.dernierePosition() }
    let csv = essai.chemin("ecarts.csv")
    let result = try await essai.run(
      "rejouer", "--bareme", "arrete-2005", "--export", csv, "--json", jour: "2026-03-02"
    ).objet()
    let totaux = try #require(result["totaux"] as? [String: Any])
    #expect(totaux["recalcules"] as? Int == 1 && totaux["ecarts"] as? Int == 1)
    let item = try #require((result["dossiers"] as? [[String: Any]])?.first)
    // 12,55 % × 182,50 = 22,90; VAT of 20 %, then of 19,6 %.
    #expect(Echantillon.texte((item["avant"] as? [String: Any])?["honoraire"]) == #"{"ht":2290,"ttc":2748,"tva":458}"#)
    #expect(Echantillon.texte((item["apres"] as? [String: Any])?["honoraire"]) == #"{"ht":2290,"ttc":2739,"tva":449}"#)
    #expect(try String(contentsOfFile: csv, encoding: .utf8).contains("DEM2026-000101"))
    let none = await essai.run("rejouer", "--bareme", "arrete-2005", "--du", "2026-03-03", jour: "2026-03-02")
    #expect(none.code == 0 && none.sortie.hasPrefix("0 dossier recalculé"))
    let same = await essai.run("rejouer", "--politique", "partDeclaree", jour: "2026-03-02")
    #expect(same.sortie.hasPrefix("1 dossier recalculé, 0 change"))
    #expect(try await essai.session(jour: "2026-03-02").registre().lire { try $0.dernierePosition() } == before)
  }

  @Test("without a version nor a policy, or with unknown ones, the command is malformed")
  func malformed() async throws {
    let essai = try await centre()
    for options in [
      [], ["--bareme", "decret-1900"], ["--politique", "moitie"], ["--bareme", "2011-01-01", "--du", "x"],
    ] {
      #expect(await essai.programme(["rejouer"] + options + essai.lieu).code == 2, "\(options)")
    }
  }

  @Test("a dossier says what its étude earns: declared, at the tariff, waiting, and why (R059, R060)")
  func dossier() async throws {
    let essai = try await centre()
    let payment = Encaissement(
      numero: "P-1", moyen: "03", ordre: "E", recu: Montant(cents: 100_00), creance: Montant(cents: 100_00))
    try await dire(essai, "DEM2026-000101", .encaissement(payment), message: 900, jour: "2026-03-02")
    let text = await essai.run("dossier", "DEM2026-000101", jour: "2026-03-02").sortie
    for part in ["Frais  dus 15,06", "de moins que le tarif", "FraisDuDossier"] {
      #expect(text.contains(part), "\(part)")
    }
    let json = try #require(
      try await essai.run("dossier", "DEM2026-000101", "--json", jour: "2026-03-02").liste().first)
    let frais = try #require(json["frais"] as? [String: Any])
    #expect((frais["en_attente"] as? [String: Any])?["ttc"] as? Int == 1506)
    let first = try #require((frais["encaissements"] as? [[String: Any]])?.first)
    #expect((first["explication"] as? [String: Any])?["exigences"] as? [String] == ["R059", "R060"])
  }
}
