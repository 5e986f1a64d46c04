/// A chapter of the users' guide, by steps (annexe qualité III, R188).
struct ChapitreDuGuide: Sendable {
  let titre: String
  let phrases: [String]

  static let tous = [
    ChapitreDuGuide(
      titre: "Se connecter",
      phrases: [
        "Le centre vous remet un lien valable vingt-quatre heures : il mène au choix de votre mot de passe.",
        "Cinq essais manqués font attendre ; un lien perdu se redemande au référent du centre.",
      ]),
    ChapitreDuGuide(
      titre: "Confier une créance (comptables)",
      phrases: [
        "Votre application envoie les demandes par fichier ; à défaut, « Saisir une demande » ou « Tableur ».",
        "Chaque demande part à l’étude compétente pour l’adresse du redevable ; ce qui est rejeté porte son motif.",
        "L’attestation de remise arrive le soir à l’adresse générique du poste.",
      ]),
    ChapitreDuGuide(
      titre: "Suivre et répondre (comptables)",
      phrases: [
        "« Dossiers » montre les vôtres seulement ; chaque page dit l’état, la prochaine date et qui doit agir.",
        "Le filtre « Sans nouvelle depuis » donne les dossiers dont l’étude ne dit rien.",
        "« Prolongations » attend votre accord ou votre refus.",
      ]),
    ChapitreDuGuide(
      titre: "Recevoir et agir (études)",
      phrases: [
        "« Accusés de réception » : accusez chaque dossier remis, ou refusez-le avec un motif de la liste.",
        "Inscrivez actions, constats, encaissements et fin d’intervention à la page du dossier, ou envoyez votre fichier.",
      ]),
    ChapitreDuGuide(
      titre: "Demander de l’aide (comptables)",
      phrases: [
        "« Aide et contact » nomme votre interlocuteur et reçoit vos demandes et observations ; les réponses s’y lisent.",
        "N’y écrivez ni nom, ni adresse, ni montant d’un redevable : le numéro de la demande suffit.",
        "Une interruption du service qui vous concerne s’affiche en tête de chaque page, et vous est écrite.",
      ]),
  ]
}
