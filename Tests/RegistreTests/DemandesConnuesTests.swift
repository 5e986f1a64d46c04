import Convention
import Foundation
import MoteurDEssai
import SQLEngine
import Testing

@testable import Registre

@Suite("Accepted demands looked up one after the other")
struct DemandesConnuesTests {
  private func cle(_ numero: String, _ exploitation: String = "031") -> CleDemande {
    CleDemande(application: "HELIOS", exploitation: exploitation, numero: numero)
  }

  @Test(
    "each demand is found whatever was asked before: numbers and exploitations that stand beside each other, any order")
  func everyOrder() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    var ids: [CleDemande: Int64] = [:]
    for (numero, exploitation) in [
      ("A1", "031"), ("A1", "081"), ("A2", "081"), ("B", "031"), ("É9", "031"), ("Z", "031"),
    ] {
      ids[cle(numero, exploitation)] = try await essai.creer(numero, exploitation: exploitation)
    }
    let asked = ["", "0", "A", "A1", "A10", "A2", "A3", "B", "B0", "a", "É9", "É", "Z", "ZZ"].flatMap { numero in
      ["030", "031", "081", "099"].map { cle(numero, $0) }
    }
    let known = ids
    try await essai.registre.lire { lecture in
      // Steps that meet every key, each in another order.
      let orders = [1, 55, 3, 19, 41].map { step in asked.indices.map { asked[$0 * step % asked.count] } }
      for order in orders {
        var demandes = DemandesConnues(lecture)
        for cle in order {
          let found = try demandes.trouver(cle)
          #expect(found?.id == known[cle], "\(cle)")
        }
      }
    }
  }

  @Test("new numbers that follow each other cost one question, and it goes by the index")
  func oneQuestion() async throws {
    let essai = try await RegistreDEssai()
    _ = try await essai.registre.ecrire { try $0.inscrire(RegistreDEssai.recu(1)) }
    try await essai.creer("D0500")
    let cles = (501...900).map { cle("D0\($0)") }
    try await essai.engine.read { connection in
      let espion = Espion(connection)
      var demandes = DemandesConnues(Lecture(espion))
      for cle in cles {
        let found = try demandes.trouver(cle)
        #expect(found == nil)
      }
      #expect(espion.textes.count == 1)
      let plan = try espion.plans().joined()
      #expect(plan.contains("dossier_cle") && !plan.contains("SCAN") && !plan.contains("Seq Scan"), "\(plan)")
    }
  }
}
