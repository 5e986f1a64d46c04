/// A text that can only hold a well-formed identifier: made once, checked once.
public protocol Identifiant: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  var texte: String { get }
  /// nil unless `texte` has exactly the form that the type's comment gives.
  init?(_ texte: String)
}

extension Identifiant {
  public var description: String { texte }
  public static func < (left: Self, right: Self) -> Bool { left.texte < right.texte }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(Self.self) mal formé")
    }
    self = value
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(texte)
  }
}

/// The postal code of a French delivery office: five digits.
public struct CodePostal: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    guard texte.utf8.count == 5, texte.utf8.allSatisfy(\.isDigit) else { return nil }
    self.texte = texte
  }
}

/// The code of a commune in the official geographical code (COG): `31149`, `2A004`, `97411`.
public struct CodeInsee: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    let bytes = Array(texte.utf8)
    guard bytes.count == 5, Departement(commune: texte) != nil, bytes[2...].allSatisfy(\.isDigit)
    else { return nil }
    self.texte = texte
  }
  /// The département comes from the commune, never from the postal code.
  public var departement: Departement {
    guard let departement = Departement(commune: texte) else {
      preconditionFailure("a CodeInsee always has a département")
    }
    return departement
  }
}

/// A département or overseas collectivity: 01–19, 2A, 2B, 21–95, 971–978, 986–988.
public struct Departement: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    guard Departement.all.contains(texte) else { return nil }
    self.texte = texte
  }

  /// The département of a commune's five-character code.
  public init?(commune code: String) {
    let length = code.hasPrefix("97") || code.hasPrefix("98") ? 3 : 2
    self.init(String(code.prefix(length)))
  }

  private static let all: Set<String> = {
    let metropole = (1...95).filter { $0 != 20 }.map { padded($0) }
    let outreMer = ["971", "972", "973", "974", "975", "976", "977", "978", "986", "987", "988"]
    return Set(metropole + ["2A", "2B"] + outreMer)
  }()
}

/// The number of a poste comptable of the DGFiP: six or seven digits, or 02A/02B and three or four digits.
public struct Codique: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    let bytes = Array(texte.utf8)
    guard (6...7).contains(bytes.count) else { return nil }
    let corse = texte.hasPrefix("02A") || texte.hasPrefix("02B")
    guard bytes.dropFirst(corse ? 3 : 0).allSatisfy(\.isDigit) else { return nil }
    self.texte = texte
  }
}

/// The code of an étude: four to eight capital letters and digits.
public struct CodeEtude: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    guard (4...8).contains(texte.utf8.count), texte.utf8.allSatisfy(\.isCapitalOrDigit) else {
      return nil
    }
    self.texte = texte
  }
}

/// The number that the comptable gives his demand: one to forty capitals, digits, `/` and `-`, the first not a sign.
public struct NumeroDemande: Identifiant {
  public let texte: String
  public init?(_ texte: String) {
    guard let first = texte.utf8.first, first.isCapitalOrDigit, texte.utf8.count <= 40,
      texte.utf8.allSatisfy({ $0.isCapitalOrDigit || $0 == 0x2F || $0 == 0x2D })
    else { return nil }
    self.texte = texte
  }
}

extension UInt8 {
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isCapitalOrDigit: Bool { isDigit || (0x41...0x5A).contains(self) }
}
