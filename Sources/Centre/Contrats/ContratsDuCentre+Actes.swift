import Convention
import Registre

extension ContratsDuCentre {
  /// Art. 1, al. 3 and note 1 (R004–R005).
  @discardableResult
  public func signer(_ geste: Geste, _ qualite: QualiteDeSignataire, le: Jour) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in try contrat.signer(qualite, le: le, on: jour) }
  }

  /// Cahier 1 (R077): the engagement of the étude.
  @discardableResult
  public func engager(_ geste: Geste, le: Jour) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in try contrat.engager(le: le, on: jour) }
  }

  /// Art. 19 (R069): three more years, by an express decision.
  @discardableResult
  public func renouveler(
    _ geste: Geste, _ duree: HistoireDeContrat.DureeReconduite, decision: Ecrit, approbations: [QualiteDeSignataire]
  ) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in
      try contrat.renouveler(duree, decision: decision, approbations: approbations, on: jour)
    }
  }

  /// Art. 18 (R068).
  @discardableResult
  public func denoncer(_ geste: Geste, par: [QualiteDeSignataire], notifieeLe: Jour) async throws -> Fiche {
    let fait = HistoireDeContrat.Denonciation(par: par, notifieeLe: notifieeLe)
    return try await agir(geste) { contrat, jour, _ in try contrat.denoncer(fait, on: jour) }
  }

  /// Art. 21 (R071–R072).
  @discardableResult
  public func resilier(
    _ geste: Geste, _ motif: HistoireDeContrat.MotifDeResiliation?, preuve: Ecrit, notifieeLe: Jour,
    approbations: [QualiteDeSignataire]
  ) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in
      try contrat.resilier(motif, preuve: preuve, notifieeLe: notifieeLe, approbations: approbations, on: jour)
    }
  }

  /// Art. 9, al. 1 (R028) and annexe qualité II.1 (R175).
  @discardableResult
  public func fixer(
    _ geste: Geste, _ objectif: Objectif, approbations: [QualiteDeSignataire], le: Jour
  ) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in
      try contrat.fixer(objectif, approbations: approbations, le: le, on: jour)
    }
  }

  /// Art. 10, al. 3 (R034).
  @discardableResult
  public func communiquer(
    _ geste: Geste, _ seuil: SeuilOuvertureForcee, approbations: [QualiteDeSignataire]
  ) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in
      try contrat.communiquer(seuil, approbations: approbations, on: jour)
    }
  }

  /// Art. 10, al. 2 (R033) and art. 13, al. 1 (R053).
  @discardableResult
  public func fixer(_ geste: Geste, _ periodicite: Periodicite) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in try contrat.fixer(periodicite, on: jour) }
  }

  /// Cahier 3, al. 5 (R088).
  @discardableResult
  public func passerAuPapier(
    _ geste: Geste, _ motif: MotifDePapier, poste: Codique? = nil, du: Jour
  ) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in try contrat.passerAuPapier(motif, poste: poste, du: du, on: jour) }
  }

  /// Annexe II.1.2 (R138).
  @discardableResult
  public func ouvrir(_ geste: Geste, _ ouverture: OuvertureDApplication) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in try contrat.ouvrir(ouverture, on: jour) }
  }

  /// Annexe II.1.2 (R139).
  @discardableResult
  public func convenirDuTableur(_ geste: Geste, admis: Bool) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in try contrat.convenirDuTableur(admis: admis, on: jour) }
  }

  /// Cahier 3, al. 5, and 4, al. 1 (R088–R089).
  @discardableResult
  public func revenirAuDematerialise(_ geste: Geste, poste: Codique? = nil, du: Jour) async throws -> Fiche {
    try await agir(geste) { contrat, jour, _ in
      try contrat.revenirAuDematerialise(poste: poste, du: du, on: jour)
    }
  }
}
