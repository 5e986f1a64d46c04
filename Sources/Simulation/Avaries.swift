import Convention
import Foundation
import Generation

/// What goes wrong between partners and centre, on purpose: a file cut by the transport then sent whole, a file delivered twice.
struct Avaries {
  let graine: UInt64
  let isOn: Bool

  /// The deliveries of one file, in order.
  func livrer(_ envoi: Envoi, _ jour: Jour, _ livre: inout Livre) throws -> [Envoi] {
    livre.fichiers += 1
    guard isOn else { return [envoi] }
    var alea = Alea(graine: graine, flux: flux("avarie/\(envoi.url.lastPathComponent)"))
    switch alea.below(1000) {
    case 0..<15:
      let size = try FileManager.default.attributesOfItem(atPath: envoi.url.path)[.size] as? Int ?? 0
      livre.fichiersFautifs += 1
      return [Envoi(envoi.url, envoi.partenaire, octets: size * 2 / 3), envoi]
    case 15..<25:
      livre.fichiersFautifs += 1
      return [envoi, envoi]
    default: return [envoi]
    }
  }
}
