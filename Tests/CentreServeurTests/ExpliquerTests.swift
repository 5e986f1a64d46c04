import Foundation
import Testing

@testable import CentreServeur

@Suite("expliquer et bareme")
struct ExpliquerTests {
  @Test("a dossier tells each date and each amount with its rule, its article and its sum")
  func dossier() async throws {
    let essai = try await Essai.avecReferentiel()
    _ = await essai.run("recevoir", Echantillon.chemin("aller-correct.txt"), jour: "2026-03-02")
    _ = await essai.run("recevoir", Echantillon.chemin("etude.txt"), jour: "2026-03-04")
    let text = await essai.run("expliquer", "dossier", "DEM2026-000101", jour: "2026-03-05")
    #expect(text.code == 0)
    for part in [
      "— Dates", "— Montants", "— Frais de la phase comminatoire", "— Contrat départemental",
      "Terme de la phase : 17/05/2026", "Reste dû du titre 1 : ", "TermeDePhase (R027)",
    ] {
      #expect(text.sortie.contains(part), "\(part)")
    }
    #expect(!text.sortie.contains("LEFÈVRE") && !text.sortie.contains("LEFEVRE"))
    let json = try await essai.run("expliquer", "dossier", "DEM2026-000101", "--json", jour: "2026-03-05").liste()
    let first = try #require((json.first?["explications"] as? [[String: Any]])?.first)
    #expect(first["regle"] is String && first["calcul"] is [String] && first["resultat"] is String)
    #expect(await essai.run("expliquer", "dossier", "DEM2026-000101", "--pour", "etude:E3102").code == 1)
    let unknown = await essai.run("expliquer", "dossier", "INCONNU")
    #expect(unknown.code == 1 && unknown.avertissements == "Aucun dossier INCONNU dans ce périmètre.\n")
  }

  @Test("a day gives every delay; phase, département and length are taken, anything else is a sentence and 2")
  func date() async throws {
    let essai = try Essai()
    let all = await essai.run("expliquer", "date", "02/03/2026")
    #expect(all.code == 0)
    for part in [
      "Terme de la phase : 16/05/2026", "Terme de la phase : 21/04/2026", "Limite de paiement d’une facture",
    ] {
      #expect(all.sortie.contains(part), "\(part)")
    }
    let judicial = await essai.run(
      "expliquer", "date", "2025-11-06", "--phase", "judiciaire", "--departement", "67")
    #expect(judicial.sortie.contains("Terme de la phase : 29/12/2025"))
    #expect(judicial.sortie.contains("26/12/2025 n’est pas ouvrable : reporté au 29/12/2025"))
    let sixty = await essai.run("expliquer", "date", "02/03/2026", "--phase", "comminatoire", "--duree", "60")
    #expect(sixty.sortie.contains("Terme de la phase : 01/05/2026"))
    for wrong in [["31/02/2026"], ["02/03/2026", "--phase", "x"], ["02/03/2026", "--duree", "0"]] {
      let result = await essai.programme(["expliquer", "date"] + wrong + essai.lieu)
      #expect(result.code == 2 && !result.avertissements.isEmpty, "\(wrong)")
    }
    #expect(await essai.run("expliquer", "date", "02/03/2026", "--departement", "99").code == 2)
  }

  @Test("an amount gives its fee, its parts under a policy, its act and its right; a refusal is said as it is, code 1")
  func amount() async throws {
    let essai = try Essai()
    let fee = await essai.run("expliquer", "montant", "250,00", "--le", "02/03/2026", "--departement", "971")
    #expect(fee.code == 0 && fee.sortie.contains("34,05\u{A0}€ TTC"))
    let parted = await essai.run("expliquer", "montant", "250", "--le", "02/03/2026", "--politique", "brutVentile")
    #expect(parted.sortie.contains("217,28\u{A0}€ sur la dette, 32,72\u{A0}€ de frais TTC"))
    let act = await essai.run(
      "expliquer", "montant", "250,00", "--le", "01/02/2011", "--phase", "judiciaire", "--acte", "042")
    #expect(act.sortie.contains("9,5 taux × 2,20\u{A0}€ × 1 = 20,90\u{A0}€"))
    let refused = await essai.run(
      "expliquer", "montant", "250,00", "--le", "01/02/2011", "--phase", "judiciaire", "--acte", "999")
    #expect(refused.code == 1 && refused.avertissements.contains("R-57"))
    #expect(await essai.run("expliquer", "montant", "deux").code == 2)
    #expect(await essai.run("expliquer", "montant", "2,00", "--politique", "autre").code == 2)
    #expect(await essai.run("expliquer", "montant", "2,00", "--acte", "042").code == 2)
  }

  @Test("an article, a requirement, a refusal and a rule answer each other, with or without the word")
  func article() async throws {
    let essai = try Essai()
    let article = await essai.run("expliquer", "article", "10")
    #expect(article.code == 0 && article.sortie.hasPrefix("Article 10\n"))
    for part in ["R037", "R-26", "durée du recouvrement judiciaire : 50 jours"] {
      #expect(article.sortie.contains(part), "\(part)")
    }
    #expect(await essai.run("expliquer", "10").sortie == article.sortie)
    #expect(await essai.run("expliquer", "qualité", "I.2").sortie.contains("relance sans accusé : 8 jours"))
    #expect(await essai.run("expliquer", "R027").sortie.contains("DepartDuDelai"))
    let refusal = try await essai.run("expliquer", "R-26", "--json").objet()
    #expect((refusal["refus"] as? [[String: Any]])?.first?["code"] as? String == "R-26")
    #expect((refusal["exigences"] as? [[String: Any]])?.first?["id"] as? String == "R039")
    #expect(await essai.run("expliquer", "regle", "LimiteDeReversement").sortie.contains("R055"))
    for unknown in [["article", "99"], ["R999"], ["regle", "Inconnue"]] {
      let result = await essai.programme(["expliquer"] + unknown + essai.lieu)
      #expect(result.code == 1 && result.avertissements.hasSuffix(".\n"), "\(unknown)")
    }
    #expect(await essai.run("expliquer").code == 2)
  }

  @Test("the figures of a day, all of them, and those that could not be read")
  func bareme() async throws {
    let essai = try Essai()
    let day = await essai.run("bareme", "lister", "--le", "01/02/2011")
    #expect(day.code == 0 && day.sortie.hasPrefix("Valeurs du 01/02/2011\n"))
    #expect(day.sortie.contains("TVA, métropole : 19,6\u{A0}%") && !day.sortie.contains("TVA, métropole : 20\u{A0}%"))
    let all = try await essai.run("bareme", "lister", "--tout", "--json").liste()
    #expect(all.contains { $0["nom"] as? String == "TVA, métropole" && $0["valeur"] as? String == "20\u{A0}%" })
    let unread = try await essai.run("bareme", "lister", "--tout", "--non-verifiees", "--json").liste()
    #expect(!unread.isEmpty && unread.allSatisfy { $0["verifiee"] as? Bool == false } && unread.count < all.count)
    #expect(await essai.run("bareme", "lister", "--tout", "--le", "01/02/2011").code == 2)
    #expect(await essai.run("bareme", "lister", "--le", "demain").code == 2)
    #expect(await essai.run("bareme").code == 2)
  }
}
