import Foundation
import Testing

@testable import Convention

@Suite("Art. 13 — état récapitulatif")
struct EtatRecapitulatifTests {
  private let poste = Exemple.require(Codique("031012"))

  private func annee() throws -> PeriodeRecapitulee {
    try PeriodeRecapitulee(du: Jour(2026, 1, 1), au: Jour(2026, 12, 31))
  }

  private func contenu(_ vies: [Vie], phase: Phase = .comminatoire) throws -> ContenuDuRecapitulatif {
    var registre = RegistreDesSommes(etude: Exemple.etude)
    for vie in vies { try registre.follow(vie.dossier) }
    let periode = try annee()
    return try ContenuDuRecapitulatif(
      etude: Exemple.etude, poste: poste, phase: phase, periode: periode,
      dossiers: vies.map { LigneDeDossier($0.dossier, etude: Exemple.etude, periode: periode, registre: registre) })
  }

  private func vie(_ numero: String, natures: [String: Montant], categorie: String = "CEP") throws -> Vie {
    let titres = natures.sorted { $0.key < $1.key }.enumerated().map { rang, entry in
      var titre = Titre.exemple(rang + 1, entry.value)
      titre.nature = entry.key
      return titre
    }
    var demande = Demande.exemple(titres)
    demande.cle = CleDemande(application: "HELIOS", exploitation: "031", numero: numero)
    demande.categorie = categorie
    return try Vie.recue(demande)
  }

