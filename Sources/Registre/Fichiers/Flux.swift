import Convention
import SQLEngine

/// A suite of files that is expected (annexe II.1.1.1 b, R126: daily by default, or by local period).
public struct Flux: Hashable, Sendable {
  public enum Periode: Hashable, Sendable {
    case quotidien
    case ouvre
    case hebdomadaire(Jour.Semaine)
    case jamais

    /// `quotidien`, `ouvre`, `hebdomadaire:1` (Monday) to `hebdomadaire:7`, `jamais`.
    public init?(_ texte: String) {
      switch texte {
      case "quotidien": self = .quotidien
      case "ouvre": self = .ouvre
      case "jamais": self = .jamais
      default:
        guard texte.hasPrefix("hebdomadaire:"), let day = Int(texte.dropFirst(13)).flatMap(Jour.Semaine.init) else {
          return nil
        }
        self = .hebdomadaire(day)
      }
    }

    public var code: String {
      switch self {
      case .quotidien: "quotidien"
      case .ouvre: "ouvre"
      case .hebdomadaire(let day): "hebdomadaire:\(day.rawValue)"
      case .jamais: "jamais"
      }
    }

    public var texte: String {
      switch self {
      case .quotidien: "chaque jour"
      case .ouvre: "chaque jour ouvré"
      case .hebdomadaire(let day): "chaque \(day)"
      case .jamais: "sans rythme"
      }
    }
  }

  public let application: String
  public let exploitation: String
  public let periode: Periode

  public init(application: String, exploitation: String, periode: Periode) {
    self.application = application
    self.exploitation = exploitation
    self.periode = periode
  }

  public var nom: String { "AL.\(application).\(exploitation)" }
  /// For people: « aller de HELIOS/031 ».
  public var texte: String { "aller de \(application)/\(exploitation)" }

  public func estAttendu(on jour: Jour) -> Bool {
    switch periode {
    case .quotidien: true
    case .ouvre: JoursFeries().isWorking(jour)
    case .hebdomadaire(let day): jour.weekday == day
    case .jamais: false
    }
  }
}

extension Ecriture {
  public func regler(_ flux: Flux) throws {
    try connection.run(
      """
      INSERT INTO flux(genre, application, exploitation, etude, periode, depuis) VALUES ('AL', $1, $2, '', $3, '')
      ON CONFLICT(genre, application, exploitation, etude) DO UPDATE SET periode = excluded.periode
      """, .text(flux.application), .text(flux.exploitation), .text(flux.periode.code))
  }
}

extension Lecture {
  /// The rhythms that the directory sets.
  public func fluxRegles() throws -> [Flux] {
    try connection.query("SELECT application, exploitation, periode FROM flux ORDER BY application, exploitation") {
      Flux(application: $0.text(0), exploitation: $0.text(1), periode: Flux.Periode($0.text(2)) ?? .ouvre)
    }
  }

  /// Suites that have begun to send by that day; a working-day rhythm unless another was set.
  public func flux(until jour: Jour) throws -> [Flux] {
    try connection.query(
      """
      SELECT DISTINCT f.application, f.exploitation, x.periode FROM fichier_recu f
      LEFT JOIN flux x ON x.genre = 'AL' AND x.application = f.application AND x.exploitation = f.exploitation
      WHERE f.genre = 'AL' AND f.environnement = 'P' AND f.jour <= $1 AND f.statut IN ('A', 'P') AND f.application <> $2
      ORDER BY 1, 2
      """, .text(jour.iso), .text(Demande.applicationSaisie)
    ) {
      Flux(
        application: $0.text(0), exploitation: $0.text(1),
        periode: $0.optText(2).flatMap { Flux.Periode($0) } ?? .ouvre)
    }
  }

  /// The production files of a suite received on a day, whatever their fate.
  public func fichiers(of flux: Flux, recusLe jour: Jour) throws -> [FichierRecu] {
    try connection.query(
      """
      SELECT \(FichierRecu.columns) FROM fichier_recu f
      WHERE f.jour = $1 AND f.genre = 'AL' AND f.environnement = 'P' AND f.application = $2 AND f.exploitation = $3
      ORDER BY f.id
      """, .text(jour.iso), .text(flux.application), .text(flux.exploitation)
    ) { try FichierRecu(row: $0) }
  }

  /// Record counts of a suite's last accepted files.
  public func volumes(of flux: Flux, before jour: Jour, limit: Int) throws -> [Int] {
    try connection.query(
      """
      SELECT \(FichierRecu.columns) FROM fichier_recu f
      WHERE f.genre = 'AL' AND f.environnement = 'P' AND f.application = $1 AND f.exploitation = $2 AND f.jour < $3
        AND f.statut IN ('A', 'P')
      ORDER BY f.id DESC LIMIT $4
      """, .text(flux.application), .text(flux.exploitation), .text(jour.iso), .int(limit)
    ) { Int(try FichierRecu(row: $0).bilan.enregistrements) }
  }
}
