import Centre
import Convention

/// The judicial recovery of a dossier: its état, what was done, what is waited for, what is to be returned (art. 6, 10 and 12).
struct RecouvrementJudiciaireDuDossier: Vue {
  let recouvrement: RecouvrementJudiciaire

  func ecrire(_ h: inout HTML) {
    h.titre(2, "Recouvrement judiciaire")
    h.titre(3, "État de poursuites")
    h.definitions(recouvrement.etat)
    alertes(&h)
    if !recouvrement.actes.isEmpty {
      h.vue(Tableau("Actes, procès-verbaux et formulaires", lignes("Acte", "Document"), recouvrement.actes))
    }
    if !recouvrement.accords.isEmpty { accords(&h) }
    if !recouvrement.comptesRendus.isEmpty {
      h.vue(Tableau("Comptes rendus de l’avancement", lignes("Étape", "Commentaire"), recouvrement.comptesRendus))
    }
    annotations(&h)
    cloture(&h)
  }

  private func alertes(_ h: inout HTML) {
    if let (jour, alerte) = recouvrement.prescription {
      let phrase = "Prescription de l’action du comptable : \(jour.texte) (\(Article(.codeCollectivites, "L.1617-5")))."
      if alerte { h.vue(Annonce(.alerte, phrase)) } else { h.paragraphe(phrase) }
    }
    if let jour = recouvrement.enRetardDepuis {
      h.vue(
        Annonce(.alerte, "Un compte rendu de l’avancement manque depuis le \(jour.texte) (\(Article(10, alinea: 2)))."))
    }
    if let jour = recouvrement.prochain { h.paragraphe("Prochain compte rendu attendu : \(jour.texte).") }
  }

  private func lignes(_ objet: String, _ note: String) -> [Tableau<RecouvrementJudiciaire.Ligne>.Colonne] {
    [.init("Jour") { $0.jour.texte }, .init(objet) { $0.libelle }, .init(note) { $0.note }]
  }

  private func accords(_ h: inout HTML) {
    h.vue(
      Tableau<RecouvrementJudiciaire.Accord>(
        "Accords demandés au comptable",
        [
          .init("Demandé le") { $0.demandeLe.texte }, .init("Message", classe: "nombre") { "\($0.numero)" },
          .init("Objet") { $0.objet },
          .init("Réponse") { item, h in h.vue(Etiquette(item.etat, item.attend ? .alerte : nil)) },
        ], recouvrement.accords))
  }

  private func annotations(_ h: inout HTML) {
    guard !recouvrement.annotations.isEmpty else { return }
    h.titre(3, "Annotations de l’état de poursuites")
    h.element("ul") { h in for texte in recouvrement.annotations { h.element("li", texte) } }
  }

  private func cloture(_ h: inout HTML) {
    h.vue(
      Tableau<ListeDeCloture.Point>(
        "À rendre à la clôture",
        [
          .init("Retour") { $0.retour.libelle }, .init("D’après") { "\($0.article), \($0.retour.exigence)" },
          .init("Attendu") { $0.attendu ? "oui" : "non" },
          .init("Ce qui manque") { point, h in
            if point.complet {
              h.texte(point.attendu ? "rien" : "—")
            } else {
              h.vue(Etiquette(point.manques.joined(separator: " ; "), .alerte))
            }
          },
        ], recouvrement.cloture.points))
  }
}
