/// The whole journal as lines of JSON, for a verifier that has neither this program nor the base: a header, the seals, the
/// events in the order of positions, an end that counts them.
public enum ExportDuJournal {
  public static let format = "centre-serveur/journal/1"

  struct EnTeteDExport: Codable {
    let format: String
    let sceaux: Int64
  }

  struct Fin: Codable {
    let fin: Bool
    let evenements: Int64
  }

  /// The header and the seals.
  public static func debut(sceaux: [Sceau]) throws -> [UInt8] {
    var bytes = try line(EnTeteDExport(format: format, sceaux: Int64(sceaux.count)))
    for sceau in sceaux { bytes += try line(sceau) }
    return bytes
  }

  public static func ligne(_ evenement: LigneDuJournal) throws -> [UInt8] { try line(evenement) }

  public static func fin(evenements: Int64) throws -> [UInt8] {
    try line(Fin(fin: true, evenements: evenements))
  }

  private static func line(_ value: some Encodable) throws -> [UInt8] {
    try CanonicalEncoder.encode(value) + [UInt8(ascii: "\n")]
  }
}
