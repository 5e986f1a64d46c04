import Convention
import Foundation
import Interface
import Registre

/// One field of a line set to another value before it is judged again.
public struct Correction: Hashable, Sendable {
  public let ligne: Int
  public let champ: String
  public let valeur: String
  public init(ligne: Int, champ: String, valeur: String) {
    self.ligne = ligne
    self.champ = champ
    self.valeur = valeur
  }
}

extension Quarantaine {
  /// Judges a rejected group again, corrected or not: the directory, a table or the line itself may have changed since.
  ///
  /// It goes through the same reception, as a file of its own; what is rejected again waits again.
  public func rejouer(fichier id: Int64, ligne: Int, corrections: [Correction] = []) async throws -> FichierRecu {
    let (fichier, rejet) = try await centre.registre.lire { lecture in
      (try lecture.fichier(id), try lecture.rejet(of: id, ligne: ligne))
    }
    guard let fichier, let rejet, rejet.etat == .ouvert else {
      throw FauteDeQuarantaine("Aucun rejet n’attend à la ligne \(ligne) du fichier \(id).")
    }
    guard let table = fichier.version.flatMap({ centre.formats.table(version: $0) }),
      let genre = fichier.suite.flatMap({ table.genre(code: $0.genre) })
    else { throw FauteDeQuarantaine("La table du format de ce fichier n’est plus en service.") }
    let octets = try rebuilt(rejet, fichier, table, genre, corrections)
    let replay = try await recevoir(octets, nom: "rejeu-\(id)-\(ligne)-\(fichier.nom)")
    try await centre.registre.ecrire { try $0.marquer(rejet, .rejoue) }
    return replay
  }

  /// Nothing more will be done of a reject.
  public func classer(fichier id: Int64, ligne: Int) async throws {
    guard let rejet = try await centre.registre.lire({ try $0.rejet(of: id, ligne: ligne) }), rejet.etat == .ouvert
    else { throw FauteDeQuarantaine("Aucun rejet n’attend à la ligne \(ligne) du fichier \(id).") }
    try await centre.registre.ecrire { try $0.marquer(rejet, .classe) }
  }

  /// The header of the file, the lines of the group that are whole, and a new trailer.
  private func rebuilt(
    _ rejet: RejetConserve, _ fichier: FichierRecu, _ table: TableFormat, _ genre: Genre, _ corrections: [Correction]
  ) throws -> [UInt8] {
    let source = try SourceOctets(url: centre.echanges.recu(fichier.chemin))
    var writer = Redacteur(table, genre)
    try writer.open(
      copie: Enregistrement(genre: genre, ligne: 1, octets: try source.octets(table.longueur, at: 0)[...]))
    try writer.close(verifie: false)
    let group = try Extraction(source, longueur: table.longueur).records(
      at: rejet.groupe.octet, Int(rejet.groupe.longueur))
    for (offset, bytes) in group.enumerated() {
      let line = rejet.groupe.ligne + offset
      let record = Enregistrement(genre: genre, ligne: line, octets: bytes)
      guard bytes.count == table.longueur, let type = record.type else { continue }
      try writer.open(copie: record)
      for correction in corrections where correction.ligne == line {
        try writer.corriger(correction, type)
      }
      try writer.close(verifie: false)
    }
    try writer.finish()
    return writer.take()
  }

  private func recevoir(_ octets: [UInt8], nom: String) async throws -> FichierRecu {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("rejeu-\(UUID().uuidString).txt")
    try Data(octets).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let reception = try await Reception(centre)
    var none: [FichierRecu] = []
    let replay = try await reception.recevoir(.init(url: url, nom: nom, canal: "rejeu"), reprises: &none)
    try await reception.clore(replay)
    return replay
  }
}

extension Redacteur {
  fileprivate mutating func corriger(_ correction: Correction, _ type: TypeEnregistrement) throws {
    guard let champ = type.champ(correction.champ) else {
      throw FauteDeQuarantaine(
        "L’enregistrement \(type.code) de la ligne \(correction.ligne) n’a pas de champ « \(correction.champ) ».")
    }
    switch type.champs[champ].type {
    case .entier, .montant: try set(champ, entier: Int64(correction.valeur))
    default: try set(champ, texte: correction.valeur)
    }
  }
}
