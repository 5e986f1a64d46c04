/// The état de poursuites on which a judicial demand rests (art. 6, al. 1, R022; R.1617-24 CGCT for the authorisation).
public struct EtatDePoursuites: Hashable, Sendable, Codable {
  public var numero: String
  public var date: Jour?
  /// The one procedure asked at first (art. 4, R015): a code of the list `mesure_execution`.
  public var mesure: String?
  /// The ordonnateur's authorisation to pursue: `P` permanent, `I` for this claim.
  public var autorisation: Autorisation?
  /// The comptable's express permission to force doors, given with the demand (art. 10, al. 3, R035).
  public var ouverture: PermissionDOuverture?

  public struct Autorisation: Hashable, Sendable, Codable {
    public var type: String
    public var date: Jour?
    public init(type: String, date: Jour? = nil) {
      self.type = type
      self.date = date
    }
  }

  public struct PermissionDOuverture: Hashable, Sendable, Codable {
    public var reference: String
    public var date: Jour
    public init(reference: String, date: Jour) {
      self.reference = reference
      self.date = date
    }
  }

  public init(
    numero: String, date: Jour? = nil, mesure: String? = nil, autorisation: Autorisation? = nil,
    ouverture: PermissionDOuverture? = nil
  ) {
    self.numero = numero
    self.date = date
    self.mesure = mesure
    self.autorisation = autorisation
    self.ouverture = ouverture
  }
}

extension EtatDePoursuites {
  /// Art. 12 ▸2 and ▸3 (R050–R051): an act, a procès-verbal or a form belongs to the état that asked for it.
  func requireLink(_ cited: String) throws(Refus) {
    guard cited == numero else { throw Refus(.sansEtatDePoursuites, under: Article(12)) }
  }
}
