import Convention

/// A link that lets someone choose his password: shown once to whoever makes it, good for twenty-four hours.
public struct LienUnique: Sendable {
  public let url: String
  public let empreinte: [UInt8]
  public let fin: Instant

  public static let dureeSeconds = 24 * 3600

  public init(_ reglage: ReglageDuSite, instant: Instant) {
    let jeton = Jeton()
    url = "\(reglage.url)/lien/\(jeton.texte)"
    empreinte = jeton.empreinte
    fin = instant.adding(seconds: LienUnique.dureeSeconds)
  }
}
