import Convention
import Foundation
import Interface
import Registre

/// The documents of a dossier: those that were handed in, and those that are announced and not here (R081).
public struct DocumentsDuDossier: Sendable {
  public let deposes: [DocumentDepose]
  /// Announced by a message that still counts, and not received: the étude hands them in later.
  public let attendus: [DocumentAnnonce]

  /// - Parameter histoire: the events of the dossier, in order.
  public init(_ histoire: some Sequence<Evenement>, _ deposes: [DocumentDepose]) {
    let received = Set(deposes.map(\.sha256))
    self.deposes = deposes
    attendus = histoire.documentsAnnonces.filter { !received.contains($0.empreinte) }
  }
}

/// The name of a document as a reference of the format: what ISO-8859-15 holds of it, without its ending, within 35 characters.
public func referenceDeDocument(_ nom: String) -> String {
  let stem = nomDeDocument(nom).dropLast(4)
  let kept = stem.unicodeScalars.map { Latin9.byte($0) == nil ? "_" : Character($0) }
  let short = String(kept.prefix(35)).trimmingCharacters(in: .whitespaces)
  return short.isEmpty ? "document" : short
}
