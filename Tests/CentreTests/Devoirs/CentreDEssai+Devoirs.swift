import Convention
import Foundation
import Registre
import Testing

@testable import Centre

/// Two postes and an étude that can be written to, a direction and CL1A.
extension CentreDEssai {
  static let colomiers = "t031012@dgfip.example"
  static let muret = "t031020@dgfip.example"

  static func devoirs(
    directions: Bool = true, _ change: (inout Annuaire) -> Void = { _ in }
  ) async throws -> CentreDEssai {
    let annuaire = try Annuaire.essai {
      $0.postes["031012"]?.courrielGenerique = colomiers
      $0.postes["031020"]?.courrielGenerique = muret
      $0.correspondants.cl1a = "cl1a@dgfip.example"
      if directions, let garonne = Departement("31") {
        $0.correspondants.directions[garonne] = "ddfip31@dgfip.example"
      }
      change(&$0)
    }
    return try await CentreDEssai(annuaire: annuaire)
  }

  func devoirs(_ jour: Jour) throws -> DevoirsDuCentre { DevoirsDuCentre(try centre(jour)) }

  /// Hands over the mails that are owed, on a day.
  func envoyer(_ jour: Jour) async throws { #expect(try await Journee(try centre(jour)).envoyer() == []) }

  func incident(_ numero: String, _ perimetre: Perimetre = .exploitant) async throws -> IncidentDeService? {
    try await registre.lire { lecture in
      try lecture.incidentsDeService(perimetre).first { $0.cle == numero }?.histoire
    }
  }

  /// The mails of `courriels/`: name, addressee, text.
  func lettres() throws -> [(nom: String, pour: String, texte: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: courriels.path)) ?? []
    return try names.sorted().map { nom in
      let message = try String(contentsOf: courriels.appendingPathComponent(nom), encoding: .utf8)
      let line = message.components(separatedBy: "\r\n").first { $0.hasPrefix("To: ") } ?? ""
      let body = message.components(separatedBy: "\r\n\r\n").dropFirst().first ?? ""
      let data = Data(base64Encoded: body, options: .ignoreUnknownCharacters) ?? Data()
      return (nom, String(line.dropFirst(4)), String(decoding: data, as: UTF8.self))
    }
  }

  static func poste(_ code: String) throws -> Codique { try #require(Codique(code)) }
}
