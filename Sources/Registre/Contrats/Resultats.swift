import Convention
import SQLEngine

/// Whose results are asked: dossiers handed over to an étude from a day to another, both included, and not refused by it.
public struct QuestionDeResultats: Hashable, Sendable {
  public var etude: CodeEtude
  public var du: Jour
  public var au: Jour

  public init(etude: CodeEtude, du: Jour, au: Jour) {
    self.etude = etude
    self.du = du
    self.au = au
  }
}

extension Lecture {
  /// What was claimed and recovered on an axis, one result a place, within a scope (art. 9, R028–R029; annexe qualité II.1).
  ///
  /// The whole and the postes read one line a dossier of the étude, by the index of its dossiers. The natures and the
  /// collectivités, which no projection keeps, fold the events of these dossiers: some tens of thousands a second.
  public func resultats(
    _ question: QuestionDeResultats, _ axe: Objectif.Axe, _ perimetre: Perimetre
  ) throws -> [Resultat] {
    switch axe {
    case .general: try resultats(question, .general, place: "''", perimetre)
    case .poste: try resultats(question, .poste, place: "d.poste", perimetre)
    case .nature, .collectivite: try resultatsParTitre(question, axe, perimetre)
    }
  }

  private func resultats(
    _ question: QuestionDeResultats, _ axe: Objectif.Axe, place: String, _ perimetre: Perimetre
  ) throws -> [Resultat] {
    let (condition, values) = question.condition(perimetre)
    let group = axe == .general ? "" : "GROUP BY \(place) ORDER BY \(place)"
    return try connection.query(
      """
      SELECT \(place), COUNT(*), COALESCE(SUM(d.montant), 0), COALESCE(SUM(d.recouvre), 0) FROM dossier d
      WHERE \(condition) \(group)
      """, values
    ) { row in
      Resultat(
        Objectif.Cible(axe, row.text(0)), demande: Montant(cents: row.int(2)), recouvre: Montant(cents: row.int(3)),
        nombre: Int(row.int(1)))
    }
  }

  private func resultatsParTitre(
    _ question: QuestionDeResultats, _ axe: Objectif.Axe, _ perimetre: Perimetre
  ) throws -> [Resultat] {
    var found: [Objectif.Cible: Resultat] = [:]
    var open: (id: Int64, events: [Evenement])?
    func close() {
      guard let events = open?.events, let dossier = Dossier(events) else { return }
      for resultat in Resultat.parTitre(dossier, axe) {
        let known = found[resultat.cible].map { [$0] } ?? []
        found[resultat.cible] = Resultat.rassembler(known + [resultat]).first
      }
    }
    let (condition, values) = question.condition(perimetre)
    try connection.forEach(
      """
      SELECT d.id, j.genre, j.octets, j.position FROM dossier d JOIN journal j ON j.dossier = d.id
      WHERE \(condition) AND j.octets IS NOT NULL ORDER BY d.id, j.rang
      """, values
    ) { row in
      if open?.id != row.int(0) {
        close()
        open = (row.int(0), [])
      }
      open?.events.append(try Evenement(genre: row.text(1), octets: row.blob(2), position: row.int(3)))
    }
    close()
    return Resultat.rassembler(found.values)
  }
}

extension QuestionDeResultats {
  /// On `d`, and the values of its parameters.
  fileprivate func condition(_ perimetre: Perimetre) -> (sql: String, values: [SQLValue]) {
    let scope = perimetre.condition(from: 4)
    return (
      "d.etude = $1 AND d.remis_le >= $2 AND d.remis_le <= $3 AND (\(scope.sql))",
      [.text(etude.texte), .text(du.iso), .text(au.iso)] + scope.values
    )
  }
}
