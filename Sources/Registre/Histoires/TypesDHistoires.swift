import Convention

/// The kinds of histories that this program tells again from the journal alone: one line each.
public enum TypesDHistoires {
  public static let tous: [any Histoire.Type] = [
    HistoireDeContrat.self, Facture.self, EtatRecapitulatif.self, IncidentDeService.self, Formation.self,
    Sollicitation.self, DeclarationDeMoyens.self,
  ]
}
