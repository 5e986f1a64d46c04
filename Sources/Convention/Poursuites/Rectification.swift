/// The étude takes back what it had wrongly told; the right fact is then told anew, and both remain (« rectifié », visible to the
/// comptable).
public struct Rectification: Hashable, Sendable, Codable {
  /// The message that no longer counts, one of the étude's own.
  public var message: Int64
  public var motif: String
  public init(message: Int64, motif: String) {
    self.message = message
    self.motif = motif
  }
}
