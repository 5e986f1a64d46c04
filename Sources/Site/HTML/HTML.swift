/// The bytes of a page as it is written.
///
/// Text and attribute values are always escaped; only what the source code itself spells out (`StaticString`) is written as it
/// stands. So no name, however strange, can become a tag.
public struct HTML: Sendable {
  public private(set) var octets: [UInt8] = []

  /// - Parameter capacity: bytes that it will probably have.
  public init(capacity: Int = 16_384) { octets.reserveCapacity(capacity) }

  /// Text between tags.
  public mutating func texte(_ texte: String) {
    var texte = texte
    texte.withUTF8 { escape($0) }
  }

  /// An element with its content.
  public mutating func element(
    _ nom: StaticString, _ attributs: [Attribut?] = [], _ contenu: (inout HTML) -> Void
  ) {
    open(nom, attributs)
    contenu(&self)
    close(nom)
  }

  /// An element that holds a text and nothing else.
  public mutating func element(_ nom: StaticString, _ attributs: [Attribut?], _ contenu: String) {
    element(nom, attributs) { $0.texte(contenu) }
  }

  public mutating func element(_ nom: StaticString, _ contenu: String) { element(nom, [], contenu) }

  /// An element without content or end tag: `input`, `br`, `meta`.
  public mutating func vide(_ nom: StaticString, _ attributs: [Attribut?] = []) { open(nom, attributs) }

  /// Bytes that were written apart.
  mutating func fragment(_ fragment: HTML) { octets.append(contentsOf: fragment.octets) }

  /// A view where one is expected.
  public mutating func vue(_ vue: some Vue) { vue.ecrire(&self) }

  /// What begins every page.
  mutating func doctype() { write("<!DOCTYPE html>\n") }

  /// The end tag of what ``open(_:_:)`` began, for those who write the same beginning many times.
  mutating func close(_ nom: StaticString) {
    write("</")
    write(nom)
    write(">")
  }

  mutating func open(_ nom: StaticString, _ attributs: [Attribut?]) {
    write("<")
    write(nom)
    for attribut in attributs {
      guard let attribut else { continue }
      write(" ")
      write(attribut.nom)
      guard let valeur = attribut.valeur else { continue }
      write("=\"")
      texte(valeur)
      write("\"")
    }
    write(">")
  }

  private mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { octets.append(contentsOf: $0) }
  }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in bytes.enumerated() where byte <= 0x3E || byte == 0x7F {
      guard let entity = HTML.entity(byte) else { continue }
      octets.append(contentsOf: bytes[start..<index])
      write(entity)
      start = index + 1
    }
    octets.append(contentsOf: bytes[start...])
  }

  /// The five bytes that mean something to a reader of HTML, and control characters, which it may not hold.
  private static func entity(_ byte: UInt8) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    case 0x09, 0x0A, 0x0D: nil
    case ..<0x20, 0x7F: "\u{FFFD}"
    default: nil
    }
  }
}

/// Something that can be shown: it writes itself into a page.
public protocol Vue {
  func ecrire(_ h: inout HTML)
}
