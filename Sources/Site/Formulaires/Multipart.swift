import Foundation

/// Reads `multipart/form-data` (RFC 7578, as WHATWG browsers write it): fields and files between lines of a boundary.
///
/// The body is bounded before it comes here; what is left to bound is the number of parts, their headers and their fields. Nothing of
/// what the sender names is used as a path.
struct Multipart {
  /// A form of ours has fewer fields than this.
  static let limiteDeParties = 2_000
  static let limiteDEnTete = 4 * 1024
  static let limiteDeChamp = 64 * 1024

  private let octets: [UInt8]
  /// CR LF, `--` and the boundary: what ends a part.
  private let delimiteur: [UInt8]

  /// nil when the type of the body gives no boundary (RFC 2046: 1 to 70 characters).
  init?(octets: [UInt8], type: String) {
    guard let limite = Multipart.limite(type) else { return nil }
    self.octets = octets
    delimiteur = Array("\r\n--\(limite)".utf8)
  }

  /// Throws `.formulaireIllisible` for whatever is not exactly a form; nothing is read of a body that was cut.
  func lire() throws(FauteDePage) -> Formulaire {
    var champs: [(nom: String, valeur: String)] = []
    var fichiers: [Formulaire.Fichier] = []
    guard octets.starts(with: delimiteur.dropFirst(2)) else { throw .formulaireIllisible }
    var position = delimiteur.count - 2
    while try !isLast(at: position) {
      guard champs.count + fichiers.count < Multipart.limiteDeParties else { throw .formulaireIllisible }
      guard let entete = bornes(of: Array("\r\n\r\n".utf8), from: position, within: Multipart.limiteDEnTete),
        let fin = bornes(of: delimiteur, from: entete.upperBound - 2)
      else { throw .formulaireIllisible }
      // An empty part ends where its header does: the two share an end of line.
      let contenu = octets[entete.upperBound..<max(entete.upperBound, fin.lowerBound)]
      switch Partie(entete: octets[position..<entete.lowerBound]) {
      case .champ(let nom):
        guard contenu.count <= Multipart.limiteDeChamp else { throw .formulaireIllisible }
        champs.append((nom, String(decoding: contenu, as: UTF8.self)))
      case .fichier(let champ, let nom):
        if !nom.isEmpty { fichiers.append(.init(champ: champ, nom: nom, octets: Array(contenu))) }
      case nil: throw .formulaireIllisible
      }
      position = fin.upperBound
    }
    return Formulaire(champs, fichiers: fichiers)
  }

  /// After a boundary: `--` ends the form, an end of line begins a part.
  private func isLast(at position: Int) throws(FauteDePage) -> Bool {
    let next = octets[position...].prefix(2)
    if next.elementsEqual("--".utf8) { return true }
    guard next.elementsEqual("\r\n".utf8) else { throw .formulaireIllisible }
    return false
  }

  /// Where some bytes are next found, within a number of bytes if given.
  private func bornes(of motif: [UInt8], from start: Int, within limit: Int = .max) -> Range<Int>? {
    let end = limit < octets.count - start ? start + limit : octets.count
    return octets.withUnsafeBufferPointer { bytes in
      var index = start
      while index + motif.count <= end {
        if bytes[index] == motif[0], bytes[index..<index + motif.count].elementsEqual(motif) {
          return index..<index + motif.count
        }
        index += 1
      }
      return nil
    }
  }

  private static func limite(_ type: String) -> String? {
    guard let place = type.range(of: "boundary=") else { return nil }
    var value = type[place.upperBound...].prefix { $0 != ";" }
    if value.first == "\"" { value = value.dropFirst().prefix { $0 != "\"" } }
    let text = String(value).sansBords
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "'()+_,-./:=?".utf8.contains(byte)
    }
    return isPlain && (1...70).contains(text.utf8.count) ? text : nil
  }
}

/// What the header of a part says that it is.
private enum Partie {
  case champ(String)
  case fichier(champ: String, nom: String)

  init?(entete: ArraySlice<UInt8>) {
    let lines = String(decoding: entete, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
      disposition.lowercased().contains("form-data"), let nom = Partie.parametre("name", in: disposition)
    else { return nil }
    if let fichier = Partie.parametre("filename", in: disposition) {
      self = .fichier(champ: nom, nom: fichier)
    } else {
      self = .champ(nom)
    }
  }

  /// The value between quotes of `; name="…"`, with what browsers write for quotes and ends of line (WHATWG).
  private static func parametre(_ nom: String, in disposition: Substring) -> String? {
    guard let place = disposition.range(of: "; \(nom)=\"") else { return nil }
    let rest = disposition[place.upperBound...]
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    return String(rest[..<end]).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }
}
