import Convention
import SQLEngine

extension Ecriture {
  /// Registers a document whose file is already in its place; its id is given by the base.
  public func inscrire(_ document: DocumentDepose) throws -> DocumentDepose {
    var result = document
    result.id = (try connection.scalar("SELECT MAX(id) FROM document") ?? 0) + 1
    try connection.run(
      """
      INSERT INTO document(id, sha256, taille, type, nom, dossier, histoire, auteur, instant, jour, chemin)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """, result.values)
    return result
  }
}

extension Lecture {
  /// A document whose dossier or history is within a scope: nil for another's as for one that does not exist. One question.
  public func document(_ id: Int64, _ perimetre: Perimetre) throws -> DocumentDepose? {
    let (dossiers, histoires) = (perimetre.condition(from: 2), perimetre.conditionDHistoires(from: 2))
    return try connection.first(
      """
      SELECT \(DocumentDepose.columns) FROM document t WHERE t.id = $1 AND (
        EXISTS (SELECT 1 FROM dossier d WHERE d.id = t.dossier AND (\(dossiers.sql)))
        OR EXISTS (SELECT 1 FROM histoire h WHERE h.id = t.histoire AND (\(histoires.sql))))
      """, [.int(id)] + dossiers.values
    ) { try DocumentDepose(row: $0) }
  }

  /// The documents of a dossier or a history that was reached through a ``Perimetre``, the first handed in first. One question.
  public func documents(of sujet: Sujet) throws -> [DocumentDepose] {
    switch sujet {
    case .dossier(let id): try documents("t.dossier = $1", .int(id))
    case .histoire(let id): try documents("t.histoire = $1", .int(id))
    }
  }

  /// Every document within a scope, after one of them, a page at a time: what is read again to be compared.
  public func documents(_ perimetre: Perimetre, after id: Int64, limit: Int) throws -> [DocumentDepose] {
    let (dossiers, histoires) = (perimetre.condition(from: 3), perimetre.conditionDHistoires(from: 3))
    return try connection.query(
      """
      SELECT \(DocumentDepose.columns) FROM document t WHERE t.id > $1 AND (
        EXISTS (SELECT 1 FROM dossier d WHERE d.id = t.dossier AND (\(dossiers.sql)))
        OR EXISTS (SELECT 1 FROM histoire h WHERE h.id = t.histoire AND (\(histoires.sql)))) ORDER BY t.id LIMIT $2
      """, [.int(id), .int(limit)] + dossiers.values
    ) { try DocumentDepose(row: $0) }
  }

  private func documents(_ condition: String, _ values: SQLValue...) throws -> [DocumentDepose] {
    try connection.query(
      "SELECT \(DocumentDepose.columns) FROM document t WHERE \(condition) ORDER BY t.id", values
    ) { try DocumentDepose(row: $0) }
  }

  /// The document that a message announced by its fingerprint, once it was handed in with the same dossier (R081); nil until then.
  ///
  /// - Parameter sha256: in hexadecimal, of whichever case.
  public func document(sha256: String, dossier: Int64) throws -> DocumentDepose? {
    try documents("t.dossier = $1 AND t.sha256 = $2", .int(dossier), .text(sha256.lowercased())).first
  }

  /// Whether a dossier or a history is within a scope. One question.
  public func contient(_ sujet: Sujet, _ perimetre: Perimetre) throws -> Bool {
    switch sujet {
    case .dossier(let id):
      let scope = perimetre.condition(from: 2)
      return try connection.scalar(
        "SELECT d.id FROM dossier d WHERE d.id = $1 AND (\(scope.sql))", [.int(id)] + scope.values) != nil
    case .histoire(let id):
      let scope = perimetre.conditionDHistoires(from: 2)
      return try connection.scalar(
        "SELECT h.id FROM histoire h WHERE h.id = $1 AND (\(scope.sql))", [.int(id)] + scope.values) != nil
    }
  }
}
