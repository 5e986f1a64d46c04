import ArgumentParser
import Centre
import Registre

struct ActeursImporter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "importer", abstract: "Ajoute ou remplace les acteurs décrits dans un fichier YAML ou JSON.",
    discussion: """
      Tout est contrôlé avant d’écrire : une seule faute, et rien n’est importé. Les acteurs que le fichier ne nomme pas \
      restent tels quels ; le ressort d’une étude nommée est remplacé.

      Clés : centre_serveur, siret_centre, courriel_cl1a ; directions[] {departement, courriel} ; applications[] {application, exploitations[], departements_informatiques[]} ; \
      postes[] {codique, libelle, ouvert, courriel_generique, exploitation, arrondissement} ; etudes[] {etude, nom, \
      adresse, code_postal, localite, telephone, courriel, siret, departement, contrat_du, contrat_au, signataires \
      {prefet, directeur, tresorier_payeur_general, directeur_services_fiscaux, huissier}, denonce_le, resilie_le, \
      duree_comminatoire_jours, duree_judiciaire_jours, import_tableur, objectifs {nature: centièmes de %}, \
      autorite (DIRECTEUR ou CONJOINTE), depart_du_delai (RECEPTION ou DEMANDE), engagement (date, ou attendu), \
      objectifs_dates[] {axe, code, taux en centièmes de %, du}, seuils_ouverture_forcee[] {montant en centimes, lettre, \
      lettre_du, du}, periodicites[] {document, mois, du}, papier[] {du, au, motif}, applications_ouvertes[] \
      {application, du}, codes_postaux[], part, transmet_bilan} ; flux[] {application, exploitation, periode}.

      Un contrat importé ouvre l’histoire de ses actes. Ensuite ses actes prévalent sur ce que le fichier en déclare : la \
      différence est dite, avec la commande du groupe « contrats » qui le change.

      Exemples :
        centre-serveur acteurs importer referentiel.yaml
        centre-serveur --base sqlite:essai.sqlite acteurs importer referentiel.json
      """)

  @Argument(help: ArgumentHelp("Fichier YAML ou JSON.", valueName: "fichier"))
  var fichier: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let lecture = LectureDActeurs()
    let lus = lecture.lire(try Donnee(fichier: fichier))
    for avertissement in lecture.avertissements { session.ecran.signaler("Avertissement — \(avertissement)") }
    guard lecture.erreurs.isEmpty else {
      throw DemandeRefusee(["Rien n’est importé :"] + lecture.erreurs)
    }
    let ecarts = try await session.alone {
      try await ContratsDuCentre(try await session.registre(), session.reglages.horloge).importer(
        lus.annuaire, lus.flux)
    }
    for ecart in ecarts { session.ecran.signaler("Avertissement — \(ecart)") }
    report(lus, session)
    return .fait
  }

  private func report(_ lus: ActeursLus, _ session: Session) {
    let annuaire = lus.annuaire
    let counts = [
      ("applications", annuaire.applications.count), ("postes", annuaire.postes.count),
      ("etudes", annuaire.etudes.count), ("flux", lus.flux.count),
    ]
    if session.reglages.json {
      session.ecran.json(.objet(counts.map { ($0.0, JSONValue($0.1)) }))
    } else {
      session.ecran.ligne(
        "Importé : \(accorde(counts[0].1, "application", "applications")), \(accorde(counts[1].1, "poste", "postes")), "
          + "\(accorde(counts[2].1, "étude", "études")), \(accorde(counts[3].1, "rythme de flux", "rythmes de flux")).")
    }
  }
}
