extension Refus.Motif {
  public static let adresseSansCodePostal = Self(
    "R-125", "La nouvelle adresse n’a pas de code postal : rien ne dit qu’elle est hors du ressort")
  public static let rienAFacturer = Self("R-126", "Rien n’est à facturer sur cette période")
  public static let payeurInconnu = Self(
    "R-127", "Le département du directeur à qui facturer n’est ni au contrat ni dans l’adresse du dossier")
  public static let periodeDeFactureInvalide = Self(
    "R-128",
    "La période d’une facture finit au plus tôt le jour où elle commence et au plus tard le jour de son émission")
  public static let numeroMalForme = Self(
    "R-129",
    "Un numéro de facture n’a que des lettres et chiffres sans accent, - / . _ et des espaces, et la longueur admise")

  static let facturation = [
    adresseSansCodePostal, rienAFacturer, payeurInconnu, periodeDeFactureInvalide, numeroMalForme,
  ]
}
