import Convention
import Foundation
import Testing

@testable import Interface

@Suite("Format — the samples")
struct EchantillonsTests {
  /// Reads a sample on its day in a world that goes on from one file to the next.
  private func read(_ nom: String, on jour: Jour, _ monde: inout MondeDEssai) throws -> Lecture {
    let (examen, source) = try Examen.of(Echantillons.octets(nom + ".txt"), on: jour)
    monde.beginFile()
    return try Lecture.of(examen, source, &monde)
  }

  private func rejets(_ attendu: [String: Any]) throws -> [Lecture.Rejete] {
    try #require(attendu["rejets"] as? [[String: Any]]).map {
      Lecture.Rejete(
        ligne: try #require($0["ligne"] as? Int), type: try #require($0["type"] as? String),
        niveau: try #require($0["niveau"] as? String), code: try #require($0["code"] as? String),
        champ: $0["champ"] as? String, valeur: $0["valeur"] as? String)
    }
  }

  @Test("the rejects of every received sample are the expected ones, line by line")
  func rejects() throws {
    var monde = MondeDEssai()
    let received: [(String, Jour)] = [
      ("aller-correct", Jour(2026, 3, 2)), ("aller-defauts", Jour(2026, 3, 3)), ("etude", Jour(2026, 3, 4)),
      ("etude-defauts", Jour(2026, 3, 4)),
    ]
    for (nom, jour) in received {
      let attendu = try Echantillons.attendu(nom)
      let lecture = try read(nom, on: jour, &monde)
      let wanted = try rejets(attendu)
      #expect(lecture.rejets == wanted, "\(nom)")
      let fichier = try #require(attendu["fichier"] as? [String: Any])
      #expect(lecture.anomalies == fichier["anomalies"] as? [String], "\(nom)")
      #expect(lecture.cumuls.total == fichier["enregistrements"] as? Int, "\(nom)")
    }
  }

  @Test("every sample that is sent or received whole passes its checks by itself", arguments: Echantillons.nommes)
  func standalone(nom: String) throws {
    guard !nom.hasSuffix("defauts") else { return }
    let lecture = try Lecture.of(Echantillons.octets(nom + ".txt"))
    #expect(lecture.rejets == [])
    #expect(lecture.anomalies == [])
  }

  @Test("kind, version, number, count and fingerprint are the expected ones", arguments: Echantillons.nommes)
  func examination(nom: String) throws {
    let fichier = try #require(Echantillons.attendu(nom)["fichier"] as? [String: Any])
    let (examen, _) = try Examen.of(Echantillons.octets(nom + ".txt"))
    #expect(examen.genre?.code == fichier["genre"] as? String)
    #expect(examen.table?.version == fichier["version"] as? Int)
    #expect(examen.entete?.entier("numero_sequence") == (fichier["sequence"] as? Int).map(Int64.init))
    #expect(examen.enregistrements == fichier["enregistrements"] as? Int)
    #expect(examen.empreinteTexte == fichier["empreinte"] as? String)
    #expect(examen.indiceCodage == nil)
  }

  @Test("LF, CRLF and no line end give the same fingerprint and the same verdict")
  func transports() throws {
    let reference = try Examen.of(Echantillons.octets("aller-correct.txt")).0
    for (nom, disposition) in [("aller-correct-crlf", Disposition.lignes), ("aller-correct-bloc", .bloc)] {
      let octets = try Echantillons.octets(nom + ".txt")
      let examen = try Examen.of(octets).0
      #expect(examen.empreinte == reference.empreinte)
      #expect(examen.enregistrements == 16)
      #expect(examen.disposition == disposition)
      #expect(try Lecture.of(octets).rejets == [])
    }
  }

  @Test("the headers and trailers of the scenario stop the files that they must")
  func scenario() throws {
    func code(_ nom: String) throws -> String? {
      let examen = try Examen.of(Echantillons.octets(nom + ".txt"), on: Jour(2026, 3, 2)).0
      return examen.refus?.code.texte ?? (examen.estIncomplet ? "009" : nil)
    }
    #expect(try code("aller-date-future") == "004")
    #expect(try code("aller-correct") == nil)
    #expect(try code("aller-tronque") == "009")
    #expect(try code("aller-retransmis-tronque") == "009")
    #expect(try code("aller-version-inconnue") == "003")
    #expect(try code("aller-meme-sequence") == nil)
    #expect(try code("aller-second-du-jour") == nil)
  }
}
