import Convention
import Foundation
import Testing

@Suite("Art. 8 — événements du comptable qui arrêtent ou réduisent")
struct ArretTests {
  private let jour = Jour(2026, 3, 10)

  @Test("the effects used here are those of the format's list")
  func listedEffects() throws {
    let table = URL(filePath: #filePath).resolvingSymlinksInPath()
      .appending(path: "../../../../Formats/format-1.yaml").standardized
    let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n")
    let listed = lines.filter { $0.contains("effet: ") && $0.contains("{code: ") }
    #expect(listed.count == Actualisation.effets.count)
    for (code, effet) in Actualisation.effets {
      let line = try #require(listed.first { $0.contains("{code: \"\(code)\"") })
      #expect(line.contains("effet: \(effet.rawValue)"), "\(code)")
    }
  }

  @Test(
    "01, 03 and 05 end the dossier with nothing due, 12 with its debt",
    arguments: [("01", "04", 0), ("03", "04", 0), ("05", "01", 0), ("12", "03", 100_00)] as [(String, String, Int64)])
  func stops(_ code: String, _ motif: String, _ resteDu: Int64) throws {
    var vie = try Vie.recue()
    let events = vie.update(
      .code(code, 7, le: jour, montant: code == "05" ? .euros(100) : nil), recu: Jour(2026, 3, 12))
    let fin = try #require(events.fin)
    #expect(events.genres == [.actualisationRecue, .phaseTerminee])
    #expect(fin.motif == motif)
    #expect(fin.date == jour)
    #expect(fin.resteDu == Montant(cents: resteDu))
    #expect(!fin.reprise)
    #expect(fin.numeroEvenement == 7)
    #expect(fin.etude == Exemple.etude)
    #expect(vie.dossier.resteDu == Montant(cents: resteDu))
    #expect(vie.dossier.estClos)
  }

  @Test(
    "02, 04 and 06 that leave nothing due end the dossier as paid; one cent left and it goes on",
    arguments: ["02", "04", "06"])
  func reducesToZero(_ code: String) throws {
    var vie = try Vie.recue()
    #expect(vie.update(.code(code, 1, le: jour, montant: .euros(99, 99))).genres == [.actualisationRecue])
    #expect(vie.dossier.resteDu == Montant(cents: 1))
    let fin = vie.update(.code(code, 2, le: jour, montant: Montant(cents: 1))).fin
    #expect(fin?.motif == "01")
    #expect(fin?.date == jour)
    #expect(fin?.resteDu == .zero)
    #expect(fin?.reprise == false)
    #expect(fin?.numeroEvenement == 2)
  }

  @Test("an end that comes before any hand-over names no étude")
  func beforeHandOver() {
    var vie = Vie(transmise: .exemple())
    vie.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse, avertissement: "803"))])
    let fin = vie.update(.code("12", le: jour)).fin
    #expect(fin?.motif == "03")
    #expect(fin?.etude == nil)
  }

  @Test("one end only: a second cause the same day is kept and ends nothing more")
  func firstCauseWins() throws {
    var vie = try Vie.recue()
    #expect(vie.update(.code("12", 1, le: jour)).fin?.motif == "03")
    #expect(vie.update(.code("01", 2, le: jour)).genres == [.actualisationRecue])
    #expect(try vie.receive(.paiement("P1", .euros(100)), fait: jour).genres == [.encaissementConstate])
    #expect(vie.close(jour).isEmpty)
    #expect(vie.dossier.fin?.motif == "03")
  }

  @Test("received the evening after the term, a recall wins over the term, which is found last")
  func recallBeforeTerm() throws {
    var vie = try Vie.recue()
    #expect(vie.update(.code("12", le: Jour(2026, 5, 17))).fin?.motif == "03")
    #expect(vie.close(Jour(2026, 5, 17)).isEmpty)
  }

  @Test(
    "answers (14, 16, 17) and address corrections (15) change neither debt, term nor state",
    arguments: ["14", "16", "17", "15"])
  func answers(_ code: String) throws {
    var vie = try Vie.recue()
    let before = vie.dossier
    let adresse = code == "15" ? Adresse.corrigee("3 RUE NEUVE") : nil
    #expect(vie.update(.code(code, le: jour, adresse: adresse, redevable: 1)).genres == [.actualisationRecue])
    #expect(vie.dossier.resteDu == before.resteDu)
    #expect(vie.dossier.terme == before.terme)
    #expect(vie.dossier.etat == before.etat)
  }

  @Test("a dossier that was given up takes updates without ever ending", arguments: ["01", "12", "02"])
  func givenUp(_ code: String) throws {
    var vie = Vie(transmise: .exemple())
    vie.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))])
    vie.follow(try vie.dossier.ecarter(code: "403", raison: "adresse introuvable"))
    #expect(vie.update(.code(code, le: jour, montant: .euros(100))).genres == [.actualisationRecue])
    #expect(vie.dossier.etat == .ecarte(code: "403"))
  }
}

@Suite("Art. 3 ▸4 et art. 8 — adresses du redevable")
struct AdresseTests {
  @Test("15 adds a version and the old one remains (R013)")
  func versions() throws {
    var vie = try Vie.recue()
    #expect(vie.dossier.adresseCourante == .exemple)
    vie.update(.code("15", 1, le: Jour(2026, 3, 5), adresse: .corrigee("3 RUE NEUVE"), redevable: 1))
    vie.update(.code("15", 2, le: Jour(2026, 3, 6), adresse: .corrigee("4 RUE NEUVE"), redevable: 1))
    #expect(vie.dossier.adresseCourante == .corrigee("4 RUE NEUVE"))
    #expect(vie.dossier.adresses == [.corrigee("3 RUE NEUVE"), .corrigee("4 RUE NEUVE")])
    #expect(vie.dossier.demande.principal?.adresse == .exemple)
  }

  @Test("a co-debtor's correction does not become the principal debtor's address")
  func coDebtor() throws {
    var vie = try Vie.recue(.exemple(redevables: [.exemple(), .exemple(rang: 2)]))
    vie.update(.code("15", le: Jour(2026, 3, 5), adresse: .corrigee("3 RUE NEUVE"), redevable: 2))
    #expect(vie.dossier.adresseCourante == .exemple)
    #expect(vie.dossier.adresses.count == 1)
  }

  @Test("undone by 20, a correction gives the former address back")
  func undone() throws {
    var vie = try Vie.recue()
    vie.update(.code("15", 1, le: Jour(2026, 3, 5), adresse: .corrigee("3 RUE NEUVE"), redevable: 1))
    vie.update(.code("15", 2, le: Jour(2026, 3, 6), adresse: .corrigee("4 RUE NEUVE"), redevable: 1))
    vie.update(.code("20", 3, le: Jour(2026, 3, 7), annule: 2))
    #expect(vie.dossier.adresseCourante == .corrigee("3 RUE NEUVE"))
    vie.update(.code("20", 4, le: Jour(2026, 3, 7), annule: 1))
    #expect(vie.dossier.adresseCourante == .exemple)
  }
}
