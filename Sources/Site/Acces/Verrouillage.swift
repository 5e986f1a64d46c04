import Convention
import Crypto
import Foundation
import Registre

/// After five wrong passwords for one name, none may be tried for a minute; each further one doubles the wait, up to half an hour.
///
/// R183; CNIL 2022: a delay that grows. The same for a name that nobody has, so that the door tells nothing.
struct Verrouillage: Sendable {
  let registre: Registre
  private let empreinte: [UInt8]

  static let echecsPermis = 5
  static let attenteMaximaleSeconds = 30 * 60

  init(_ registre: Registre, identifiant: String) {
    self.registre = registre
    empreinte = Array(SHA256.hash(data: Data(identifiant.lowercased().utf8)))
  }

  /// Seconds still to wait; nil when one may try.
  func attente(_ instant: Instant) async throws -> Int? {
    guard let echecs = try await registre.consulter({ try $0.echecs(of: empreinte) }), echecs.jusqu > instant else {
      return nil
    }
    return Int((echecs.jusqu.milliseconds - instant.milliseconds + 999) / 1000)
  }

  /// Counted in one transaction, so that several attempts at once count each.
  func noter(_ instant: Instant) async throws {
    try await registre.ecrire { ecriture in
      let nombre = (try ecriture.lecture.echecs(of: empreinte)?.nombre ?? 0) + 1
      let wait = Verrouillage.attenteSeconds(after: nombre)
      try ecriture.noter(echecs: nombre, of: empreinte, jusqu: instant.adding(seconds: wait), instant: instant)
    }
  }

  func oublier() async throws {
    try await registre.ecrire { try $0.oublierLesEchecs(of: empreinte) }
  }

  /// 0 up to four failures, 60 at the fifth, then 120, 240… up to 1 800.
  static func attenteSeconds(after echecs: Int) -> Int {
    guard echecs >= echecsPermis else { return 0 }
    return min(60 << min(echecs - echecsPermis, 10), attenteMaximaleSeconds)
  }
}
