@testable import Convention

/// Identifiers and days that the tests share.
enum Exemple {
  static let etude = require(CodeEtude("E3101"))
  static let autreEtude = require(CodeEtude("E3102"))
  static let codePostal = require(CodePostal("31770"))
  static let remise = Jour(2026, 3, 2)

  /// A value written in a test: a wrong one is a fault of the test.
  static func require<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("this example is well formed") }
    return value
  }
}

extension Montant {
  /// Euros and cents: `.euros(12, 34)` is 12,34 €.
  static func euros(_ euros: Int64, _ cents: Int64 = 0) -> Montant {
    Montant(cents: euros * 100 + cents)
  }
}

extension Titre {
  static func exemple(_ rang: Int, _ resteDu: Montant, emission: Jour = Jour(2025, 6, 1)) -> Titre {
    Titre(
      rang: rang, typeCollectivite: "COM", codeCollectivite: "101", codeBudget: "00",
      collectivite: "COMMUNE DE COLOMIERS", exercice: "2025", numero: String(rang), emission: emission,
      nature: "CAN", initial: resteDu, resteDu: resteDu)
  }
}

extension Redevable {
  static func exemple(rang: Int = 1, telephones: [String] = ["0561000000"]) -> Redevable {
    Redevable(
      rang: rang, qualite: rang == 1 ? "01" : "04", civilite: "M", nom: "LEFEVRE", prenom: "JEAN",
      adresse: .exemple, telephones: telephones)
  }
}

extension Adresse {
  static let exemple = Adresse(
    lignes: ["M JEAN LEFEVRE", "", "", "12 RUE DU MOULIN", ""], codePostal: "31770",
    localite: "COLOMIERS")
  static func corrigee(_ voie: String) -> Adresse {
    Adresse(lignes: ["", "", "", voie, ""], codePostal: "31000", localite: "TOULOUSE")
  }
}

extension Demande {
  /// By default one titre of 100,00 €.
  static func exemple(
    _ titres: [Titre] = [.exemple(1, .euros(100))], phase: Phase = .comminatoire,
    poursuites: EtatDePoursuites? = nil, prescription: Jour? = nil, redevables: [Redevable] = [.exemple()]
  ) -> Demande {
    Demande(
      cle: CleDemande(application: "HELIOS", exploitation: "031", numero: "D-2026-1"), phase: phase,
      categorie: "CEP", date: Jour(2026, 2, 27), poste: "031012",
      montant: titres.reduce(.zero) { $0 + $1.resteDu }, prescription: prescription, poursuites: poursuites,
      redevables: redevables, titres: titres)
  }
}

extension DossierRemis {
  static func exemple(
    a etude: CodeEtude = Exemple.etude, le jour: Jour = Exemple.remise, insee: CodeInsee? = nil,
    delaiDays: Int = 75
  ) -> DossierRemis {
    DossierRemis(
      etude: etude, instant: Instant(jour, heure: 8), codePostal: Exemple.codePostal, insee: insee,
      delaiDays: delaiDays)
  }
}

extension Accuse {
  static func exemple(_ jour: Jour) -> Accuse {
    Accuse(horodatage: Instant(jour, heure: 9).horodatage, jour: jour, reference: "ETU-1")
  }
}

extension Encaissement {
  static func exemple(
    _ numero: String, _ creance: Montant, annule: String? = nil, ordre: String = "E",
    moyen: String = "03", ventilation: [Imputation] = []
  ) -> Encaissement {
    Encaissement(
      numero: numero, annule: annule, moyen: moyen, ordre: ordre, recu: creance, creance: creance,
      ventilation: ventilation)
  }
}

extension Message.Contenu {
  static func lettre(_ code: String, _ jour: Jour, executant: String = "E") -> Message.Contenu {
    .action(Action(code: code, horodatage: Instant(jour, heure: 10).horodatage, executant: executant))
  }
  static func paiement(_ numero: String, _ creance: Montant) -> Message.Contenu {
    .encaissement(.exemple(numero, creance))
  }
  static func annulation(_ numero: String, de annule: String, _ creance: Montant) -> Message.Contenu {
    .encaissement(.exemple(numero, creance, annule: annule))
  }
  static let refusEtude = Message.Contenu.refus(
    RefusEtude(horodatage: "20260303090000+0100", motif: "05"))
  static func rendu(_ motif: String) -> Message.Contenu {
    .fin(FinIntervention(motif: motif, resteDu: .euros(1)))
  }
}

extension Actualisation {
  /// Code and effect, as the list `code_evenement` of the format joins them.
  static let effets: [String: Effet] = [
    "01": .arret, "02": .reduction, "03": .arret, "04": .reduction, "05": .arret, "06": .reduction,
    "07": .suspension, "08": .suspension, "09": .reprise, "10": .suspension, "11": .reprise,
    "12": .arret, "13": .terme, "14": .reponse, "15": .adresse, "16": .reponse, "17": .reponse,
    "18": .suspension, "19": .suspension, "20": .annulation,
  ]

  static func code(
    _ code: String, _ numero: Int64 = 1, le jour: Jour, montant: Montant? = nil, titre: Int? = nil,
    fin: Jour? = nil, message: Int64? = nil, annule: Int64? = nil, adresse: Adresse? = nil, redevable: Int? = nil
  ) -> Actualisation {
    Actualisation(
      numero: numero, code: code, effet: Exemple.require(effets[code]), date: jour, rangTitre: titre,
      rangRedevable: redevable, montant: montant, fin: fin, messageEtude: message, evenementAnnule: annule,
      adresse: adresse)
  }
}

extension Dossier {
  /// What is due on each titre, in cents, the oldest first.
  var dus: [Int64] { restes.map(\.reste.cents) }
}
