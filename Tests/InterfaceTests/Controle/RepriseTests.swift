import Foundation
import Testing

@testable import Interface

@Suite("Checks — stopping and starting again")
struct RepriseTests {
  @Test("stopped after any group and started again elsewhere, a reading gives the same", arguments: ["", "\r\n", "\n"])
  func resumes(end: String) throws {
    var fabrique = try Fabrique("aller-defauts")
    fabrique.lignes.insert([], at: 12)
    let octets = fabrique.lignes.flatMap { $0.count == 512 || !end.isEmpty ? $0 + Array(end.utf8) : [] }
    let (examen, source) = try Examen.of(octets)
    var whole = MondeFerme()
    let expected = try Lecture.of(examen, source, &whole)
    var monde = MondeFerme()
    var lecture = Lecture(cumuls: expected.cumuls)
    var reprise: Reprise?
    while true {
      let controleur = try #require(try Controleur(examen.ouverture, source, depuis: reprise))
      guard try controleur.advance(&monde) else {
        lecture.cumuls = controleur.cumuls
        break
      }
      lecture.add(controleur.groupe)
      let saved = try JSONEncoder().encode(controleur.reprise)
      reprise = try JSONDecoder().decode(Reprise.self, from: saved)
    }
    #expect(lecture.rejets == expected.rejets)
    #expect(lecture.groupes.map(\.ligne) == expected.groupes.map(\.ligne))
    #expect(lecture.cumuls == expected.cumuls)
  }

  @Test("each group is handed out before the next is judged, and its lines are found again by their place in the file")
  func places() throws {
    let octets = try Echantillons.octets("aller-defauts.txt")
    let (examen, source) = try Examen.of(octets)
    let controleur = try #require(try Controleur(examen.ouverture, source))
    var monde = MondeFerme()
    var next = 2
    while try controleur.advance(&monde) {
      for record in controleur.groupe.indices.map({ controleur.groupe[$0] }) {
        #expect(record.ligne == next)
        next += 1
        #expect(Array(record.octets) == (try source.octets(record.longueur, at: record.position)))
      }
    }
    #expect(next == 30)
  }

  @Test("an Enregistrement kept while the reading goes on keeps its own bytes")
  func kept() throws {
    let (examen, source) = try Examen.of(Echantillons.octets("aller-correct.txt"))
    let controleur = try #require(try Controleur(examen.ouverture, source))
    var monde = MondeFerme()
    var kept: [Enregistrement] = []
    while try controleur.advance(&monde) { kept += controleur.groupe.indices.map { controleur.groupe[$0] } }
    #expect(kept.map { $0.entier("numero_ligne") } == (2...16).map { Int64($0) })
  }
}
