extension Refus.Motif {
  public static let sommeDejaInscrite = Self("R-70", "L’encaissement est déjà inscrit au registre de l’étude")
  public static let autreEtude = Self("R-71", "Le registre ou l’état récapitulatif est celui d’une autre étude")
  public static let sommeDejaPassee = Self("R-72", "La somme a déjà été reversée ou remise, ou son encaissement annulé")
  public static let avantReception = Self(
    "R-73", "Une somme ne se reverse, ne se remet ni ne s’annule avant le jour de sa réception")
  public static let periodiciteDeRapport = Self(
    "R-74",
    "La périodicité est d’un mois au moins, et au plus d’un an pour un état récapitulatif, d’un contrat pour un compte rendu"
  )
  public static let periodeRecapitulee = Self(
    "R-75", "La période d’un état récapitulatif est d’un jour au moins et d’un an au plus")
  public static let periodeInachevee = Self("R-76", "La période de l’état récapitulatif n’est pas achevée")
  public static let ordreDuRecapitulatif = Self(
    "R-77", "Un état récapitulatif s’arrête, se signe puis se transmet, une fois et dans cet ordre")
  public static let procesVerbalSansEtat = Self(
    "R-78", "Un procès-verbal se remet avec l’état de poursuites qui lui correspond")
  public static let suspensionSansFormulaire = Self(
    "R-79", "Une suspension demandée par le comptable attend son formulaire et son état de poursuites avant la clôture")

  static let rapports = [
    sommeDejaInscrite, autreEtude, sommeDejaPassee, avantReception, periodiciteDeRapport,
    periodeRecapitulee, periodeInachevee, ordreDuRecapitulatif, procesVerbalSansEtat, suspensionSansFormulaire,
  ]
}
