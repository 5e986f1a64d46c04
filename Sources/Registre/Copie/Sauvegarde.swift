import Preuve
import SQLEngine

/// Why a backup cannot be restored, or what came of it cannot be trusted.
public enum FauteDeSauvegarde: Error, Hashable, Sendable, CustomStringConvertible {
  case schemaTropRecent(Int)
  case differente
  case journalAltere(anomalies: Int)

  public var description: String {
    switch self {
    case .schemaTropRecent(let schema):
      "Cette sauvegarde est d’une version plus récente de centre-serveur (schéma \(schema), ce programme connaît le "
        + "schéma \(Migrations.all.count)) : installez cette version. Rien n’a été changé."
    case .differente:
      "La base restaurée n’est pas celle qui a été sauvegardée : n’utilisez pas cette base, prenez une autre sauvegarde."
    case .journalAltere(let anomalies):
      "Le journal restauré a \(anomalies) anomalie(s) : elles étaient dans la base sauvegardée (preuve verifier les nomme)."
    }
  }
}

extension Registre {
  /// Keeps the whole base in one file, while others work on it, and tells what is in it.
  ///
  /// - Parameter progress: rows counted and rows in all.
  public func sauvegarder(
    dans fichier: String, progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
  ) async throws -> BilanDeCopie {
    try await engine.backup(to: fichier) { try Registre.compter($0, progress: progress) }
  }

  /// Fills an empty base from such a file; then reads all of it again, compares it with what was told, and verifies the journal.
  public static func restaurer(
    _ engine: any SQLEngine, de fichier: String, attendu: BilanDeCopie,
    progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
  ) async throws -> Verdict {
    guard attendu.schema <= Migrations.all.count else { throw FauteDeSauvegarde.schemaTropRecent(attendu.schema) }
    try await engine.restore(from: fichier)
    guard try await engine.read({ try compter($0, progress: progress) }) == attendu else {
      throw FauteDeSauvegarde.differente
    }
    let verdict = try await Registre(engine) { [] }.verifier()
    guard verdict.estVerifie else { throw FauteDeSauvegarde.journalAltere(anomalies: verdict.nombreAnomalies) }
    return verdict
  }
}
