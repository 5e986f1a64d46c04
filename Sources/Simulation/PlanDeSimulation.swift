import Convention
import Generation

/// Who lives in the simulation, for how long, from which seed.
public struct PlanDeSimulation: Sendable {
  /// A computer department that sends for some postes.
  public struct Exploitation: Sendable {
    public let code: String
    public let departementInformatique: String
    public let postes: [PosteGenere]
    /// Its share of the demands, against the others' shares.
    public let part: Int
    /// The version of the format in which it sends, and is answered.
    public let version: Int
    public init(
      code: String, departementInformatique: String, postes: [PosteGenere], part: Int, version: Int = 1
    ) {
      self.code = code
      self.departementInformatique = departementInformatique
      self.postes = postes
      self.part = part
      self.version = version
    }
  }

  /// An étude and its ways.
  public struct Etude: Sendable {
    public let code: String
    public let diligence: Diligence
    public let ressort: Set<CodePostal>
    /// What its contract says over time.
    public let contrat: ContratSuivi
    /// The version of the format in which it sends.
    public let version: Int
    public init(
      code: String, diligence: Diligence, ressort: Set<CodePostal>, contrat: ContratSuivi, version: Int = 1
    ) {
      self.code = code
      self.diligence = diligence
      self.ressort = ressort
      self.contrat = contrat
      self.version = version
    }
  }

  public var graine: UInt64
  public var premier: Jour
  public var jours: Int
  /// Demands sent over the whole time.
  public var dossiers: Int
  public var centre: String
  public var application: String
  public var exploitations: [Exploitation]
  public var etudes: [Etude]
  /// Postes that the centre knows, and those closed to exchanges.
  public var postesConnus: Set<String> = []
  public var postesFermes: [String] = []
  /// Defects slipped on purpose in what is sent.
  public var defautsAller = Taux<DefautAller>()
  public var defautsEtude = Taux<DefautEtude>()
  /// A night on which the last exploitation sends nothing; its work leaves the next one.
  public var nuitSansFichier: Jour?
  /// Files cut by the transport, then sent whole; files delivered twice.
  public var avaries = true

  public init(
    graine: UInt64, premier: Jour, jours: Int, dossiers: Int, centre: String, application: String,
    exploitations: [Exploitation], etudes: [Etude]
  ) {
    self.graine = graine
    self.premier = premier
    self.jours = jours
    self.dossiers = dossiers
    self.centre = centre
    self.application = application
    self.exploitations = exploitations
    self.etudes = etudes
  }

  public var dernier: Jour { premier.adding(days: jours - 1) }

  /// Codes whose études have no contract any more on that day: a demand there is rejected (405).
  func codesSansContrat(on jour: Jour) -> Set<CodePostal> {
    let served = etudes.filter { jour <= $0.contrat.dernierJour }.flatMap(\.ressort)
    return Set(etudes.flatMap(\.ressort)).subtracting(served)
  }

  var codesPostaux: [CodePostal] { Set(etudes.flatMap(\.ressort)).sorted() }
}
