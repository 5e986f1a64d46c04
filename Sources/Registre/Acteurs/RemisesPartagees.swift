import Convention
import SQLEngine

/// How many dossiers each étude has had under each postal code (annexe qualité I.4, R169): what a transaction adds is counted in
/// memory and written once at its end, always in the same order.
struct RemisesPartagees {
  private struct Cle: Hashable, Comparable {
    let codePostal: String
    let etude: String

    static func < (left: Cle, right: Cle) -> Bool {
      (left.codePostal, left.etude) < (right.codePostal, right.etude)
    }
  }
  private var ajouts: [Cle: Int64] = [:]
  /// Those of the postal codes asked for, additions included: asking again waits for nothing.
  private var connues: [CodePostal: [String: Int64]] = [:]

  mutating func note(_ fait: DossierRemis) {
    ajouts[Cle(codePostal: fait.codePostal.texte, etude: fait.etude.texte), default: 0] += 1
    connues[fait.codePostal]?[fait.etude.texte, default: 0] += 1
  }

  mutating func lire(_ codePostal: CodePostal, _ connection: any SQLConnection) throws -> [String: Int64] {
    if let known = connues[codePostal] { return known }
    let rows = try connection.query(
      "SELECT etude, remis FROM partage WHERE code_postal = $1 ORDER BY etude", .text(codePostal.texte)
    ) { ($0.text(0), $0.int(1)) }
    var found = Dictionary(uniqueKeysWithValues: rows)
    for (cle, nombre) in ajouts where cle.codePostal == codePostal.texte { found[cle.etude, default: 0] += nombre }
    connues[codePostal] = found
    return found
  }

  mutating func write(_ connection: any SQLConnection) throws {
    for (cle, nombre) in ajouts.sorted(by: { $0.key < $1.key }) {
      try connection.runLater(
        """
        INSERT INTO partage(code_postal, etude, remis) VALUES ($1, $2, $3)
        ON CONFLICT(code_postal, etude) DO UPDATE SET remis = partage.remis + $3
        """, [.text(cle.codePostal), .text(cle.etude), .int(nombre)])
    }
    ajouts = [:]
  }
}

extension Ecriture {
  /// How many dossiers of a shared postal code each étude has had, those of this transaction included.
  public func remisesPartagees(_ codePostal: CodePostal) throws -> [String: Int64] {
    try remises.lire(codePostal, connection)
  }
}
