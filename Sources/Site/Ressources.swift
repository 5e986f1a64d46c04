import Crypto
import Foundation

/// A file that travels with the program and that browsers keep: its address changes with its content.
public struct Ressources: Sendable {
  let nom: String
  let type: String
  public let octets: [UInt8]
  public let url: String

  static let style = Ressources("site.css", "text/css; charset=utf-8")
  static let icone = Ressources("icone.svg", "image/svg+xml")
  static let toutes = [style, icone]

  private init(_ nom: String, _ type: String) {
    self.nom = nom
    self.type = type
    let url = Bundle.module.url(forResource: nom, withExtension: nil, subdirectory: "Ressources")
    octets = url.flatMap { try? Data(contentsOf: $0) }.map { Array($0) } ?? []
    let empreinte = SHA256.hash(data: octets).prefix(6).map { String(Int($0) + 256, radix: 16).dropFirst() }.joined()
    self.url = "/ressources/\(empreinte)/\(nom)"
  }

  /// Kept by browsers for a year: another content has another address.
  var reponse: Reponse {
    Reponse(
      enTetes: [("Content-Type", type), ("Cache-Control", "public, max-age=31536000, immutable")],
      corps: .octets(octets))
  }
}
