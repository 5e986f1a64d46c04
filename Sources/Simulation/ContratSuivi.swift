import Convention

/// What an étude's contract becomes during the simulation, as both its signatories know it.
public struct ContratSuivi: Hashable, Sendable {
  /// The last day on which demands may go to the étude, renewals, denunciation and termination counted.
  public let dernierJour: Jour
  private let dureeDays: Int
  private let reduction: Reduction?

  /// Another length of the phase comminatoire, for the dossiers handed over from a day on (art. 9, R030).
  public struct Reduction: Hashable, Sendable {
    let du: Jour
    let days: Int
    public init(du: Jour, days: Int) {
      self.du = du
      self.days = days
    }
  }

  public init(dernierJour: Jour = .last, dureeComminatoireDays: Int, reduction: Reduction? = nil) {
    self.dernierJour = dernierJour
    dureeDays = dureeComminatoireDays
    self.reduction = reduction
  }

  /// Art. 9 (R027, R030): the length for a dossier handed over on that day; it keeps it afterwards.
  func dureeComminatoireDays(remisLe jour: Jour) -> Int {
    guard let reduction, reduction.du <= jour else { return dureeDays }
    return reduction.days
  }
}
