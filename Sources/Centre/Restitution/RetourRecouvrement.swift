import Convention
import Registre

/// The records of a « retour recouvrement »: payments and their split over titres (R110, R131–R132).
struct RetourRecouvrement {
  let lecture: Lecture
  let jour: Jour
  let application: String
  let exploitation: String

  func articles(_ emit: (LigneEmise) throws -> Void) throws {
    try lecture.evenements(
      jour, application: application, exploitation: exploitation, genres: [.encaissementConstate]
    ) { rendu in
      guard case .encaissementConstate(let fait) = rendu.date.evenement else { return }
      try emit(encaissement(rendu, fait))
      let titres = try lecture.fiche(rendu.dossier)?.dossier.demande.titres ?? []
      for part in fait.imputations {
        if let titre = titres.first(where: { $0.rang == part.rangTitre }) {
          try emit(ventilation(rendu, fait, part, titre))
        }
      }
    }
  }

  private func encaissement(_ rendu: EvenementRendu, _ fait: EncaissementConstate) -> LigneEmise {
    let item = fait.encaissement
    return LigneEmise(
      "80",
      [
        ("numero_demande", .texte(rendu.cle.numero)), ("etude", .texte(fait.entete.etude.texte)),
        ("reference_etude", .texte(fait.reference)), ("codique_poste", .texte(rendu.poste)),
        ("phase", .texte(rendu.phase.rawValue)), ("numero_encaissement", .texte(item.numero)),
        ("date_encaissement", .jour(fait.entete.fait)), ("sens", .texte(item.sens)),
        ("moyen_paiement", .texte(item.moyen)), ("ordre_paiement", .texte(item.ordre)),
        ("montant_recu", .montant(item.recu)), ("montant_creance", .montant(item.creance)),
        ("montant_frais_ht", .montant(item.fraisHT)), ("montant_tva", .montant(item.tva)),
        ("mode_reversement", .texte(item.reversement)), ("date_limite_reversement", .jour(fait.limiteReversement)),
        ("date_remise", .jour(item.remise)), ("encaissement_annule", .texte(item.annule)),
        ("reste_du", .montant(fait.resteDu)),
      ])
  }

  private func ventilation(
    _ rendu: EvenementRendu, _ fait: EncaissementConstate, _ part: Imputation, _ titre: Titre
  ) -> LigneEmise {
    LigneEmise(
      "81",
      [
        ("numero_demande", .texte(rendu.cle.numero)), ("etude", .texte(fait.entete.etude.texte)),
        ("numero_encaissement", .texte(fait.encaissement.numero)), ("rang_titre", .entier(part.rangTitre)),
        ("code_collectivite", .texte(titre.codeCollectivite)), ("code_budget", .texte(titre.codeBudget)),
        ("exercice", .texte(titre.exercice)), ("numero_bordereau", .texte(titre.bordereau)),
        ("numero_titre", .texte(titre.numero)), ("numero_article", .texte(titre.article)),
        ("montant", .montant(part.montant)),
      ])
  }
}
