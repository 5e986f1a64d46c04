/// Which titres of a dossier a sum goes to.
///
/// Code civil, former art. 1253 to 1256, now 1342-10: what the debtor chose, else the oldest first, else in proportion.
public enum ImputationSurTitres: String, Hashable, Sendable, Codable, CaseIterable {
  case choixDuRedevable, plusAncien, proportionnelle

  /// Rule 332 of the format: without a split, from the oldest titre to the newest.
  public static let defaut = ImputationSurTitres.plusAncien

  public var libelle: String {
    switch self {
    case .choixDuRedevable: "choix écrit du redevable"
    case .plusAncien: "du titre le plus ancien au plus récent"
    case .proportionnelle: "en proportion de ce que chaque titre doit"
    }
  }

  /// The parts of a sum, which always add up to it; `restes` from the oldest titre to the newest.
  public func repartir(
    _ montant: Montant, sur restes: [(rang: Int, reste: Montant)], choix: [Imputation] = []
  ) throws(Refus) -> [Imputation] {
    switch self {
    case .plusAncien: return Compte.spread(montant, over: restes)
    case .proportionnelle: return ImputationSurTitres.proportion(montant, restes)
    case .choixDuRedevable:
      let known = Set(restes.map(\.rang))
      let fits = choix.allSatisfy { known.contains($0.rangTitre) && $0.montant > .zero }
      guard fits, choix.reduce(.zero, { $0 + $1.montant }) == montant else {
        throw Refus(.choixDImputationDiscordant, under: Article(.codeCivil, "1342-10"))
      }
      return choix
    }
  }

  /// Largest remainder: each titre its whole cents, then one more to those that lost the most, the oldest first. An excess
  /// over all that is due is left to `Compte.spread`, as everywhere.
  private static func proportion(_ montant: Montant, _ restes: [(rang: Int, reste: Montant)]) -> [Imputation] {
    let total = restes.reduce(.zero) { $0 + max(.zero, $1.reste) }
    guard montant > .zero, montant < total else { return Compte.spread(montant, over: restes) }
    let shares = restes.map { Int128(max(.zero, $0.reste).cents) * Int128(montant.cents) }
    var cents = shares.map { Int64($0 / Int128(total.cents)) }
    let missing = montant.cents - cents.reduce(0, +)
    let order = shares.indices.sorted {
      let (left, right) = (shares[$0] % Int128(total.cents), shares[$1] % Int128(total.cents))
      return left == right ? $0 < $1 : left > right
    }
    for index in order.prefix(Int(missing)) { cents[index] += 1 }
    return zip(restes, cents).filter { $0.1 > 0 }.map {
      Imputation(rangTitre: $0.0.rang, montant: Montant(cents: $0.1))
    }
  }
}
