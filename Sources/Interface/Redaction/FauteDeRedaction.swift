/// A value that cannot be written in its field.
public struct FauteDeRedaction: Error, Hashable, Sendable, CustomStringConvertible {
  /// Type of the record and name of the field.
  public let type: String
  public let champ: String
  /// French, without the value: it may be personal.
  public let message: String
  public var description: String { "enregistrement \(type), champ \(champ) : \(message)" }
}
