/// When the comptable's action is prescribed, followed from one interruption to the next (art. 10, al. 5, R037; L.1617-5, 3°, CGCT).
///
/// Reading: only what the convention names interrupts here, the procès-verbal de carence; the delay then starts again whole, and never
/// shortens the date that came with the demand.
public struct Prescription: Hashable, Sendable {
  /// The date that came with the demand.
  public let initiale: Jour?
  /// Days of the procès-verbaux de carence, whatever their order.
  public let interruptions: [Jour]

  public init(initiale: Jour?, interruptions: [Jour]) {
    self.initiale = initiale
    self.interruptions = interruptions
  }

  /// The last day of the action; nil if nothing says it. An interruption after the prescription has no effect (art. 2244 C. civ.).
  public var dernierJour: Jour? {
    var last = initiale
    for interruption in interruptions.sorted() where last.map({ interruption <= $0 }) ?? true {
      let renewed = interruption.adding(months: 12 * Bareme.prescriptionYears.value(on: interruption))
      last = max(last ?? renewed, renewed)
    }
    return last
  }

  /// The day from which its nearness is an alert.
  public var alerte: Jour? {
    dernierJour.map { $0.adding(days: -Bareme.alertePrescriptionDays.value(on: $0)) }
  }
}

extension Dossier {
  public var prescription: Prescription {
    Prescription(initiale: demande.prescription, interruptions: poursuites.carences.map(\.entete.fait))
  }
}
