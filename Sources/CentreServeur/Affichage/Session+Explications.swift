import Convention

extension Session {
  /// Explanations by subject, as text or as JSON.
  func tell(_ groupes: [(titre: String, explications: [Explication], reserves: [String])]) {
    guard !reglages.json else {
      return ecran.json(
        .liste(
          groupes.map { groupe in
            .objet([
              ("groupe", .texte(groupe.titre)), ("explications", .liste(groupe.explications.map(\.json))),
              ("reserves", .liste(groupe.reserves.map { .texte($0) })),
            ])
          }))
    }
    for groupe in groupes {
      ecran.ligne(groupe.titre)
      for item in groupe.explications {
        ecran.ligne()
        item.write(to: ecran, retrait: 2)
      }
      for reserve in groupe.reserves { ecran.paragraphe("", reserve, retrait: 2) }
      ecran.ligne()
    }
  }
}
