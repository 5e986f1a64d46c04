/// An étude of huissiers, since 2022 commissaires de justice (annexe I, R102), and how to reach it (R177).
public struct Etude: Hashable, Sendable, Codable {
  public var code: CodeEtude
  public var nom: String
  public var adresse: String
  public var codePostal: String
  public var localite: String
  public var telephone: String
  public var courriel: String
  public var siret: Siret?
  /// As they stand for receptions: one a département at a time, those that have ended and those to come included (art. 1, al. 3, R004).
  public var contrats: [ContratDepartemental]
  /// Where it is competent, by the postal code of the redevable (art. 1, R002).
  public var ressort: Set<CodePostal>
  /// Its weight where several études share a postal code (annexe qualité I.4, R169).
  public var part: Int
  /// Whether what it types on the site is passed to the accountant's computer department (annexe II.1.1 c, R130).
  public var transmetBilan: Bool

  public init(
    code: CodeEtude, nom: String, adresse: String = "", codePostal: String = "",
    localite: String = "", telephone: String = "", courriel: String = "", siret: Siret? = nil,
    contrats: [ContratDepartemental], ressort: Set<CodePostal>, part: Int = 1,
    transmetBilan: Bool = true
  ) {
    self.code = code
    self.nom = nom
    self.adresse = adresse
    self.codePostal = codePostal
    self.localite = localite
    self.telephone = telephone
    self.courriel = courriel
    self.siret = siret
    self.contrats = contrats
    self.ressort = ressort
    self.part = part
    self.transmetBilan = transmetBilan
  }

  /// Art. 1, al. 1 (R002): only in its own area.
  public func requireCompetence(for codePostal: CodePostal) throws(Refus) {
    guard ressort.contains(codePostal) else { throw Refus(.horsRessort, under: Article(1, alinea: 1)) }
  }
}
