import Convention
import Foundation

/// What an étude's file must answer, and how well that étude works.
public struct PlanEtude: Sendable {
  /// Every « aller » file that the centre has handed to this étude so far, in order.
  public var remises: [URL]
  /// Day of issue; the file leaves at 18:00 and tells of this day.
  public var jour: Jour
  public var sequence = 1
  public var graine: UInt64 = 1
  /// Out of a thousand dossiers, how many the étude works on at all.
  public var diligenceParMille = 950
  /// Out of a thousand dossiers it works on, how many it refuses.
  public var refusParMille = 12
  /// The étude wants its results passed to the computer department (R130).
  public var transmetBilan = true
  /// Percentages of messages beside which a faulty one is slipped.
  public var defauts = Taux<DefautEtude>()

  public init(remises: [URL], jour: Jour) {
    self.remises = remises
    self.jour = jour
  }

  /// Numbers of messages grow from file to file: a million each.
  var premierMessage: Int64 { Int64(sequence) * 1_000_000 + 1 }
}
