/// The signatures of a contract (art. 1, al. 3 and note 1).
public struct Signatures: Hashable, Sendable, Codable {
  public var prefet: Jour?
  /// The DDFiP or DRFiP director.
  public var directeur: Jour?
  /// Where no such director exists, the TPG and the DSF sign together (R005).
  public var tresorierPayeurGeneral: Jour?
  public var directeurServicesFiscaux: Jour?
  /// The huissier, or the legal representative of the structure.
  public var huissier: Jour?

  public init(
    prefet: Jour? = nil, directeur: Jour? = nil, tresorierPayeurGeneral: Jour? = nil,
    directeurServicesFiscaux: Jour? = nil, huissier: Jour? = nil
  ) {
    self.prefet = prefet
    self.directeur = directeur
    self.tresorierPayeurGeneral = tresorierPayeurGeneral
    self.directeurServicesFiscaux = directeurServicesFiscaux
    self.huissier = huissier
  }

  /// The day a signatory signed, nil if he did not.
  public subscript(_ qualite: QualiteDeSignataire) -> Jour? {
    get { self[keyPath: Signatures.path(qualite)] }
    set { self[keyPath: Signatures.path(qualite)] = newValue }
  }

  private static func path(_ qualite: QualiteDeSignataire) -> WritableKeyPath<Signatures, Jour?> {
    switch qualite {
    case .prefet: \.prefet
    case .directeur: \.directeur
    case .tresorierPayeurGeneral: \.tresorierPayeurGeneral
    case .directeurServicesFiscaux: \.directeurServicesFiscaux
    case .huissier: \.huissier
    }
  }

  /// Complete whichever authority the département has: where it was not declared, a director or the TPG with the DSF.
  public var isComplete: Bool { AutoriteDuDepartement.allCases.contains { isComplete(under: $0) } }

  /// R004–R005: préfet, authority of the département, huissier; without a known authority, either form of it.
  public func isComplete(under autorite: AutoriteDuDepartement?) -> Bool {
    guard let autorite else { return isComplete }
    return autorite.signataires.allSatisfy { self[$0] != nil }
  }

  /// What was signed on that day or before it.
  public func known(on jour: Jour) -> Signatures {
    var known = self
    for qualite in QualiteDeSignataire.allCases where (self[qualite] ?? jour) > jour { known[qualite] = nil }
    return known
  }
}
