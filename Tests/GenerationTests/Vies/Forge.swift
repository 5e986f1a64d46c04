@testable import Convention
@testable import Generation

/// Steps that no command can give: each breaks one invariant.
enum Forge {
  static let jour = Jour(2026, 3, 10)
  static let etude = ActeursInventes.etudes[0]
  static let refus = Refus(.horsRessort, under: Article(1, alinea: 1))

  static func demande(_ phase: Phase = .comminatoire, cents: Int64 = 10_000, mesure: String? = "SVT") -> Demande {
    let titre = Titre(
      rang: 1, typeCollectivite: "COM", codeCollectivite: "101", codeBudget: "00", collectivite: "COMMUNE",
      exercice: "2025", numero: "1", emission: Jour(2025, 1, 1), nature: "CAN", initial: Montant(cents: cents),
      resteDu: Montant(cents: cents))
    return Demande(
      cle: CleDemande(application: "HELIOS", exploitation: "031", numero: "D-1"), phase: phase, categorie: "CEP",
      date: jour, poste: "031012", montant: Montant(cents: cents),
      poursuites: phase == .judiciaire ? EtatDePoursuites(numero: "EP-1", mesure: mesure) : nil,
      redevables: [], titres: [titre])
  }

  /// Transmitted and handed over, then what follows.
  static func histoire(_ demande: Demande = demande(), _ suite: [Evenement] = []) -> [Evenement] {
    [.dossierTransmis(DossierTransmis(demande: demande)), .dossierRemis(remise)] + suite
  }

  static let remise = DossierRemis(
    etude: etude, instant: Instant(jour, heure: 8), codePostal: ActeursInventes.codePostal, delaiDays: 75)
  static let entete = EnteteMessage(etude: etude, numero: 1, fait: jour, bilan: true)

  static func dossier(_ histoire: [Evenement] = histoire()) -> Dossier {
    ActeursInventes.written(Dossier(histoire))
  }

  static func paiement(
    _ numero: String = "P1", _ cents: Int64 = 10_000, annule: String? = nil, reste: Int64 = 0, parts: [Int64]? = nil,
    frais: Honoraire = .zero
  ) -> Evenement {
    let creance = Montant(cents: cents)
    return .encaissementConstate(
      EncaissementConstate(
        entete: entete,
        encaissement: Encaissement(
          numero: numero, annule: annule, moyen: "03", ordre: "E", recu: creance, creance: creance, fraisHT: frais.ht,
          tva: frais.tva),
        imputations: (parts ?? [cents]).map { Imputation(rangTitre: 1, montant: Montant(cents: $0)) },
        limiteReversement: jour, resteDu: Montant(cents: reste)))
  }

  static func acte(_ code: String, forcee: Bool? = nil) -> Evenement {
    .acteSignale(
      ActeSignale(
        entete: entete,
        acte: Acte(code: code, etatPoursuites: "EP-1", referenceDocument: "PV-1", ouvertureForcee: forcee)))
  }

  static func fin(_ motif: String, reste: Int64 = 10_000) -> Evenement {
    .phaseTerminee(PhaseTerminee(motif: motif, date: jour, resteDu: Montant(cents: reste), reprise: true, etude: etude))
  }

  static let soir = CommandeDeDossier.soir(jour)

  /// The facts applied to what was there before, told as they are.
  static func pas(
    _ faits: [Evenement], avant: [Evenement] = histoire(), demande: CommandeDeDossier = soir, refus: Refus? = nil,
    apres: Dossier? = nil, histoire: [Evenement]? = nil
  ) -> PasDeDossier {
    PasDeDossier(
      avant: dossier(avant), demande: demande, faits: faits, refus: refus, apres: apres ?? dossier(avant + faits),
      histoire: histoire ?? avant + faits)
  }
}
