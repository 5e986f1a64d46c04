import Adresses
import Convention
import Foundation
import Testing

@testable import Generation
@testable import Interface

/// What the tests of this module share: a folder of their own, a département, the table.
final class Lot {
  let dossier: URL
  static let referentiel = Result { try Referentiel.embarque() }
  static let formats = Formats.embarquees.0

  init() throws {
    dossier = FileManager.default.temporaryDirectory.appendingPathComponent("generation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: dossier) }

  func url(_ nom: String) -> URL { dossier.appendingPathComponent(nom) }

  static func plan(_ dossiers: Int, _ codes: [String] = ["31000", "31100", "31600", "31770", "31800"]) -> PlanAller {
    PlanAller(
      exploitation: "031", departementInformatique: "DI-TLS", centre: "CSH1", jour: Jour(2026, 3, 2),
      dossiers: dossiers,
      postes: [
        PosteGenere(codique: "031012", libelle: "SGC DE COLOMIERS"),
        PosteGenere(codique: "031020", libelle: "SGC DE MURET"),
      ],
      codesPostaux: codes.compactMap { CodePostal($0) })
  }

  /// Writes a file and gives its bytes and what is expected of it.
  func write(_ plan: PlanAller, _ nom: String = "aller.txt", table: TableFormat? = nil) throws -> (
    octets: [UInt8], attendu: Attendu
  ) {
    let table = try #require(table ?? Lot.formats.derniere)
    var generateur = try GenerateurAller(plan, table, try Lot.referentiel.get())
    let attendu = try generateur.write(to: url(nom))
    return (Array(try Data(contentsOf: url(nom))), attendu)
  }

  /// Every reject and signal of a file, judged by itself.
  static func faults(_ octets: [UInt8], _ formats: Formats = Lot.formats, jour: Jour = Jour(2026, 3, 2)) throws
    -> [String]
  {
    let source = SourceOctets(octets: octets)
    let examen = try Examen(source, formats: formats, jour: jour, hacheur: Muet())
    guard let controleur = try Controleur(examen.ouverture, source), !examen.estIncomplet else {
      return [examen.refus?.phrase ?? "incomplet"]
    }
    var monde = MondeFerme()
    var found: [String] = []
    while try controleur.advance(&monde) {
      for index in controleur.groupe.rejets {
        let record = controleur.groupe[index]
        found.append("\(record.ligne) \(record.codeType) \(record.rejet?.code.texte ?? "")")
      }
    }
    return found + controleur.cumuls.anomalies.map(\.texte)
  }

  private struct Muet: Hacheur {
    mutating func update(_ octets: UnsafeRawBufferPointer) {}
    mutating func finalize() -> [UInt8] { [] }
  }
}
