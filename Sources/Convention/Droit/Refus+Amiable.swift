extension Refus.Motif {
  public static let insolvabiliteSansJustificatif = Self(
    "R-01", "L’insolvabilité se signale avec la référence et la date d’un constat de carence antérieur")
  public static let actePhaseComminatoire = Self("R-02", "Aucun procès-verbal ne s’établit en phase comminatoire")
  public static let etudeNonAttributaire = Self("R-03", "Cette étude n’est pas attributaire du dossier")
  // R-04, « Le dossier est clos », was never given: what comes after the end is kept without effect.
  public static let contratInactif = Self("R-05", "Le contrat départemental de l’étude n’est pas en vigueur ce jour-là")
  public static let contratIncomplet = Self("R-06", "Il manque au contrat départemental une de ses signatures")
  public static let horsRessort = Self("R-07", "Le redevable demeure hors du ressort de l’étude")
  public static let prolongationParAutrui = Self("R-08", "Seul le comptable qui a fait la demande prolonge la phase")
  public static let termeDemandeNonPosterieur = Self(
    "R-09", "Le terme demandé doit être postérieur au jour de la demande")
  public static let dossierPasEnAttente = Self("R-10", "Le dossier n’attend pas qu’une étude soit désignée")
  public static let etudeDejaAttributaire = Self("R-11", "Cette étude a déjà refusé le dossier ou le tient déjà")
  public static let amendesSurPapier = Self("R-12", "Les amendes se transmettent seulement par voie dématérialisée")
  public static let retourPapier = Self("R-13", "À demande dématérialisée, retour dématérialisé")
  public static let posteNonOuvert = Self("R-14", "Le poste comptable n’est pas ouvert à ce mode d’échange")
  public static let importNonPrevu = Self("R-15", "Le contrat départemental ne prévoit pas la transmission par tableur")
  public static let executantCentre = Self("R-16", "Le centre serveur ne modifie que ses propres actions")
  public static let encaissementInconnu = Self("R-18", "L’encaissement cité n’existe pas ou a déjà été annulé")
  public static let sansAttestation = Self(
    "R-19", "La remise s’atteste par la liste en ligne, par courriel, ou par les deux")

  static let amiable = [
    insolvabiliteSansJustificatif, actePhaseComminatoire, etudeNonAttributaire, contratInactif,
    contratIncomplet, horsRessort, prolongationParAutrui, termeDemandeNonPosterieur, dossierPasEnAttente,
    etudeDejaAttributaire, amendesSurPapier, retourPapier, posteNonOuvert, importNonPrevu, executantCentre,
    encaissementInconnu, sansAttestation,
  ]
}
