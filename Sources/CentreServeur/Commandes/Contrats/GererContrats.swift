import ArgumentParser
import Centre
import Convention
import Registre

/// The contracts of the départements with their études, and the acts of each.
struct GererContrats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contrats",
    abstract: "Contrats départementaux : conclure, signer, renouveler, dénoncer, objectifs, papier.",
    subcommands: [
      ContratsLister.self, ContratsVoir.self, ContratsAlertes.self, ContratsResultats.self, ContratsConclure.self,
      ContratsSigner.self, ContratsEngager.self, ContratsRenouveler.self, ContratsDenoncer.self, ContratsResilier.self,
      ContratsObjectif.self, ContratsSeuil.self, ContratsPeriodicite.self, ContratsOuvrir.self, ContratsTableur.self,
      ContratsPapier.self, ContratsDematerialise.self, ContratsDecider.self, ContratsReprendre.self,
    ])
}

/// Whose approval an act of the département rests on (art. 20, R070).
struct OptionsDApprobation: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Qui l’approuve : DIRECTEUR, TPG ou DSF ; se répète ; le directeur si rien n’est dit.", valueName: "qualité"))
  var approuve: [String] = []

  func qualites() throws -> [QualiteDeSignataire] {
    approuve.isEmpty ? [.directeur] : try approuve.map { try mot($0, of: "--approuve", QualiteDeSignataire.self) }
  }
}

/// A word of a list, whatever its capitals.
func mot<T: RawRepresentable & CaseIterable>(_ text: String, of option: String, _ type: T.Type) throws -> T
where T.RawValue == String {
  let folded = text.uppercased()
  guard let value = T.allCases.first(where: { $0.rawValue.uppercased() == folded }) else {
    let words = T.allCases.map(\.rawValue).joined(separator: ", ")
    throw MauvaisUsage("\(option) « \(text) » : \(words) attendu.")
  }
  return value
}

extension Session {
  /// An act, alone on the base, once the past is settled; then the contract as it has become.
  func acter(
    _ cle: String,
    _ body:
      @escaping @Sendable (ContratsDuCentre, ContratsDuCentre.Geste, Centre) async throws -> ContratsDuCentre.Fiche
  ) async throws {
    let (fiche, acte) = try await deciding { centre, _ in
      let fiche = try await body(ContratsDuCentre(centre), ContratsDuCentre.Geste(cle), centre)
      let vu = try await ContratsDuCentre(centre).voir(fiche.cle, .exploitant)
      return (fiche, vu?.actes.last?.acte)
    }
    let texte = acte.map(PhraseDActeDeContrat.texte) ?? fiche.histoire.resume.libelle
    tell([("contrat", .texte(fiche.cle)), ("acte", .texte(texte))], "\(fiche.cle) — \(texte).")
  }
}
