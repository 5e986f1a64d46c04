import Foundation
import Testing

@testable import CentreServeur

@Suite("Configuration")
struct ConfigurationTests {
  /// Value and origin of a key, as `configuration --json` tells them.
  private func told(_ key: String, _ result: Essai.Resultat) throws -> (valeur: String?, origine: String?) {
    let item = try #require(try result.liste().first { $0["cle"] as? String == key })
    return (item["valeur"] as? String, item["origine"] as? String)
  }

  @Test("flags win over the environment, the environment over the file, the file over the defaults")
  func precedence() async throws {
    let essai = try Essai()
    let file = try essai.write(
      "base: sqlite:fichier.sqlite\njour: 2026-03-02\ncloture:\n  heure: \"20:30\"\n", "c.yaml")
    let defaults = await essai.programme(["configuration", "--json"])
    #expect(try told("base", defaults) == ("sqlite:centre-serveur.sqlite", "défaut"))
    let fromFile = await essai.programme(["configuration", "--json", "--config", file])
    #expect(try told("base", fromFile) == ("sqlite:fichier.sqlite", "fichier \(file)"))
    #expect(try told("jour", fromFile) == ("2026-03-02", "fichier \(file)"))
    #expect(try told("cloture.heure", fromFile) == ("20:30", "fichier \(file)"))
    essai.environnement = ["CENTRE_SERVEUR_BASE": "sqlite:env.sqlite", "CENTRE_SERVEUR_CLOTURE_HEURE": ""]
    let fromEnvironment = await essai.programme(["configuration", "--json", "--config", file])
    #expect(try told("base", fromEnvironment) == ("sqlite:env.sqlite", "environnement"))
    #expect(try told("cloture.heure", fromEnvironment).valeur == "20:30")
    let fromFlag = await essai.programme([
      "configuration", "--json", "--config", file, "--base", "sqlite:option.sqlite",
    ])
    #expect(try told("base", fromFlag) == ("sqlite:option.sqlite", "option de la commande"))
  }

  @Test("the file may be named by the environment")
  func fileByEnvironment() async throws {
    let essai = try Essai()
    essai.environnement = ["CENTRE_SERVEUR_CONFIG": try essai.write("echanges: ailleurs\n", "c.yaml")]
    #expect(try told("echanges", await essai.programme(["configuration", "--json"])).valeur == "ailleurs")
  }

  @Test("secrets are never shown")
  func secrets() async throws {
    let essai = try Essai()
    let secret = String(repeating: "ab", count: 32)
    essai.environnement = ["CENTRE_SERVEUR_SECRET": secret, "CENTRE_SERVEUR_COURRIEL_MOT_DE_PASSE": "motdepasse"]
    for arguments in [["configuration"], ["configuration", "--json"]] {
      let result = await essai.programme(arguments)
      #expect(result.code == 0)
      #expect(!result.sortie.contains(secret) && !result.sortie.contains("motdepasse"))
      #expect(result.sortie.contains("********"))
    }
  }

  @Test("what a log may describe holds no secret: settings, base, registry, and the password of an address")
  func descriptions() async throws {
    let essai = try await Essai.avecReferentiel()
    let secret = String(repeating: "ab", count: 32)
    essai.environnement = [
      "CENTRE_SERVEUR_SECRET": secret, "CENTRE_SERVEUR_COURRIEL_MOT_DE_PASSE": "motdepasse",
      "CENTRE_SERVEUR_COURRIEL_URL": "smtp://127.0.0.1:25",
    ]
    let session = try await essai.session(jour: "2026-03-02")
    let told = "\(session) \(session.reglages) \(try await session.registre()) \(session.reglages.attestation)"
    for hidden in [secret, "motdepasse", "171, 171"] { #expect(!told.contains(hidden), "\(told)") }
    let adresse = try AdresseDeBase("postgresql://centre:motdepasse@base.example/centre?sslpassword=x&sslmode=require")
    #expect("\(adresse)" == "postgresql://centre:…@base.example/centre?sslmode=require")
    #expect("\([adresse])".contains("motdepasse") == false)
  }

  @Test(
    "a setting that cannot be is one French sentence and 2",
    arguments: [
      ("jour: demain\n", "Jour « demain » : AAAA-MM-JJ attendu, un jour qui existe."),
      ("cloture:\n  heure: 25:00\n", "cloture.heure « 25:00 » : HH:MM attendu."),
      ("cloture:\n  heure: 21\n", "cloture.heure « 21 » : HH:MM attendu."),
      ("attestation:\n  liste: peut-être\n", "attestation.liste : oui ou non attendu."),
      ("courriel:\n  url: http://x\n", "courriel.url « http://x » : smtp://HOTE:PORT ou smtps://HOTE:PORT attendu."),
      ("journal:\n  niveau: fort\n", "journal.niveau : erreur, alerte, info ou detail attendu."),
      ("secret: abc\n", "CENTRE_SERVEUR_SECRET : 64 chiffres hexadécimaux attendus."),
      ("base: [a, b]\n", "Configuration : la clé base attend un texte, non une liste ou un groupe."),
    ])
  func faults(_ yaml: String, _ sentence: String) async throws {
    let essai = try Essai()
    let result = await essai.programme(["configuration", "--config", try essai.write(yaml, "c.yaml")])
    #expect(result.code == 2)
    #expect(result.avertissements == sentence + "\n")
  }

  @Test("both means of attestation off is refused with its article")
  func attestation() async throws {
    let essai = try Essai()
    essai.environnement = ["CENTRE_SERVEUR_ATTESTATION_LISTE": "non", "CENTRE_SERVEUR_ATTESTATION_COURRIEL": "non"]
    let result = await essai.programme(["configuration"])
    #expect(result.code == 1)
    #expect(result.avertissements.contains("annexe II"))
  }

  @Test("an unknown key is said and ignored; a file that is not YAML is told with its line")
  func files() async throws {
    let essai = try Essai()
    let unknown = await essai.programme([
      "configuration", "--config", try essai.write("bse: x\nlieu:\n  ville: y\n", "a.yaml"),
    ])
    #expect(unknown.code == 0)
    #expect(unknown.avertissements.contains("clé inconnue « bse »"))
    #expect(unknown.avertissements.contains("clé inconnue « lieu.ville »"))
    let path = try essai.write("base: \"sans fin\njour: 2\n", "b.yaml")
    let broken = await essai.programme(["configuration", "--config", path])
    #expect(broken.code == 2)
    #expect(broken.avertissements.hasPrefix("\(path), ligne "))
    let absent = await essai.programme(["configuration", "--config", essai.chemin("rien.yaml")])
    #expect(absent.code == 2)
  }

  @Test("each key has a sentence and a variable of its own")
  func keys() {
    #expect(Set(Cle.toutes.map(\.variable)).count == Cle.toutes.count)
    #expect(Cle.toutes.allSatisfy { !$0.sens.isEmpty && ($0.defaut != nil || !$0.sansValeur.isEmpty) })
    #expect(Cle.courrielMotDePasse.variable == "CENTRE_SERVEUR_COURRIEL_MOT_DE_PASSE")
  }
}
