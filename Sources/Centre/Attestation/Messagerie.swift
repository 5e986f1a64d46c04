import Convention
import Foundation
import Registre

/// Where e-mails go.
public enum Messagerie: Sendable, Hashable {
  /// A folder of `.eml` files: the default, and a proof of what was said.
  case dossier
  /// A mail server, reached through libcurl.
  case smtp(SMTP)
}

/// Sends what is owed; what could not be sent stays owed and is tried again the next time.
struct Expedition {
  let registre: Registre
  let dossier: DossierEchanges
  let messagerie: Messagerie
  let expediteur: String

  /// Returns one French sentence per e-mail that could not be sent.
  func envoyer() async throws -> [String] {
    var faults: [String] = []
    for courriel in try await registre.lire({ try $0.courrielsAEnvoyer() }) {
      do {
        try await send(courriel)
      } catch {
        faults.append("Courriel \(courriel.id) non envoyé : \(error). Il sera tenté de nouveau.")
      }
    }
    return faults
  }

  private func send(_ courriel: CourrielDu) async throws {
    let body = try await registre.lire { try Attestation.texte(courriel, $0) }
    let message = Courriel(courriel, corps: body, expediteur: expediteur)
    try writeAtomically(message.rfc5322, to: dossier.courriels.appendingPathComponent(message.nomDeFichier))
    if case .smtp(let server) = messagerie { try server.send(message) }
    try await registre.ecrire { try $0.marquerEnvoye(courriel) }
  }
}

/// One e-mail as it travels (RFC 5322, UTF-8 in base64).
struct Courriel {
  let expediteur: String
  let destinataire: String
  let rfc5322: String
  let nomDeFichier: String

  init(_ owed: CourrielDu, corps: String, expediteur: String) {
    self.expediteur = expediteur
    destinataire = owed.destinataire
    nomDeFichier = safeName("\(owed.cause.replacing(":", with: "-")).eml")
    let encoded = Data(corps.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    rfc5322 = [
      "From: \(Courriel.header(expediteur))", "To: \(Courriel.header(owed.destinataire))",
      "Subject: =?UTF-8?B?\(Data(owed.objet.utf8).base64EncodedString())?=", "Date: \(Courriel.date(owed.instant))",
      "Message-ID: <\(safeName(owed.cause.replacing(":", with: "-")))@centre-serveur>", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", encoded, "",
    ].joined(separator: "\r\n")
  }

  /// An address cannot bring a header of its own.
  private static func header(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init))
  }

  private static func date(_ instant: Instant) -> String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (annee, mois, jour) = instant.jour.components
    let text = instant.iso.dropFirst(11)
    let offset = text.suffix(6).replacing(":", with: "")
    return
      "\(days[instant.jour.weekday.rawValue - 1]), \(jour) \(months[mois - 1]) \(annee) \(text.prefix(8)) \(offset)"
  }
}
