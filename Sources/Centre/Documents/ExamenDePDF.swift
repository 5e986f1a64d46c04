import Foundation

/// What is asked of bytes to be kept as a PDF file (ISO 32000-1 and -2, 7.5): a version in the first kilobyte, the mark of the
/// end in the last, no encryption, which would leave the proof unreadable.
///
/// Left out: everything between. Whether each page shows, and what a program in the file would do, is the reader's: a page
/// gives these files to be downloaded, never to be run in the site.
enum ExamenDePDF {
  /// Where both marks are looked for, in bytes.
  static let marge = 1_024

  static func examiner(_ octets: Data) throws(DocumentRefuse) {
    guard !octets.isEmpty else { throw .vide }
    guard annonceUneVersion(octets.prefix(marge)) else { throw .pasUnPDF }
    guard octets.suffix(marge).range(of: Data("%%EOF".utf8)) != nil else { throw .incomplet }
    guard !estChiffre(octets) else { throw .chiffre }
  }

  private static func annonceUneVersion(_ debut: Data) -> Bool {
    versions.contains { debut.range(of: $0) != nil }
  }

  private static let versions = ((0...7).map { "%PDF-1.\($0)" } + ["%PDF-2.0"]).map { Data($0.utf8) }

  /// The name `/Encrypt` itself: a longer name that begins so, as `/EncryptMetadata`, is another.
  private static func estChiffre(_ octets: Data) -> Bool {
    let nom = Data("/Encrypt".utf8)
    var rest = octets
    while let found = rest.range(of: nom) {
      guard let next = octets[found.upperBound...].first, !endsName(next) else { return true }
      rest = octets[found.upperBound...]
    }
    return false
  }

  /// White space and delimiters.
  private static func endsName(_ byte: UInt8) -> Bool {
    [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte) || Array("()<>[]{}/%".utf8).contains(byte)
  }
}
