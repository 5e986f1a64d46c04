import Convention

extension EcritureDActeurs {
  /// What is agreed beside dates and delays, in the shape in which it is imported; nothing agreed is nothing written.
  static func clauses(_ item: ContratDepartemental.Clauses) -> [(String, JSONValue)] {
    [
      ("departement", JSONValue(item.departement?.texte)), ("autorite", JSONValue(item.autorite?.rawValue)),
      ("depart_du_delai", JSONValue(item.departDuDelai?.rawValue)), ("engagement", engagement(item.engagement)),
      ("objectifs_dates", liste(item.objectifs, objectif)), ("seuils_ouverture_forcee", liste(item.seuils, seuil)),
      ("periodicites", liste(item.periodicites, periodicite)), ("papier", liste(item.papier, papier)),
      ("applications_ouvertes", liste(item.ouvertures, ouverture)),
    ]
  }

  private static func liste<T>(_ items: [T], _ object: (T) -> [(String, JSONValue)]) -> JSONValue {
    items.isEmpty ? .nul : .liste(items.map { .objetSansNul(object($0)) })
  }

  private static func engagement(_ item: EngagementDeLEtude?) -> JSONValue {
    switch item {
    case nil: .nul
    case .attendu?: .texte("attendu")
    case .pris(let le)?: JSONValue(le)
    }
  }

  private static func objectif(_ item: Objectif) -> [(String, JSONValue)] {
    [
      ("axe", .texte(item.cible.axe.rawValue)), ("code", JSONValue(item.cible.code.isEmpty ? nil : item.cible.code)),
      ("taux", JSONValue(item.taux.centiemes)), ("du", JSONValue(item.du)),
    ]
  }

  private static func seuil(_ item: SeuilOuvertureForcee) -> [(String, JSONValue)] {
    [
      ("montant", JSONValue(item.montant)), ("lettre", .texte(item.lettre.reference)),
      ("lettre_du", JSONValue(item.lettre.date)), ("du", JSONValue(item.du)),
    ]
  }

  private static func periodicite(_ item: Periodicite) -> [(String, JSONValue)] {
    [("document", .texte(item.document.rawValue)), ("mois", JSONValue(item.months)), ("du", JSONValue(item.du))]
  }

  private static func papier(_ item: PeriodeSurPapier) -> [(String, JSONValue)] {
    [
      ("du", JSONValue(item.du)), ("au", JSONValue(item.au)), ("motif", .texte(item.motif.rawValue)),
      ("poste", JSONValue(item.poste?.texte)),
    ]
  }

  private static func ouverture(_ item: OuvertureDApplication) -> [(String, JSONValue)] {
    [("application", .texte(item.application)), ("du", JSONValue(item.du))]
  }
}
