import Convention

/// What an étude's contract becomes during the simulation, as both its signatories know it.
public struct ContratSuivi: Hashable, Sendable {
  /// The last day on which demands may go to the étude, renewals, denunciation and termination counted.
  public let dernierJour: Jour
  private let dureeDays: Int
  private let reduction: Reduction?
  private let seuil: Seuil?

  /// Art. 10, al. 3 (R034): the director's letter, from a day on.
  public struct Seuil: Hashable, Sendable {
    let du: Jour
    let montant: Montant
    public init(du: Jour, montant: Montant) {
      self.du = du
      self.montant = montant
    }
  }

  /// Another length of the phase comminatoire, for the dossiers handed over from a day on (art. 9, R030).
  public struct Reduction: Hashable, Sendable {
    let du: Jour
    let days: Int
    public init(du: Jour, days: Int) {
      self.du = du
      self.days = days
    }
  }

  public init(
    dernierJour: Jour = .last, dureeComminatoireDays: Int, reduction: Reduction? = nil, seuil: Seuil? = nil
  ) {
    self.dernierJour = dernierJour
    dureeDays = dureeComminatoireDays
    self.reduction = reduction
    self.seuil = seuil
  }

  /// Whether any letter came, or will.
  var aUnSeuil: Bool { seuil != nil }

  /// Art. 10, al. 3 (R034): doors may be forced for that claim without asking the accountant.
  ///
  /// The étude is careful: what he took off the claim since its last file would bring it under the threshold.
  func ouvre(creance: Montant, on jour: Jour) -> Bool {
    guard let seuil, seuil.du <= jour else { return false }
    return creance.cents > ContratSuivi.prudence * seuil.montant.cents
  }

  private static let prudence: Int64 = 2

  /// Art. 9 (R027, R030): the length for a dossier handed over on that day; it keeps it afterwards.
  func dureeComminatoireDays(remisLe jour: Jour) -> Int {
    guard let reduction, reduction.du <= jour else { return dureeDays }
    return reduction.days
  }
}
