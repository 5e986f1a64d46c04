import ArgumentParser
import Convention
import Site

/// Why: where a date, an amount, a rule or a refusal comes from.
struct Expliquer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expliquer",
    abstract: "Pourquoi : d’où viennent une date, un montant, une règle, un refus.",
    subcommands: [
      ExpliquerDossier.self, ExpliquerDate.self, ExpliquerMontant.self, ExpliquerArticle.self, ExpliquerRegle.self,
    ],
    defaultSubcommand: ExpliquerArticle.self)
}

/// What the command line gives, as people write it.
enum SaisieDeDroit {
  static func jour(_ texte: String) throws -> Jour {
    guard let jour = Jour(saisi: texte) else {
      throw MauvaisUsage("Jour « \(texte) » : 02/03/2026 ou 2026-03-02 attendu, un jour qui existe.")
    }
    return jour
  }

  static func montant(_ texte: String) throws -> Montant {
    guard let montant = Montant(saisi: texte) else {
      throw MauvaisUsage("Montant « \(texte) » : des euros attendus, par exemple 250,00.")
    }
    return montant
  }

  static func phase(_ texte: String) throws -> Phase {
    switch texte {
    case "comminatoire": return .comminatoire
    case "judiciaire": return .judiciaire
    default: throw MauvaisUsage("Phase « \(texte) » : comminatoire ou judiciaire attendu.")
    }
  }

  static func departement(_ texte: String) throws -> Departement {
    guard let departement = Departement(texte.uppercased()) else {
      throw MauvaisUsage("Département « \(texte) » : 01 à 95, 2A, 2B ou 971 à 988 attendu.")
    }
    return departement
  }
}
