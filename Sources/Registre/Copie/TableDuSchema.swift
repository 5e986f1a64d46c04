import SQLEngine

/// A table as its migration defines it.
struct TableDuSchema: Hashable, Sendable {
  enum Genre: String, Sendable {
    case entier = "INTEGER"
    case texte = "TEXT"
    case octets = "BLOB"
    case booleen = "BOOLEAN"
  }

  struct Colonne: Hashable, Sendable {
    let nom: String
    let genre: Genre
  }

  let nom: String
  private(set) var colonnes: [Colonne]
  /// Columns of the primary key, in which the rows are read.
  let cle: [String]

  /// Every table of a base brought to that migration, in the order of their making: those that are referred to come first.
  static func toutes(until schema: Int = Migrations.all.count) -> [TableDuSchema] {
    var tables: [TableDuSchema] = []
    for statement in Migrations.all.prefix(schema).flatMap({ $0.sql.split(separator: ";") }) {
      let text = statement.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if let table = definition(text) { tables.append(table) }
      add(text, to: &tables)
    }
    return tables
  }

  private static func definition(_ text: String) -> TableDuSchema? {
    let start = "CREATE TABLE "
    guard text.hasPrefix(start), let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
    let nom = text[..<open].dropFirst(start.count)
    return TableDuSchema(String(nom), parts(text[text.index(after: open)...].dropLast()))
  }

  /// `ALTER TABLE nom ADD COLUMN colonne GENRE …`: a column at the end of a table already there.
  private static func add(_ text: String, to tables: inout [TableDuSchema]) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count >= 7, words[0] == "ALTER", words[3] == "ADD", words[4] == "COLUMN",
      let genre = Genre(rawValue: words[6]), let index = tables.firstIndex(where: { $0.nom == words[2] })
    else { return }
    tables[index].colonnes.append(Colonne(nom: words[5], genre: genre))
  }

  private init(_ nom: String, _ parts: [Substring]) {
    self.nom = nom
    var colonnes: [Colonne] = []
    var cle: [String] = []
    for part in parts {
      let words = part.split(separator: " ")
      if let genre = words.dropFirst().first.flatMap({ Genre(rawValue: String($0)) }), let name = words.first {
        colonnes.append(Colonne(nom: String(name), genre: genre))
        if part.contains("PRIMARY KEY") { cle = [String(name)] }
      } else if part.hasPrefix("PRIMARY KEY("), let open = part.firstIndex(of: "(") {
        cle = part[part.index(after: open)...].dropLast().split(separator: ",").map { String($0.drop { $0 == " " }) }
      }
    }
    self.colonnes = colonnes
    self.cle = cle
  }

  /// What the commas outside of parentheses separate.
  private static func parts(_ text: Substring) -> [Substring] {
    var (depth, start, found) = (0, text.startIndex, [Substring]())
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "," where depth == 0:
        found.append(text[start..<index].drop { $0 == " " })
        start = text.index(after: index)
      default: break
      }
    }
    return found + [text[start...].drop { $0 == " " }]
  }
}

extension TableDuSchema {
  var lecture: String {
    "SELECT \(colonnes.map(\.nom).joined(separator: ", ")) FROM \(nom) ORDER BY \(cle.joined(separator: ", "))"
  }

  var ecriture: String {
    let places = colonnes.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return "INSERT INTO \(nom)(\(colonnes.map(\.nom).joined(separator: ", "))) VALUES (\(places))"
  }

  func valeurs(_ row: any SQLRow) -> [SQLValue] {
    colonnes.enumerated().map { index, colonne in
      guard !row.isNull(index) else { return .null }
      switch colonne.genre {
      case .entier: return .int(row.int(index))
      case .texte: return .text(row.text(index))
      case .octets: return .blob(row.blob(index))
      case .booleen: return .bool(row.bool(index))
      }
    }
  }
}
