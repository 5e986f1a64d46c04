/// One payment that passed through an étude, from its receipt until it is passed on (art. 14, R058).
///
/// Reading: a payment to the order of the Trésor never is money of the étude. It has a limit and a day on which it was
/// handed over, and counts for nothing in what the étude holds.
public struct SommeDetenue: Hashable, Sendable {
  /// The number that the étude gave the payment, and the dossier it is for.
  public struct Cle: Hashable, Sendable, Comparable {
    public let dossier: CleDemande
    public let numero: String

    public init(dossier: CleDemande, numero: String) {
      self.dossier = dossier
      self.numero = numero
    }

    public static func < (left: Cle, right: Cle) -> Bool {
      (left.numero, left.dossier.description) < (right.numero, right.dossier.description)
    }
  }

  public let cle: Cle
  public let etude: CodeEtude
  /// The codique of the poste to which the debt is due, as its demand has it.
  public let poste: String
  public let recuLe: Jour
  public let versement: LimiteDeReversement.Versement
  /// What goes to the poste.
  public let creance: Montant
  /// What the étude keeps.
  public let fraisHT: Montant
  public let tva: Montant
  public let limite: Jour
  /// The day it was transferred, or handed to the comptable.
  public internal(set) var passeeLe: Jour?
  /// The day the payment was cancelled as a whole.
  public internal(set) var annuleeLe: Jour?

  public init(
    cle: Cle, etude: CodeEtude, poste: String, recuLe: Jour, versement: LimiteDeReversement.Versement,
    creance: Montant, fraisHT: Montant = .zero, tva: Montant = .zero, limite: Jour? = nil
  ) {
    self.cle = cle
    self.etude = etude
    self.poste = poste
    self.recuLe = recuLe
    self.versement = versement
    self.creance = creance
    self.fraisHT = fraisHT
    self.tva = tva
    self.limite = limite ?? LimiteDeReversement(versement, recuLe: recuLe).jour
  }
}

extension SommeDetenue {
  /// How it stands on a day.
  public enum Situation: Hashable, Sendable {
    /// Received after that day.
    case aVenir
    case detenue(resteDays: Int)
    /// The limit is near.
    case enAlerte(resteDays: Int)
    case enRetard(days: Int)
    /// Passed on, so many days after the limit, or in time (0).
    case passee(retardDays: Int)
    case annulee
    /// Passed on, then cancelled: the poste has money that was never paid.
    case aReprendre
  }

  public func situation(on jour: Jour) -> Situation {
    guard recuLe <= jour else { return .aVenir }
    let passed = passeeLe.flatMap { $0 <= jour ? $0 : nil }
    if let annuleeLe, annuleeLe <= jour { return passed == nil ? .annulee : .aReprendre }
    if let passed { return .passee(retardDays: max(0, passed.days(since: limite))) }
    let left = limite.days(since: jour)
    guard left >= 0 else { return .enRetard(days: -left) }
    return left <= Bareme.alerteReversementDays.value(on: jour) ? .enAlerte(resteDays: left) : .detenue(resteDays: left)
  }

  /// Received, not cancelled and not passed on.
  public func isWaiting(on jour: Jour) -> Bool {
    switch situation(on: jour) {
    case .detenue, .enAlerte, .enRetard: true
    case .aVenir, .passee, .annulee, .aReprendre: false
    }
  }

  /// Whether it counts as received on that day.
  func isReceived(on jour: Jour) -> Bool { recuLe <= jour && (annuleeLe.map { $0 > jour } ?? true) }

  func isPassed(on jour: Jour) -> Bool { passeeLe.map { $0 <= jour } ?? false }

  /// Its part in what is still to go to the poste: negative once it was passed on and then cancelled.
  public func aPasser(on jour: Jour) -> Montant {
    (isReceived(on: jour) ? creance : .zero) - (isPassed(on: jour) ? creance : .zero)
  }
}
