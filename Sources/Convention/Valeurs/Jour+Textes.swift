extension Jour {
  /// `2026-03-02`.
  public var iso: String {
    let (annee, mois, jour) = components
    return "\(annee)-\(padded(mois))-\(padded(jour))"
  }

  /// `20260302`, the form of the exchanged files.
  public var compact: String {
    let (annee, mois, jour) = components
    return "\(annee)\(padded(mois))\(padded(jour))"
  }

  /// `02/03/2026`, the form that people read.
  public var texte: String {
    let (annee, mois, jour) = components
    return "\(padded(jour))/\(padded(mois))/\(annee)"
  }

  /// Reads `2026-03-02`; nil for anything else.
  public init?(iso: some StringProtocol) {
    let parts = iso.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
      let annee = Int(ascii: parts[0]), let mois = Int(ascii: parts[1]),
      let jour = Int(ascii: parts[2])
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
