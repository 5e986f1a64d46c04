/// A kind of defect that a generated file may bear.
public protocol Defaut: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// One French line: what is wrong, and what the centre must answer.
  var texte: String { get }
}

/// How often each defect occurs: at most one per demand or message.
public struct Taux<D: Defaut>: Hashable, Sendable {
  /// Per hundred thousand.
  public private(set) var nommes: [D: Int] = [:]
  /// Per hundred thousand, spread evenly over the defects that are possible and not named.
  public private(set) var tous = 0
  private static var whole: Int { 100_000 }

  public init() {}

  /// Reads `titre-ampute=0.5,type-inconnu=0.2,tous=2`: rates in percent, at most three decimals; a name alone means 1 %.
  public init(_ texte: String) throws(FauteDeGeneration) {
    for part in texte.split(separator: ",") {
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let nom = pieces[0].filter { $0 != " " }
      guard let rate = Taux.perHundredThousand(pieces.count == 2 ? String(pieces[1]) : "1") else {
        throw FauteDeGeneration(
          "Défaut « \(nom) » : un taux en pour cent est attendu, de 0 à 100, par exemple \(nom)=0.5.")
      }
      try set(nom, rate)
    }
    guard nommes.values.reduce(tous, +) <= Taux.whole else {
      throw FauteDeGeneration("Les taux de défauts dépassent 100 % au total.")
    }
  }

  private mutating func set(_ nom: String, _ rate: Int) throws(FauteDeGeneration) {
    if nom == "tous" {
      tous = rate
    } else if let defaut = D(rawValue: nom) {
      nommes[defaut] = rate
    } else {
      let known = D.allCases.map(\.rawValue).joined(separator: ", ")
      throw FauteDeGeneration("Défaut « \(nom) » inconnu ; ceux qui existent : \(known), tous.")
    }
  }

  /// `0.5` is 500; nil for anything else than a number from 0 to 100 with at most three decimals.
  private static func perHundredThousand(_ texte: String) -> Int? {
    let pieces = texte.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = pieces.count == 2 ? String(pieces[1]) : ""
    guard let units = Int(pieces[0]), (0...100).contains(units), decimals.utf8.count <= 3,
      decimals.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let thousandths = Int(decimals + String(repeating: "0", count: 3 - decimals.utf8.count))
    else { return nil }
    let rate = units * 1000 + thousandths
    return rate <= whole ? rate : nil
  }
}

/// Draws defects at their rates.
package struct TirageDeDefauts<D: Defaut> {
  /// Upper bounds, ascending, per hundred thousand.
  private let bornes: [(borne: Int, defaut: D)]

  /// - Parameter possibles: the defects that these data allow; one named beyond them cannot be made.
  package init(_ taux: Taux<D>, possibles: Set<D>) throws(FauteDeGeneration) {
    if let impossible = D.allCases.first(where: { taux.nommes[$0, default: 0] > 0 && !possibles.contains($0) }) {
      throw FauteDeGeneration(
        "Le défaut « \(impossible.rawValue) » (\(impossible.texte)) est impossible avec ces acteurs et ces codes postaux."
      )
    }
    let others = D.allCases.filter { possibles.contains($0) && taux.nommes[$0] == nil }
    var sum = 0
    var bornes: [(Int, D)] = []
    for defaut in D.allCases where possibles.contains(defaut) {
      // The remainder of an uneven share goes to the first ones.
      let share = others.firstIndex(of: defaut).map { rank in
        taux.tous / others.count + (rank < taux.tous % others.count ? 1 : 0)
      }
      sum += taux.nommes[defaut] ?? share ?? 0
      bornes.append((sum, defaut))
    }
    self.bornes = bornes
  }

  package func draw(_ alea: inout Alea) -> D? {
    let value = alea.below(100_000)
    return bornes.first { value < $0.borne }?.defaut
  }
}
