/// What is still due on each titre of a dossier, from all that reduced it, in order.
///
/// Replayed from the movements, so that undoing one leaves exactly what the others did.
public struct Compte: Hashable, Sendable {
  struct Mouvement: Hashable, Sendable {
    enum Origine: Hashable, Sendable {
      case actualisation(Int64)
      case encaissement(etude: CodeEtude, numero: String)
    }
    enum Operation: Hashable, Sendable {
      case reduction(rangTitre: Int?, Montant)
      case extinction
      case encaissement([Imputation])
    }
    let origine: Origine
    let operation: Operation
  }

  private struct Ligne: Hashable, Sendable {
    let rang: Int
    var reste: Montant
  }

  /// Titres from the oldest to the newest: issue date, then rank.
  private let initiales: [Ligne]
  private(set) var mouvements: [Mouvement] = []
  private(set) var annules: Set<Mouvement.Origine> = []

  init(titres: [Titre]) {
    initiales =
      titres.sorted { ($0.emission, $0.rang) < ($1.emission, $1.rang) }
      .map { Ligne(rang: $0.rang, reste: $0.resteDu) }
  }

  mutating func append(_ mouvement: Mouvement) { mouvements.append(mouvement) }
  mutating func undo(_ origine: Mouvement.Origine) { annules.insert(origine) }

  /// What is due on each titre by its rank, given the updates that still count.
  func restes(_ actualisations: Actualisations) -> [(rang: Int, reste: Montant)] {
    let actives = Set(actualisations.actives.map(\.numero))
    var lignes = initiales
    for mouvement in mouvements where counts(mouvement, actives) {
      Compte.apply(mouvement.operation, to: &lignes)
    }
    return lignes.map { ($0.rang, $0.reste) }
  }

  /// One movement as it was followed: whether it counts, and what was due before and after it on each titre.
  struct Pas {
    let mouvement: Mouvement
    let compte: Bool
    let avant: [(rang: Int, reste: Montant)]
    let apres: [(rang: Int, reste: Montant)]
  }

  /// Every movement in order, those that no longer count among them; it leads from the demand to ``restes(_:)``.
  func pas(_ actualisations: Actualisations) -> [Pas] {
    let actives = Set(actualisations.actives.map(\.numero))
    var lignes = initiales
    return mouvements.map { mouvement in
      let (before, counted) = (lignes, counts(mouvement, actives))
      if counted { Compte.apply(mouvement.operation, to: &lignes) }
      return Pas(
        mouvement: mouvement, compte: counted, avant: before.map { ($0.rang, $0.reste) },
        apres: lignes.map { ($0.rang, $0.reste) })
    }
  }

  private func counts(_ mouvement: Mouvement, _ actives: Set<Int64>) -> Bool {
    switch mouvement.origine {
    case .actualisation(let numero): actives.contains(numero)
    case .encaissement: !annules.contains(mouvement.origine)
    }
  }

  private static func apply(_ operation: Mouvement.Operation, to lignes: inout [Ligne]) {
    switch operation {
    case .extinction:
      for index in lignes.indices { lignes[index].reste = .zero }
    case .reduction(let rang?, let montant):
      take(montant, from: rang, in: &lignes)
    case .reduction(nil, let montant):
      for part in spread(montant, over: lignes.map { ($0.rang, $0.reste) }) {
        take(part.montant, from: part.rangTitre, in: &lignes)
      }
    case .encaissement(let imputations):
      for part in imputations { take(part.montant, from: part.rangTitre, in: &lignes) }
    }
  }

  private static func take(_ montant: Montant, from rang: Int, in lignes: inout [Ligne]) {
    guard let index = lignes.firstIndex(where: { $0.rang == rang }) else { return }
    lignes[index].reste = max(.zero, lignes[index].reste - montant)
  }

  /// An amount from the oldest titre to the newest, each up to what it owes; an excess stays on the newest, so that
  /// the parts always add up to the amount (rule 332).
  static func spread(_ montant: Montant, over restes: [(rang: Int, reste: Montant)]) -> [Imputation] {
    var left = montant
    var parts: [Imputation] = []
    for (rang, reste) in restes where reste > .zero && left > .zero {
      let part = min(left, reste)
      parts.append(Imputation(rangTitre: rang, montant: part))
      left = left - part
    }
    guard left > .zero, let newest = parts.last?.rangTitre ?? restes.last?.rang else { return parts }
    if parts.last?.rangTitre == newest { left = left + parts.removeLast().montant }
    return parts + [Imputation(rangTitre: newest, montant: left)]
  }
}
