extension Refus.Motif {
  public static let contratDejaConclu = Self(
    "R-30", "Un contrat lie déjà cette étude dans ce département à ces dates")
  public static let dureeDeContratNonConforme = Self(
    "R-31", "Un contrat départemental se conclut pour la durée que fixe la convention")
  public static let anterieurALaConvention = Self(
    "R-32", "Un contrat ne prend pas effet avant la signature de la convention")
  public static let signataireEtranger = Self("R-33", "Cette qualité ne signe pas le contrat dans ce département")
  public static let dejaSigne = Self("R-34", "Cette signature ou cet engagement est déjà au dossier")
  public static let echangesDematerialises = Self(
    "R-35", "Les échanges de l’étude sont dématérialisés ce jour-là")
  public static let contratTermine = Self("R-36", "Le contrat a pris fin")
  public static let dateAVenir = Self("R-37", "Un fait ne s’enregistre pas avant sa date")
  public static let reconductionTacite = Self(
    "R-38", "Un contrat ne se reconduit que par une décision expresse, écrite et référencée")
  public static let nonReconductible = Self(
    "R-39", "Le contrat ne se reconduit plus : il l’est déjà, ou il est dénoncé ou résilié")
  public static let modeRetroactif = Self("R-40", "Le mode d’échange ne change pas pour un jour déjà passé")
  public static let objectifsNonManques = Self(
    "R-41", "Cette décision suppose des objectifs manqués, constatés par un rapport")
  public static let rapportAbsent = Self(
    "R-42", "Le rapport sur les objectifs se joint avec sa référence et son empreinte")
  public static let finDejaNotifiee = Self("R-43", "Cette fin du contrat a déjà été notifiée")
  public static let resiliationSansMotif = Self(
    "R-44",
    "Une résiliation se fonde sur un manquement à la convention, à ses annexes ou aux objectifs, avec la référence de sa preuve"
  )
  public static let approbationManquante = Self(
    "R-45", "Il manque l’approbation de l’autorité du département : le directeur, ou ensemble le TPG et le DSF")
  public static let seuilSansEcrit = Self(
    "R-46", "Le seuil d’ouverture forcée est un montant communiqué par une lettre, avec sa référence et sa date")
  public static let periodiciteHorsBornes = Self(
    "R-47", "La périodicité se fixe en mois entiers et n’excède pas un an")
  public static let echangesSurPapier = Self("R-48", "Les échanges de l’étude se font sur papier ce jour-là")
  public static let objectifHorsBornes = Self(
    "R-49", "Un objectif est un taux de 0 à 100 %, avec le code de ce qu’il mesure")
  public static let applicationDejaOuverte = Self(
    "R-140", "Une application s’ouvre une seule fois à l’échange de fichiers, sous son nom")
  public static let tableurDejaConvenu = Self("R-141", "Le contrat dit déjà cela de l’import par tableur")

  static let contrats = [
    contratDejaConclu, dureeDeContratNonConforme, anterieurALaConvention, signataireEtranger, dejaSigne,
    echangesDematerialises, contratTermine, dateAVenir, reconductionTacite, nonReconductible, modeRetroactif,
    objectifsNonManques, rapportAbsent, finDejaNotifiee, resiliationSansMotif, approbationManquante, seuilSansEcrit,
    periodiciteHorsBornes, echangesSurPapier, objectifHorsBornes, applicationDejaOuverte, tableurDejaConvenu,
  ]
}
