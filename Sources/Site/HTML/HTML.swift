/// The bytes of a page as it is written.
///
/// Text and attribute values are always escaped; only what the source code itself spells out (`StaticString`) is written as it
/// stands. So no name, however strange, can become a tag.
///
/// A list of fifty dossiers is some three thousand short writings: they go into memory of its own, which only grows.
public struct HTML: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  /// - Parameter capacity: bytes that it will probably have, at least one.
  public init(capacity: Int = 32_768) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  /// What was written so far.
  public var octets: [UInt8] { Array(UnsafeBufferPointer(start: memory, count: count)) }

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

  /// HTML that was written apart.
  mutating func fragment(_ octets: [UInt8]) { octets.withUnsafeBufferPointer { write($0) } }

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

  private mutating func write(_ text: StaticString) { text.withUTF8Buffer { write($0) } }

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (memory + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) {
    reserve(bytes.count * HTML.longestEntity)
    var end = memory + count
    for byte in bytes {
      if HTML.isSpecial(byte) {
        let entity = HTML.entity(byte)
        end.update(from: entity.utf8Start, count: entity.utf8CodeUnitCount)
        end += entity.utf8CodeUnitCount
      } else {
        end.pointee = byte
        end += 1
      }
    }
    count = end - memory
  }

  /// Room for that many bytes more.
  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
  }

  /// The five bytes that mean something to a reader of HTML, and control characters, which it may not hold.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x40 ? specials & (1 << UInt64(byte)) != 0 : byte == 0x7F
  }

  private static let specials: UInt64 = {
    let controls: UInt64 = (1 << 0x20) - 1
    let spaces: UInt64 = 1 << 0x09 | 1 << 0x0A | 1 << 0x0D
    return controls & ~spaces | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
  }()

  private static let longestEntity = 6

  private static func entity(_ special: UInt8) -> StaticString {
    switch special {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x22: "&quot;"
    case 0x27: "&#39;"
    default: "\u{FFFD}"
    }
  }
}

/// Something that can be shown: it writes itself into a page.
public protocol Vue {
  func ecrire(_ h: inout HTML)
}
