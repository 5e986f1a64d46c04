import Centre
import PeSIT

/// How « servir » listens and calls by CFT.
struct ReglageCFT: Sendable {
  /// Our identifier: PI 4 of those who call, PI 3 of our calls.
  let identifiant: String
  let adresse: String
  /// nil: not without TLS.
  let port: Int?
  /// nil: not under TLS.
  let portTLS: Int?
  let tls: TLSIdentity?
  /// Where a late file is told.
  let exploitant: String?
  /// Minutes after which a file that has not left is late.
  let retardMinutes: Int

  /// Folder of the transfers' state.
  func etat(_ echanges: DossierEchanges) -> String { echanges.racine.appendingPathComponent("cft/etat").path }
}
