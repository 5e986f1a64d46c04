import Convention
import SQLEngine

/// A payment as the journal tells it, with what names its dossier.
public struct EncaissementDeDossier: Sendable {
  public let demande: CleDemande
  /// Codique of the demand's poste.
  public let poste: String
  public let fait: EncaissementConstate
}

extension Lecture {
  /// Every payment and every cancellation told by an étude, in the order of the journal, dossier by dossier.
  ///
  /// An étude sees what it received itself, were the dossier another's since; everyone else what was paid on the dossiers of his scope.
  /// - Parameter etude: of this étude only.
  public func encaissements(
    _ perimetre: Perimetre, etude: CodeEtude? = nil, _ body: (EncaissementDeDossier) throws -> Void
  ) throws {
    let scope = perimetre.conditionDEncaissements(from: 2)
    let values = scope.values + (etude.map { [.text($0.texte)] } ?? [])
    let chosen = etude == nil ? "TRUE" : "e.etude = $\(1 + values.count)"
    try connection.forEach(
      """
      SELECT d.application, d.exploitation, d.numero, d.poste, j.genre, j.octets, j.position
      FROM journal j JOIN dossier d ON d.id = j.dossier
      WHERE j.genre = $1 AND j.octets IS NOT NULL AND j.dossier IN (
        SELECT e.dossier FROM encaissement e JOIN dossier p ON p.id = e.dossier
        WHERE (\(scope.sql)) AND \(chosen))
      ORDER BY j.dossier, j.rang
      """, [.text(Evenement.Genre.encaissementConstate.rawValue)] + values
    ) { row in
      let event = try Evenement(genre: row.text(4), octets: row.blob(5), position: row.int(6))
      guard case .encaissementConstate(let fait) = event, perimetre.admits(fait.entete.etude),
        etude == nil || fait.entete.etude == etude
      else { return }
      let cle = CleDemande(application: row.text(0), exploitation: row.text(1), numero: row.text(2))
      try body(EncaissementDeDossier(demande: cle, poste: row.text(3), fait: fait))
    }
  }
}

extension Perimetre {
  /// On payments under `e` and their dossiers under `p`.
  func conditionDEncaissements(from first: Int) -> (sql: String, values: [SQLValue]) {
    switch self {
    case .etudes: condition(from: first, on: "e")
    case .postes, .departement, .national, .exploitant: condition(from: first, on: "p")
    }
  }

  /// Whether what an étude received is seen, the dossier being within the scope.
  fileprivate func admits(_ etude: CodeEtude) -> Bool {
    switch self {
    case .etudes(let codes): codes.contains(etude)
    case .postes, .departement, .national, .exploitant: true
    }
  }
}
