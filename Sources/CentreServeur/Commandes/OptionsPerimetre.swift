import ArgumentParser
import Convention
import Registre

/// For whom a command looks at dossiers: what that person may see, and nothing else (R098–R100).
struct OptionsPerimetre: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Pour qui : exploitant, poste:CODIQUE, etude:CODE, departement:NN ou national ; exploitant si rien n’est dit.",
      valueName: "périmètre"))
  var pour: String?

  func perimetre() throws -> Perimetre {
    let text = pour ?? "exploitant"
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let value = parts.count == 2 ? parts[1] : ""
    switch parts.first {
    case "exploitant" where parts.count == 1: return .exploitant
    case "national" where parts.count == 1: return .national
    case "poste": if let codique = Codique(value) { return .postes([codique]) }
    case "etude": if let code = CodeEtude(value) { return .etudes([code]) }
    case "departement": if let departement = Departement(value) { return .departement(departement) }
    default: break
    }
    throw MauvaisUsage(
      "Périmètre « \(text) » : exploitant, poste:CODIQUE, etude:CODE, departement:NN ou national attendu.")
  }
}

/// A day of the command line.
func jour(_ text: String, of option: String) throws -> Jour {
  try CodeDonne.jour(text, of: option)
}
