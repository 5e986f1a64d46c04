import Convention
import Foundation
import Interface
import Registre

/// What is written beside a received file: that it came whole, when, and what became of it (R122).
struct Recepisse: Encodable {
  let fichier: String
  let taille: Int64
  let sha256: String
  let empreinte: String
  let recu_le: String
  let statut: String?
  let code: String?
  let message: String?
  let codage: String?
  let anomalies: [String]
}

extension Reception {
  func writeReceipt(_ fichier: FichierRecu, _ examen: Examen) throws {
    let receipt = Recepisse(
      fichier: fichier.nom, taille: fichier.taille, sha256: fichier.sha256, empreinte: fichier.empreinte,
      recu_le: fichier.instant.iso, statut: fichier.statut, code: fichier.code,
      message: phrase(fichier, examen), codage: examen.indiceCodage, anomalies: fichier.bilan.anomalies)
    let url = centre.echanges.recu(fichier.chemin + ".recepisse.json")
    try writeAtomically(try JSON.encode(receipt) + "\n", to: url)
  }

  /// Why a file was stopped, in one French sentence.
  private func phrase(_ fichier: FichierRecu, _ examen: Examen) -> String? {
    if let refus = examen.refus { return refus.phrase }
    return fichier.code.flatMap { centre.phrase(code: $0) }
  }
}

extension Centre {
  /// The sentence of an anomaly, from the most recent table.
  public func phrase(code: String) -> String? {
    CodeAnomalie(code).flatMap { formats.derniere?.anomalie($0)?.sens }
  }
}
