import Convention
import Foundation
import Interface
import Registre
import Testing

@testable import Centre

@Suite("Which étude gets a demand, and what the attestation 85 says")
struct AttributionTests {
  private let jour = Jour(2026, 3, 2)

  /// Receives one demand and closes the day; `codes` are the rejects, `attestations` the records 85 in short.
  private func une(
    _ adresse: [String: String], annuaire: Annuaire? = nil, champs: [String: String] = [:],
    titre: [String: String] = [:]
  ) async throws -> (codes: [String], attestations: [String], essai: CentreDEssai) {
    let essai = try await CentreDEssai(annuaire: annuaire)
    var aller = try Fabrique.aller(jour, 1)
    aller.demande("D1", adresse, champs: champs, titre: titre)
    let fichier = try await essai.recevoir("f", try aller.octets(), jour)
    try await essai.clore(jour)
    let attestations = try essai.articles("RI.HELIOS.031", "85").map {
      $0.champs(
        "etude", "statut_dossier", "code_postal_retenu", "code_insee_retenu", "code_postal_corrige",
        "code_avertissement")
    }
    return (try await essai.rejets(fichier).map(\.code), attestations, essai)
  }

  @Test("one code, one commune: handed over without a warning")
  func certain() async throws {
    let found = try await une(["code_postal": "31770", "localite": "COLOMIERS"])
    #expect(found.attestations == ["E3101 R 31770 31149 N -"])
  }

  @Test("a missing code is restored: 802, and the étude's file carries it; the sender's file stays as it came")
  func restored() async throws {
    let found = try await une(["code_postal": "", "localite": "COLOMIERS"])
    #expect(found.attestations == ["E3101 R 31770 31149 O 802"])
    let redevable = try #require(try found.essai.articles("AL.HELIOS.031.E3101", "20").first)
    #expect(redevable.champ("code_postal") == "31770")
  }

  @Test("several communes under one certain code, none stands out: handed over, commune blank, 803")
  func severalCommunes() async throws {
    let annuaire = try Annuaire.essai { $0.ajouter("E0101", ["01400"]) }
    let found = try await une(["code_postal": "01400", "localite": ""], annuaire: annuaire)
    #expect(found.attestations == ["E0101 R 01400 - N 803"])
  }

  @Test(
    "no code at all, or a foreign country: 403",
    arguments: [
      ["code_postal": "", "localite": "NULLEPARTVILLE"], ["code_postal": "99999", "localite": ""],
      ["code_postal": "10115", "localite": "BERLIN", "code_pays": "DE"],
    ])
  func nowhere(_ adresse: [String: String]) async throws {
    #expect(try await une(adresse).codes == ["403"])
  }

  @Test("no étude for the code: 404")
  func noEtude() async throws {
    #expect(try await une(["code_postal": "75001", "localite": "PARIS"]).codes == ["404"])
  }

  @Test("an unknown nature becomes AUT with 801, which goes before 802 and 803")
  func natureFirst() async throws {
    let found = try await une(["code_postal": "", "localite": "COLOMIERS"], titre: ["nature_creance": "ZZZ"])
    #expect(found.attestations == ["E3101 R 31770 31149 O 801"])
    let dossier = try #require(try await found.essai.dossier("D1"))
    #expect(dossier.demande.titres.map(\.nature) == ["AUT"])
  }

  private func contrat(_ change: (inout ContratDepartemental) -> Void) throws -> Annuaire {
    try Annuaire.essai { $0.changer("E3101") { change(&$0.contrats[0]) } }
  }

  @Test("405 looks at the day of the demand: the contract's first day passes, the day before does not")
  func contractBegins() async throws {
    let annuaire = try contrat { $0.du = Jour(2026, 3, 1) }
    #expect(try await une([:], annuaire: annuaire, champs: ["date_demande": "20260301"]).codes == [])
    #expect(try await une([:], annuaire: annuaire, champs: ["date_demande": "20260228"]).codes == ["405"])
    let tomorrow = try contrat { $0.du = Jour(2026, 3, 3) }
    #expect(try await une([:], annuaire: tomorrow).codes == ["405"])
  }

  @Test("405 looks at the day of issue: the contract's last day passes, the day after does not")
  func contractEnds() async throws {
    let last = ["date_demande": "20260201"]
    #expect(try await une([:], annuaire: try contrat { $0.au = Jour(2026, 3, 2) }, champs: last).codes == [])
    #expect(try await une([:], annuaire: try contrat { $0.au = Jour(2026, 3, 1) }, champs: last).codes == ["405"])
  }

