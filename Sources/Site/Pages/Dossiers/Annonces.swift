/// What was just done, by the code that the redirection carries.
enum Annonces {
  static func faite(_ requete: Requete) -> Annonce? {
    phrases[requete.recherche["fait"]].map { Annonce(.fait, $0) }
  }

  private static let phrases = [
    "accuse": "L’accusé de réception est enregistré.",
    "refus": "Le refus est enregistré.",
    "action": "L’action est enregistrée.",
    "constat": "Le constat est enregistré.",
    "encaissement": "L’encaissement est enregistré.",
    "annulation": "L’annulation est enregistrée.",
    "prolongation": "La demande de prolongation est envoyée au comptable.",
    "justification": "La justification est enregistrée.",
    "fin": "La fin d’intervention est enregistrée.",
    "actualisation": "L’actualisation est enregistrée et portée à l’étude.",
    "accordee": "La prolongation est accordée.",
    "refusee": "La prolongation est refusée.",
    "document": "Le document est remis.",
    "acte": "L’acte est enregistré.",
    "autorisation": "La demande d’accord est envoyée au comptable.",
    "suspension": "Le formulaire est enregistré.",
    "compte-rendu": "Le compte rendu est enregistré.",
    "rectification": "La rectification est enregistrée.",
    "reponse": "La réponse est portée à l’étude.",
    "recapitulatif": "L’état récapitulatif est arrêté en deux exemplaires.",
    "signature": "L’état récapitulatif est signé.",
    "transmission": "L’état récapitulatif est transmis au comptable.",
    "demande": "La demande est transmise.",
    "brouillon": "Le brouillon est enregistré.",
    "designation": "Le dossier est remis à l’étude.",
    "renoncement": "La demande est rejetée.",
    "rejeu": "La ligne a été jugée de nouveau.",
    "classement": "La ligne est classée.",
    "incident": "L’acte est consigné ; les avis partent dans la minute.",
    "deja": "Cet acte était déjà fait, ou un autre l’a devancé : voici l’état présent.",
    "sollicitation": "Votre demande est enregistrée : la réponse se lira ici.",
    "reponse-donnee": "La réponse est enregistrée.",
    "epreuve": "L’accès du poste est éprouvé : la preuve est consignée.",
    "utilisateur": "Le compte est modifié.",
  ]
}
