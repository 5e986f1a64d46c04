import Convention

/// What an étude does with a dossier, day after day: drawn once for all from the seed and the dossier.
///
/// Asked on another day, or from other files, the same dossier has the same destiny: nothing is remembered between files.
struct Destin {
  typealias Acte = ActeDEtude

  /// Days after the hand-over, with what is done then, in order.
  private(set) var actes: [(delai: Int, acte: Acte)] = []

  init(_ dossier: DossierTenu, _ etude: String, _ plan: PlanEtude) {
    var alea = Alea(graine: plan.graine, flux: flux("\(etude)/\(dossier.cle)"))
    guard alea.chance(plan.diligenceParMille) else { return }
    guard !alea.chance(plan.refusParMille) else {
      actes = [(1, .refus(motif: alea.pick(["01", "02", "03", "90"])))]
      return
    }
    let first = alea.chance(900) ? 1 : alea.between(2...6)
    actes.append((first, .accuse))
    approach(dossier.phase, from: first, &alea)
    let isLost = search(from: first, &alea)
    if !isLost { collect(from: first, &alea) }
    actes = actes.enumerated().sorted { ($0.element.delai, $0.offset) < ($1.element.delai, $1.offset) }.map(\.element)
  }

  private mutating func approach(_ phase: Phase, from first: Int, _ alea: inout Alea) {
    actes.append((first + alea.below(3), .action(code: "01", resultat: nil)))
    if alea.chance(400) {
      actes.append((first + alea.below(6), .action(code: "20", resultat: alea.pick(["01", "02", "03", "04", "05"]))))
    }
    if alea.chance(120) {
      actes.append((first + alea.below(20), .action(code: alea.pick(["10", "11", "12"]), resultat: nil)))
    }
    if alea.chance(80) {
      actes.append((first + alea.below(30), .action(code: "30", resultat: alea.pick(["02", "07"]))))
    }
    actes.append((alea.between(45...60), .action(code: "02", resultat: nil)))
    if alea.chance(80) {
      actes.append(
        (first + alea.below(10), .renseignement(type: alea.pick(["EMP", "BQE", "TEL", "MEL", "LOC", "AUT"]))))
    }
    switch phase {
    case .comminatoire:
      if alea.chance(40) { actes.append((first + alea.below(40), .prolongation(jusqu: nil, motif: "01"))) }
    case .judiciaire:
      actes.append((first + alea.below(5), .commandement))
      if alea.chance(150) { actes.append((first + alea.below(8), .autorisation)) }
    }
  }

  /// Findings; true when the debtor cannot be made to pay.
  private mutating func search(from first: Int, _ alea: inout Alea) -> Bool {
    let day = first + alea.below(9)
    switch alea.below(1000) {
    case 0..<50:
      actes.append((day, .nonDistribue(motif: alea.pick(["01", "02", "03", "05"]))))
      guard alea.chance(300) else { return false }
      actes.append((day + alea.below(3), .fin(motif: "06")))
    case 50..<65:
      actes.append((day, .insolvable))
      actes.append((day, .fin(motif: "05")))
    case 65..<75:
      actes.append((day, .disparu))
      actes.append((day, .fin(motif: "06")))
    default: return false
    }
    return true
  }

  private mutating func collect(from first: Int, _ alea: inout Alea) {
    guard alea.chance(300) else { return }
    let day = first + (alea.chance(550) ? alea.below(3) : alea.below(60))
    let isFull = alea.chance(550)
    actes.append(
      (day, .encaissement(rang: 1, pourCent: isFull ? 100 : alea.between(20...60), isSplit: alea.chance(500))))
    if alea.chance(70) {
      actes.append((day + alea.between(1...4), .impaye(rang: 1)))
    } else if !isFull, alea.chance(500) {
      actes.append((day + alea.between(5...25), .encaissement(rang: 2, pourCent: 100, isSplit: false)))
    }
  }
}
