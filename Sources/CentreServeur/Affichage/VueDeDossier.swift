import Centre
import Convention
import Registre

/// All that is shown of one dossier to a person who may see it.
struct VueDeDossier: Sendable {
  let fiche: Fiche
  let histoire: [EvenementDate]
  let annuaire: Annuaire
  let documents: DocumentsDuDossier
  /// The invoice of its rights, if there is one.
  let facture: String?
  let lectures: LecturesDuCentre
  let jour: Jour

  var dossier: Dossier { fiche.dossier }
  var demande: Demande { dossier.demande }
  var etude: Etude? { dossier.attributaire.flatMap { annuaire.etudes[$0] } }
  var poste: Poste? { annuaire.postes[demande.poste] }

  /// As now known, for the principal redevable.
  func adresse(of redevable: Redevable) -> Adresse {
    redevable.rang == 1 ? dossier.adresseCourante ?? redevable.adresse : redevable.adresse
  }
}

extension VueDeDossier {
  func write(to ecran: Ecran, _ libelles: Libelles) {
    ecran.ligne(
      "Dossier \(demande.cle.numero) — \(demande.cle.application)/\(demande.cle.exploitation), \(demande.phase.libelle)"
    )
    ecran.ligne("  État : \(EtatDeDossier(dossier).libelle) ; au tour de \(pourquoi.tour.libelle)")
    for phrase in pourquoi.phrases { ecran.ligne("  \(phrase)") }
    for manque in dossier.manques(on: jour) { ecran.ligne("  Attention : \(manque.phrase).") }
    writeDates(to: ecran)
    writeActors(to: ecran)
    writeAccount(to: ecran, libelles)
    writeRecovery(to: ecran, libelles)
    if !documents.lignes.isEmpty { ecran.ligne("Documents") }
    for ligne in documents.lignes { ecran.ligne("  \(ligne)") }
    writeFees(to: ecran)
    writeHistory(to: ecran, libelles)
    ecran.ligne()
  }

  private var pourquoi: Pourquoi { dossier.pourquoi(on: jour) }

  private func writeDates(to ecran: Ecran) {
    let dates = dossier.echeances(on: jour)
    guard !dates.isEmpty else { return }
    ecran.ligne("Prochaines dates")
    for date in dates { ecran.ligne("  \(date.jour.texte)  \(date.libelle) (\(date.article))") }
  }

  private func writeActors(to ecran: Ecran) {
    ecran.ligne("Redevables")
    for redevable in demande.redevables {
      let lines = adresse(of: redevable).texte.filter { $0 != redevable.nomComplet }
      ecran.ligne("  \(redevable.rang). \(redevable.nomComplet) — \(lines.joined(separator: ", "))")
      if !redevable.telephones.isEmpty { ecran.ligne("     tél. \(redevable.telephones.joined(separator: ", "))") }
    }
    ecran.ligne("Poste  \(demande.poste)\(poste.map { " — \($0.libelle)" } ?? "")")
    guard let code = dossier.attributaire else { return }
    let reference = dossier.remise?.reference.map { ", sa référence \($0)" } ?? ""
    ecran.ligne("Étude  \(code)\(etude.map { " — \($0.nom)" } ?? "")\(reference)")
    if let etude {
      let place = [etude.adresse, "\(etude.codePostal) \(etude.localite)", etude.telephone, etude.courriel]
      ecran.ligne("  \(place.filter { !$0.isEmpty }.joined(separator: " — "))")
    }
  }

  private func writeAccount(to ecran: Ecran, _ libelles: Libelles) {
    ecran.ligne(
      "Compte  demandé \(demande.montant.texte), recouvré \(dossier.recouvre.texte), reste dû \(dossier.resteDu.texte)"
        + (dossier.excedent > .zero ? ", excédent \(dossier.excedent.texte)" : ""))
    let restes = Dictionary(dossier.restes.map { ($0.rang, $0.reste) }) { first, _ in first }
    for titre in demande.titres {
      ecran.ligne(
        "  Titre \(titre.rang) : n° \(titre.numero) de \(titre.exercice), \(titre.collectivite), "
          + "\(libelles.texte("nature_creance", titre.nature) ?? titre.nature), émis le \(titre.emission.texte) ; "
          + "reste \((restes[titre.rang] ?? .zero).texte) sur \(titre.resteDu.texte)")
    }
  }

  private func writeHistory(to ecran: Ecran, _ libelles: Libelles) {
    ecran.ligne("Histoire")
    let phrase = PhraseDEvenement(libelles: libelles)
    for date in histoire {
      ecran.ligne("  \(date.instant.texte)  \(phrase.texte(date.evenement)) [\(date.auteur)]")
    }
  }
}
