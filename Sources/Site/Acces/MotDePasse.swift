import Crypto
import CryptoExtras
import Foundation
import NIOPosix

/// A password: what it must be, and what is kept of it (R183; CNIL, recommandation du 21/07/2022).
public struct MotDePasse: Sendable {
  private let texte: String

  /// Throws the reason, in French, when a password may not be chosen.
  public init(choisi texte: String, identifiant: String) throws(MotDePasseRefuse) {
    let normal = texte.precomposedStringWithCompatibilityMapping
    guard normal.count >= MotDePasse.longueurMinimale else { throw .tropCourt }
    guard normal.utf8.count <= MotDePasse.octetsMaximum else { throw .tropLong }
    guard MotDePasse.kinds(of: normal) >= 3 else { throw .tropSimple }
    let folded = normal.lowercased()
    guard !folded.contains(identifiant.lowercased()), Set(folded).count >= 6,
      !MotDePasse.usuels.contains(where: { folded.contains($0) })
    else { throw .devinable }
    self.texte = normal
  }

  /// A password given at the door, whatever it is; beyond the bound it can only be wrong.
  public init(donne texte: String) {
    self.texte = String(texte.precomposedStringWithCompatibilityMapping.prefix(MotDePasse.octetsMaximum))
  }

  static let longueurMinimale = 12
  static let octetsMaximum = 1_024

  /// The rule, as the page says it.
  public static let regle =
    "Au moins 12 caractères, de trois sortes au moins parmi : minuscules, majuscules, chiffres, signes. "
    + "Une phrase de quelques mots convient. Ni votre identifiant, ni une suite connue."

  /// Small letters, capitals, digits, anything else.
  private static func kinds(of texte: String) -> Int {
    [
      texte.contains { $0.isLowercase }, texte.contains { $0.isUppercase }, texte.contains { $0.isNumber },
      texte.contains { !$0.isLetter && !$0.isNumber },
    ].filter { $0 }.count
  }

  /// What everyone tries first.
  private static let usuels = [
    "motdepasse", "password", "azerty", "qwerty", "123456", "654321", "abcdef", "bonjour", "soleil", "tresorerie",
    "huissier", "comptable", "centre-serveur", "centreserveur",
  ]
}

/// Why a password may not be chosen.
public enum MotDePasseRefuse: Error, Hashable, Sendable, CustomStringConvertible {
  case tropCourt, tropLong, tropSimple, devinable

  public var description: String {
    switch self {
    case .tropCourt: "Le mot de passe doit avoir au moins 12 caractères."
    case .tropLong: "Le mot de passe est trop long."
    case .tropSimple: "Le mot de passe doit mêler trois sortes de caractères au moins."
    case .devinable: "Ce mot de passe se devine : évitez votre identifiant, les suites et les mots les plus courants."
    }
  }
}

extension MotDePasse {
  /// scrypt's cost (OWASP, Password Storage): 2^15 rounds of blocks of 8, 3 times: 32 MB and some hundred milliseconds.
  public struct Cout: Hashable, Sendable {
    let rounds: Int
    let blockSize: Int
    let parallelism: Int
    public static let enVigueur = Cout(rounds: 1 << 15, blockSize: 8, parallelism: 3)
  }

  /// What is kept: `scrypt$rounds$taille$parallelisme$sel$cle`, so that the cost can grow without anyone's noticing.
  public func conserve(_ cout: Cout) async throws -> String {
    var generator = SystemRandomNumberGenerator()
    let sel = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let cle = try await derived(sel, cout, byteCount: 32)
    return ["scrypt", "\(cout.rounds)", "\(cout.blockSize)", "\(cout.parallelism)", base64(sel), base64(cle)]
      .joined(separator: "$")
  }

  /// Whether this is the password that was kept; the same time is spent when there is none.
  public func correspond(a conserve: String?, _ cout: Cout) async throws -> Bool {
    guard let kept = conserve.flatMap(Conserve.init) else {
      _ = try await derived(Array(repeating: 0, count: 16), cout, byteCount: 32)
      return false
    }
    let cle = try await derived(kept.sel, kept.cout, byteCount: kept.cle.count)
    return Secrets.egaux(cle, kept.cle)
  }

  /// On a thread of its own: the site goes on answering while one is computed.
  private func derived(_ sel: [UInt8], _ cout: Cout, byteCount: Int) async throws -> [UInt8] {
    let bytes = Array(texte.utf8)
    return try await NIOThreadPool.singleton.runIfActive {
      try KDF.Scrypt.deriveKey(
        from: bytes, salt: sel, outputByteCount: byteCount, rounds: cout.rounds, blockSize: cout.blockSize,
        parallelism: cout.parallelism
      ).withUnsafeBytes { Array($0) }
    }
  }

  private func base64(_ octets: [UInt8]) -> String { Data(octets).base64EncodedString() }

  /// The text kept, read back.
  private struct Conserve {
    let cout: Cout
    let sel: [UInt8]
    let cle: [UInt8]

    init?(_ texte: String) {
      let parts = texte.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
        let parallelism = Int(parts[3]), let sel = Data(base64Encoded: parts[4]),
        let cle = Data(base64Encoded: parts[5]),
        !cle.isEmpty
      else { return nil }
      cout = Cout(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
      self.sel = Array(sel)
      self.cle = Array(cle)
    }
  }
}

// Never the password.
extension MotDePasse: CustomStringConvertible {
  public var description: String { "MotDePasse" }
}
