import Convention
import Foundation
import Interface

extension DemandeAnterieure {
  /// The demands of an « aller » file made here that its expectation does not say rejected or waiting.
  public static func read(_ url: URL, _ formats: Formats) throws -> [DemandeAnterieure] {
    guard let attendu = try Attendu.read(beside: url) else {
      throw FauteDeGeneration(
        "\(url.path) : son attendu (\(Attendu.url(of: url).lastPathComponent)) manque à côté de lui.")
    }
    let special = Set(attendu.dossiers.map(\.numero_demande))
    var found: [DemandeAnterieure] = []
    try LectureDeFichier.forEachRecord(url, formats, genre: "aller") { record in
      guard record.codeType == "10", let numero = record.texte("numero_demande"), !special.contains(numero) else {
        return
      }
      let phase = record.texte("phase").flatMap(Phase.init) ?? .comminatoire
      found.append(DemandeAnterieure(numero: numero, phase: phase))
    }
    return found
  }
}
