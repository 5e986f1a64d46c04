import Convention

/// A file as it was received: kept, judged once, and how far its integration has gone.
public struct FichierRecu: Hashable, Sendable {
  public enum Etat: String, Hashable, Sendable {
    /// Being integrated: the cursor says from where to go on.
    case enCours = "EN_COURS"
    /// Integrated; the études' files remain to be written.
    case integre = "INTEGRE"
    case clos = "CLOS"
  }

  /// The identity of a suite of numbers (format README, « Réception »).
  public struct Suite: Hashable, Sendable, Codable {
    public var genre: String
    public var environnement: String
    public var application: String
    public var exploitation: String
    public var etude: String
    public init(
      genre: String, environnement: String, application: String, exploitation: String, etude: String
    ) {
      self.genre = genre
      self.environnement = environnement
      self.application = application
      self.exploitation = exploitation
      self.etude = etude
    }
  }

  /// Who is told of the file by a record 05; nobody if neither header nor channel says.
  public enum Destinataire: Hashable, Sendable {
    case exploitation(application: String, exploitation: String)
    case etude(String)

    /// `HELIOS/031` or `E3101`: codes of études have no slash.
    public var texte: String {
      switch self {
      case .exploitation(let application, let exploitation): "\(application)/\(exploitation)"
      case .etude(let code): code
      }
    }

    public init(_ texte: String) {
      let parts = texte.split(separator: "/", maxSplits: 1).map(String.init)
      self = parts.count == 2 ? .exploitation(application: parts[0], exploitation: parts[1]) : .etude(texte)
    }
  }

  public var id: Int64 = 0
  /// `dossier`, `commande`, `tableur`, `rejeu`…
  public var canal: String
  /// The sub-folder or CFT partner that brought it.
  public var partenaire: String?
  public var nom: String
  /// Where it is kept, from the folder of received files.
  public var chemin: String
  /// Bytes.
  public var taille: Int64
  /// SHA-256 of the bytes as received, in hexadecimal.
  public var sha256: String
  /// SHA-256 of its records end to end, in hexadecimal.
  public var empreinte: String
  public var instant: Instant
  public var jour: Jour
  /// What the header says, when it can be read.
  public var suite: Suite?
  public var version: Int?
  public var sequence: Int64?
  public var dateEmission: Jour?
  /// Header fields by name, as raw text without right blanks.
  public var entete: [String: String] = [:]
  public var destinataire: Destinataire?
  public var etat: Etat
  public var statut: String?
  public var code: String?
  /// The next byte and line to integrate.
  public var octet: Int64 = 0
  public var ligne = 0
  /// Saved accumulators of the checks, in the form of the module that made them.
  public var cumuls: String?
  public var bilan = Bilan()

  public init(
    canal: String, partenaire: String?, nom: String, chemin: String, taille: Int64, sha256: String,
    empreinte: String, instant: Instant, jour: Jour, etat: Etat
  ) {
    self.canal = canal
    self.partenaire = partenaire
    self.nom = nom
    self.chemin = chemin
    self.taille = taille
    self.sha256 = sha256
    self.empreinte = empreinte
    self.instant = instant
    self.jour = jour
    self.etat = etat
  }
}

/// What came of a file, in numbers: the acknowledgement 05.
public struct Bilan: Hashable, Sendable, Codable {
  public var enregistrements: Int64 = 0
  public var acceptees = 0
  public var rejetees = 0
  public var attente = 0
  /// Accepted updates and messages by record type.
  public var messages: [String: Int] = [:]
  public var rejets = 0
  public var montant = Montant.zero
  /// Codes signalled in the acknowledgement: 804, 901 to 905, each once, in order.
  public var anomalies: [String] = []

  public init() {}

  public mutating func signal(_ code: String) {
    guard !anomalies.contains(code) else { return }
    anomalies.append(code)
    anomalies.sort()
  }
}
