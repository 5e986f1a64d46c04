import Centre
import Convention
import Foundation
import Registre

extension ContratInvente {
  /// Something is done of that contract on that day: a renewal is decided on the last day of the period.
  private func acts(on jour: Jour) -> Bool {
    [renouvellement?.le.adding(days: -1), denonceLe, resilieLe, seuil?.le].contains(jour)
  }

  static func acts(on jour: Jour) -> Bool { tous.values.contains { $0.acts(on: jour) } }

  /// What its signatories do on a day, through the room where the exploitant does it.
  func agir(_ code: String, on jour: Jour, _ contrats: ContratsDuCentre, _ depot: DepotDeDocuments) async throws {
    let geste = ContratsDuCentre.Geste(code)
    if let renouvellement, renouvellement.le.adding(days: -1) == jour {
      let isShorter = renouvellement.dureeComminatoireDays < dureeComminatoireDays
      if isShorter {
        let rapport = ContratsDuCentre.RapportRemis(
          Ecrit("RAPPORT \(code)", du: jour), nom: "rapport-\(code).pdf", octets: Data("%PDF-1.4\n%%EOF\n".utf8))
        try await contrats.decider(
          geste, .renouvellementReduit, rapport: rapport, approbations: [.directeur], le: jour, dans: depot)
      }
      try await contrats.renouveler(
        geste, isShorter ? .reduite : .ordinaire, decision: Ecrit("RECONDUCTION \(code)", du: jour),
        approbations: [.directeur])
    }
    if let seuil, seuil.le == jour {
      let written = SeuilOuvertureForcee(seuil.montant, lettre: Ecrit("LETTRE \(code)", du: jour))
      try await contrats.communiquer(geste, written, approbations: [.directeur])
    }
    if denonceLe == jour { try await contrats.denoncer(geste, par: [.huissier], notifieeLe: jour) }
    if resilieLe == jour {
      try await contrats.resilier(
        geste, .annexes, preuve: Ecrit("SILENCE \(code)", du: jour), notifieeLe: jour, approbations: [.directeur])
    }
  }
}

extension CentreSimule {
  func agirSurLesContrats(_ jour: Jour) async throws {
    let (centre, session) = (try centre, session)
    try await session.alone {
      for (code, contrat) in ContratInvente.tous.sorted(by: { $0.key < $1.key }) {
        try await contrat.agir(code, on: jour, ContratsDuCentre(centre), DepotDeDocuments(centre))
      }
    }
  }
}
