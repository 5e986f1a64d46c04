import Testing

@testable import Convention

@Suite("Pourquoi ce montant")
struct MontantsTests {
  private func explication(_ titre: String, _ vie: Vie) throws -> Explication {
    try #require(vie.dossier.explicationsDesMontants.first { $0.titre == titre })
  }

  @Test("what is due is the demand less each payment and each reduction, in order (R025, R026)")
  func due() throws {
    var vie = try Vie.recue(.exemple([.exemple(1, .euros(100))]))
    try vie.receive(.paiement("P1", .euros(40)), fait: Jour(2026, 3, 10))
    vie.update(.code("02", 2, le: Jour(2026, 3, 12), montant: .euros(10), titre: 1))
    let found = try explication("Reste dû du titre 1", vie)
    #expect(
      found.calcul.map(plain) == [
        "100,00 € demandé", "100,00 € − 40,00 € (encaissement P1 du 10/03/2026) = 60,00 €",
        "60,00 € − 10,00 € (événement 2 du comptable, code 02, du 12/03/2026) = 50,00 €",
      ])
    #expect(plain(found.resultat) == "50,00 €")
    #expect(found.articles == [Article(7, alinea: 2), Article(8)])
  }

  @Test("a payment cancelled and an event undone stay written, and count no longer (R132)")
  func undone() throws {
    var vie = try Vie.recue(.exemple([.exemple(1, .euros(100))]))
    try vie.receive(.paiement("P1", .euros(40)), fait: Jour(2026, 3, 10))
    try vie.receive(.annulation("A1", de: "P1", .euros(40)), fait: Jour(2026, 3, 11))
    vie.update(.code("02", 2, le: Jour(2026, 3, 12), montant: .euros(10), titre: 1))
    vie.update(.code("20", 3, le: Jour(2026, 3, 13), annule: 2))
    let found = try explication("Reste dû du titre 1", vie)
    #expect(
      found.calcul.map(plain) == [
        "100,00 € demandé", "encaissement P1 du 10/03/2026 : annulé par A1 le 11/03/2026, ne compte plus",
        "événement 2 du comptable, code 02, du 12/03/2026 : annulé par l’événement 3 du 13/03/2026, ne compte plus",
      ])
    #expect(plain(found.resultat) == "100,00 €")
    let recovered = try explication("Recouvré", vie)
    #expect(recovered.calcul.map(plain) == ["40,00 € − 40,00 € = 0,00 €"])
  }

  @Test("a payment beyond the debt stops it at zero, and says the excess (R132)")
  func excess() throws {
    var vie = try Vie.recue(.exemple([.exemple(1, .euros(30))]))
    try vie.receive(.paiement("P1", .euros(35)), fait: Jour(2026, 3, 10))
    let found = try explication("Reste dû du titre 1", vie)
    #expect(
      found.calcul.map(plain).last
        == "30,00 € − 30,00 € (encaissement P1 du 10/03/2026) = 0,00 € ; 5,00 € au-delà de ce titre")
    #expect(plain(try explication("Excédent signalé", vie).resultat) == "5,00 €")
  }

  @Test("a payment says its parts and the titres to which they went; parts that do not add up say the difference")
  func parts() throws {
    var vie = try Vie.recue(.exemple([.exemple(1, .euros(60)), .exemple(2, .euros(60), emission: Jour(2025, 7, 1))]))
    let whole = Encaissement(
      numero: "P1", moyen: "03", ordre: "E", recu: .euros(115, 6), creance: .euros(100), fraisHT: .euros(12, 55),
      tva: .euros(2, 51))
    try vie.receive(.encaissement(whole), fait: Jour(2026, 3, 10))
    let found = try explication("Encaissement P1", vie)
    #expect(
      found.calcul.map(plain) == [
        "100,00 € + 12,55 € HT + 2,51 € de TVA = 115,06 €", "titre 1 : 60,00 €", "titre 2 : 40,00 €",
      ])
    #expect(plain(try explication("Reste dû du dossier", vie).calcul[0]) == "0,00 € + 20,00 € = 20,00 €")
    var wrong = whole
    (wrong.numero, wrong.recu, wrong.creance) = ("P2", .euros(20), .euros(1))
    try vie.receive(.encaissement(wrong), fait: Jour(2026, 3, 11))
    #expect(try explication("Encaissement P2", vie).calcul[0].contains("non réparti"))
  }

  @Test("in 300 random lives each line begins where the one before ends, and the last says what is due")
  func chained() throws {
    for seed in 1...300 {
      var simulation = Simulation(seed: UInt64(seed))
      for _ in 0..<40 { simulation.step() }
      let dossier = simulation.vie.dossier
      for (found, reste) in zip(dossier.explicationsDesRestes, dossier.restes) {
        var left = String(try #require(found.calcul.first?.dropLast(" demandé".count)))
        for line in found.calcul.dropFirst() where !line.hasSuffix("ne compte plus") {
          #expect(line.hasPrefix("\(left) − "), "seed \(seed): \(line)")
          let end = try #require(line.split(separator: " = ").last)
          left = String(end.split(separator: " ; ")[0])
        }
        #expect(left == reste.reste.texte && found.resultat == left, "seed \(seed)")
      }
    }
  }

  @Test("no explanation of an amount holds the name or the address of a redevable")
  func anonymous() throws {
    var vie = try Vie.recue()
    try vie.receive(.paiement("P1", .euros(10)), fait: Jour(2026, 3, 10))
    for explication in vie.dossier.explicationsDesMontants {
      for word in ["LEFEVRE", "MOULIN", "COLOMIERS"] { #expect(!"\(explication)".contains(word)) }
    }
  }
}