  @Test("a year is 1 January to 31 December; a day more is refused, as one that ends before it starts (R053)")
  func period() throws {
    #expect(try annee().texte == "du 01/01/2026 au 31/12/2026")
    #expect(throws: Refus(.periodeRecapitulee, under: Article(13, alinea: 1))) {
      try PeriodeRecapitulee(du: Jour(2026, 1, 1), au: Jour(2027, 1, 1))
    }
    #expect(throws: Refus(.periodeRecapitulee, under: Article(13, alinea: 1))) {
      try PeriodeRecapitulee(du: Jour(2026, 1, 2), au: Jour(2026, 1, 1))
    }
    #expect(throws: Never.self) { try PeriodeRecapitulee(du: Jour(2026, 1, 1), au: Jour(2026, 1, 1)) }
  }

  @Test("one dossier paid off, one paid in part and handed back, one in stock: each figure by hand (R053)")
  func byHand() throws {
    var paid = try vie("D1", natures: ["CAN": .euros(60), "EAU": .euros(40)])
    try paid.receive(.paiement("P1", .euros(100)), fait: Jour(2026, 3, 12))
    var part = try vie("D2", natures: ["CAN": .euros(200)])
    let fees = Encaissement(
      numero: "P2", moyen: "03", ordre: "E", recu: .euros(57, 52), creance: .euros(50), fraisHT: .euros(6, 27),
      tva: .euros(1, 25))
    try part.receive(.encaissement(fees), fait: Jour(2026, 3, 20))
    try part.receive(.rendu("05"), fait: Jour(2026, 4, 1))
    var stock = try vie("D3", natures: ["EAU": .euros(30)])
    try stock.receive(.constat(Constat(code: "PND")), fait: Jour(2026, 3, 9))
    stock.update(.code("08", le: Jour(2026, 3, 10)))

    let table = try contenu([paid, part, stock])
    #expect(table.lignes.map(\.nature) == ["CAN", "EAU"])
    let (can, eau, all) = (table.lignes[0].chiffres, table.lignes[1].chiffres, table.totaux)
    #expect(can[.recus] == NombreEtMontant(nombre: 2, montant: .euros(260)))
    #expect(eau[.recus] == NombreEtMontant(nombre: 1, montant: .euros(70)))
    #expect(can[.termines] == NombreEtMontant(nombre: 2, montant: .euros(260)))
    #expect(eau[.termines] == NombreEtMontant(nombre: 0, montant: .euros(40)))
    #expect(can[.soldes] == NombreEtMontant(nombre: 1, montant: .euros(60)))
    #expect(can[.partiels] == NombreEtMontant(nombre: 1, montant: .euros(50)))
    #expect(eau[.stock] == NombreEtMontant(nombre: 1, montant: .euros(30)))
    #expect(eau[.suspendus] == eau[.stock])
    #expect(eau[.pliNonDistribuable] == NombreEtMontant(nombre: 1, montant: .euros(30)))
    #expect(all[.encaisse] == .euros(150))
    #expect(all[.aReverser] == .euros(150))
    #expect(all[.reverse] == .zero)
    #expect(all[.fraisHT] == .euros(6, 27))
    #expect(all[.tva] == .euros(1, 25))
    // 1 of 2; 150 of 300; 10 days and 30 days from 02/03/2026.
    #expect(all.tauxNombre == Taux(centiemes: 50_00))
    #expect(all.tauxValeur == Taux(centiemes: 50_00))
    #expect(all.delaiMoyenDays == 20)
    #expect(
      table.explication(all, of: "total").calcul == [
        "taux en nombre : 1 / 2 = 50\u{A0}%", "taux en valeur : 150,00\u{A0}€ / 300,00\u{A0}€ = 50\u{A0}%",
        "délai moyen : 40 / 2 = 20 jours",
      ])
  }

  @Test("the average delay is rounded half up; without an ended dossier there is no rate and no delay")
  func average() {
    var chiffres = ChiffresRecapitules()
    #expect(chiffres.tauxNombre == nil && chiffres.tauxValeur == nil && chiffres.delaiMoyenDays == nil)
    chiffres[.termines] = NombreEtMontant(nombre: 4, montant: .euros(3))
    for (sum, expected) in [(9, 2), (10, 3), (11, 3), (13, 3), (14, 4)] {
      chiffres.dureeDays = sum
      #expect(chiffres.delaiMoyenDays == expected)
    }
    chiffres[.recouvreSurTermines] = .euros(1)
    #expect(chiffres.tauxValeur == Taux(centiemes: 33_33))
    chiffres[.recouvreSurTermines] = .euros(2)
    #expect(chiffres.tauxValeur == Taux(centiemes: 66_67))
    chiffres[.termines] = NombreEtMontant(nombre: 1, montant: Montant(cents: 1))
    chiffres[.recouvreSurTermines] = Montant(cents: 999_999_999_999_999)
    #expect(chiffres.tauxValeur == nil)
  }

  @Test(
    "the facts of after the period stay out: a dossier ended on 01/01/2027 is in stock on 31/12/2026, with its debt of then"
  )
  func boundary() throws {
    for (jour, ended) in [(Jour(2026, 12, 31), 1), (Jour(2027, 1, 1), 0)] {
      var vie = try vie("D1", natures: ["CAN": .euros(100)])
      vie.update(.code("13", le: Jour(2026, 3, 10), fin: Jour(2027, 6, 30)))
      try vie.receive(.paiement("P1", .euros(40)), fait: Jour(2026, 5, 1))
      try vie.receive(.paiement("P2", .euros(60)), fait: jour)
      let all = try contenu([vie]).totaux
      #expect(all[.termines].nombre == ended)
      #expect(all[.stock] == NombreEtMontant(nombre: 1 - ended, montant: ended == 1 ? .zero : .euros(60)))
      #expect(all[.encaisse] == (ended == 1 ? .euros(100) : .euros(40)))
    }
  }

  @Test("fines of the amicable phase stay out of the état; a category without cahier is refused (R054)")
  func fines() throws {
    let (fine, local) = (
      try vie("D1", natures: ["AME": .euros(90)], categorie: "AMD"), try vie("D2", natures: ["CAN": .euros(10)])
    )
    #expect(try contenu([fine, local]).totaux[.recus] == NombreEtMontant(nombre: 1, montant: .euros(10)))
    let unknown = try vie("D3", natures: ["CAN": .euros(10)], categorie: "XXX")
    #expect(throws: Refus(.categorieInconnue, under: Article(5, alinea: 1))) { try contenu([unknown]) }
  }

  @Test("not drawn up before the evening of its last day; two numbered copies (R053)")
  func drawnUp() throws {
    let table = try contenu([])
    #expect(throws: Refus(.periodeInachevee, under: Article(13, alinea: 1))) {
      try EtatRecapitulatif.arreter(table, le: Jour(2026, 12, 30))
    }
    let etat = try #require(EtatRecapitulatif(try EtatRecapitulatif.arreter(table, le: Jour(2026, 12, 31))))
    #expect(etat.exemplaires.map(\.texte) == ["exemplaire 1/2", "exemplaire 2/2"])
    #expect(etat.resume.cle == "E3101-031012-C-20260101-20261231")
    #expect(etat.resume.etat == "ARRETE")
    #expect(ContenuDuRecapitulatif.mention == "modèle proposé, non fourni par la convention")
  }

  @Test("drawn up, then signed by its étude, then sent, each once; out of order it is refused and nothing changes")
  func order() throws {
    let jour = Jour(2027, 1, 10)
    let outOfOrder = Refus(.ordreDuRecapitulatif, under: Article(13, alinea: 1))
    var etat = try #require(EtatRecapitulatif(try EtatRecapitulatif.arreter(try contenu([]), le: jour)))
    #expect(throws: outOfOrder) { try etat.transmettre(le: jour) }
    #expect(throws: Refus(.autreEtude, under: Article(13, alinea: 1))) {
      try etat.signer(par: Exemple.autreEtude, le: jour)
    }
    #expect(throws: outOfOrder) { try etat.signer(par: Exemple.etude, le: jour.adding(days: -1)) }
    for acte in try etat.signer(par: Exemple.etude, le: jour) { etat.apply(acte) }
    #expect(etat.resume.etat == "SIGNE")
    #expect(throws: outOfOrder) { try etat.signer(par: Exemple.etude, le: jour) }
    #expect(throws: outOfOrder) { try etat.transmettre(le: jour.adding(days: -1)) }
    for acte in try etat.transmettre(le: jour) { etat.apply(acte) }
    #expect(etat.resume.etat == "TRANSMIS")
    let sent = etat
    #expect(throws: outOfOrder) { try etat.transmettre(le: jour) }
    #expect(etat == sent)
  }

  @Test("written in the journal and read again, its acts are the same, byte for byte")
  func codable() throws {
    var paid = try vie("D1", natures: ["CAN": .euros(60), "EAU": .euros(40)])
    try paid.receive(.paiement("P1", .euros(100)), fait: Jour(2026, 3, 12))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let drawn = try EtatRecapitulatif.arreter(try contenu([paid]), le: Jour(2027, 1, 5))
    for acte in drawn + [.signe(etude: Exemple.etude, le: Jour(2027, 1, 6)), .transmis(le: Jour(2027, 1, 7))] {
      let bytes = try encoder.encode(acte)
      let read = try JSONDecoder().decode(EtatRecapitulatif.Acte.self, from: bytes)
      #expect(read == acte)
      #expect(try encoder.encode(read) == bytes)
    }
    let table = String(decoding: try encoder.encode(drawn), as: UTF8.self)
    #expect(table.contains(#""sommes":{"aReverser":6000,"encaisse":6000,"recouvreSurTermines":6000}"#))
  }

  @Test("a history begins with the drawing up, and nothing else")
  func begins() {
    #expect(EtatRecapitulatif(.transmis(le: Jour(2027, 1, 1))) == nil)
    #expect(EtatRecapitulatif(.signe(etude: Exemple.etude, le: Jour(2027, 1, 1))) == nil)
  }
}
