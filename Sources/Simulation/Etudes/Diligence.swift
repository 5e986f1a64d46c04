import Generation

/// How an étude works.
public enum Diligence: String, Hashable, Sendable, CaseIterable {
  case prompte, ordinaire, tardive
  /// Takes its files and never answers.
  case muette
  /// Ordinary, and refuses a good part of what it is given.
  case refusante

  /// Out of a thousand dossiers, how many it refuses.
  var refusParMille: Int {
    switch self {
    case .prompte, .muette: 0
    case .ordinaire, .tardive: 4
    case .refusante: 120
    }
  }

  /// Days from the hand-over to the acknowledgement.
  func accuse(_ alea: inout Alea) -> Int {
    switch self {
    case .prompte: 1
    case .ordinaire, .refusante: alea.chance(850) ? alea.between(1...3) : alea.between(4...9)
    case .tardive: alea.between(3...18)
    case .muette: .max
    }
  }

  /// Days from the acknowledgement to the first letter; three are the rule (annexe qualité I.1, R147).
  func lettre(_ alea: inout Alea) -> Int {
    switch self {
    case .prompte: alea.below(2)
    case .ordinaire, .refusante: alea.chance(900) ? alea.below(4) : alea.between(4...8)
    case .tardive: alea.between(2...25)
    case .muette: .max
    }
  }

  /// Out of a thousand reminders, how many it answers by saying why.
  var justifieParMille: Int {
    switch self {
    case .prompte: 900
    case .ordinaire, .refusante: 500
    case .tardive: 150
    case .muette: 0
    }
  }
}
