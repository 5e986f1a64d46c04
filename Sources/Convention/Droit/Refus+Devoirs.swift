extension Refus.Motif {
  public static let preuveMalFormee = Self(
    "R-80", "Un avis se prouve par la référence du message envoyé et par son empreinte SHA-256")
  public static let incidentSansConcerne = Self(
    "R-81", "Un incident nomme au moins un département, et un poste ou une étude")
  public static let destinataireNonConcerne = Self("R-82", "Seuls ceux que l’incident concerne en sont avisés")
  public static let coupureNonAnnoncee = Self(
    "R-83", "Une coupure prévue ne commence pas avant que chacun de ceux qu’elle concerne en soit avisé")
  public static let avisSansAction = Self(
    "R-84", "L’avis au bureau CL1A porte au moins une action menée ou un calendrier d’actions à venir")
  public static let instantsDesordonnes = Self("R-85", "Les dates données ne se suivent pas dans l’ordre des faits")
  public static let incidentNonQualifie = Self("R-86", "Un incident ne se clôt pas sans cause qualifiée")
  public static let incidentNonRetabli = Self("R-87", "Un incident ne se clôt pas avant le rétablissement du service")
  public static let incidentNonAvise = Self(
    "R-88", "Un incident ne se clôt pas avant que chacun de ceux qu’il concerne en soit avisé")
  public static let etatContraire = Self("R-89", "L’état présent n’admet pas cet acte")
  public static let planIncomplet = Self(
    "R-90", "Le plan de retour à la normale s’adresse aux comptables, aux directions et au bureau CL1A")
  public static let texteHorsBornes = Self("R-91", "Un texte libre n’est ni vide ni plus long que le maximum admis")
  public static let accesNonEprouve = Self(
    "R-93", "Le poste n’est pas activé sans adresse générique vérifiée et épreuve de connexion réussie")
  public static let versionNonPosterieure = Self(
    "R-94", "Une version nouvelle a un nom nouveau et un jour postérieur à la précédente")
  public static let formationHorsConvention = Self(
    "R-95", "La formation s’adresse aux postes d’un département qui a conventionné")
  public static let formationIncomplete = Self(
    "R-96", "Une formation tenue nomme ses postes, ses participants et la durée due à chaque trésorerie")
  public static let guideNonRemis = Self(
    "R-97", "Une formation initiale ne se clôt pas sans un guide remis à chaque poste nouveau")
  public static let renouvellementRefuse = Self(
    "R-98", "Après une formation initiale, la formation se renouvelle une fois par an à la demande du comptable")
  public static let mandatExcede = Self(
    "R-99", "Seul un gestionnaire de plate-forme agit pour plusieurs études, et chacun pour les siennes seulement")

  static let devoirs = [
    preuveMalFormee, incidentSansConcerne, destinataireNonConcerne, coupureNonAnnoncee, avisSansAction,
    instantsDesordonnes, incidentNonQualifie, incidentNonRetabli, incidentNonAvise, etatContraire, planIncomplet,
    texteHorsBornes, accesNonEprouve, versionNonPosterieure, formationHorsConvention,
    formationIncomplete, guideNonRemis, renouvellementRefuse, mandatExcede,
  ]
}
