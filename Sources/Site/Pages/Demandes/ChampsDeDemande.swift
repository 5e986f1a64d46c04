import Centre
import Convention
import Interface

/// The fields of a typed demand, part by part, under the names of the format (annexe II.1.1.1 a, R117–R121).
struct ChampsDeDemande {
  let libelles: Libelles

  var demande: [Champ] {
    [
      Champ(
        "numero_demande", "Numéro de la demande", aide: "Capitales, chiffres, tiret ou barre oblique.", requis: true,
        longueur: 20),
      Champ("date_demande", "Date de la demande", .jour, requis: true, longueur: 10),
      Champ("phase", "Phase", liste("phase"), requis: true),
      Champ("categorie_creance", "Catégorie de créance", liste("categorie_creance"), requis: true),
      Champ(
        "montant_total", "Total réclamé", .montant, aide: "Doit être égal à la somme des titres.", requis: true,
        longueur: 20),
      Champ("reference_rappel", "Références à rappeler", longueur: 35),
      Champ("date_prescription", "Date de prescription", .jour, longueur: 10),
      Champ("etude_designee", "Étude souhaitée", aide: "Son code ; sinon le code postal décide.", longueur: 8),
    ] + judiciaire
  }

  /// What only the judicial phase asks for.
  private var judiciaire: [Champ] {
    [
      Champ("demande_precedente", "Demande comminatoire précédente", aide: "En phase judiciaire.", longueur: 20),
      Champ("numero_etat_poursuites", "Numéro de l’état de poursuites", aide: "En phase judiciaire.", longueur: 20),
      Champ("date_etat_poursuites", "Date de l’état de poursuites", .jour, aide: "En phase judiciaire.", longueur: 10),
      Champ("mesure_demandee", "Mesure demandée", liste("mesure_execution"), aide: "En phase judiciaire."),
      Champ(
        "type_autorisation", "Autorisation de l’ordonnateur", liste("type_autorisation_poursuite"),
        aide: "En phase judiciaire."),
      Champ("date_autorisation", "Date de l’autorisation", .jour, aide: "En phase judiciaire.", longueur: 10),
      Champ(
        "ouverture_forcee", "Ouverture forcée des portes", liste("ouverture_forcee"),
        aide: "Permission expresse, en phase judiciaire (article 10, alinéa 3)."),
      Champ("reference_ouverture", "Référence de la permission", aide: "Si elle est donnée.", longueur: 35),
      Champ("date_ouverture", "Date de la permission", .jour, aide: "Si elle est donnée.", longueur: 10),
    ]
  }

  /// The main debtor first: his quality is known.
  func redevable(_ rang: Int) -> [Champ] {
    (rang == 1
      ? []
      : [Champ("qualite_redevable", "Qualité", liste("qualite_redevable", sauf: ["01"]), requis: true)]) + [
        Champ("civilite", "Civilité", liste("civilite")),
        Champ("nom", "Nom ou raison sociale", requis: true, longueur: 38), Champ("prenom", "Prénom", longueur: 38),
        Champ("date_naissance", "Date de naissance", .jour, longueur: 10),
        Champ("nature_juridique", "Nature juridique", liste("nature_juridique")),
        Champ("type_identifiant", "Type d’identifiant", liste("type_identifiant")),
        Champ("identifiant", "Identifiant", longueur: 18), Champ("reference_tiers", "Référence du tiers", longueur: 30),
      ] + Champ.adresse + [
        Champ("telephone", "Téléphone", .telephone, longueur: 15),
        Champ("telephone2", "Second téléphone", .telephone, longueur: 15),
        Champ("courriel", "Courriel", .courriel, longueur: 64),
      ]
  }

  var titre: [Champ] { creancier + piece + montants }

  private var creancier: [Champ] {
    [
      Champ("libelle_collectivite", "Créancier", requis: true, longueur: 38),
      Champ("type_collectivite", "Nature du créancier", liste("type_collectivite"), requis: true),
      Champ("code_collectivite", "Code de la collectivité", aide: "Trois chiffres.", requis: true, longueur: 3),
      Champ("code_budget", "Code du budget", aide: "00 pour le budget principal.", requis: true, longueur: 2),
      Champ("siret_collectivite", "SIRET du créancier", longueur: 14),
    ]
  }

  private var piece: [Champ] {
    [
      Champ("exercice", "Exercice", aide: "Quatre chiffres.", requis: true, longueur: 4),
      Champ("numero_bordereau", "Numéro de bordereau", longueur: 7),
      Champ("numero_titre", "Numéro du titre", requis: true, longueur: 8),
      Champ("date_emission_titre", "Date d’émission du titre", .jour, requis: true, longueur: 10),
      Champ("date_prise_en_charge", "Date de prise en charge", .jour, longueur: 10),
      Champ("date_mise_en_demeure", "Date de la mise en demeure", .jour, longueur: 10),
      Champ("nature_creance", "Nature de la créance", liste("nature_creance"), requis: true),
      Champ("objet", "Objet", longueur: 80),
    ]
  }

  private var montants: [Champ] {
    [
      Champ("montant_initial", "Montant du titre", .montant, requis: true, longueur: 20),
      Champ("montant_frais", "Frais déjà portés", .montant, longueur: 20),
      Champ("montant_paye", "Déjà payé ou annulé", .montant, longueur: 20),
      Champ("date_prescription_titre", "Date de prescription du titre", .jour, longueur: 10),
    ]
  }

  private func liste(_ nom: String, sauf: Set<String> = []) -> Champ.Genre {
    .liste(
      [Champ.Option("", "— choisir —")]
        + libelles.valeurs(nom).filter { !sauf.contains($0.code) }.map { Champ.Option($0.code, $0.libelle) })
  }
}

extension LectureDeSaisie {
  /// The values of some fields, each by the form that the format gives it.
  ///
  /// - Parameter complet: whether a required field left empty is a fault, or only not yet typed.
  mutating func champs(_ champs: [Champ], _ type: TypeEnregistrement, complet: Bool) -> [String: Valeur?] {
    var values: [String: Valeur?] = [:]
    for champ in champs {
      guard let index = type.champ(champ.nom) else { continue }
      if complet, champ.requis, formulaire.rempli(champ.nom) == nil { noter(champ.nom, "À remplir.") }
      values[champ.nom] =
        switch type.champs[index].type {
        case .montant: montant(champ.nom, requis: false)
        case .date: jour(champ.nom, requis: false)
        case .entier: entier(champ.nom)
        case .code: formulaire.rempli(champ.nom).map { .texte($0.uppercased()) }
        default: texte(champ.nom)
        }
    }
    return values
  }
}
