import Convention
import Registre

/// All that is shown of one contract to a person who may see it.
public struct ContratVu: Sendable {
  public let fiche: ContratsDuCentre.Fiche
  /// Each act, with who said it and when.
  public let actes: [ActeDate<HistoireDeContrat.Acte>]
  /// Results of the period against its objectives.
  public let bilan: BilanDesObjectifs
  public let alertes: [AlerteDeContrat]
  /// Proofs handed in with it.
  public let documents: [DocumentDepose]
  public let jour: Jour

  public var histoire: HistoireDeContrat { fiche.histoire }
  public var etat: EtatDeContrat { histoire.etat(on: jour) }
  public var contrat: ContratDepartemental { histoire.contrat(on: jour) }

  /// Its last day, how long a new dossier has, its threshold, its ends.
  public var explications: [Explication] {
    [contrat.explicationDuDernierJour, contrat.explicationDeDenonciation, contrat.explicationDeResiliation]
      .compactMap(\.self)
      + Phase.allCases.map { contrat.explicationDeDuree($0, on: jour) } + [contrat.explicationDuSeuil(on: jour)]
      + ([bilan.total] + bilan.lignes).filter { $0.objectif != nil }.map(\.explication)
  }
}

/// One contract in a list.
public struct LigneDeContrat: Sendable {
  public let fiche: ContratsDuCentre.Fiche
  public let etat: EtatDeContrat
  public let contrat: ContratDepartemental
  public let alertes: [AlerteDeContrat]

  public var histoire: HistoireDeContrat { fiche.histoire }
}

extension ContratsDuCentre {
  /// A page of the contracts of a scope, those whose date comes first.
  public func lister(
    _ perimetre: Perimetre, _ filtre: FiltreDHistoires = FiltreDHistoires(), limit: Int = 500, offset: Int = 0
  ) async throws -> [LigneDeContrat] {
    let jour = horloge.jour
    return try await registre.lire { lecture in
      try lecture.fiches(HistoireDeContrat.self, perimetre, filtre, limit: limit, offset: offset).map {
        LigneDeContrat(
          fiche: $0, etat: $0.histoire.etat(on: jour), contrat: $0.histoire.contrat(on: jour),
          alertes: try lecture.alertes(of: $0.histoire, on: jour))
      }
    }
  }

  /// Nil for another's contract as for one that does not exist.
  public func voir(_ cle: String, _ perimetre: Perimetre) async throws -> ContratVu? {
    let jour = horloge.jour
    return try await registre.lire { lecture in
      guard let id = try lecture.contrat(cle, perimetre, on: jour)?.id,
        let (fiche, actes) = try lecture.recit(HistoireDeContrat.self, id: id, perimetre)
      else { return nil }
      return ContratVu(
        fiche: fiche, actes: actes, bilan: try lecture.bilan(of: fiche.histoire, on: jour),
        alertes: try lecture.alertes(of: fiche.histoire, on: jour), documents: try lecture.documents(of: fiche.sujet),
        jour: jour)
    }
  }

  /// What comes near, contract by contract, the nearest first (art. 9, 10, 13, 18, 19 and 21).
  ///
  /// - Parameter jour: the day looked from; today by itself.
  public func alertes(
    on jour: Jour? = nil, _ perimetre: Perimetre
  ) async throws -> [(cle: String, histoire: HistoireDeContrat, alerte: AlerteDeContrat)] {
    let jour = jour ?? horloge.jour
    return try await registre.lire { lecture in
      try lecture.fiches(HistoireDeContrat.self, perimetre, limit: 10_000).flatMap { fiche in
        try lecture.alertes(of: fiche.histoire, on: jour).map { (fiche.cle, fiche.histoire, $0) }
      }.sorted { ($0.alerte.echeance, $0.cle) < ($1.alerte.echeance, $1.cle) }
    }
  }

  /// Results of a period on one axis, and the targets of the day.
  public func resultats(_ cle: String, _ axe: Objectif.Axe?, _ perimetre: Perimetre) async throws -> BilanDesObjectifs?
  {
    let jour = horloge.jour
    return try await registre.lire { lecture in
      guard let fiche = try lecture.contrat(cle, perimetre, on: jour) else { return nil }
      return try lecture.bilan(of: fiche.histoire, on: jour, axes: axe.map { [$0] })
    }
  }
}

extension Lecture {
  /// Dossiers handed over in the period of that day, in the département of the contract, whoever asks: figures only.
  ///
  /// - Parameter axes: by itself, the whole, the postes, and the other axes that have a target: those fold dossiers.
  func bilan(
    of histoire: HistoireDeContrat, on jour: Jour, axes: Set<Objectif.Axe>? = nil
  ) throws -> BilanDesObjectifs {
    let contrat = histoire.contrat(on: jour)
    let du = histoire.periode(on: jour)?.du ?? contrat.du
    let question = QuestionDeResultats(etude: histoire.etude, du: du, au: jour)
    let wanted = axes ?? Set(contrat.objectifs(on: jour).map(\.cible.axe)).union([.poste])
    let found = try Objectif.Axe.allCases.filter { wanted.contains($0) || $0 == .general }.flatMap {
      try resultats(question, $0, .departement(histoire.departement))
    }
    let shown = contrat.objectifs(on: jour).filter { wanted.contains($0.cible.axe) || $0.cible.axe == .general }
    return BilanDesObjectifs(found, objectifs: shown, on: jour)
  }

  func alertes(of histoire: HistoireDeContrat, on jour: Jour) throws -> [AlerteDeContrat] {
    // Nothing says yet when a compte rendu was given: it is told before each of its terms, never as late.
    var rendus: [Periodicite.Document: Jour] = [.compteRendu: jour.adding(days: -1)]
    rendus[.etatRecapitulatif] = try Recapitulatifs.rendus(of: histoire, self, on: jour)
    return histoire.alertes(on: jour, rendus: rendus)
  }
}
