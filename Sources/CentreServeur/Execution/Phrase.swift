import Centre
import Convention
import Foundation
import Interface
import Registre

/// The French sentence of any error, without a stack and without anyone's data.
func phrase(_ error: any Error) -> String {
  let type = type(of: error)
  if type is NSError.Type || type == CocoaError.self || type == POSIXError.self { return phrase(error as NSError) }
  if error is DecodingError || error is EncodingError { return "Donnée conservée illisible (\(type))." }
  // Every error can be bridged to an object with an English description; ours say their own.
  return type is any CustomStringConvertible.Type ? String(describing: error) : "Erreur interne (\(type))."
}

private func phrase(_ system: NSError) -> String {
  switch system.domain {
  case NSCocoaErrorDomain: phrase(CocoaError(_nsError: system))
  case NSPOSIXErrorDomain: phrase(errno: Int32(system.code))
  default: "Erreur interne (\(system.domain) \(system.code))."
  }
}

/// How an error ends the command.
func issue(of error: any Error) -> Issue {
  switch error {
  case is MauvaisUsage: .mauvaisUsage
  case is DemandeRefusee, is Refus, is FauteDeCompte, is FauteDeQuarantaine, is FauteTabulaire,
    is FauteDeContrat, is FauteDeFacture, is FauteDeDevoir, is DocumentRefuse:
    .refuse
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
  default:
    let cause = (error.underlying as NSError?).flatMap {
      $0.domain == NSPOSIXErrorDomain ? phrase(errno: Int32($0.code)) : nil
    }
    return "\(file)\(cause ?? "lecture ou écriture impossible (erreur \(error.code.rawValue)).")"
  }
}

/// The usual faults of the system; the others by their number.
private func phrase(errno code: Int32) -> String {
  switch code {
  case ENOENT: "fichier ou dossier introuvable."
  case EACCES, EPERM: "accès refusé."
  case ENOSPC: "disque plein."
  case EROFS: "disque en lecture seule."
  case EISDIR: "c’est un dossier."
  case EMFILE, ENFILE: "trop de fichiers ouverts."
  case EIO: "le disque ne répond pas bien."
  default: "le système refuse l’opération (erreur \(code))."
  }
}
