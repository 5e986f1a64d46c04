import Convention
import Registre
import Testing

@testable import Centre

@Suite("Art. 13 — états récapitulatifs du centre (R053–R054)")
struct RecapitulatifsTests {
  private static let fin = Jour(2026, 12, 31)
  private static let auteur = "etude:E3101/anne"

  /// An étude whose contract runs from 1 January 2026, two dossiers and a payment of 100,00 € in March.
  private func essai(
    _ contrats: [ContratDepartemental] = [ContratDepartemental(du: Jour(2026, 1, 1), au: Jour(2027, 12, 31))]
  ) async throws -> CentreDEssai {
    var annuaire = try Echantillons.annuaire()
    let code = try #require(CodeEtude("E3101"))
    annuaire.etudes[code]?.contrats = contrats
    let essai = try await CentreDEssai(annuaire: annuaire)
    var aller = try Fabrique.aller(lundi, 1)
    for numero in ["D0", "D1"] { aller.demande(numero, montants: [300_00]) }
    _ = try await essai.recevoir("a", try aller.octets(), lundi)
    var etude = try Fabrique.etude("E3101", mardi, 1)
    etude.encaissement("D0", 1, "P-1", 100_00)
    #expect(try await essai.recevoir("e", try etude.octets(), mardi).statut == "A")
    return essai
  }

  private func attendu() throws -> RecapitulatifAttendu {
    RecapitulatifAttendu(
      etude: try #require(CodeEtude("E3101")), poste: try #require(Codique("031012")), phase: .comminatoire,
      periode: try PeriodeRecapitulee(du: Jour(2026, 1, 1), au: Self.fin))
  }

  @Test("due from the day after the period, and for what the étude has only")
  func due() async throws {
    let essai = try await essai()
    for (jour, count) in [(Self.fin, 0), (Self.fin.adding(days: 1), 1)] {
      let dus = try await Recapitulatifs(try essai.centre(jour)).dus(.exploitant)
      #expect(dus.filter { $0.attendu.etude.texte == "E3101" }.count == count)
    }
    let dus = try await Recapitulatifs(try essai.centre(Self.fin.adding(days: 1))).dus(.exploitant)
    #expect(dus.contains { $0.attendu == (try? attendu()) && $0.etat == "ATTENDU" })
  }

  @Test("the last period of a contract remains due once another contract has begun")
  func afterTheContract() async throws {
    let essai = try await essai([
      ContratDepartemental(du: Jour(2024, 1, 1), au: Jour(2026, 12, 31)), ContratDepartemental(du: Jour(2027, 1, 1)),
    ])
    let later = Recapitulatifs(try essai.centre(Jour(2027, 6, 1)))
    #expect(try await later.dus(.exploitant).contains { $0.attendu == (try? attendu()) && $0.etat == "ATTENDU" })
    _ = try await later.arreter(try attendu(), par: Self.auteur)
  }

  @Test("the contract tells the period that no étude sent, whatever another sent; where nothing was held, none is late")
  func alerts() async throws {
    let essai = try await essai([ContratDepartemental(du: Jour(2025, 1, 1), au: Jour(2027, 12, 31))])
    _ = try await ContratsDuCentre(try essai.centre(lundi)).importer(
      try await essai.registre.lire { try $0.annuaire() })
    let later = try essai.centre(Jour(2027, 6, 1))
    func due() async throws -> [Jour] {
      try await ContratsDuCentre(later).alertes(.exploitant)
        .filter { $0.cle.contains("E3101") && $0.alerte.nature == .documentDu(.etatRecapitulatif) }.map(
          \.alerte.echeance)
    }
    // 2025 had no dossier: what is late is 2026.
    #expect(try await due() == [Self.fin])
    let (work, scope) = (Recapitulatifs(later), Perimetre.etudes([try attendu().etude]))
    let id = try await work.arreter(try attendu(), par: Self.auteur)
    try await work.signer(id, par: try attendu().etude, scope, auteur: Self.auteur)
    try await work.transmettre(id, scope, auteur: Self.auteur)
    #expect(try await due() == [])
  }

  @Test("drawn up, signed and sent, it is no longer due; drawn up twice or out of time it is refused")
  func life() async throws {
    let essai = try await essai()
    let centre = try essai.centre(Self.fin.adding(days: 1))
    let recapitulatifs = Recapitulatifs(centre)
    let scope = Perimetre.etudes([try attendu().etude])
    await #expect(throws: Refus(.recapitulatifNonAttendu, under: Article(13, alinea: 1))) {
      try await Recapitulatifs(try essai.centre(Self.fin)).arreter(try attendu(), par: Self.auteur)
    }
    let id = try await recapitulatifs.arreter(try attendu(), par: Self.auteur)
    await #expect(throws: Refus(.recapitulatifDejaArrete, under: Article(13, alinea: 1))) {
      try await recapitulatifs.arreter(try attendu(), par: Self.auteur)
    }
    await #expect(throws: Refus(.ordreDuRecapitulatif, under: Article(13, alinea: 1))) {
      try await recapitulatifs.transmettre(id, scope, auteur: Self.auteur)
    }
    let other = Perimetre.etudes([try #require(CodeEtude("E3102"))])
    await #expect(throws: RecapitulatifIntrouvable()) {
      try await recapitulatifs.signer(id, par: try attendu().etude, other, auteur: Self.auteur)
    }
    try await recapitulatifs.signer(id, par: try attendu().etude, scope, auteur: Self.auteur)
    try await recapitulatifs.transmettre(id, scope, auteur: Self.auteur)
    #expect(try await recapitulatifs.dus(scope).isEmpty)
    let fiche = try #require(
      try await essai.registre.lire { try $0.recit(EtatRecapitulatif.self, id: id, .exploitant)?.fiche })
    #expect(fiche.histoire.exemplaires.map(\.texte) == ["exemplaire 1/2", "exemplaire 2/2"])
    #expect(fiche.histoire.resume.etat == "TRANSMIS")
    #expect(try await essai.registre.reconstruire().identique)
  }

  @Test("the totals are the sum of the rows, and the payments that the journal tells")
  func recount() async throws {
    let essai = try await essai()
    let attendu = try attendu()
    let (table, held, encaisse) = try await essai.registre.lire { lecture in
      var total = Montant.zero
      try lecture.encaissements(.exploitant, etude: attendu.etude) { total = total + $0.fait.encaissement.creance }
      let sommes = try SommesDetenues(lecture, .etudes([attendu.etude]), on: Self.fin)
      return (
        try Recapitulatifs.contenu(attendu, lecture), sommes.registres.first?.detenu(on: Self.fin), total
      )
    }
    #expect(table.totaux[.encaisse] == encaisse && encaisse == Montant(cents: 100_00))
    #expect(table.totaux == table.lignes.reduce(.zero) { $0 + $1.chiffres })
    #expect(table.totaux[.recus].nombre == 2 && table.totaux[.recus].montant == Montant(cents: 600_00))
    #expect(table.totaux[.aReverser] == held)
  }
}
