/// A SHA-256: sixty-four hexadecimal digits, small letters.
public struct EmpreinteSHA256: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    guard texte.utf8.count == 64, texte.utf8.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0) }) else {
      return nil
    }
    self.texte = texte
  }
}

/// What proves that a notice left: the identifier of the mail and the fingerprint of its bytes (cahier 3, al. 4; R087).
public struct PreuveDEnvoi: Hashable, Sendable, Codable {
  /// The identifier of the message, as the mail server knows it: 1 to 255 visible ASCII characters.
  public let reference: String
  public let empreinte: EmpreinteSHA256

  public init(reference: String, empreinte: String) throws(Refus) {
    let bytes = reference.utf8
    guard (1...255).contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) }),
      let empreinte = EmpreinteSHA256(empreinte)
    else { throw Refus(.preuveMalFormee, under: Article(.cahierDesCharges, "3", alinea: 4)) }
    self.reference = reference
    self.empreinte = empreinte
  }
}
