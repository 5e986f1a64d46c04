import Registre

/// What is proposed for a reject, by its code: a sentence for the exploitant.
public enum Proposition {
  public static func texte(for rejet: RejetConserve) -> String {
    switch rejet.code {
    case "101", "102", "103":
      "Ligne abîmée dans le transport : demander le renvoi du fichier ou de la demande."
    case "104", "105", "106":
      "Ligne en trop : rien à faire si les dossiers du fichier sont complets ; sinon la classer."
    case "201", "202", "203", "204", "205", "206", "207", "208", "209":
      "Corriger le champ \(rejet.champ ?? "en cause") puis rejouer, ou demander à l’émetteur de renvoyer la demande."
    case "301": "Ligne sans son père : demander le renvoi de la demande entière."
    case "302", "303": "Demande déjà prise en charge : classer."
    case "304", "305", "321": "Attendre que la demande soit acceptée, puis rejouer ; sinon interroger l’émetteur."
    case "306", "307": "Numéro déjà employé : classer si c’est une répétition, sinon demander un autre numéro."
    case "310", "311", "312", "313", "314", "315", "316", "317", "318", "319", "320", "331", "332", "333":
      "Incohérence dans la demande : la faire corriger par l’émetteur, ou corriger le champ et rejouer."
    case "334": "Acte impossible en phase comminatoire : classer et avertir l’étude."
    case "401", "402": "Compléter ou ouvrir le poste dans l’annuaire (acteurs importer), puis rejouer."
    case "403": "Corriger l’adresse du redevable principal (code_postal, localite) puis rejouer."
    case "404": "Ajouter ce code postal au ressort d’une étude (acteurs importer), puis rejouer."
    case "405", "406": "Vérifier le contrat et l’étude désignée dans l’annuaire, puis rejouer."
    case "407": "Message d’une étude qui n’a pas le dossier : l’avertir et classer."
    default: "Examiner la ligne, puis la rejouer ou la classer."
    }
  }
}
