import Adresses
import Convention
import Foundation
import Testing

/// One line of `Cas/adresses.csv`: an address and what must come of it.
struct Cas: Sendable, CustomTestStringConvertible {
  let id: String
  let adresse: AdresseRecue
  let verdict: String
  let insee: String
  let code: String
  let candidats: Set<String>

  var testDescription: String { "\(id) \(adresse.codePostal) \(adresse.localite)" }

  /// What the restoration says, in the columns of the file.
  static func summary(_ restauration: Restauration) -> String {
    let candidats = restauration.verdict == .ambigu ? Set(restauration.candidats.map(\.insee.texte)).sorted() : []
    return [
      restauration.verdict.rawValue, restauration.insee?.texte ?? "", restauration.codePostal?.texte ?? "",
      candidats.joined(separator: "|"),
    ].joined(separator: ";")
  }

  var expected: String { [verdict, insee, code, candidats.sorted().joined(separator: "|")].joined(separator: ";") }

  static let all: [Cas] = {
    guard let url = Bundle.module.url(forResource: "Cas/adresses", withExtension: "csv"),
      let texte = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    return texte.split(separator: "\n").dropFirst().map { Cas(fields($0)) }
  }()

  private init(_ fields: [String]) {
    id = fields[0]
    adresse = AdresseRecue(ligne4: fields[2], ligne5: fields[3], codePostal: fields[4], localite: fields[5])
    verdict = fields[6]
    insee = fields[7]
    code = fields[8]
    candidats = Set(fields[9].split(separator: "|").map(String.init))
  }

  /// Splits a line of comma-separated values, quotes allowed around a field.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}

/// The shipped table, read once for all the tests.
enum Embarque {
  static let referentiel = Result { try Referentiel.embarque() }
}
