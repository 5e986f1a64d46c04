extension Refus.Motif {
  public static let disparitionSansDroit = Self("R-50", "La constatation d’une disparition n’ouvre aucun droit")
  public static let suspensionSansRetour = Self(
    "R-51", "Le forfait de suspension demande le retour circonstancié et sa référence")
  public static let adresseDansLeRessort = Self(
    "R-52", "Une nouvelle adresse dans le ressort de l’étude n’ouvre pas de forfait")
  public static let adresseSansIntervention = Self(
    "R-53", "Le forfait de nouvelle adresse demande une intervention en recouvrement judiciaire")
  public static let paiementAvantIntervention = Self(
    "R-54", "Un paiement antérieur à l’intervention de l’étude n’ouvre pas de droit proportionnel")
  public static let honoraireHorsPhaseComminatoire = Self(
    "R-55", "Les honoraires de la phase comminatoire ne se calculent pas sur un recouvrement judiciaire")
  public static let droitHorsPhaseJudiciaire = Self(
    "R-56", "Le tarif du recouvrement judiciaire ne s’applique pas à une phase comminatoire")
  public static let acteHorsTarif = Self("R-57", "Cet acte n’est pas au tarif")
  public static let acteAuForfait = Self(
    "R-58", "Une suspension ou une nouvelle adresse se facture au forfait, sans procès-verbal")
  public static let montantDActeInconnu = Self("R-59", "Cette version du tarif ne donne pas le montant de cet acte")
  public static let factureAUnPoste = Self("R-60", "Rien ne se facture à un poste comptable")
  public static let payeurNonSignataire = Self(
    "R-61", "La facture s’adresse au directeur signataire du contrat départemental")
  public static let ligneEnDouble = Self("R-62", "La facture porte deux fois la même ligne")
  public static let acteDejaFacture = Self("R-63", "Cette ligne est déjà sur une autre facture")
  public static let ligneHorsContrat = Self(
    "R-64", "Une ligne est antérieure au contrat, hors de la période de la facture ou postérieure à son émission")
  public static let totalDiscordant = Self("R-65", "Les totaux de la facture ne sont pas la somme de ses lignes")
  public static let numeroDejaPris = Self("R-66", "L’étude a déjà une facture de ce numéro")
  public static let factureNonPayable = Self(
    "R-67", "Dans l’état où se trouve la facture, cette opération n’est pas possible")
  public static let choixDImputationDiscordant = Self(
    "R-68", "Le choix du redevable cite un titre inconnu ou ne fait pas la somme versée")
  public static let montantHorsBornes = Self(
    "R-69", "Le montant doit être positif et ne pas dépasser ce qui est dû")

  static let remuneration = [
    disparitionSansDroit, suspensionSansRetour, adresseDansLeRessort, adresseSansIntervention,
    paiementAvantIntervention, honoraireHorsPhaseComminatoire, droitHorsPhaseJudiciaire, acteHorsTarif, acteAuForfait,
    montantDActeInconnu, factureAUnPoste, payeurNonSignataire, ligneEnDouble, acteDejaFacture, ligneHorsContrat,
    totalDiscordant, numeroDejaPris, factureNonPayable, choixDImputationDiscordant, montantHorsBornes,
  ]
}
