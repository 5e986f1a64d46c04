import Adresses
import Centre
import Convention
import Foundation
import Interface
import Preuve
import Registre

/// What one run of a command works with; each part is opened when it is first asked for.
struct Session: Sendable {
  let reglages: Reglages
  let ecran: Ecran
  private let base = BaseOuverte()

  var jour: Jour { reglages.horloge.jour }

  /// The base, with its schema up to date.
  func registre() async throws -> Registre {
    try await base.registre { [reglages] in
      try await Registre(try reglages.base.ouvrir()) { Session.secret(reglages) }
    }
  }

  /// The tables in service; those that are refused are said and the others serve.
  func formats() throws -> Formats {
    let (formats, faults) = try chargerFormats()
    for fault in faults { ecran.signaler("Table de format refusée : \(fault).") }
    return formats
  }

  func chargerFormats() throws -> (Formats, [FauteDeTable]) {
    guard let folder = reglages.formats else { return Formats.embarquees }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      throw MauvaisUsage("Dossier de tables « \(folder) » introuvable.")
    }
    return Formats.charger(dossier: URL(fileURLWithPath: folder))
  }

  func centre() async throws -> Centre {
    Centre(
      registre: try await registre(), formats: try formats(), referentiel: try Session.referentiel.get(),
      echanges: try DossierEchanges(URL(fileURLWithPath: reglages.echanges)), horloge: reglages.horloge,
      attestation: reglages.attestation, lectures: reglages.lectures)
  }

  /// Read once by a run, some hundred milliseconds.
  static let referentiel = Result { () throws(ReferentielIllisible) in try Referentiel.embarque() }

  /// The secret of a new base: the one given, that of rehearsals when the clock is held, else drawn by the system.
  static func secret(_ reglages: Reglages) -> [UInt8] {
    if let given = reglages.secret { return given }
    guard reglages.jour == nil else { return Empreinte(of: Array(libelleDesRepetitions.utf8)).octets }
    var generator = SystemRandomNumberGenerator()
    return (0..<Empreinte.byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Documented (`centre-serveur configuration`, key `jour`): anyone may make this secret, so a rehearsal proves nothing.
  static let libelleDesRepetitions = "centre-serveur : secret des répétitions"
}
