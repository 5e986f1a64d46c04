// From the description of a type, its father and its children to flat memory.

extension TypeCompile {
  init(_ brut: TypeBrut, among types: [TypeBrut], in memoire: Memoire) {
    let plans = types.map { Plan($0.plan, in: memoire) }
    plan = plans[brut.index]
    parent = brut.parent ?? -1
    enfants = memoire.copy(brut.enfants)
    liens = memoire.copy(
      brut.liens.map { lien in
        Lien(mien: plans[brut.index].places[lien.mien], sien: plans[brut.parent ?? 0].places[lien.sien])
      })
    champsDeLien = memoire.copy(brut.champsDeLien.map { plans[brut.index].places[$0] })
    niveau = brut.niveauRejet
    sauf = brut.niveauRejetSauf.map { ConditionCompilee($0.condition, plans[brut.index], in: memoire) }
    niveauSauf = brut.niveauRejetSauf?.niveau ?? brut.niveauRejet
    func compiled(_ regles: [Regle]) -> UnsafeBufferPointer<RegleCompilee> {
      memoire.copy(
        regles.map { regle in
          RegleCompilee(
            regle,
            RegleCompilee.Plans(
              entete: plans[0], parent: brut.parent.map { plans[$0] }, propre: plans[brut.index],
              enfant: regle.enfant.map { plans[$0] }), in: memoire)
        })
    }
    let ordered = brut.controles.sortedByPrecedence(champs: brut.champs)
    let father = ordered.filter { !$0.isOfTheReference }
    reglesPropres = compiled(father.filter { !$0.nom.isOfTheChildren })
    reglesDesEnfants = compiled(father.filter { $0.nom.isOfTheChildren })
    reglesDuPere = compiled(father)
    reglesDuReferentiel = compiled(ordered.filter { $0.isOfTheReference })
  }
}
