import Convention
import MoteurDEssai
import SQLEngine
import Testing

@testable import Registre

@Suite("Views of the judicial recovery: agreement, form, prescription, progress report")
struct VuesJudiciairesTests {
  private static let jour = RegistreDEssai.jour
  private static let etude = CodeEtude("E3101")

  /// One judicial dossier, prescribed on 1 March 2027, with a report due on 2 April 2026 and nothing said yet.
  private func essai() async throws -> RegistreDEssai {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    try await essai.creer("C1")
    var demande = RegistreDEssai.demande("J1")
    (demande.phase, demande.etatPoursuites, demande.prescription) = (.judiciaire, "EP-1", Jour(2027, 3, 1))
    demande.poursuites = EtatDePoursuites(numero: "EP-1", mesure: "SVT")
    let transmis = DossierTransmis(demande: demande)
    let remis = DossierRemis(
      etude: try #require(Self.etude), instant: Instant(Self.jour, heure: 20),
      codePostal: try #require(CodePostal("31770")), delaiDays: 400, compteRenduMonths: 1)
    let trace = Self.trace
    _ = try await essai.registre.ecrire {
      try $0.creer([.dossierTransmis(transmis), .dossierRemis(remis)], trace: trace)
    }
    try await dire(essai, .accuse(Accuse(horodatage: Instant(Self.jour, heure: 9).horodatage, jour: Self.jour)), 1)
    return essai
  }

  private static let trace = Trace(
    auteur: "centre", instant: Instant(jour, heure: 20), jour: jour, fichier: 1, ligne: 2, octet: 0, longueur: 0,
    lignes: 3)

  private func dire(_ essai: RegistreDEssai, _ contenu: Message.Contenu, _ numero: Int64) async throws {
    let etude = try #require(Self.etude)
    try await essai.registre.ecrire { ecriture in
      var fiche = try #require(try ecriture.lecture.fiche(2))
      let entete = EnteteMessage(etude: etude, numero: numero, fait: Self.jour, bilan: true)
      let events = try fiche.dossier.decide(
        Message(entete: entete, contenu: contenu), jour: Self.jour, instant: Self.trace.instant)
      try ecriture.ajouter(events, to: &fiche, trace: Self.trace)
    }
  }

  private func arreter(_ essai: RegistreDEssai) async throws {
    try await essai.registre.ecrire { ecriture in
      var fiche = try #require(try ecriture.lecture.fiche(2))
      let update = Actualisation(numero: 1, code: "10", effet: .suspension, date: Self.jour)
      try ecriture.ajouter(
        fiche.dossier.decide(update, jour: Self.jour, instant: Self.trace.instant), to: &fiche, trace: Self.trace)
    }
  }

  private func trouves(_ essai: RegistreDEssai, _ change: (inout FiltreDossiers) -> Void) async throws -> [String] {
    var filtre = FiltreDossiers()
    change(&filtre)
    return try await essai.registre.lire { [filtre] in
      try $0.dossiers(.exploitant, filtre, limit: 10).map(\.cle.numero)
    }
  }

  @Test("a late report is seen from the day after the one on which it was due (R033)")
  func reports() async throws {
    let essai = try await essai()
    for (jour, expected) in [(Jour(2026, 4, 2), []), (Jour(2026, 4, 3), ["J1"])] {
      #expect(try await trouves(essai) { $0.compteRenduEnRetardLe = jour } == expected)
    }
    try await dire(essai, .avancement(Avancement(etape: "02")), 2)
    #expect(try await trouves(essai) { $0.compteRenduEnRetardLe = Jour(2026, 4, 3) }.isEmpty)
  }

  @Test("an agreement asked, a form waited for, a prescription near: each is seen by its own view")
  func views() async throws {
    let essai = try await essai()
    #expect(try await trouves(essai) { $0.accordDemande = true }.isEmpty)
    #expect(try await trouves(essai) { $0.formulaireAttendu = true }.isEmpty)
    try await dire(essai, .autorisation(DemandeAutorisation(objet: "M", mesure: "SAT")), 2)
    try await arreter(essai)
    #expect(try await trouves(essai) { $0.accordDemande = true } == ["J1"])
    #expect(try await trouves(essai) { $0.formulaireAttendu = true } == ["J1"])
    let alert = try #require(try await essai.registre.lire { try $0.fiche(2) }?.dossier.prescriptionDue)
    #expect(try await trouves(essai) { $0.prescriptionProcheLe = alert.adding(days: -1) }.isEmpty)
    #expect(try await trouves(essai) { $0.prescriptionProcheLe = alert } == ["J1"])
    let lignes = try await essai.registre.lire { try $0.dossiers(.exploitant, limit: 10) }
    let ligne = try #require(lignes.first { $0.cle.numero == "J1" })
    #expect(ligne.accordDemande && ligne.formulaireAttendu && ligne.prescriptionEstProche(on: alert))
    #expect(!ligne.compteRenduManque(on: Jour(2026, 4, 2)) && ligne.compteRenduManque(on: Jour(2026, 4, 3)))
  }

  @Test("made again from the journal, the columns are the same")
  func rebuilt() async throws {
    let essai = try await essai()
    try await arreter(essai)
    #expect(try await essai.registre.reconstruire().identique)
  }

  @Test("a base that was at work before the views is told them once, when it is opened")
  func completed() async throws {
    let essai = try await essai()
    try await arreter(essai)
    let before = try await MoteurDEssai.photographie(essai.engine)
    try await essai.engine.write {
      try $0.execute(
        "UPDATE dossier SET accord_demande = NULL, formulaire_attendu = NULL, prescription_due = NULL, "
          + "compte_rendu_due = NULL")
    }
    #expect(try await MoteurDEssai.photographie(essai.engine) != before)
    _ = try await Registre(essai.engine) { Array(repeating: 3, count: 32) }
    #expect(try await MoteurDEssai.photographie(essai.engine) == before)
  }

  @Test("a copy knows the columns that a later migration added")
  func schema() throws {
    let table = try #require(TableDuSchema.toutes().first { $0.nom == "dossier" })
    #expect(
      table.colonnes.suffix(4).map(\.nom) == [
        "accord_demande", "formulaire_attendu", "prescription_due", "compte_rendu_due",
      ])
    #expect(table.colonnes.suffix(4).map(\.genre) == [.booleen, .booleen, .texte, .texte])
    let older = try #require(TableDuSchema.toutes(until: 10).first { $0.nom == "dossier" })
    #expect(older.colonnes == Array(table.colonnes.dropLast(4)))
  }
}
