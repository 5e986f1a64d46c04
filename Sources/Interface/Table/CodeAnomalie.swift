import Foundation

/// The three digits of an anomaly (`001` to `999`), the same in every version of the format.
public struct CodeAnomalie: RawRepresentable, Hashable, Sendable, Comparable, Codable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Three digits as the table writes them; nil for anything else.
  public init?(_ texte: String) {
    guard texte.utf8.count == 3, texte.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = Int(texte), value > 0
    else { return nil }
    rawValue = value
  }

  /// `304`, `009`.
  public var texte: String {
    let digits = String(rawValue)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension CodeAnomalie: CustomStringConvertible, ExpressibleByIntegerLiteral {
  public var description: String { texte }
  public init(integerLiteral value: Int) { self.init(rawValue: value) }
}

/// One anomaly of the table: a reject, a warning or a signal.
public struct Anomalie: Hashable, Sendable {
  public enum Niveau: String, Sendable, CaseIterable {
    case fichier, accuse, incomplet, selon, enregistrement, dossier, avertissement, signalee
  }
  public let code: CodeAnomalie
  public let nom: String
  public let niveau: Niveau
  /// The French sentence shown to people.
  public let sens: String
  public let exigences: [String]
}

extension Anomalie {
  /// The sentence in that many characters at most: too long, it ends with its last whole clause, not in the middle of a word.
  public func libelle(longueur: Int) -> String {
    guard sens.count > longueur else { return sens }
    let kept = sens.prefix(longueur + 1)
    let ends = [" et ", ", ", " ; ", " : ", " ("].compactMap { kept.range(of: $0, options: .backwards)?.lowerBound }
    let end = ends.max() ?? kept.lastIndex(of: " ") ?? sens.index(sens.startIndex, offsetBy: longueur)
    return String(sens[..<end])
  }
}
