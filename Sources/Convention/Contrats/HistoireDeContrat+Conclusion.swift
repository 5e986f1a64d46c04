extension HistoireDeContrat {
  /// Art. 1, al. 3 (R004): one contract for a département and an étude at a time, of three years (art. 19, R069), not
  /// before the convention (R003). It begins without signature nor engagement, and opens nothing until it has them.
  public static func conclure(
    _ contrat: ContratDepartemental, etude: CodeEtude, departement: Departement, autorite: AutoriteDuDepartement,
    autres: some Sequence<HistoireDeContrat>
  ) throws(Refus) -> [Acte] {
    guard ConventionNationale.enVigueur.governs(contrat.du) else {
      throw Refus(.anterieurALaConvention, under: Article(1, alinea: 2))
    }
    guard contrat.au == ContratDepartemental.terme(from: contrat.du) else {
      throw Refus(.dureeDeContratNonConforme, under: Article(19))
    }
    for objectif in contrat.tousLesObjectifs { try objectif.requireMeaning() }
    let siens = autres.filter { $0.etude == etude && $0.departement == departement }
    guard !siens.contains(where: { $0.overlaps(contrat) }) else {
      throw Refus(.contratDejaConclu, under: Article(1, alinea: 3))
    }
    let fait = Conclusion(
      etude: etude, departement: departement, autorite: autorite,
      contrat: contrat.unsigned(departement: departement, autorite: autorite))
    return [.conclu(fait)]
  }

  /// Whether both would bind the étude on a same day.
  public func overlaps(_ other: ContratDepartemental) -> Bool {
    valeur.du <= other.au && other.du <= contrat(on: .last).lastDay
  }

  /// Art. 1, al. 3 and note 1 (R004–R005): each signatory of the département once.
  public func signer(_ qualite: QualiteDeSignataire, le: Jour, on jour: Jour) throws(Refus) -> [Acte] {
    try requireOpen(for: le, on: jour)
    guard autorite.signataires.contains(qualite) else {
      throw Refus(.signataireEtranger, under: Article(1, alinea: 3))
    }
    guard let signatures = valeur.signatures, signatures[qualite] == nil else {
      throw Refus(.dejaSigne, under: Article(1, alinea: 3))
    }
    return [.signe(qualite: qualite, le: le)]
  }

  /// Cahier 1 (R077): the étude undertakes to respect the cahier des charges, once.
  public func engager(le: Jour, on jour: Jour) throws(Refus) -> [Acte] {
    try requireOpen(for: le, on: jour)
    guard valeur.clauses.engagement == .attendu else {
      throw Refus(.dejaSigne, under: Article(.cahierDesCharges, "1"))
    }
    return [.engagementPris(le: le)]
  }

  /// No act after the end (art. 18, 19 and 21), nor one that is not of the past yet.
  func requireOpen(for fait: Jour, on jour: Jour) throws(Refus) {
    guard fait <= jour else { throw Refus(.dateAVenir, under: Article(1, alinea: 3)) }
    let contrat = contrat(on: jour)
    guard fin == nil, jour <= contrat.lastDay else {
      throw Refus(.contratTermine, under: contrat.fin.cause.article)
    }
  }

  /// Art. 1, al. 3: what ends or renews a contract supposes that it was concluded by all.
  func requireComplete(on jour: Jour) throws(Refus) {
    guard contrat(on: jour).isComplete else { throw Refus(.contratIncomplet, under: Article(1, alinea: 3)) }
  }
}

extension ContratDepartemental {
  /// The same terms before anyone signed: what acts add later is not taken from the draft.
  fileprivate func unsigned(departement: Departement, autorite: AutoriteDuDepartement) -> ContratDepartemental {
    var draft = self
    (draft.signatures, draft.denonceLe, draft.resilieLe) = (Signatures(), nil, nil)
    draft.clauses.departement = departement
    draft.clauses.autorite = autorite
    draft.clauses.engagement = .attendu
    (draft.clauses.seuils, draft.clauses.periodicites, draft.clauses.papier) = ([], [], [])
    return draft
  }
}
