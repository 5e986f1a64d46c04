import Convention

/// The parts of a received address that say where it is, as they came.
///
/// R169, R170: lines 4 to 6 of the postal address, and the two codes that a sender may add.
public struct AdresseRecue: Hashable, Sendable {
  /// Number and street. Read only for a postal code that slipped there.
  public var ligne4: String
  /// Hamlet, box, or former commune.
  public var ligne5: String
  /// What stands where the postal code should be: perhaps shortened, spaced, or no code at all.
  public var codePostal: String
  public var localite: String
  /// The sender's INSEE code: it may break a tie, it never overrules the name.
  public var codeInsee: String?
  /// ISO 3166-1 alpha-2; absent means France.
  public var codePays: String?

  public init(
    ligne4: String = "", ligne5: String = "", codePostal: String, localite: String,
    codeInsee: String? = nil, codePays: String? = nil
  ) {
    self.ligne4 = ligne4
    self.ligne5 = ligne5
    self.codePostal = codePostal
    self.localite = localite
    self.codeInsee = codeInsee
    self.codePays = codePays
  }
}

/// What the restoration concludes about an address; it speaks of the commune and of the code.
public enum Verdict: String, Hashable, Sendable, Codable {
  /// Code and commune agree as received.
  case ok = "OK"
  /// Code and commune are certain, at least one of them was put right.
  case corrige = "CORRIGE"
  /// Something is certain, not everything: a person may have to choose.
  case ambigu = "AMBIGU"
  /// Nothing certain, or not in France.
  case introuvable = "INTROUVABLE"
}

/// A commune that the address may designate, with one of its postal codes.
public struct Candidat: Hashable, Sendable {
  public let insee: CodeInsee
  public let codePostal: CodePostal
  /// The name of the commune in La Poste's table: capitals, no accents.
  public let commune: String

  public init(insee: CodeInsee, codePostal: CodePostal, commune: String) {
    self.insee = insee
    self.codePostal = codePostal
    self.commune = commune
  }
}

/// The outcome of the restoration of one address.
public struct Restauration: Hashable, Sendable {
  public let verdict: Verdict
  /// The code that the address gives for certain, even when the commune is not.
  public let codePostal: CodePostal?
  /// Only when the commune is certain, even if its code is not.
  public let insee: CodeInsee?
  /// The name of `insee`.
  public let commune: String?
  /// For `ambigu` what a person chooses from; for `introuvable` at most a hint, never to be applied alone.
  public let candidats: [Candidat]
  /// Sorted. One: the demand may be handed over. Several: it waits for a person. None: reject 403.
  public let codesPossibles: [CodePostal]
  /// One French sentence.
  public let raison: String
}
