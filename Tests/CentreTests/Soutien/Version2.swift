import Foundation
import Interface
import Testing

@testable import Centre

/// Version 1 of the format moved to other places: records of 600 bytes, the debtor's name on 50, a postal code on 8, and in every
/// record an optional field of 12 that the program does not know, `marque_locale`, before what remains.
enum Version2 {
  private static func version1() throws -> String {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Formats").standardizedFileURL
    return try String(contentsOf: folder.appendingPathComponent("format-1.yaml"), encoding: .utf8)
  }

  /// Version 1 without the rule on the line that contains this.
  static func sansRegle(_ rule: String) throws -> Formats {
    let lines = try version1().split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains(rule) }
    let (formats, faults) = Formats.charger(textes: [("format-1.yaml", lines.joined(separator: "\n"))])
    #expect(faults == [])
    return formats
  }

  static func formats() throws -> Formats {
    let first = try version1()
    let (formats, faults) = Formats.charger(textes: [("format-1.yaml", first), ("format-2.yaml", moved(first))])
    #expect(faults == [])
    return formats
  }

  private static func moved(_ yaml: String) -> String {
    var next = 1
    var lines: [String] = []
    for line in yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      guard line.hasPrefix("          - {nom: "), let field = Champ(line) else {
        if line.hasPrefix("        champs:") { next = 1 }
        lines.append(property(line))
        continue
      }
      if field.nom == "reserve" {
        lines.append(
          "          - {nom: marque_locale, debut: \(next), longueur: 12, type: texte, obligatoire: false, sens: essai, exigences: []}"
        )
        next += 12
      }
      let width = field.width(from: next)
      lines.append(
        property(line).replacing(
          "debut: \(field.debut), longueur: \(field.longueur)", with: "debut: \(next), longueur: \(width)"))
      next += width
    }
    return lines.joined(separator: "\n")
  }

  private static func property(_ line: String) -> String {
    switch line {
    case "version: 1": "version: 2"
    case "longueur_enregistrement: 512": "longueur_enregistrement: 600"
    default:
      line.replacing("valeur: \"001\"", with: "valeur: \"002\"").replacing("valeur: \"0512\"", with: "valeur: \"0600\"")
    }
  }

  private struct Champ {
    let nom: String
    let debut: Int
    let longueur: Int

    init?(_ line: String) {
      func value(_ key: String) -> String? {
        line.range(of: key + ": ").map { String(line[$0.upperBound...].prefix { $0 != "," }) }
      }
      guard let nom = value("nom"), let debut = value("debut").flatMap({ Int($0) }),
        let longueur = value("longueur").flatMap({ Int($0) })
      else { return nil }
      (self.nom, self.debut, self.longueur) = (nom, debut, longueur)
    }

    func width(from next: Int) -> Int {
      switch nom {
      case "nom": 50
      case "code_postal": 8
      case "reserve": 600 - next
      default: longueur
      }
    }
  }
}
