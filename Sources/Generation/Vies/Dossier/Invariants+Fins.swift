import Convention

extension VieDeDossier {
  static let fins: [Invariant<PasDeDossier>] = [
    alternance, finsVraies, ouvertDoit, clotureFondee, attribution, sansEffet, ecarteDefinitif,
  ]

  private static let alternance = Invariant<PasDeDossier>(
    "fins et réouvertures alternent, et la dernière dit si le dossier est clos", "article 11, alinéa 3 ; R047"
  ) { pas in
    var isEnded = pas.avant.estClos
    for fait in pas.faits {
      guard let ends = fait.termine else { continue }
      if ends == isEnded { return .faute(ends ? "deux fins de suite" : "rouvert sans avoir été clos") }
      isEnded = ends
    }
    return .requis(pas.apres.estClos == isEnded, isEnded ? "fini et non clos" : "clos sans fin")
  }

  private static let finsVraies = Invariant<PasDeDossier>(
    "une fin dit le reste dû et si le comptable reprend ; un terme n’échoit qu’après son dernier jour, hors suspension",
    "article 9, alinéa 1, et article 11, alinéa 3 ; R027, R047"
  ) { pas in
    guard let fin = pas.faits.fin else { return .sansObjet }
    guard fin.resteDu == pas.apres.resteDu else { return .faute("reste dû annoncé \(fin.resteDu.texte)") }
    guard fin.motif == PhaseTerminee.Motif.termeEchu.rawValue, case .soir(let jour) = pas.demande else { return .tenu }
    let isOver = pas.apres.terme.map { $0 < jour && $0 == fin.date } ?? false
    return .requis(
      isOver && !pas.avant.estSuspendu(on: jour), "terme échu le \(fin.date.texte), constaté le \(jour.texte)")
  }

  private static let ouvertDoit = Invariant<PasDeDossier>(
    "un dossier ouvert doit encore quelque chose", "article 11 ; R047"
  ) { pas in
    guard pas.apres.estOuvert else { return .sansObjet }
    return .requis(pas.apres.resteDu > .zero, "ouvert, et rien n’est dû")
  }

  /// Ended by a payment, a recall or a cancellation that the centre found: one of them still holds.
  private static let clotureFondee = Invariant<PasDeDossier>(
    "une clôture par le centre garde son motif : rien n’est dû, ou le rappel tient encore", "article 8 ; R026, R047"
  ) { pas in
    guard let fin = pas.apres.fin, fin.entete == nil else { return .sansObjet }
    let motifs: [PhaseTerminee.Motif] = [.solde, .rappel, .annulation]
    guard motifs.map(\.rawValue).contains(fin.motif) else { return .sansObjet }
    let holds = pas.apres.resteDu == .zero || pas.apres.actualisations.arret != nil
    return .requis(holds, "clos par le motif \(fin.motif), que plus rien ne fonde")
  }

  private static let attribution = Invariant<PasDeDossier>(
    "l’étude attributaire est une de celles à qui le dossier fut remis et qui ne l’ont pas refusé",
    "article 1, alinéa 1 ; annexe qualité I.4 ; R002, R169"
  ) { pas in
    let dossier = pas.apres
    guard dossier.estOuvert else { return .requis(!dossier.holds(ActeursInventes.etudes[0]), "tenu sans être remis") }
    guard let etude = dossier.attributaire else { return .faute("remis à personne") }
    let given = pas.faits.compactMap(\.attribution).last ?? pas.avant.attributaire
    return .requis(
      dossier.etudes.contains(etude) && !dossier.refusee.contains(etude) && given == etude && dossier.holds(etude),
      "attribué à \(etude)")
  }

  /// What comes too late, or from another étude, is kept.
  private static let sansEffet = Invariant<PasDeDossier>(
    "un message conservé reste sans effet", "article 7 ; R024"
  ) { pas in
    let isKept = pas.faits.contains { if case .messageConserve = $0 { true } else { false } }
    return isKept
      ? .requis(pas.faits.count == 1 && pas.avant == pas.apres, "un message conservé a eu un effet") : .sansObjet
  }

  private static let ecarteDefinitif = Invariant<PasDeDossier>(
    "une demande écartée ne revient pas", "annexe qualité I.4 ; R169"
  ) { pas in
    pas.avant.estEcarte ? .requis(pas.apres.etat == pas.avant.etat, "écartée, puis reprise") : .sansObjet
  }
}

extension Evenement {
  /// True for an end, false for a reopening, nil for another fact.
  fileprivate var termine: Bool? {
    switch self {
    case .phaseTerminee: true
    case .dossierRouvert: false
    default: nil
    }
  }

  /// Whom the fact gives the dossier to.
  fileprivate var attribution: CodeEtude? {
    switch self {
    case .dossierRemis(let fait): fait.etude
    case .dossierRouvert(let fait): fait.etude
    default: nil
    }
  }
}

extension Sequence where Element == Evenement {
  var fin: PhaseTerminee? {
    for case .phaseTerminee(let fin) in self { return fin }
    return nil
  }
  var acte: ActeSignale? {
    for case .acteSignale(let fait) in self { return fait }
    return nil
  }
}
