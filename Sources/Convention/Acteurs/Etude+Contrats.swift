/// The contracts of an étude: one a département at a time (art. 1, al. 3, R004), and exchanges only under one (cahier 2, al. 3, R080).
extension Etude {
  /// What binds it to the comptable of a poste on a day: the contract of the poste's département, else the one that names no
  /// département, else, where the codique names none either, that of its only département. Nil: it signed nothing with them.
  public func contrat(with poste: Codique?, on jour: Jour) -> ContratDepartemental? {
    contrats(with: poste).applicable(on: jour)
  }

  /// All that it ever signed with the comptables of that département, in no order.
  public func contrats(with poste: Codique?) -> [ContratDepartemental] {
    guard poste?.departement == nil else { return contrats(of: poste?.departement) }
    let unnamed = contrats.filter { $0.clauses.departement == nil }
    let isAlone = Set(contrats.map(\.clauses.departement)).count == 1
    return unnamed.isEmpty && isAlone ? contrats : unnamed
  }

  /// What binds it to whoever asked for the dossier: under the contract of the day of its hand-over, if it has it already.
  public func contrat(of dossier: Dossier, on jour: Jour) -> ContratDepartemental? {
    contrat(with: Codique(dossier.demande.poste), on: dossier.remise?.jour ?? jour)
  }

  /// What it signed with the director of a département, on a day.
  public func contrat(of departement: Departement, on jour: Jour) -> ContratDepartemental? {
    contrats(of: departement).applicable(on: jour)
  }

  private func contrats(of departement: Departement?) -> [ContratDepartemental] {
    let named = contrats.filter { $0.clauses.departement == departement }
    return named.isEmpty ? contrats.filter { $0.clauses.departement == nil } : named
  }

  /// Whose contract it is: the one declared, else that of the étude's seat, else that of its first postal code; nil if none says.
  public func departement(of contrat: ContratDepartemental) -> Departement? {
    contrat.clauses.departement ?? CodePostal(codePostal)?.departementPresume ?? ressort.min()?.departementPresume
  }
}

extension [ContratDepartemental] {
  /// Of contracts that follow each other, that of a day.
  fileprivate func applicable(on jour: Jour) -> ContratDepartemental? { applicable(on: jour, contrat: \.self) }
}

extension Sequence {
  /// Of what holds contracts that follow each other, that of a day: in force, else the last that began, else the next to begin.
  func applicable(on jour: Jour, contrat: (Element) -> ContratDepartemental) -> Element? {
    let dated = map { (element: $0, contrat: contrat($0)) }
    let begun = dated.filter { $0.contrat.du <= jour }
    let active = begun.filter { $0.contrat.isActive(on: jour) }
    let last = (active.isEmpty ? begun : active).max { $0.contrat.du < $1.contrat.du }
    return (last ?? dated.min { $0.contrat.du < $1.contrat.du })?.element
  }
}

extension CodePostal {
  /// The département that its digits suggest: enough to file a contract, never to hand a dossier over (see ``CodeInsee``).
  fileprivate var departementPresume: Departement? {
    guard texte.hasPrefix("20") else { return Departement(commune: texte) }
    return Departement(texte < "20200" ? "2A" : "2B")
  }
}
