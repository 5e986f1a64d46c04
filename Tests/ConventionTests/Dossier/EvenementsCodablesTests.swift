import Convention
import Foundation
import Testing

@Suite("Événements écrits et relus")
struct EvenementsCodablesTests {
  private static let jour = Jour(2026, 3, 10)

  /// A history that holds every kind of event.
  private static func histoires() throws -> [Evenement] {
    let jour = EvenementsCodablesTests.jour
    var vie = Vie(.exemple(phase: .judiciaire, redevables: [.exemple(), .exemple(rang: 2)]))
    try vie.acknowledge(Jour(2026, 3, 3))
    try vie.receive(.lettre("01", jour), fait: jour)
    try vie.receive(.constat(Constat(code: "PND", motifPnd: "01", adresse: .corrigee("3 RUE NEUVE"))), fait: jour)
    try vie.receive(.renseignement(Renseignement(type: "EMP", nomTiers: "X", adresse: .exemple)), fait: jour)
    try vie.receive(.paiement("P1", .euros(30)), fait: jour)
    try vie.receive(.annulation("P2", de: "P1", .euros(30)), fait: jour)
    try vie.receive(
      .prolongation(DemandeProlongation(finDemandee: Jour(2026, 9, 1), motif: "01")), fait: jour)
    try vie.receive(.autorisation(DemandeAutorisation(objet: "O", montant: .euros(5))), fait: jour)
    try vie.receive(
      .acte(Acte(code: "52", etatPoursuites: "EP-1", valeurEstimee: .euros(1), referenceDocument: "D")), fait: jour)
    try vie.receive(.avancement(Avancement(etape: "02")), fait: jour)
    try vie.receive(.rectification(Rectification(message: vie.numero, motif: "autre dossier")), fait: jour)
    vie.close(Jour(2026, 4, 12))
    try vie.receive(.justification(JustificationRetard(relance: "40", motif: "01")), fait: Jour(2026, 4, 13))
    vie.update(
      .code("15", 1, le: jour, fin: jour, adresse: .corrigee("4 RUE NEUVE"), redevable: 1))
    vie.update(.code("12", 2, le: jour))
    try vie.receive(
      .retour(RetourCirconstancie(etatPoursuites: "EP-1", referenceDocument: "RC-1")), fait: jour)
    try vie.receive(.rendu("05"), fait: jour)
    vie.update(.code("20", 3, le: jour, annule: 2))
    try vie.receive(.refusEtude, fait: jour, relais: .designation)
    var silent = Vie()
    silent.close(Jour(2026, 3, 10))
    var waiting = Vie(transmise: .exemple())
    waiting.follow([.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse, avertissement: "803"))])
    waiting.follow(try waiting.dossier.ecarter(code: "403", raison: "adresse introuvable"))
    return vie.histoire + silent.histoire + waiting.histoire
  }

  private func readBack(_ evenement: Evenement) throws -> Evenement {
    let (genre, contenu) = evenement.fait
    let bytes = try JSONEncoder().encode(contenu)
    return try Evenement(genre) { type in try JSONDecoder().decode(type, from: bytes) }
  }

  @Test("every kind of event is in the journal's list, under a name of its own")
  func kinds() throws {
    let found = Set(try EvenementsCodablesTests.histoires().map(\.genre))
    #expect(found == Set(Evenement.Genre.allCases))
  }

  @Test("each event reads back equal from its kind and content")
  func roundTrip() throws {
    for evenement in try EvenementsCodablesTests.histoires() {
      #expect(try readBack(evenement) == evenement, "\(evenement.genre.rawValue)")
    }
  }

  @Test("a history that does not begin with the transmission tells no dossier")
  func beginning() throws {
    #expect(Dossier([Evenement]()) == nil)
    #expect(Dossier([.receptionReputee(try deemed())]) == nil)
  }

  private func deemed() throws -> ReceptionReputee {
    var vie = Vie()
    for case .receptionReputee(let fait) in vie.close(EvenementsCodablesTests.jour) { return fait }
    throw Missing()
  }
  private struct Missing: Error {}

  @Test("a content that is not of its kind is refused")
  func wrongContent() {
    #expect(throws: (any Error).self) {
      try Evenement(.accuseRecu) { try JSONDecoder().decode($0, from: Data("{}".utf8)) }
    }
  }
}
