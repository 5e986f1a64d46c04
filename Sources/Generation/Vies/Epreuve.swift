import Convention

/// So many lives, one a seed, and what they break.
///
/// The lives are independent and what is counted adds up, so that the result is the same whatever the number of cores.
public struct Epreuve: Sendable {
  public let graines: Range<UInt64>
  private static let lot = 250

  /// Seeds from `graine` on, one a life.
  public init(vies: Int, graine: UInt64) {
    graines = graine..<graine + UInt64(max(0, vies))
  }

  /// On every core; `done` hears how many lives are over, now and then.
  public func eprouver(_ done: (Int) -> Void = { _ in }) async -> BilanDEpreuve {
    await withTaskGroup(of: BilanDEpreuve.self) { group in
      for first in stride(from: graines.lowerBound, to: graines.upperBound, by: Epreuve.lot) {
        let lot = first..<min(graines.upperBound, first + UInt64(Epreuve.lot))
        group.addTask { Epreuve.vivre(lot) }
      }
      var total = BilanDEpreuve()
      for await part in group {
        total.add(part)
        done(total.vies)
      }
      return total
    }
  }

  /// One after the other.
  static func vivre(_ graines: Range<UInt64>) -> BilanDEpreuve {
    var bilan = BilanDEpreuve()
    for graine in graines { raconter(graine, in: &bilan) { _ in } }
    return bilan
  }

  /// One life step by step: `dire` hears each step, told only if it is asked for.
  public static func raconter(_ graine: UInt64, _ dire: (String) -> Void) -> BilanDEpreuve {
    var bilan = BilanDEpreuve()
    raconter(graine, in: &bilan) { recit in dire(recit()) }
    return bilan
  }

  private static func raconter(_ graine: UInt64, in bilan: inout BilanDEpreuve, _ dire: (() -> String) -> Void) {
    switch GenreDeVie(graine: graine) {
    case .dossier: vivre(VieDeDossier.self, .dossier, graine, &bilan, dire)
    case .contrat: vivre(VieDeContrat.self, .contrat, graine, &bilan, dire)
    case .incident: vivre(VieDIncident.self, .incident, graine, &bilan, dire)
    case .facture: vivre(VieDeFacture.self, .facture, graine, &bilan, dire)
    }
  }

  /// A life ends with its first fault: what follows would only be its consequences.
  private static func vivre<V: Vie>(
    _ genre: V.Type, _ nom: GenreDeVie, _ graine: UInt64, _ bilan: inout BilanDEpreuve, _ dire: (() -> String) -> Void
  ) {
    var vie = V(graine: graine)
    bilan.begin(nom, V.invariants.map { ($0.nom, $0.fondement) })
    for rang in 1...V.longueur {
      let pas = vie.avancer()
      bilan.note(nom, pas.commande, isRefused: pas.refus != nil)
      dire { "\(rang). \(pas.recit)" }
      let fautes = bilan.fautes(nom, V.invariants.map { $0.constater(pas) })
      for (index, phrase) in fautes {
        let faute = FauteDeVie(
          graine: graine, rang: rang, invariant: V.invariants[index].nom, commande: pas.commande, phrase: phrase)
        dire { "   FAUTE : \(faute.invariant) — \(phrase)." }
        bilan.add(faute)
      }
      if !fautes.isEmpty { return }
    }
  }
}
