import Centre
import Convention
import Foundation
import Interface

/// The French sentence of any error, without a stack and without anyone's data.
func phrase(_ error: any Error) -> String {
  switch error {
  case let error as any CustomStringConvertible & Sendable where !(error is NSError): error.description
  case let error as CocoaError: phrase(error)
  case let error as POSIXError: String(cString: strerror(error.code.rawValue))
  default: "Erreur interne (\(type(of: error)))."
  }
}

/// How an error ends the command.
func issue(of error: any Error) -> Issue {
  switch error {
  case is MauvaisUsage: .mauvaisUsage
  case is DemandeRefusee, is Refus, is FauteDeQuarantaine, is FauteTabulaire: .refuse
  default: .faute
  }
}

private func phrase(_ error: CocoaError) -> String {
  let file = error.filePath.map { "« \($0) » : " } ?? ""
  switch error.code {
  case .fileNoSuchFile, .fileReadNoSuchFile: return "\(file)fichier ou dossier introuvable."
  case .fileReadNoPermission, .fileWriteNoPermission: return "\(file)accès refusé."
  case .fileWriteOutOfSpace: return "\(file)disque plein."
  case .fileWriteVolumeReadOnly: return "\(file)disque en lecture seule."
  default: return "\(file)lecture ou écriture impossible (erreur \(error.code.rawValue))."
  }
}
