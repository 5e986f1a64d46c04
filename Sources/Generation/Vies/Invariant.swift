import Convention

/// What an invariant says of a step.
public enum Verdict: Hashable, Sendable {
  /// The step gives it nothing to look at.
  case sansObjet
  case tenu
  /// Broken: where and how, in French, without any name or address.
  case faute(String)

  /// Held if the condition is; the sentence is made only when it is not.
  static func requis(_ condition: Bool, _ phrase: @autoclosure () -> String) -> Verdict {
    condition ? .tenu : .faute(phrase())
  }

  /// The first fault of several statements, else held if one of them had something to look at.
  static func tous(_ constats: [Verdict]) -> Verdict {
    for case .faute(let phrase) in constats { return .faute(phrase) }
    return constats.contains(.tenu) ? .tenu : .sansObjet
  }
}

/// Something that no sequence of commands may break.
public struct Invariant<Etape: Pas>: Sendable {
  /// In French, as a clerk would say it: « le reste dû n’est jamais négatif ».
  public let nom: String
  /// The article and the requirement: « article 7, alinéa 2 ; R025 ».
  public let fondement: String
  let constater: @Sendable (Etape) -> Verdict

  init(_ nom: String, _ fondement: String, _ constater: @escaping @Sendable (Etape) -> Verdict) {
    self.nom = nom
    self.fondement = fondement
    self.constater = constater
  }
}

/// One command in a life: what there was before, what was asked, what came of it.
public protocol Pas: Sendable {
  /// The kind of command, in French, by which they are counted.
  var commande: String { get }
  /// Why it was refused; nil if it was accepted.
  var refus: Refus? { get }
  /// What a replay shows: the day, the command, what was decided and the state that follows.
  var recit: String { get }
}

/// A life drawn from a seed: the same seed gives the same commands on every machine.
protocol Vie {
  associatedtype Etape: Pas
  /// How many commands a life is made of.
  static var longueur: Int { get }
  static var invariants: [Invariant<Etape>] { get }
  init(graine: UInt64)
  mutating func avancer() -> Etape
}

/// Whose life it is: a seed tells it by its last digit, so that one seed is always the same life.
public enum GenreDeVie: String, Hashable, Sendable, CaseIterable {
  case dossier, contrat, incident, facture

  public init(graine: UInt64) {
    switch graine % 10 {
    case 7: self = .contrat
    case 8: self = .incident
    case 9: self = .facture
    default: self = .dossier
    }
  }

  public var libelle: String {
    switch self {
    case .dossier: "dossiers"
    case .contrat: "contrats"
    case .incident: "incidents de service"
    case .facture: "factures"
    }
  }
}

extension Invariant {
  /// The two that every kind of life has.
  static func refusSansEffet(_ changed: @escaping @Sendable (Etape) -> Bool) -> Invariant {
    Invariant("une commande refusée ne change ni l’état ni le journal", "convention entière") { pas in
      guard let refus = pas.refus else { return .sansObjet }
      return .requis(!changed(pas), "« \(pas.commande) », refusée (\(refus.motif.code)), a changé quelque chose")
    }
  }
}
