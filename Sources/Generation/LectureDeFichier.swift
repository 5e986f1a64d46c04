import Convention
import Foundation
import Interface

/// Reads again, record by record, a file of the format: one made here, or one that the centre issued.
package enum LectureDeFichier {
  package static func forEachRecord(
    _ url: URL, _ formats: Formats, genre: String, _ body: (Enregistrement) throws -> Void
  )
    throws
  {
    guard FileManager.default.isReadableFile(atPath: url.path) else {
      throw FauteDeGeneration("\(url.path) : fichier introuvable ou interdit de lecture.")
    }
    let source: SourceOctets
    let examen: Examen
    do {
      source = try SourceOctets(url: url)
      examen = try Examen(
        source, formats: formats, jour: Jour.last, attendus: [genre], hacheur: SansEmpreinte())
    } catch {
      throw FauteDeGeneration(error.description)
    }
    if let refus = examen.refus { throw FauteDeGeneration("\(url.path) : \(refus.phrase).") }
    guard let lecteur = LecteurDeContenu(examen.ouverture, source) else {
      throw FauteDeGeneration("\(url.path) : ce n’est pas un fichier « \(genre) » lisible.")
    }
    while let record = try lecteur.next() { try body(record) }
  }

  /// Nobody asks for the fingerprint here.
  private struct SansEmpreinte: Hacheur {
    mutating func update(_ octets: UnsafeRawBufferPointer) {}
    mutating func finalize() -> [UInt8] { [] }
  }
}
