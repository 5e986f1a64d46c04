import Foundation
import Testing

@testable import Interface

/// The YAML of version 1 with a few things changed, and the same moved to other places as another version.
enum TableChangee {
  static func version1() throws -> String {
    let folder = try #require(Formats.dossierEmbarque)
    return try String(contentsOf: folder.appendingPathComponent("format-1.yaml"), encoding: .utf8)
  }

  /// Version 2: records of 600 bytes, the name of a redevable on 50 bytes, a field `courriel_secours` before the
  /// first line of his address, his postal code on 8 bytes, and all that follows moved.
  static func version2(change: (String) -> String = { $0 }) throws -> String {
    var lines: [String] = []
    var next = 1
    for line in try version1().split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      guard line.hasPrefix("          - {nom: "), let field = parsed(line) else {
        if line.hasPrefix("        champs:") { next = 1 }
        lines.append(properties(line))
        continue
      }
      if field.nom == "adresse_ligne1", next > 150 {
        lines.append(
          "          - {nom: courriel_secours, debut: \(next), longueur: 30, type: texte, obligatoire: false, sens: essai, exigences: []}"
        )
        next += 30
      }
      let longueur = width(field.nom, field.longueur, from: next)
      lines.append(
        constants(line).replacingOccurrences(
          of: "debut: \(field.debut), longueur: \(field.longueur)", with: "debut: \(next), longueur: \(longueur)"))
      next += longueur
    }
    return change(lines.joined(separator: "\n"))
  }

  private static func width(_ nom: String, _ longueur: Int, from next: Int) -> Int {
    switch nom {
    case "nom": 50
    case "code_postal": 8
    case "reserve": 600 - next
    default: longueur
    }
  }

  private static func properties(_ line: String) -> String {
    switch line {
    case "version: 1": "version: 2"
    case "longueur_enregistrement: 512": "longueur_enregistrement: 600"
    default: line
    }
  }

  private static func constants(_ line: String) -> String {
    line.replacingOccurrences(of: "valeur: \"001\"", with: "valeur: \"002\"")
      .replacingOccurrences(of: "valeur: \"0512\"", with: "valeur: \"0600\"")
  }

  private static func parsed(_ line: String) -> (nom: String, debut: Int, longueur: Int)? {
    func value(_ key: String) -> String? {
      guard let range = line.range(of: key + ": ") else { return nil }
      return String(line[range.upperBound...].prefix { $0 != "," })
    }
    guard let nom = value("nom"), let debut = value("debut").flatMap({ Int($0) }),
      let longueur = value("longueur").flatMap({ Int($0) })
    else { return nil }
    return (nom, debut, longueur)
  }
}
