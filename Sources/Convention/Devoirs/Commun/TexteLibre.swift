/// What a person wrote in her own words: at least one visible character, at most `Bareme.texteLibreCharacters`.
public struct TexteLibre: Hashable, Sendable, Codable {
  public let texte: String

  /// The bound is that of the day on which it is written.
  public init(_ texte: String, on jour: Jour) throws(Refus) {
    let bound = Bareme.texteLibreCharacters.value(on: jour)
    guard texte.count <= bound, texte.contains(where: { !$0.isWhitespace }) else {
      throw Refus(.texteHorsBornes, under: Article(.annexeQualite, "III"))
    }
    self.texte = texte
  }

  /// Read from the journal as it was accepted then.
  public init(from decoder: any Decoder) throws {
    texte = try decoder.singleValueContainer().decode(String.self)
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(texte)
  }
}
