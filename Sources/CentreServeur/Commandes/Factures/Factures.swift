import ArgumentParser
import Centre
import Convention
import Registre

/// Invoices of the judicial recovery, from the étude to the director who pays.
struct GererFactures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factures",
    abstract: "Factures du recouvrement judiciaire : préparer, émettre, recevoir, payer, rejeter, réclamer, suivre.",
    subcommands: [
      FacturesPreparer.self, FacturesEmettre.self, FacturesRecevoir.self, FacturesPayer.self, FacturesRejeter.self,
      FacturesInterets.self, FacturesPayerInterets.self, FacturesLister.self, FacturesVoir.self,
    ])
}

/// Whose services of which days.
struct OptionsDeFacture: ParsableArguments {
  @Option(help: ArgumentHelp("Étude qui facture.", valueName: "code"))
  var etude: String

  @Option(help: ArgumentHelp("Premier jour facturé.", valueName: "jour"))
  var du: String

  @Option(help: ArgumentHelp("Dernier jour facturé, au plus tard aujourd’hui.", valueName: "jour"))
  var au: String

  @Option(
    help: ArgumentHelp("Département du directeur, si les dossiers relèvent de plusieurs.", valueName: "département"))
  var departement: String?

  @Option(help: ArgumentHelp("Numéro de l’étude ; le suivant si rien n’est dit.", valueName: "numéro"))
  var numero: String?

  func demande() throws -> Facturation.Demande {
    guard let code = CodeEtude(etude) else {
      throw MauvaisUsage("Étude « \(etude) » : 4 à 8 capitales et chiffres attendus.")
    }
    return Facturation.Demande(
      code, du: try jour(du, of: "--du"), au: try jour(au, of: "--au"), departement: try departementDemande(),
      numero: numero)
  }

  private func departementDemande() throws -> Departement? {
    try departement.map { text in
      guard let departement = Departement(text) else { throw MauvaisUsage("Département « \(text) » inconnu.") }
      return departement
    }
  }
}

extension Session {
  /// One thing done of an invoice by the exploitant, and where it then is.
  func suivre(_ cle: String, _ suite: Facturation.Suite, _ sentence: (Facture) -> String) async throws -> Issue {
    let fiche = try await deciding { centre, _ in
      try await Facturation(centre, .exploitant).suivre(cle, suite, par: .init("exploitant"))
    }
    let vue = VueDeFacture(fiche: fiche, jour: jour)
    if reglages.json { ecran.json(vue.json) } else { ecran.ligne(sentence(fiche.histoire)) }
    return .fait
  }
}

/// An amount of the command line, in euros: `1234,56` or `1234.56`.
func euros(_ text: String, of option: String) throws -> Montant {
  let parts = text.replacing(",", with: ".").split(separator: ".", omittingEmptySubsequences: false)
  let cents = parts.count == 2 ? parts[1] : "00"
  guard (1...2).contains(parts.count), (1...12).contains(parts[0].utf8.count), (1...2).contains(cents.utf8.count),
    (parts[0] + cents).utf8.allSatisfy({ (0x30...0x39).contains($0) }), let euros = Int64(parts[0]),
    let rest = Int64(cents)
  else { throw MauvaisUsage("\(option) « \(text) » : un montant en euros attendu, par exemple 1234,56.") }
  return Montant(cents: euros * 100 + (cents.utf8.count == 1 ? rest * 10 : rest))
}
