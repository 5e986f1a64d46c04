import Adresses
import Foundation

/// A row of the table: an address whose right answer is known.
struct Verite: Sendable {
  let insee: String
  let code: String
  /// The commune's own name, or what else La Poste prints at this code.
  let nom: String
  let isOfficial: Bool

  /// Every official name and every line 5 of `Referentiels/communes.csv`, arrondissements included.
  static func all(_ url: URL) throws -> [Verite] {
    let texte = try String(contentsOf: url, encoding: .utf8)
    return texte.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().flatMap { line in
      let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      let official = Verite(insee: fields[0], code: fields[1], nom: fields[2], isOfficial: true)
      guard !fields[4].isEmpty else { return [official] }
      return [official, Verite(insee: fields[0], code: fields[1], nom: fields[4], isOfficial: false)]
    }
  }
}

/// SplitMix64: the same damages at every run.
struct Hasard: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}

/// The ways in which an address arrives damaged.
enum Degat: String, CaseIterable, Sendable {
  case aucun, sansCode, chiffresTransposes, chiffreFaux, chiffrePerdu, chiffreEnTrop, zeroPerdu
  case fauteAvecCode, deuxFautesAvecCode, fauteSansCode, deuxFautesSansCode, fauteEtChiffresTransposes
  case fauteEtChiffreFaux, cedex, codeDevant, codeMarque, codeEspace, codeTableur, graphie, developpe, tronque, codeSeul

  var touchesName: Bool { rawValue.lowercased().contains("faute") }

  /// The damaged address, nil when this damage does not apply.
  ///
  /// A name with a number is left alone: `PARIS 15` with a digit lost is another arrondissement, not a fault.
  func applied(to verite: Verite, _ hasard: inout Hasard) -> AdresseRecue? {
    let (nom, code) = (verite.nom, verite.code)
    if touchesName && nom.contains(where: \.isNumber) { return nil }
    switch self {
    case .aucun: return AdresseRecue(codePostal: code, localite: nom)
    case .sansCode: return AdresseRecue(codePostal: "", localite: nom)
    case .chiffresTransposes: return Self.transposed(code, &hasard).map { AdresseRecue(codePostal: $0, localite: nom) }
    case .chiffreFaux: return AdresseRecue(codePostal: Self.changed(code, &hasard), localite: nom)
    case .chiffrePerdu: return AdresseRecue(codePostal: Self.shortened(code, &hasard), localite: nom)
    case .chiffreEnTrop: return AdresseRecue(codePostal: Self.lengthened(code, &hasard), localite: nom)
    case .zeroPerdu:
      return code.hasPrefix("0") ? AdresseRecue(codePostal: String(code.dropFirst()), localite: nom) : nil
    case .fauteAvecCode: return AdresseRecue(codePostal: code, localite: Self.misspelt(nom, &hasard))
    case .deuxFautesAvecCode:
      let once = Self.misspelt(nom, &hasard)
      return AdresseRecue(codePostal: code, localite: Self.misspelt(once, &hasard))
    case .fauteSansCode: return AdresseRecue(codePostal: "", localite: Self.misspelt(nom, &hasard))
    case .deuxFautesSansCode:
      let once = Self.misspelt(nom, &hasard)
      return AdresseRecue(codePostal: "", localite: Self.misspelt(once, &hasard))
    case .fauteEtChiffresTransposes:
      let misspelt = Self.misspelt(nom, &hasard)
      return Self.transposed(code, &hasard).map { AdresseRecue(codePostal: $0, localite: misspelt) }
    case .fauteEtChiffreFaux:
      return AdresseRecue(codePostal: Self.changed(code, &hasard), localite: Self.misspelt(nom, &hasard))
    case .cedex:
      let cedex = code.prefix(2) + String(Int.random(in: 901...999, using: &hasard))
      return AdresseRecue(codePostal: String(cedex), localite: "\(nom) CEDEX \(Int.random(in: 1...9, using: &hasard))")
    case .codeDevant: return AdresseRecue(codePostal: "", localite: "\(code) \(nom)")
    case .codeMarque: return AdresseRecue(codePostal: "F-\(code)", localite: nom)
    case .codeEspace: return AdresseRecue(codePostal: "\(code.prefix(2)) \(code.suffix(3))", localite: nom)
    case .codeTableur: return AdresseRecue(codePostal: "\(code).0", localite: nom)
    case .graphie: return AdresseRecue(codePostal: code, localite: "  " + Self.rewritten(nom, &hasard))
    case .developpe: return AdresseRecue(codePostal: code, localite: Self.spelledOut(nom))
    case .tronque:
      let whole = Self.spelledOut(nom)
      return whole.count > 32 ? AdresseRecue(codePostal: "", localite: String(whole.prefix(32))) : nil
    case .codeSeul: return AdresseRecue(codePostal: code, localite: "")
    }
  }

  // MARK: - Codes

  private static func transposed(_ code: String, _ hasard: inout Hasard) -> String? {
    var digits = Array(code)
    let places = (0..<4).filter { digits[$0] != digits[$0 + 1] }
    guard let place = places.randomElement(using: &hasard) else { return nil }
    digits.swapAt(place, place + 1)
    return String(digits)
  }

  private static func changed(_ code: String, _ hasard: inout Hasard) -> String {
    var digits = Array(code)
    let place = Int.random(in: 0..<5, using: &hasard)
    let others = "0123456789".filter { $0 != digits[place] }
    digits[place] = others.randomElement(using: &hasard) ?? "0"
    return String(digits)
  }

  private static func shortened(_ code: String, _ hasard: inout Hasard) -> String {
    var digits = Array(code)
    digits.remove(at: Int.random(in: 0..<5, using: &hasard))
    return String(digits)
  }

  private static func lengthened(_ code: String, _ hasard: inout Hasard) -> String {
    var digits = Array(code)
    digits.insert("0123456789".randomElement(using: &hasard) ?? "0", at: Int.random(in: 0...5, using: &hasard))
    return String(digits)
  }

  // MARK: - Names

  /// One letter lost, added, changed, or swapped with its neighbour.
  private static func misspelt(_ nom: String, _ hasard: inout Hasard) -> String {
    var letters = Array(nom)
    let letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".randomElement(using: &hasard) ?? "A"
    let place = Int.random(in: 0..<letters.count, using: &hasard)
    switch Int.random(in: 0..<4, using: &hasard) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letter, at: place)
    case 2: letters[place] = letter
    default: if place + 1 < letters.count { letters.swapAt(place, place + 1) }
    }
    return letters.isEmpty ? nom : String(letters)
  }

  /// Accents, hyphens, apostrophes and case that change nothing.
  private static func rewritten(_ nom: String, _ hasard: inout Hasard) -> String {
    let accents: [Character: String] = ["E": "é", "A": "a\u{300}", "C": "ç", "I": "Î", "U": "ü", "O": "ô"]
    return nom.map { letter -> String in
      if letter == " " { return [" ", "-", "'", "  ", "’", "_"].randomElement(using: &hasard) ?? " " }
      let isAccented = Int.random(in: 0..<3, using: &hasard) == 0
      return isAccented ? accents[letter] ?? letter.lowercased() : letter.lowercased()
    }.joined()
  }

  private static func spelledOut(_ nom: String) -> String {
    nom.split(separator: " ").map { ["ST": "SAINT", "STE": "Sainte", "SUR": "s/"][$0] ?? String($0) }
      .joined(separator: " ")
  }
}
