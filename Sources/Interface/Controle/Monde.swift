/// What the world says of a rule that the file alone cannot judge.
public enum ReponseDuMonde: Hashable, Sendable {
  case respectee
  /// `champ`: index of the faulty field, when the rule names several and the last one is not it (`cible_connue`).
  case enfreinte(champ: Int? = nil)
  /// The world has nothing to say: the rule is not evaluated.
  case sansObjet
}

/// The reference data and the state of the centre, asked one rule at a time.
///
/// Rules are asked in the order of precedence and the asking stops at the first broken one. Terms absent or unreadable are dealt
/// with before: a rule that lacks one is not asked (`cible_connue` is asked as soon as one of its fields is there).
public protocol Monde {
  /// May the world have something to say of these rules? Those of which it never has are not asked.
  func connait(_ nom: Regle.Nom) -> Bool

  mutating func juger(
    _ regle: Regle, _ enregistrement: Enregistrement, dans groupe: Groupe
  ) throws -> ReponseDuMonde

  /// The verdict on a group is final: what it brings is known from the next group on.
  mutating func retenir(_ groupe: Groupe) throws
}

extension Monde {
  public func connait(_ nom: Regle.Nom) -> Bool { true }
  public mutating func retenir(_ groupe: Groupe) throws {}
}
