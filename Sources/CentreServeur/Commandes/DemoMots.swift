import Registre

/// The codes of the format in words that a clerk uses.
enum DemoMots {
  static func statut(_ fichier: FichierRecu) -> String {
    switch fichier.statut {
    case "A": "accepté"
    case "P": "accepté, fautes mises à part"
    case "D": "déjà reçu : rien n’est refait"
    case "I": "incomplet : à renvoyer en entier"
    default: "refusé\(fichier.code.map { " (\($0))" } ?? "")"
    }
  }

  static func raison(_ code: String) -> String { raisons[code] ?? "autre raison" }

  private static let raisons = [
    "101": "ligne coupée",
    "102": "fin de ligne absente",
    "103": "caractère interdit",
    "104": "type de ligne inconnu",
    "201": "champ obligatoire à blanc",
    "203": "montant négatif",
    "204": "date qui n’existe pas",
    "205": "heure mal écrite",
    "206": "code qui n’existe pas",
    "207": "numéro mal formé ou réservé",
    "209": "SIRET faux",
    "301": "ligne sans sa demande",
    "302": "demande répétée dans le fichier",
    "303": "demande déjà reçue",
    "304": "demande jamais transmise",
    "305": "demande rejetée plus haut",
    "306": "message déjà reçu",
    "307": "encaissement répété",
    "310": "date impossible : après le fichier ou après la demande",
    "311": "montant nul",
    "312": "reste dû mal calculé",
    "313": "prolongation jusqu’à un jour passé",
    "314": "redevable principal absent",
    "315": "aucun titre",
    "316": "nombre de redevables faux",
    "317": "nombre de titres faux",
    "318": "total différent de la somme des titres",
    "319": "rang répété",
    "320": "titre répété",
    "321": "titre ou encaissement qui n’existe pas",
    "331": "somme reçue différente de ses parts",
    "332": "ventilation différente de la somme",
    "334": "acte de poursuite en phase amiable",
    "401": "poste inconnu",
    "402": "poste non ouvert aux échanges",
    "403": "adresse perdue ou à l’étranger",
    "404": "aucune étude pour ce code postal",
    "405": "contrat de l’étude éteint ou pas encore actif",
    "406": "étude désignée incompétente",
  ]

  static func fin(_ motif: String) -> String {
    [
      "01": "soldés", "02": "terme échu", "03": "rappelés par le comptable", "04": "annulés ou remis",
      "05": "insolvables",
      "06": "disparus ou plis non distribués", "07": "partis hors du ressort", "08": "refusés sans autre étude",
    ][motif] ?? "autres"
  }

  static func genre(_ suite: FichierRecu.Suite) -> String {
    switch suite.genre {
    case "AL": "dossiers à traiter"
    case "RR": "encaissements"
    case "RI": suite.etude.isEmpty ? "nouvelles des dossiers" : "accusé de son fichier"
    default: suite.genre
    }
  }
}
