extension HistoireDeContrat {
  /// A contract that the directory declares as it stands: signed, and perhaps denounced, before the centre kept its acts.
  ///
  /// Reading: what was agreed then is not judged again, neither its length nor who signed (art. 1, al. 3; art. 19); the acts
  /// that follow are. Without a declared authority, it is the one whose members signed, a director if nobody did (R005).
  public static func reprendre(
    _ contrat: ContratDepartemental, etude: CodeEtude, departement: Departement
  ) -> [Acte] {
    let autorite = contrat.clauses.autorite ?? (contrat.isSignedJointly ? .conjointe : .directeur)
    return [.conclu(Conclusion(etude: etude, departement: departement, autorite: autorite, contrat: contrat))]
  }

  /// As it was declared or concluded, before any act.
  public static func conclusion(_ actes: some Sequence<Acte>) -> ContratDepartemental? {
    guard case .conclu(let fait)? = actes.first(where: { _ in true }) else { return nil }
    return fait.contrat
  }

  /// The day its denunciation was notified, whether an act says so or the contract was declared so (art. 18, R068).
  public var denonceLe: Jour? { denonciation?.notifieeLe ?? valeur.denonceLe }

  /// The day its termination was notified, whether an act says so or the contract was declared so (art. 21, R072).
  public var resilieLe: Jour? { resiliation?.notifieeLe ?? valeur.resilieLe }
}

extension [HistoireDeContrat] {
  /// Of the contracts of one étude in a département, that which binds it on a day: in force, else the last that began, else the
  /// next to begin; there is one at a time (art. 1, al. 3).
  public func applicable(on jour: Jour) -> HistoireDeContrat? {
    applicable(on: jour) { $0.contrat(on: jour) }
  }

  /// These contracts as a day reads them; where there are several, each names its département.
  public func contrats(on jour: Jour) -> [ContratDepartemental] {
    sorted { ($0.departement, $0.contrat(on: jour).du) < ($1.departement, $1.contrat(on: jour).du) }.map { histoire in
      var contrat = histoire.contrat(on: jour)
      if count > 1 { contrat.clauses.departement = histoire.departement }
      return contrat
    }
  }
}

extension ContratDepartemental {
  fileprivate var isSignedJointly: Bool {
    signatures?.tresorierPayeurGeneral != nil || signatures?.directeurServicesFiscaux != nil
  }
}
