import Convention

/// One version of the exchanged format, as its YAML table states it: the only source of codec, checks and documentation.
public final class TableFormat: Sendable {
  /// What the parties have signed; the format is a proposal until then.
  public struct Accord: Hashable, Sendable {
    public let reference: String
    public let date: Jour?
  }

  /// One of the first bytes of every header, the same in every version.
  public struct ChampDePreambule: Hashable, Sendable {
    public let nom: String
    public let debut: Int
    public let longueur: Int
    public let valeur: String?
  }

  /// Name of the YAML file, for messages.
  public let fichier: String
  /// The mark of the format in bytes 11 to 16 of the header: `CSHUIS`.
  public let format: String
  /// 1 to 999.
  public let version: Int
  /// Bytes of every record, line ends not counted.
  public let longueur: Int
  public let codage: String
  /// Last byte of every record.
  public let temoin: UInt8
  /// First and last days of issue for which the version holds.
  public let valableDu: Jour
  public let valableAu: Jour?
  public let accord: Accord
  public let preambule: [ChampDePreambule]
  /// The forms of field and their sentence, in the order of the table.
  public let types: [(type: TypeDeChamp, sens: String)]
  /// In the order of the table.
  public let listes: [Liste]
  public let anomalies: [Anomalie]
  public let genres: [Genre]

  init(_ brute: TableBrute, genres: [Genre]) {
    fichier = brute.fichier
    format = brute.format
    version = brute.version
    longueur = brute.longueur
    codage = brute.codage
    temoin = brute.temoin
    valableDu = brute.valableDu
    valableAu = brute.valableAu
    accord = brute.accord
    preambule = brute.preambule
    types = brute.types
    listes = brute.listes
    anomalies = brute.anomalies
    self.genres = genres
  }

  /// The kind of that two-character code.
  public func genre(code: String) -> Genre? { genres.first { $0.code == code } }
  /// The kind of that name: `aller`, `etude`, `retour-recouvrement`…
  public func genre(nom: String) -> Genre? { genres.first { $0.nom == nom } }
  public func liste(_ nom: String) -> Liste? { listes.first { $0.nom == nom } }
  public func anomalie(_ code: CodeAnomalie) -> Anomalie? { anomalies.first { $0.code == code } }

  /// The version as three digits, bytes 19 to 21 of the header.
  public var versionTexte: String { CodeAnomalie(rawValue: version).texte }

  /// Does the version hold for a file issued that day?
  public func holds(on jour: Jour) -> Bool {
    jour >= valableDu && valableAu.map { jour <= $0 } ?? true
  }
}

struct TableBrute {
  var fichier: String
  var format: String
  var version: Int
  var longueur: Int
  var codage: String
  var temoin: UInt8
  var valableDu: Jour
  var valableAu: Jour?
  var accord: TableFormat.Accord
  var preambule: [TableFormat.ChampDePreambule]
  var types: [(type: TypeDeChamp, sens: String)]
  var listes: [Liste]
  var anomalies: [Anomalie]
  /// Who writes with it: partners, or the site, to which some numbers are reserved.
  var emploi: EmploiDeTable
}

enum EmploiDeTable { case echanges, site }