  @Test("405: denounced six months before, terminated, or without all its signatures (R004, R080)")
  func contractStopped() async throws {
    let demande = ["date_demande": "20260201"]
    let holds = try contrat { $0.denonceLe = Jour(2025, 9, 2) }
    #expect(try await une([:], annuaire: holds, champs: demande).codes == [])
    let denounced = try contrat { $0.denonceLe = Jour(2025, 8, 31) }
    #expect(try await une([:], annuaire: denounced, champs: demande).codes == ["405"])
    let terminated = try contrat { $0.resilieLe = Jour(2025, 3, 1) }
    #expect(try await une([:], annuaire: terminated, champs: demande).codes == ["405"])
    let unsigned = try contrat { $0.signatures = Signatures(prefet: Jour(2025, 1, 1), huissier: Jour(2025, 1, 1)) }
    #expect(try await une([:], annuaire: unsigned, champs: demande).codes == ["405"])
  }

  @Test(
    "405 looks at the contract of the poste's département, whatever those of others; each gives its own delay (R004)")
  func twoDepartements() async throws {
    func annuaire(_ departement: String) throws -> Annuaire {
      try contrat {
        $0.clauses.departement = Departement(departement)
        $0.dureeComminatoireDays = 60
      }
    }
    #expect(try await une([:], annuaire: try annuaire("32")).codes == ["405"])
    var both = try annuaire("31")
    both.changer("E3101") {
      var gers = ContratDepartemental(du: Jour(2025, 1, 1))
      gers.clauses.departement = Departement("32")
      $0.contrats.insert(gers, at: 0)
    }
    let found = try await une([:], annuaire: both)
    #expect(found.codes == [])
    #expect(try await found.essai.dossier("D1")?.remise?.delaiDays == 60)
  }

  @Test("406: the designated étude is unknown, or not competent there; competent, it gets the dossier")
  func designated() async throws {
    #expect(try await une([:], champs: ["etude_designee": "E9999"]).codes == ["406"])
    #expect(try await une([:], champs: ["etude_designee": "E3102"]).codes == ["406"])
    #expect(try await une([:], champs: ["etude_designee": "E3101"]).attestations.first?.hasPrefix("E3101 R") == true)
    let shared = try Annuaire.essai { $0.ajouter("E3103", ["31770"]) }
    let found = try await une([:], annuaire: shared, champs: ["etude_designee": "E3103"])
    #expect(found.attestations.first?.hasPrefix("E3103 R") == true)
  }

  @Test("401 unknown poste, 402 poste not open; 402 too when its generic address is not checked (R091)")
  func postes() async throws {
    #expect(try await une([:], champs: ["codique_poste": "031777"]).codes == ["401"])
    #expect(try await une([:], champs: ["codique_poste": "031099"]).codes == ["402"])
    let unchecked = try Annuaire.essai { $0.postes["031012"]?.accesVerifie = false }
    #expect(try await une([:], annuaire: unchecked).codes == ["402"])
  }
}

@Suite("A postal code shared by several études (annexe qualité I.4)")
struct PartageTests {
  private let jour = Jour(2026, 3, 2)

  private func parts(_ weights: [Int], count: Int) async throws -> [String] {
    let annuaire = try Annuaire.essai { annuaire in
      for (index, weight) in weights.enumerated() { annuaire.ajouter("E310\(index + 3)", ["31700"], part: weight) }
    }
    let essai = try await CentreDEssai(annuaire: annuaire)
    var aller = try Fabrique.aller(jour, 1)
    for index in 0..<count { aller.demande("P\(index)", ["code_postal": "31700", "localite": "BLAGNAC"]) }
    try await essai.recevoir("f", try aller.octets(), jour)
    try await essai.clore(jour)
    return try essai.articles("RI.HELIOS.031", "85").compactMap { $0.champ("etude") }
  }

  @Test("weights 3 and 1: of eight dossiers six and two, in the same order each time")
  func weights() async throws {
    let first = try await parts([3, 1], count: 8)
    #expect(first.filter { $0 == "E3103" }.count == 6)
    #expect(first.filter { $0 == "E3104" }.count == 2)
    #expect(try await parts([3, 1], count: 8) == first)
  }

  @Test("equal weights take turns, in the order of their codes")
  func turns() async throws {
    #expect(try await parts([1, 1, 1], count: 6) == ["E3103", "E3104", "E3105", "E3103", "E3104", "E3105"])
  }

  @Test("an étude whose contract has ended takes no share")
  func ended() async throws {
    let annuaire = try Annuaire.essai {
      $0.ajouter("E3103", ["31700"], contrat: ContratDepartemental(du: Jour(2025, 1, 1), au: Jour(2026, 2, 1)))
      $0.ajouter("E3104", ["31700"])
    }
    let essai = try await CentreDEssai(annuaire: annuaire)
    var aller = try Fabrique.aller(jour, 1)
    for index in 0..<3 { aller.demande("P\(index)", ["code_postal": "31700", "localite": "BLAGNAC"]) }
    #expect(try await essai.recevoir("f", try aller.octets(), jour).bilan.acceptees == 3)
    #expect(try essai.nomsEmis("AL.HELIOS.031.").map { String($0.split(separator: ".")[3]) } == ["E3104"])
  }
}
