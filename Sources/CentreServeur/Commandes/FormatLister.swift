import ArgumentParser
import Interface

struct FormatLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Versions du format en service.",
    discussion: """
      Exemples :
        centre-serveur format lister
        centre-serveur format lister --formats mes-tables
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let tables = try session.formats().tables
    if session.reglages.json {
      session.ecran.json(.liste(tables.map(Self.json)))
      return .fait
    }
    for table in tables {
      let end = table.valableAu.map { " au \($0.texte)" } ?? ""
      session.ecran.ligne(
        "Version \(table.version) — \(table.fichier), enregistrements de \(table.longueur) octets, valable du "
          + "\(table.valableDu.texte)\(end) ; genres : \(table.genres.map(\.nom).joined(separator: ", "))")
    }
    if tables.isEmpty { session.ecran.ligne("Aucune table en service.") }
    return .fait
  }

  private static func json(_ table: TableFormat) -> JSONValue {
    .objet([
      ("version", JSONValue(table.version)), ("fichier", .texte(table.fichier)),
      ("longueur", JSONValue(table.longueur)),
      ("valable_du", JSONValue(table.valableDu)), ("valable_au", JSONValue(table.valableAu)),
      ("genres", .liste(table.genres.map { .texte($0.nom) })),
    ])
  }
}
