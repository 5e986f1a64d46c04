/// Verifies a whole journal as it is read, in the order of positions, in memory that grows with the dossiers only.
///
/// Every fault is named at its place (``Anomalie``); arithmetic wraps, since a hostile file may hold any number. What no verification can see: events removed from the end that no seal
/// covers yet, and seals removed from the end; the fingerprint of the last seal must be compared with one kept elsewhere.
public struct VerificationDuJournal: Sendable {
  private var lignes = ControleDesLignes()
  /// Rows not yet examined: they are so many at a time, on every core.
  private var pending: [LigneDuJournal] = []
  private static let batchSize = 4_096
  private let sceaux: [Sceau]
  private var arbre = ArbreDUnSceau()
  private var current = 0
  private var next: Int64 = 1
  private var manquantes: [ClosedRange<Int64>] = []
  private var evenements: Int64 = 0
  private var scelles: Int64 = 0

  /// The tree of the seal being read.
  private struct ArbreDUnSceau {
    var racine = RacineProgressive()
    /// A position is missing or out of order, which is told by itself.
    var estIncomplet = false
  }

  /// - Parameter sceaux: all the seals of the journal, in the order of their numbers.
  public init(sceaux: [Sceau]) {
    self.sceaux = sceaux
    ChaineDesSceaux.check(sceaux, entiere: true, &lignes.constats)
  }

  public mutating func add(_ row: LigneDuJournal) {
    pending.append(row)
    if pending.count == VerificationDuJournal.batchSize { examine() }
  }

  private mutating func examine() {
    for examinee in LigneExaminee.examine(pending) { add(examinee) }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ examinee: LigneExaminee) {
    let row = examinee.row
    evenements += 1
    if row.position == next {
      next += 1
    } else {
      misplaced(row)
    }
    lignes.add(examinee)
    seal(row)
  }

  public mutating func finish() -> Verdict {
    examine()
    leaveSeals(endingBefore: next)
    for manquante in manquantes { lignes.constats.add(absence(manquante)) }
    truncation()
    lignes.finish()
    return Verdict(
      evenements: evenements, purges: lignes.purges, scelles: scelles, sceaux: Int64(sceaux.count),
      dernierSceau: sceaux.last, anomalies: lignes.constats.sorted, nombreAnomalies: lignes.constats.nombre)
  }

  private mutating func misplaced(_ row: LigneDuJournal) {
    if row.position > next {
      manquantes.append(next...row.position - 1)
      next = row.position &+ 1
      return
    }
    lignes.constats.add(Anomalie(.desordre, row, "vient après la position \(next &- 1), ou une seconde fois"))
    guard manquantes.count <= 10_000 else { return }
    manquantes = manquantes.flatMap { range -> [ClosedRange<Int64>] in
      guard range.contains(row.position) else { return [range] }
      return [(range.lowerBound, row.position - 1), (row.position + 1, range.upperBound)]
        .compactMap { $0 <= $1 ? $0...$1 : nil }
    }
  }

  private func absence(_ range: ClosedRange<Int64>) -> Anomalie {
    let texte =
      range.lowerBound == range.upperBound
      ? "position \(range.lowerBound) : événement absent"
      : "positions \(range.lowerBound) à \(range.upperBound) : \(range.upperBound &- range.lowerBound &+ 1) événements absents"
    return Anomalie(.absent, position: range.lowerBound, texte)
  }
}

extension VerificationDuJournal {
  private mutating func seal(_ row: LigneDuJournal) {
    leaveSeals(endingBefore: row.position)
    guard current < sceaux.count, sceaux[current].premiere <= row.position else { return }
    let sceau = sceaux[current]
    scelles += 1
    if row.position != sceau.premiere &+ arbre.racine.nombre { arbre.estIncomplet = true }
    arbre.racine.add(row.feuille.hachage)
    if row.position == sceau.derniere { close(sceau) }
  }

  /// Passes over the seals whose last position did not come.
  private mutating func leaveSeals(endingBefore position: Int64) {
    while current < sceaux.count, sceaux[current].derniere < position {
      arbre = ArbreDUnSceau()
      current += 1
    }
  }

  private mutating func close(_ sceau: Sceau) {
    if !arbre.estIncomplet, arbre.racine.racine != sceau.racine {
      lignes.constats.add(
        Anomalie(
          .racine, position: sceau.premiere, sceau: sceau.numero,
          "sceau n° \(sceau.numero) : les événements \(sceau.premiere) à \(sceau.derniere) ne sont plus ceux qui ont été "
            + "scellés"))
    }
    arbre = ArbreDUnSceau()
    current += 1
  }

  private mutating func truncation() {
    guard let last = sceaux.last, last.derniere >= next else { return }
    lignes.constats.add(
      Anomalie(
        .tronque, position: next, sceau: last.numero,
        "le journal s'arrête à la position \(next &- 1) et le sceau n° \(last.numero) va jusqu'à \(last.derniere)"))
  }
}
