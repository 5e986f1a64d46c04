import Convention
import Foundation
import Registre
import Testing

@testable import CentreServeur
@testable import Simulation

/// Four months, from contracts of seventy-five days to contracts that end; lived once for all that is looked at.
@Suite("Simulation — vie judiciaire et contrats")
struct VieJudiciaireTests {
  private let place = FileManager.default.temporaryDirectory.appendingPathComponent("justice-\(UUID().uuidString)").path

  private func live() async throws -> CentreSimule {
    let releve = Releve()
    let session = Session(
      reglages: try await Reglages(try OptionsGlobales.parse([]), environnement: [:], ecran: releve.ecran()),
      ecran: releve.ecran())
    let premier = Jour(2026, 4, 1)
    let centre = try await CentreSimule(
      DossierDeSimulation(place), like: session, graine: 11, premier: premier, jours: 130, dossiers: 300)
    for rang in 0..<130 {
      try await centre.ouvrir(premier.adding(days: rang))
      try await centre.clore(premier.adding(days: rang))
    }
    return centre
  }

  @Test(
    "judicial dossiers live through files as the books say; a contract that ends takes nothing more; one at sixty days spares the old"
  )
  func life() async throws {
    defer { try? FileManager.default.removeItem(atPath: place) }
    let centre = try await live()
    let bilan = try await BilanDeSimulation(centre)
    expectSameBooks(bilan)
    let dossiers = try await centre.registre.lire { lecture in
      try lecture.dossiers(.exploitant, limit: 2_000).compactMap { try lecture.fiche($0.id)?.dossier }
    }
    try expectLives(dossiers)
    expectContractsEnd(dossiers, bilan)
    expectSixtyDays(dossiers)
    #expect(try await centre.registre.verifier().estVerifie)
  }

  /// What partners did, what the centre kept, and what its returns told are the same.
  private func expectSameBooks(_ bilan: BilanDeSimulation) {
    let (livre, base) = (bilan.livre.judiciaire, bilan.judiciaire)
    #expect(livre.reprises.nombre > 0 && base.demandes > livre.reprises.nombre)
    #expect(livre.actes == base.actes && livre.actesLus == livre.actes)
    #expect(livre.carences == base.carences && livre.carencesNonSignees == base.carencesNonSignees)
    #expect(livre.demandesDAccord == base.demandesDAccord && livre.reponses == base.reponses)
    #expect(livre.formulaires == base.formulaires && livre.comptesRendus == base.comptesRendus)
    #expect(livre.rectifications == base.rectifications && livre.rapportesLus == livre.rapportes)
    #expect(livre.refus == base.refus && !base.refus.isEmpty)
    #expect(livre.encaissements.cents - livre.impayes.cents == base.recouvre.cents)
    #expect(bilan.livre.rejetsLus == bilan.livre.rejetsVoulus)
    #expect(bilan.totaux.recouvre.cents == bilan.livre.etudes.cents - bilan.livre.impayesDesEtudes.cents)
  }

  /// The amicable dossier ended by its term, its debt went on under another number, and its order to pay came back in a 92.
  private func expectLives(_ dossiers: [Dossier]) throws {
    let byNumber = Dictionary(dossiers.map { ($0.demande.cle.numero, $0) }, uniquingKeysWith: { first, _ in first })
    let taken = dossiers.filter { $0.demande.cle.numero.hasPrefix("JUD") }
    #expect(!taken.isEmpty)
    for dossier in taken {
      #expect(dossier.demande.phase == .judiciaire && dossier.demande.poursuites?.date != nil)
      let former = byNumber["DEM" + dossier.demande.cle.numero.dropFirst(3)]
      #expect(former?.fin?.motif == "02" && former?.fin?.reprise == true)
      #expect(former?.fin?.resteDu == dossier.demande.montant)
    }
    let seized = try #require(taken.first { $0.poursuites.acte(.commandement) != nil })
    let folder = "\(place)/echanges/sortant"
    let told = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("RI.") }.contains {
      name in
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains {
        $0.hasPrefix("92") && $0.contains(seized.demande.cle.numero)
      }
    }
    #expect(told)
  }

  /// E3106 is served until 30 June 2026: then its demands are rejected, and what it holds goes on to its end.
  private func expectContractsEnd(_ dossiers: [Dossier], _ bilan: BilanDeSimulation) {
    let end = Jour(2026, 6, 30)
    let livre = bilan.livre.judiciaire
    #expect(livre.rejetsSansContrat > 0 && livre.rejetsSansContratLus == livre.rejetsSansContrat)
    let given = dossiers.compactMap(\.remise).filter { $0.etude.texte == "E3106" }
    #expect(!given.isEmpty && given.allSatisfy { $0.jour <= end })
    let ended = dossiers.filter { $0.remise?.etude.texte == "E3106" }.compactMap { $0.fin?.date }
    #expect(ended.contains { $0 > end })
  }

  /// E3104 missed its objectives: renewed on 1 May 2026 at sixty days, for new dossiers only.
  private func expectSixtyDays(_ dossiers: [Dossier]) {
    let amicable = dossiers.filter { $0.demande.phase == .comminatoire }.compactMap(\.remise)
      .filter { $0.etude.texte == "E3104" }
    let (old, new) = (amicable.filter { $0.jour < Jour(2026, 5, 1) }, amicable.filter { $0.jour >= Jour(2026, 5, 1) })
    #expect(!old.isEmpty && old.allSatisfy { $0.delaiDays == 75 })
    #expect(!new.isEmpty && new.allSatisfy { $0.delaiDays == 60 })
  }

  @Test("the directory says of a contract what is known that day; on its last day everything counts (R068, R069, R072)")
  func directory() {
    let notified = Jour(2026, 5, 29)
    #expect(ContratInvente.tous["E3103"]?.contrat(on: notified.adding(days: -1)).lastDay == Jour(2028, 5, 31))
    #expect(ContratInvente.tous["E3103"]?.contrat(on: notified).lastDay == Jour(2026, 11, 29))
    #expect(ContratInvente.tous["E3105"]?.dernierJour == Jour(2026, 12, 1))
    #expect(ContratInvente.tous["E3106"]?.dernierJour == Jour(2026, 6, 30))
    #expect(ContratInvente.tous["E3101"]?.contrat(on: Jour(2026, 3, 15)).lastDay == Jour(2026, 3, 15))
    #expect(ContratInvente.tous["E3101"]?.contrat(on: Jour(2026, 3, 16)).lastDay == Jour(2029, 3, 15))
    #expect(ContratInvente.acts(on: notified) && !ContratInvente.acts(on: notified.adding(days: 1)))
  }
}
