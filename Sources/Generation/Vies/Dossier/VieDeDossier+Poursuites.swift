import Convention

extension VieDeDossier {
  /// What belongs to the judicial recovery, of every kind.
  mutating func poursuite(_ entete: EnteteMessage) -> Message.Contenu {
    if estCalme, saleIsToAsk, alea.chance(500) { return .autorisation(autorisation()) }
    return switch alea.below(100) {
    case 0..<52: .acte(acte())
    case 52..<72: .autorisation(autorisation())
    case 72..<82:
      .retour(RetourCirconstancie(etatPoursuites: etatCite(), referenceDocument: "F-1"))
    case 82..<88: .avancement(Avancement(etape: alea.pick(Avancement.Etape.allCases).rawValue))
    default: .rectification(Rectification(message: rectifie(entete), motif: "erreur"))
    }
  }

  private mutating func etatCite() -> String { alea.chance(940) ? ActeursInventes.etat : "EP-2" }

  /// Towards the sale when one was granted or a seizure made, else any act of the tariff and those that have none.
  private mutating func acte() -> Acte {
    let guided = prochainsActes
    let all = Acte.Code.allCases.map(\.rawValue) + ["006", "007", "091", "092", "093"]
    let code = alea.chance(550) ? alea.pick(guided).rawValue : alea.pick(all)
    return acte(code)
  }

  private var prochainsActes: [Acte.Code] {
    if dossier.resteDu == .zero { return [.receptionDeDeniers] }
    if dossier.poursuites.acte(.saisieVente) == nil { return [.saisieVente, .saisieVente, .carence] }
    return [.dateDeVente, .certificationPublicite, .enlevement] + (saleIsGranted ? [] : [.carence])
  }

  private var saleIsGranted: Bool { dossier.autorisations.contains { $0.objet == .vente && $0.estAccordee } }

  /// Seized, and the comptable not asked yet.
  private var saleIsToAsk: Bool {
    dossier.poursuites.acte(.saisieVente) != nil && !dossier.autorisations.contains { $0.objet == .vente }
  }

  private mutating func acte(_ code: String) -> Acte {
    let signature: String? = alea.pick(["O", "O", "N", nil])
    return Acte(
      code: code, etatPoursuites: etatCite(), montantVise: alea.chance(300) ? dossier.resteDu : nil,
      motifCarence: alea.pick(["1", "1", "2", "3", nil]), signatureDebiteur: signature,
      motifNonSignature: alea.chance(700) ? "absent" : nil, valeurEstimee: Montant(cents: Int64(alea.below(500))),
      coutVente: Montant(cents: Int64(alea.below(700))), referenceDocument: "PV-1",
      ouvertureForcee: alea.chance(200) ? true : nil)
  }

  private mutating func autorisation() -> DemandeAutorisation {
    let isSeized = dossier.poursuites.acte(.saisieVente) != nil
    return DemandeAutorisation(
      objet: isSeized && alea.chance(600) ? "V" : alea.pick(Autorisation.Objet.allCases).rawValue,
      mesure: alea.pick(["SVT", "SAT", "VEH"]),
      referenceDocument: alea.chance(850) ? "PV-1" : nil)
  }

  /// One of its messages that may be taken back, or any number.
  private mutating func rectifie(_ entete: EnteteMessage) -> Int64 {
    let own = dossier.rectifiables.filter { $0.etude == entete.etude }
    guard !own.isEmpty, alea.chance(700) else { return Int64(1 + alea.below(Int(entete.numero))) }
    return alea.pick(own).numero
  }
}
