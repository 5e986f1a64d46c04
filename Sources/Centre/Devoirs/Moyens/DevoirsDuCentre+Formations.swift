import Convention
import Registre

/// The training register (annexe qualité III; cahier 5, ▸2; R095, R186–R189).
extension DevoirsDuCentre {
  public typealias FicheDeFormation = FicheDHistoire<Formation>

  public func prevoirFormation(
    _ nature: Formation.Nature, _ mode: Formation.Mode, _ departement: Departement, postes: Set<Codique>, jour: Jour,
    lieu: String
  ) async throws -> FicheDeFormation {
    let (lieu, prefixe, today) = (try texte(lieu), "F-\(jour.annee)-", self.jour)
    let annee = centre.lectures.anneeDeFormation
    return try await ouvrir(
      Formation.self,
      { lecture in
        let annuaire = try lecture.annuaire()
        for poste in postes where annuaire.postes[poste.texte] == nil {
          throw FauteDeDevoir.acteurInconnu("Le poste \(poste)")
        }
        return try Formation.decidePrevoir(
          numero: try lecture.prochaineCle(.formation, prefixe: prefixe), nature: nature, mode: mode,
          departement: departement, postes: postes, jour: jour, lieu: lieu,
          conventionnes: annuaire.departementsConventionnes(on: today),
          anterieures: try lecture.histoiresEntieres(Formation.self, .exploitant).map(\.histoire), annee: annee)
      })
  }

  public func tenirFormation(
    _ numero: String, jour: Jour, presences: [Formation.Presence], halfDays: Int
  ) async throws -> FicheDeFormation {
    try await changer(Formation.self, numero) { formation, _ in
      try formation.decideTenir(jour, presences: presences, halfDays: halfDays)
    }
  }

  /// R189: hands a copy of the guide to each poste that lacks it, then closes the session.
  ///
  /// - Parameter guide: the version handed over; nil when each poste has it already.
  public func cloreFormation(_ numero: String, guide: String? = nil) async throws -> FicheDeFormation {
    let jour = jour
    return try await changer(Formation.self, numero) { formation, _ in
      var (followed, all) = (formation, [Formation.Acte]())
      if let guide {
        for poste in formation.postesSansGuide(on: jour) {
          let copies = Bareme.guidesParPoste.value(on: jour)
          let actes = try followed.decideRemettre(
            Formation.GuideRemis(poste: poste, version: guide, exemplaires: copies, jour: jour))
          followed.follow(actes)
          all += actes
        }
      }
      return all + (try followed.decideClore(jour))
    }
  }

  /// R187: a comptable asks for the training again; refused before an initial one, and once its year has a request.
  public func demanderRenouvellement(
    numero: String, _ poste: Codique, par utilisateur: Int64, _ perimetre: Perimetre
  ) async throws -> FicheDeSollicitation {
    try await poser(
      numero: numero, poste, par: utilisateur, .renouvellement,
      "Renouvellement de la formation demandé le \(jour.texte) (annexe qualité III).", demande: nil, perimetre)
  }

  public func annulerFormation(_ numero: String, motif: String) async throws -> FicheDeFormation {
    let (jour, motif) = (jour, try texte(motif))
    return try await changer(Formation.self, numero) { formation, _ in
      try formation.decideAnnuler(jour, motif: motif)
    }
  }
}

extension Lecture {
  /// R187: whether a poste may ask for the training again, on a day: requests count, planned or not.
  ///
  /// A request already known under that number is the same form sent twice, not another request: it passes.
  func requireRenouvellement(
    _ numero: String, of poste: Codique, on jour: Jour, _ annee: AnneeDeFormation
  ) throws {
    guard try histoire(Sollicitation.self, cle: numero, .exploitant) == nil else { return }
    let registre = RegistreDesFormations(try formations(.postes([poste])).map(\.histoire))
    guard registre.aEteForme(poste, before: jour) else {
      throw Refus(.renouvellementRefuse, under: Article(.annexeQualite, "III"))
    }
    let posees = try histoiresEntieres(Sollicitation.self, .postes([poste])).map(\.histoire)
    let precedentes = registre.demandesDeRenouvellement(of: poste, posees: posees)
    try RenouvellementDeFormation(demande: jour, precedentes: precedentes, annee: annee).require()
  }
}

extension Annuaire {
  /// Those in whose postal codes an étude acts under a contract in force.
  func departementsConventionnes(on jour: Jour) -> Set<Departement> {
    Set(etudes.values.filter { $0.contrats.contains { $0.isActive(on: jour) } }.flatMap(\.departements))
  }
}
