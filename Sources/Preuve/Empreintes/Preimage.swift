/// The bytes that are hashed, written so that no two lists of values give the same: an integer takes eight bytes, big end
/// first; a text or bytes come after their length.
struct Preimage {
  private(set) var bytes: [UInt8] = []

  /// - Parameter usage: what is hashed, `centre-serveur/sceau/1`, so that a hash of one kind is never that of another.
  init(_ usage: StaticString, prefix: UInt8? = nil) {
    bytes.reserveCapacity(256)
    if let prefix { bytes.append(prefix) }
    add(Int64(usage.utf8CodeUnitCount))
    bytes.append(contentsOf: UnsafeBufferPointer(start: usage.utf8Start, count: usage.utf8CodeUnitCount))
  }

  mutating func add(_ value: Int64) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ value: [UInt8]) {
    add(Int64(value.count))
    bytes.append(contentsOf: value)
  }

  mutating func add(_ value: String) {
    add(Int64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  mutating func add(_ value: Empreinte) {
    add(Int64(Empreinte.byteCount))
    value.append(to: &bytes)
  }

  var empreinte: Empreinte { Empreinte(of: bytes) }
}
