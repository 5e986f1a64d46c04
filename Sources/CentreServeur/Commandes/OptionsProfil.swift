import ArgumentParser
import Convention
import Registre

/// For whom an account is: exactly one profession.
struct OptionsProfil: ParsableArguments {
  @Flag(help: "Exploitant du centre.")
  var exploitant = false

  @Option(help: ArgumentHelp("Comptable de ce poste ; se répète.", valueName: "codique"))
  var poste: [String] = []

  @Option(help: ArgumentHelp("Commissaire de justice de cette étude ; se répète.", valueName: "code"))
  var etude: [String] = []

  @Option(help: ArgumentHelp("Direction de ce département.", valueName: "département"))
  var departement: String?

  @Flag(help: "Bureau CL1A : des chiffres seulement.")
  var central = false

  /// Throws when the profession is not one, or a code is not in the directory.
  func profil(_ annuaire: Annuaire) throws -> Profil {
    let choices = [exploitant, !poste.isEmpty, !etude.isEmpty, departement != nil, central].filter { $0 }
    guard choices.count == 1 else {
      throw MauvaisUsage("Un profil, et un seul : --exploitant, --poste, --etude, --departement ou --central.")
    }
    if exploitant { return .exploitant }
    if central { return .central }
    if let departement {
      guard let code = Departement(departement) else { throw MauvaisUsage("Département « \(departement) » inconnu.") }
      return .direction(code)
    }
    return poste.isEmpty ? .etude(try etudes(annuaire)) : .comptable(try postes(annuaire))
  }

  private func postes(_ annuaire: Annuaire) throws -> Set<Codique> {
    Set(
      try poste.map { text in
        guard let code = Codique(text), annuaire.postes[text] != nil else {
          throw DemandeRefusee("Le poste \(text) n’est pas dans l’annuaire (acteurs importer).")
        }
        return code
      })
  }

  private func etudes(_ annuaire: Annuaire) throws -> Set<CodeEtude> {
    Set(
      try etude.map { text in
        guard let code = CodeEtude(text), annuaire.etudes[code] != nil else {
          throw DemandeRefusee("L’étude \(text) n’est pas dans l’annuaire (acteurs importer).")
        }
        return code
      })
  }
}
