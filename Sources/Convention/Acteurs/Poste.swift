/// A poste comptable: the accountant who asks for the recovery (art. 2; annexe I, R100).
public struct Poste: Hashable, Sendable, Codable {
  public var codique: Codique
  public var libelle: String
  /// Open to file exchanges (annexe II.1.2, R138).
  public var ouvert: Bool
  /// The generic address that receives attestations (R125); nil if none was declared.
  public var courrielGenerique: String?
  /// False only when the poste was declared with an empty or unchecked address (cahier 4, R091).
  public var accesVerifie: Bool
  /// The exploitation that sends for this poste, when declared.
  public var exploitation: String?
  public var arrondissement: String?

  public init(
    codique: Codique, libelle: String, ouvert: Bool, courrielGenerique: String? = nil,
    accesVerifie: Bool = true, exploitation: String? = nil, arrondissement: String? = nil
  ) {
    self.codique = codique
    self.libelle = libelle
    self.ouvert = ouvert
    self.courrielGenerique = courrielGenerique
    self.accesVerifie = accesVerifie
    self.exploitation = exploitation
    self.arrondissement = arrondissement
  }

  /// Cahier 4, al. 2 (R091) and annexe II.1.2 (R138): a poste exchanges once it is open and can be written to.
  public var echange: Bool { ouvert && accesVerifie }
}
