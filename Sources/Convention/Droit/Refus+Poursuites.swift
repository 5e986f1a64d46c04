extension Refus.Motif {
  public static let sansEtatDePoursuites = Self(
    "R-20", "L’acte, le procès-verbal ou le formulaire cite un autre état de poursuites que celui du dossier")
  public static let procesVerbalInexistant = Self(
    "R-21",
    "Aucun procès-verbal ne s’établit pour une recherche infructueuse, une nouvelle adresse hors du ressort ou une suspension"
  )
  public static let carenceSansMotif = Self("R-22", "Un procès-verbal de carence donne son motif")
  public static let carenceSansSignature = Self(
    "R-23", "Un procès-verbal de carence dit si le débiteur l’a signé et, sinon, pourquoi")
  public static let carenceInjustifiee = Self(
    "R-24", "La carence faute de valeur suppose des biens estimés moins que le coût de la vente")
  public static let deniersPartiels = Self(
    "R-25", "Le procès-verbal de réception de deniers suppose toute la dette payée directement à l’étude")
  public static let venteSansAutorisation = Self(
    "R-26", "La vente attend l’autorisation du comptable, demandée avec la copie du procès-verbal de saisie")
  public static let venteSansSaisie = Self(
    "R-27", "La demande d’autorisation de vendre suppose une saisie-vente et la copie de son procès-verbal")
  public static let mesureSansAccord = Self(
    "R-28", "Une mesure différente ou complémentaire attend l’accord exprès du comptable")
  public static let ouvertureSansPermission = Self(
    "R-29",
    "L’ouverture forcée suppose une créance au-dessus du seuil écrit du directeur, ou la permission expresse du comptable"
  )
  public static let horsPhaseJudiciaire = Self("R-110", "Cela ne se fait qu’en recouvrement judiciaire")
  public static let formulaireSansSuspension = Self(
    "R-112", "Le formulaire de suspension ou d’interruption suppose une demande du comptable")
  public static let rectificationImpossible = Self(
    "R-113", "Un encaissement ne se rectifie pas : il s’annule en entier")
  public static let messageInconnu = Self("R-114", "Le message à rectifier n’existe pas, ou l’a déjà été")

  static let poursuites = [
    sansEtatDePoursuites, procesVerbalInexistant, carenceSansMotif, carenceSansSignature, carenceInjustifiee,
    deniersPartiels, venteSansAutorisation, venteSansSaisie, mesureSansAccord, ouvertureSansPermission,
    horsPhaseJudiciaire, formulaireSansSuspension, rectificationImpossible, messageInconnu,
  ]
}
