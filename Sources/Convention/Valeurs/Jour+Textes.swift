extension Jour {
  /// `2026-03-02`.
  public var iso: String {
    let (annee, mois, jour) = components
    guard (1000...9999).contains(annee) else { return "\(annee)-\(padded(mois))-\(padded(jour))" }
    // Digit by digit: a reception writes a dozen days a dossier.
    return String(unsafeUninitializedCapacity: 10) { text in
      for (place, digit) in [annee / 100, annee % 100, mois, jour].enumerated() {
        let start = place < 2 ? place * 2 : place * 3 - 1
        text[start] = UInt8(ascii: "0") + UInt8(digit / 10)
        text[start + 1] = UInt8(ascii: "0") + UInt8(digit % 10)
      }
      (text[4], text[7]) = (UInt8(ascii: "-"), UInt8(ascii: "-"))
      return 10
    }
  }

  /// `20260302`, the form of the exchanged files.
  public var compact: String {
    let (annee, mois, jour) = components
    return "\(annee)\(padded(mois))\(padded(jour))"
  }

  /// `02/03/2026`, the form that people read.
  public var texte: String {
    let (annee, mois, jour) = components
    guard (1000...9999).contains(annee) else { return "\(padded(jour))/\(padded(mois))/\(annee)" }
    return String(unsafeUninitializedCapacity: 10) { text in
      for (place, digit) in [jour, mois, annee / 100, annee % 100].enumerated() {
        let start = place < 3 ? place * 3 : 8
        text[start] = UInt8(ascii: "0") + UInt8(digit / 10)
        text[start + 1] = UInt8(ascii: "0") + UInt8(digit % 10)
      }
      (text[2], text[5]) = (UInt8(ascii: "/"), UInt8(ascii: "/"))
      return 10
    }
  }

  /// Reads `2026-03-02`; nil for anything else.
  public init?(iso: some StringProtocol) {
    // In place: a list of dossiers reads several on each row.
    let read =
      iso.utf8.withContiguousStorageIfAvailable { Jour(iso: $0) }
      ?? Array(iso.utf8).withUnsafeBufferPointer { Jour(iso: $0) }
    guard let read else { return nil }
    self = read
  }

  private init?(iso bytes: UnsafeBufferPointer<UInt8>) {
    let dash = UInt8(ascii: "-")
    guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash, let annee = Int(ascii: bytes[0..<4]),
      let mois = Int(ascii: bytes[5..<7]), let jour = Int(ascii: bytes[8..<10])
    else { return nil }
    self.init(annee: annee, mois: mois, jour: jour)
  }

  /// Reads `20260302`; nil for anything else.
  public init?(compact: some StringProtocol) {
    let bytes = Array(compact.utf8)
    guard bytes.count == 8, let annee = Int(ascii: bytes[0..<4]),
      let mois = Int(ascii: bytes[4..<6]), let jour = Int(ascii: bytes[6..<8])
    else { return nil }
    self.init(annee: annee, mois: mois, jour: jour)
  }
}

extension Jour: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = Jour(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "date AAAA-MM-JJ attendue")
    }
    self = day
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

func padded(_ value: Int, to width: Int = 2) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Int {
  /// Decimal digits only, at least one and at most eighteen.
  init?(ascii bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    self = value
  }
}
