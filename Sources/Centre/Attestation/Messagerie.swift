import Convention
import Crypto
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
  let horloge: Horloge

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
    guard let body = try await registre.lire({ try Attestation.corps(courriel, $0) }) else {
      return try await registre.ecrire { try $0.renoncer(courriel) }
    }
    let message = Courriel(courriel, corps: body, expediteur: expediteur)
    try writeAtomically(message.rfc5322, to: dossier.courriels.appendingPathComponent(message.nomDeFichier))
    if case .smtp(let server) = messagerie { try server.send(message) }
    let (preuve, instant) = (try message.preuve, horloge.instant)
    try await registre.ecrire { ecriture in
      try ecriture.marquerEnvoye(courriel)
      guard let avis = CourrielDAvis(cause: courriel.cause) else { return }
      let jour = try ecriture.lecture.jourDeTravail(instant.jour)
      try avis.constater(preuve, Trace(auteur: "centre", instant: instant, jour: jour), ecriture)
    }
  }
}

/// One e-mail as it travels (RFC 5322, UTF-8 in base64).
struct Courriel {
  let expediteur: String
  let destinataire: String
  let rfc5322: String
  let nomDeFichier: String
  /// Its Message-ID.
  let reference: String

  init(_ owed: CourrielDu, corps: String, expediteur: String) {
    self.expediteur = expediteur
    destinataire = owed.destinataire
    nomDeFichier = safeName("\(owed.cause.replacing(":", with: "-")).eml")
    let encoded = Data(corps.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    reference = "<\(safeName(owed.cause.replacing(":", with: "-")))@centre-serveur>"
    rfc5322 = [
      "From: \(Courriel.header(expediteur))", "To: \(Courriel.header(owed.destinataire))",
      "Subject: =?UTF-8?B?\(Data(owed.objet.utf8).base64EncodedString())?=", "Date: \(Courriel.date(owed.instant))",
      "Message-ID: \(reference)", "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "", encoded, "",
    ].joined(separator: "\r\n")
  }

  /// What proves that it left: its identifier, and the fingerprint of its bytes, which `courriels/` keeps.
  var preuve: PreuveDEnvoi {
    get throws(Refus) {
      try PreuveDEnvoi(reference: reference, empreinte: hexadecimal(SHA256.hash(data: Data(rfc5322.utf8))))
    }
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
