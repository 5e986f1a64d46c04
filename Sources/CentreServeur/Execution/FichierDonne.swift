import Centre
import Convention
import Foundation
import Interface

/// A file given to a command that reads it by itself, without receiving it.
struct FichierDonne {
  let source: SourceOctets
  private let chemin: String
  private let formats: Formats
  private let jour: Jour

  init(_ chemin: String, _ session: Session) throws {
    if let faute = ReceptionDeFichiers.unreadable(chemin) { throw Faute(faute) }
    self.chemin = chemin
    source = try SourceOctets(url: URL(fileURLWithPath: chemin))
    formats = try session.formats()
    jour = session.jour
  }

  func ouverture() throws -> Ouverture { try Ouverture(source, formats: formats, jour: jour) }

  func examen() throws -> Examen { try Examen(source, formats: formats, jour: jour, hacheur: SansEmpreinte()) }

  /// Why its header stops it, and the coding that it probably has.
  func refus() throws -> DemandeRefusee {
    let examen = try examen()
    let hint = examen.indiceCodage.map { [$0] } ?? []
    return DemandeRefusee(["\(chemin) : \(examen.refus?.phrase ?? "fichier illisible")"] + hint)
  }
}

/// Showing a file needs no fingerprint.
private struct SansEmpreinte: Hacheur {
  mutating func update(_ octets: UnsafeRawBufferPointer) {}
  mutating func finalize() -> [UInt8] { [] }
}
