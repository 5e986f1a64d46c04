import Convention
import Interface

/// From the records of a checked group to the values of the convention: by field name, so that any layout will do.
enum Traduction {}

extension Traduction {
  /// The demand of an accepted group 10.
  static func demande(_ groupe: Groupe, application: String, exploitation: String) -> Demande? {
    guard let root = groupe.racine, let numero = root.texte("numero_demande"), let date = root.jour("date_demande")
    else { return nil }
    let records = groupe.enfants().map { groupe[$0] }.filter { $0.rejet == nil }
    return Demande(
      cle: CleDemande(application: application, exploitation: exploitation, numero: numero),
      phase: root.texte("phase").flatMap(Phase.init) ?? .comminatoire,
      categorie: root.texte("categorie_creance") ?? "", date: date, poste: root.texte("codique_poste") ?? "",
      montant: root.montant("montant_total") ?? .zero, referenceRappel: root.texte("reference_rappel"),
      prescription: root.jour("date_prescription"), etudeDesignee: root.texte("etude_designee"),
      etatPoursuites: root.texte("numero_etat_poursuites"), poursuites: poursuites(root),
      redevables: records.filter { $0.codeType == "20" }.map(redevable),
      titres: records.filter { $0.codeType == "30" }.compactMap(titre))
  }

  /// What a judicial demand rests on (art. 6, R022; art. 10, al. 3, R035).
  private static func poursuites(_ root: Enregistrement) -> EtatDePoursuites? {
    guard root.texte("phase") == Phase.judiciaire.rawValue, let numero = root.texte("numero_etat_poursuites") else {
      return nil
    }
    let ouverture = root.texte("ouverture_forcee") == "O" ? root.texte("reference_ouverture") : nil
    return EtatDePoursuites(
      numero: numero, date: root.jour("date_etat_poursuites"), mesure: root.texte("mesure_demandee"),
      autorisation: root.texte("type_autorisation").map {
        EtatDePoursuites.Autorisation(type: $0, date: root.jour("date_autorisation"))
      },
      ouverture: ouverture.flatMap { reference in
        root.jour("date_ouverture").map { EtatDePoursuites.PermissionDOuverture(reference: reference, date: $0) }
      })
  }

  static func redevable(_ record: Enregistrement) -> Redevable {
    Redevable(
      rang: Int(record.entier("rang_redevable") ?? 0), qualite: record.texte("qualite_redevable") ?? "",
      categorie: record.texte("categorie_tiers"), civilite: record.texte("civilite"),
      nom: record.texte("nom") ?? "", prenom: record.texte("prenom"), naissance: record.jour("date_naissance"),
      identifiant: record.texte("identifiant"), reference: record.texte("reference_tiers"),
      adresse: adresse(record), telephones: ["telephone", "telephone2"].compactMap { record.texte($0) },
      courriel: record.texte("courriel"))
  }

  private static func titre(_ record: Enregistrement) -> Titre? {
    guard let emission = record.jour("date_emission_titre") else { return nil }
    return Titre(
      rang: Int(record.entier("rang_titre") ?? 0), typeCollectivite: record.texte("type_collectivite") ?? "",
      codeCollectivite: record.texte("code_collectivite") ?? "", codeBudget: record.texte("code_budget") ?? "",
      collectivite: record.texte("libelle_collectivite") ?? "", exercice: record.texte("exercice") ?? "",
      bordereau: record.texte("numero_bordereau"), numero: record.texte("numero_titre") ?? "",
      article: record.texte("numero_article"), emission: emission,
      nature: record.texte("nature_creance") ?? "AUT", objet: record.texte("objet"),
      initial: record.montant("montant_initial") ?? .zero, frais: record.montant("montant_frais"),
      paye: record.montant("montant_paye"), resteDu: record.montant("reste_du") ?? .zero)
  }

  /// Lines 1 to 5, code and town of any record that has an address.
  static func adresse(_ record: Enregistrement) -> Adresse {
    Adresse(
      lignes: (1...5).map { record.texte("adresse_ligne\($0)") ?? "" }, codePostal: record.texte("code_postal"),
      localite: record.texte("localite"), insee: record.texte("code_insee"), pays: record.texte("code_pays"))
  }

  /// An address only if one of its fields is filled.
  static func adressePresente(_ record: Enregistrement) -> Adresse? {
    let value = adresse(record)
    return value.texte.isEmpty ? nil : value
  }

  /// An update; its effect is the one that the format's list gives to its code.
  static func actualisation(_ record: Enregistrement, _ table: TableFormat) -> Actualisation? {
    guard let numero = record.entier("numero_evenement"), let code = record.texte("code_evenement"),
      let date = record.jour("date_evenement"),
      let effet = table.liste("code_evenement")?.valeur(code)?.effet.flatMap(Actualisation.Effet.init)
    else { return nil }
    return Actualisation(
      numero: numero, code: code, effet: effet, date: date, rangTitre: record.entier("rang_titre").map(Int.init),
      rangRedevable: record.entier("rang_redevable").map(Int.init), montant: record.montant("montant"),
      fin: record.jour("date_fin"), messageEtude: record.entier("numero_message_etude"),
      evenementAnnule: record.entier("evenement_annule"), motif: record.texte("motif"),
      reference: record.texte("reference"), adresse: effet == .adresse ? adressePresente(record) : nil)
  }
}
