/// One thing that is not as it was recorded, with the place where it shows.
public struct Anomalie: Hashable, Sendable, Codable {
  /// What kind of thing; codes are never reused.
  public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
    /// The bytes, the salt or the fingerprint of an event were changed.
    case altere = "ALTERE"
    /// A column says something else than the bytes.
    case colonne = "COLONNE"
    /// The bytes are not those of an event.
    case illisible = "ILLISIBLE"
    /// The event belongs at another position.
    case deplace = "DEPLACE"
    /// Positions are missing.
    case absent = "ABSENT"
    /// A position comes twice or after a higher one.
    case desordre = "DESORDRE"
    /// The events of a dossier do not follow each other.
    case rang = "RANG"
    /// An event does not continue the previous one of its dossier.
    case chaine = "CHAINE"
    /// Bytes are gone without the purge that accounts for it.
    case purge = "PURGE"
    /// The events of a seal's range are not those it sealed.
    case racine = "RACINE"
    /// A seal was changed or does not continue the previous one.
    case sceau = "SCEAU"
    /// The journal ends before what is sealed.
    case tronque = "TRONQUE"
    /// The proof of inclusion does not lead to the seal.
    case chemin = "CHEMIN"
    /// The file itself cannot be read to its end.
    case fichier = "FICHIER"
  }

  public let code: Code
  public let position: Int64?
  public let dossier: Int64?
  public let sceau: Int64?
  /// One French sentence.
  public let texte: String

  init(_ code: Code, position: Int64? = nil, dossier: Int64? = nil, sceau: Int64? = nil, _ texte: String) {
    self.code = code
    self.position = position
    self.dossier = dossier
    self.sceau = sceau
    self.texte = texte
  }

  init(_ code: Code, _ ligne: LigneDuJournal, _ texte: String) {
    self.init(
      code, position: ligne.position, dossier: ligne.dossier,
      "position \(ligne.position) (dossier \(ligne.dossier), rang \(ligne.rang)) : \(texte)")
  }
}

/// What a verification found.
public struct Verdict: Hashable, Sendable, Codable {
  /// Events read, of which purged, of which covered by a seal.
  public var evenements: Int64 = 0
  public var purges: Int64 = 0
  public var scelles: Int64 = 0
  public var sceaux: Int64 = 0
  /// The last seal, whose fingerprint should be the one kept elsewhere.
  public var dernierSceau: Sceau?
  /// By position, the first thousand.
  public var anomalies: [Anomalie] = []
  /// All of them, also beyond the first thousand.
  public var nombreAnomalies = 0

  public var estVerifie: Bool { nombreAnomalies == 0 }

  /// The verdict in one French sentence.
  public var texte: String {
    let contenu =
      "\(evenements) événement(s) dont \(purges) purgé(s) ; \(scelles) scellé(s), \(evenements - scelles) pas encore ; "
      + "\(sceaux) sceau(x)"
    let sceau = dernierSceau.map { " ; dernier sceau n° \($0.numero), empreinte \($0.empreinte)" } ?? ""
    return estVerifie
      ? "VÉRIFIÉ — \(contenu)\(sceau)."
      : "NON VÉRIFIÉ — \(nombreAnomalies) anomalie(s) — \(contenu)\(sceau)."
  }
}

/// The anomalies found so far: all counted, a thousand kept.
struct Constats: Sendable {
  private(set) var nombre = 0
  private var kept: [Anomalie] = []

  mutating func add(_ anomalie: Anomalie) {
    nombre += 1
    if kept.count < 1000 { kept.append(anomalie) }
  }

  /// By position, then in the order found; those without position last.
  var sorted: [Anomalie] {
    kept.enumerated().sorted {
      ($0.element.position ?? .max, $0.offset) < ($1.element.position ?? .max, $1.offset)
    }.map(\.element)
  }
}
