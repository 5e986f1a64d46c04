import Centre
import Foundation
import Testing

@testable import CentreServeur

@Suite("CFT partners")
struct LiaisonTests {
  private func lire(_ yaml: String, _ environnement: [String: String] = [:]) throws -> [PartenaireCFT] {
    let essai = try Essai()
    let fichier = try essai.write(yaml, "partenaires.yaml")
    return try LectureDesPartenaires(environnement: environnement).lire(fichier)
  }

  @Test("a partner with everything: secrets come from elsewhere, flows keep their usual names but those given")
  func whole() throws {
    let partenaire = try #require(
      try lire(
        """
        partenaires:
          - identifiant: PARIS
            dossier: DI-TLS
            adresse: cft.exemple.fr:1761
            mot_de_passe: variable:MOT
            reseaux: [192.0.2.0/24]
            heures: "20:00-06:00"
            flux: {RI: RETINF}
        """, ["MOT": "SECRET"]
      ).first)
    #expect(partenaire.dossier == "DI-TLS")
    #expect(partenaire.adresse?.port == 1761)
    #expect(partenaire.motDePasse == "SECRET")
    #expect(partenaire.heures == 1200..<1800)
    #expect(partenaire.flux["RI"] == "RETINF")
    #expect(partenaire.flux["RR"] == "CSHRR")
    #expect(!"\(partenaire)".contains("SECRET"))
  }

  @Test(
    "each fault is told with its place",
    arguments: [
      ("- dossier: X", "partenaires[0].identifiant"),
      ("- {identifiant: A, adresse: sans-port}", "partenaires[0].adresse"),
      ("- {identifiant: A, mot_de_passe: ENCLAIR}", "partenaires[0].mot_de_passe"),
      ("- {identifiant: A, mot_de_passe: variable:ABSENTE}", "partenaires[0].mot_de_passe"),
      ("- {identifiant: A, reseaux: [300.0.0.0/8]}", "partenaires[0].reseaux"),
      ("- {identifiant: A, heures: \"20:00\"}", "partenaires[0].heures"),
      ("- {identifiant: A, flux: {ZZ: X}}", "partenaires[0].flux.ZZ"),
      ("- {identifiant: A, tls: {certificat: c.pem}}", "partenaires[0].tls.certificat"),
      ("- {identifiant: A, inconnu: 1}", "partenaires[0].inconnu"),
      ("- {identifiant: A}\n  - {identifiant: A}", "décrit deux fois"),
    ])
  func faults(_ yaml: String, _ place: String) throws {
    #expect { try lire("partenaires:\n  \(yaml)\n") } throws: { "\($0)".contains(place) }
  }

  @Test(
    "an address is in a network or not",
    arguments: [
      ("10.1.0.0/16", "10.1.255.255", true), ("10.1.0.0/16", "10.2.0.0", false), ("192.0.2.7", "192.0.2.7", true),
      ("192.0.2.7", "192.0.2.8", false), ("10.0.0.0/8", "::ffff:10.9.9.9", true),
      ("2001:db8::/32", "2001:db8:1::1", true),
      ("2001:db8::/32", "2001:db9::1", false), ("0.0.0.0/0", "203.0.113.1", true), ("0.0.0.0/0", "::1", false),
    ])
  func networks(_ reseau: String, _ address: String, _ isIn: Bool) throws {
    #expect(try #require(Reseau(reseau)).contains(address) == isIn)
  }

  @Test("what is no network is refused", arguments: ["", "10.0.0.0/33", "10.0.0", "x/8", "10.0.0.0/-1"])
  func noNetwork(_ text: String) { #expect(Reseau(text) == nil) }

  @Test("a name from outside stays in its folder")
  func names() {
    #expect(safeName("../../etc/passwd") == "_.._etc_passwd")
    #expect(safeName("été 2026.dat") == "__t___2026.dat")
  }
}
