import Convention
import Foundation
import Registre
import Testing

@testable import Centre

@Suite("Une demande saisie sur le site (annexe II-2 ▸1, R142)")
struct DemandeSaisieTests {
  private let jour = Jour(2026, 3, 3)

  private func demande(
    _ numero: String = "S-1", total: Int64 = 100_00, codePostal: String = "31770", localite: String = "COLOMIERS"
  ) -> DemandeSaisie {
    DemandeSaisie(
      numero: numero,
      demande: [
        "phase": .texte("C"), "categorie_creance": .texte("CEP"), "date_demande": .jour(jour),
        "montant_total": .montant(Montant(cents: total)),
      ],
      redevables: [
        [
          "qualite_redevable": .texte("01"), "nom": .texte("L’Écuyer"), "adresse_ligne4": .texte("3 rue des Lilas"),
          "code_postal": .texte(codePostal), "localite": .texte(localite),
        ]
      ],
      titres: [
        [
          "type_collectivite": .texte("01"), "code_collectivite": .texte("001"), "code_budget": .texte("00"),
          "libelle_collectivite": .texte("Commune"), "exercice": .texte("2025"), "numero_titre": .texte("345"),
          "date_emission_titre": .jour(Jour(2025, 11, 17)), "nature_creance": .texte("CAN"),
          "montant_initial": .montant(Montant(cents: 120_00)), "montant_paye": .montant(Montant(cents: 20_00)),
          "reste_du": .montant(Montant(cents: 100_00)),
        ]
      ])
  }

  @discardableResult
  private func dire(_ essai: CentreDEssai, _ demande: DemandeSaisie, cle: String = "f1") async throws -> FichierRecu {
    let saisie = try await Saisie(try essai.centre(jour))
    return try await saisie.demande(
      demande, of: try #require(Codique("031012")), par: .init(identifiant: "jean", cle: cle))
  }

  @Test("accepted, it is the étude's at once, in a file of the application SAISIE, and says who typed it")
  func accepted() async throws {
    let essai = try await CentreDEssai()
    let fichier = try await dire(essai, demande())
    #expect(fichier.statut == "A" && fichier.canal == "site" && fichier.bilan.acceptees == 1)
    let fiche = try #require(try await essai.registre.lire { try $0.dossiers(numero: "S-1", .exploitant).first })
    #expect(fiche.dossier.attributaire?.texte == "E3101" && fiche.dossier.resteDu == Montant(cents: 100_00))
    #expect(fiche.dossier.demande.cle == CleDemande(application: "SAISIE", exploitation: "031012", numero: "S-1"))
    #expect(try await essai.registre.lire { try $0.histoire(of: fiche) }.first?.auteur == "poste:031012/jean")
    #expect(try essai.emis("AL.SAISIE.031012.E3101.") != nil)
    #expect(try await essai.registre.lire { try $0.fichiersInacheves() }.isEmpty)
  }

  @Test(
    "a total that is not the sum, a number already taken, an unknown place: refused at their field; nothing changes, nothing waits"
  )
  func refused() async throws {
    let essai = try await CentreDEssai()
    try await dire(essai, demande("S-0"), cle: "f0")
    let before = try await essai.registre.lire { try $0.dernierePosition() }
    for (demande, champ, partie) in [
      (demande(total: 100_01), "montant_total", DemandeSaisie.Partie.demande),
      (demande("S-0"), "numero_demande", .demande),
      (demande("s 1"), "numero_demande", .demande), (demande(codePostal: "", localite: "ZZYZX"), nil, .redevable(1)),
    ] as [(DemandeSaisie, String?, DemandeSaisie.Partie)] {
      let refus = await #expect(throws: SaisieRefusee.self) { try await dire(essai, demande) }
      let first = try #require(refus?.fautes.first)
      if let champ { #expect(first.champ == champ, "\(refus?.fautes ?? [])") }
      #expect(demande.partie(first) == partie, "\(refus?.fautes ?? [])")
    }
    #expect(try await essai.registre.lire { try $0.dernierePosition() } == before)
    #expect(try await essai.registre.lire { try $0.fichier(2) } == nil)
    // The very key of a refused form serves once it is corrected.
    try await dire(essai, demande())
    #expect(try await essai.dossier("S-1") != nil)
  }

  @Test("an address of two places waits for a person, as in a file")
  func ambiguous() async throws {
    var annuaire = try Echantillons.annuaire()
    if var etude = annuaire.etudes.removeValue(forKey: try #require(CodeEtude("E3101"))) {
      etude.ressort.formUnion([CodePostal("93200"), CodePostal("93210")].compactMap { $0 })
      annuaire.etudes[etude.code] = etude
    }
    annuaire.index()
    let essai = try await CentreDEssai(annuaire: annuaire)
    let fichier = try await dire(essai, demande(codePostal: "", localite: "SAINT-DENIS"))
    #expect(fichier.bilan.attente == 1)
    #expect(try await essai.dossier("S-1")?.attributaire == nil)
  }

  @Test("a poste whose address was not checked sends nothing (cahier 4, R091)")
  func unchecked() async throws {
    var annuaire = try Echantillons.annuaire()
    annuaire.postes["031012"]?.accesVerifie = false
    let essai = try await CentreDEssai(annuaire: annuaire)
    await #expect(throws: Refus.self) { try await dire(essai, demande()) }
    #expect(try await essai.registre.lire { try $0.dernierePosition() } == 0)
  }
}
