import Centre
import Convention
import Registre

extension BilanDeCopie {
  /// The tables that have rows, one to a line.
  var lignesDeTables: [String] { tables.filter { $0.lignes > 0 }.map { "  \($0.lignes) — \($0.nom)" } }

  /// « 153 186 lignes VERBE ; demandé …, reste dû …, dernier sceau … ».
  func phrase(_ verbe: String, _ verbes: String) -> String {
    "\(accorde(Int(lignes), "ligne \(verbe)", "lignes \(verbes)")) ; demandé \(montant.texte), reste dû \(reste.texte), "
      + "dernier sceau \(sceau?.hexadecimal ?? "aucun")."
  }

  var membres: [(String, JSONValue)] {
    [
      ("lignes", .objet(tables.map { ($0.nom, JSONValue($0.lignes)) })), ("montant", JSONValue(montant)),
      ("reste_du", JSONValue(reste)), ("dernier_sceau", JSONValue(sceau?.hexadecimal)),
    ]
  }
}
