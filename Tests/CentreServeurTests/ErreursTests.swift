import Testing

@testable import CentreServeur

@Suite("Erreurs de la ligne de commande")
struct ErreursTests {
  @Test(
    "every misuse is one French sentence on the error side, and 2",
    arguments: [
      (["recevoir"], "Il manque <fichier>. Voir « centre-serveur recevoir --help ».\n"),
      (
        ["recevoir", "--bse", "x", "f"],
        "Option inconnue : --bse, peut-être --base. Voir « centre-serveur recevoir --help ».\n"
      ),
      (
        ["recevoir", "f", "--base"], "Il manque la valeur de --base <base>. Voir « centre-serveur recevoir --help ».\n"
      ),
      (["inventer"], "Argument en trop ou commande inconnue : « inventer ». Voir « centre-serveur --help ».\n"),
      (
        ["journee", "a", "b"],
        "Arguments en trop ou commande inconnue : « a », « b ». Voir « centre-serveur journee --help ».\n"
      ),
      (
        ["journee", "l'un d'eux"],
        "Argument en trop ou commande inconnue : « l'un d'eux ». Voir « centre-serveur journee --help ».\n"
      ),
      (
        ["format", "decrire", "un"],
        "Valeur « un » refusée pour <version>. Voir « centre-serveur format decrire --help ».\n"
      ),
      (["journee", "--json=oui"], "L’option --json ne prend pas de valeur. Voir « centre-serveur journee --help ».\n"),
      (["acteurs"], "« acteurs » attend une commande : importer, exporter.\n"),
      (["quarantaine", "voir"], "Il manque <référence>. Voir « centre-serveur quarantaine voir --help ».\n"),
      (["--jour", "2026-02-30", "journee"], "Jour « 2026-02-30 » : AAAA-MM-JJ attendu, un jour qui existe.\n"),
      (["--base", "mysql:x", "journee"], "Base « mysql:x » : sqlite:FICHIER ou postgresql://HOTE/BASE attendu.\n"),
      (
        ["dossiers", "--pour", "poste:1"],
        "Périmètre « poste:1 » : exploitant, poste:CODIQUE, etude:CODE, departement:NN ou national attendu.\n"
      ),
      (["dossiers", "--etat", "perdu"], "État « perdu » : remis, attente, clos, ecarte attendu.\n"),
    ])
  func misuse(_ arguments: [String], _ sentence: String) async throws {
    let result = try await Essai().programme(arguments)
    #expect(result.code == 2)
    #expect(result.avertissements == sentence)
    #expect(result.sortie == "")
  }

  @Test("global options hold before the command as after it, also before a group")
  func places() async throws {
    let essai = try await Essai.avecReferentiel()
    for arguments in [
      essai.lieu + ["--json", "acteurs", "exporter"], ["acteurs"] + essai.lieu + ["exporter", "--json"],
      ["acteurs", "exporter"] + essai.lieu + ["--json"],
    ] {
      let result = await essai.programme(arguments)
      #expect(result.code == 0, "\(arguments): \(result.avertissements)")
      #expect(result.sortie.hasPrefix("{"))
    }
  }

  @Test("a base that cannot be opened is one French sentence and 3")
  func fault() async throws {
    let result = try await Essai().programme(["--base", "sqlite:/nulle/part/b.sqlite", "registre", "informations"])
    #expect(result.code == 3)
    #expect(result.avertissements == "Base /nulle/part/b.sqlite : le dossier « /nulle/part » n’existe pas.\n")
  }

  @Test("the version is told")
  func version() async throws {
    let result = try await Essai().programme(["--version"])
    #expect(result.code == 0)
    #expect(result.sortie == "\(Racine.configuration.version)\n")
  }
}
