import Foundation

/// A small semicolon-separated file: comments after `#`, one heading, rows without quotes.
struct FichierCSV {
  let nom: String
  private let bytes: [UInt8]

  /// nil when the file does not exist and `optional` is true.
  init?(_ nom: String, in dossier: URL, optional: Bool = false) throws(ReferentielIllisible) {
    let url = dossier.appendingPathComponent(nom)
    if optional && !FileManager.default.fileExists(atPath: url.path) { return nil }
    do {
      self.bytes = [UInt8](try Data(contentsOf: url))
    } catch {
      throw ReferentielIllisible(fichier: nom, ligne: nil, raison: "fichier absent ou illisible")
    }
    self.nom = nom
  }

  func fault(_ raison: String, at ligne: Int? = nil) -> ReferentielIllisible {
    ReferentielIllisible(fichier: nom, ligne: ligne, raison: raison)
  }

  /// Calls `row` with the fields of each line and its rank from 1; `comment` with each commented one.
  func read(
    columns: [String], comment: (String) -> Void = { _ in },
    row: (_ fields: [ArraySlice<UInt8>], _ ligne: Int) throws(ReferentielIllisible) -> Void
  ) throws(ReferentielIllisible) {
    var heading = false
    var ligne = 0
    var start = 0
    var fields: [ArraySlice<UInt8>] = []
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var line = bytes[start..<end]
      start = end + 1
      ligne += 1
      if line.last == 0x0D { line.removeLast() }
      guard let first = line.first else { continue }
      if first == 0x23 {
        comment(text(line.dropFirst()))
        continue
      }
      split(line, into: &fields)
      guard fields.count == columns.count else {
        throw fault("\(fields.count) colonnes, il en faut \(columns.count)", at: ligne)
      }
      if heading {
        try row(fields, ligne)
      } else if fields.map(text) == columns {
        heading = true
      } else {
        throw fault("en-tête attendu : \(columns.joined(separator: ";"))", at: ligne)
      }
    }
    if !heading { throw fault("fichier vide") }
  }

  private func split(_ line: ArraySlice<UInt8>, into fields: inout [ArraySlice<UInt8>]) {
    fields.removeAll(keepingCapacity: true)
    var start = line.startIndex
    for index in line.indices where line[index] == 0x3B {
      fields.append(line[start..<index])
      start = index + 1
    }
    fields.append(line[start...])
  }
}

/// The text of a field; damaged UTF-8 is repaired rather than refused.
func text(_ field: ArraySlice<UInt8>) -> String { String(decoding: field, as: UTF8.self) }
