/// What went wrong in the store, told apart by what the caller can do about it.
///
/// The message is French and holds no bound value, so that it can be logged: names of tables, columns and constraints only.
public struct SQLFault: Error, Hashable, Sendable {
  /// The constraint of the schema that refused a row.
  public enum Constraint: Hashable, Sendable {
    case unique, foreignKey, check, notNull, other
  }

  public enum Kind: Hashable, Sendable {
    /// The row contradicts the schema; trying again gives the same.
    case constraint(Constraint)
    /// Another writer holds the store; may be tried again.
    case busy
    /// The connection is closed or was cut; the transaction may be tried again.
    case connectionLost
    /// The SQL and the schema do not agree, or the schema is not the one this program knows.
    case schema
    case diskFull
    /// The file or disk cannot be read or written, or its content is damaged.
    case storage
    /// A value of the wrong type, number or content was bound or read.
    case value
    /// The transaction was already lost through an earlier fault.
    case abandoned
    case other
  }

  public let kind: Kind
  /// The engine's name, nil when the fault comes before it.
  public let engine: String?
  /// The engine's own sentence, or ours; without bound values.
  public let detail: String

  public init(_ kind: Kind, engine: String?, detail: String) {
    self.kind = kind
    self.engine = engine
    self.detail = detail
  }
}

extension SQLFault {
  /// A store that was to be filled has something already.
  public static func occupied(_ engine: String) -> SQLFault {
    SQLFault(.schema, engine: engine, detail: "la base a déjà des tables : donnez-en une neuve ; rien n'a été changé")
  }
}

extension SQLFault: CustomStringConvertible {
  public var description: String {
    let origin = engine.map { " (\($0))" } ?? ""
    return "Base de données\(origin) : \(kind.texte) — \(detail)"
  }
}

extension SQLFault.Kind {
  /// The kind in French, for messages.
  public var texte: String {
    switch self {
    case .constraint(let constraint): constraint.texte
    case .busy: "base occupée par une autre écriture, recommencez dans un instant"
    case .connectionLost: "connexion fermée ou coupée"
    case .schema: "requête ou schéma inattendu"
    case .diskFull: "disque plein"
    case .storage: "fichier ou disque illisible, protégé ou endommagé"
    case .value: "valeur inattendue"
    case .abandoned: "transaction déjà abandonnée"
    case .other: "erreur"
    }
  }
}

extension SQLFault.Constraint {
  fileprivate var texte: String {
    switch self {
    case .unique: "valeur déjà présente"
    case .foreignKey: "référence vers une ligne absente"
    case .check: "valeur refusée par le schéma"
    case .notNull: "valeur obligatoire absente"
    case .other: "contrainte du schéma non respectée"
    }
  }
}
