import Centre
import Convention
import Foundation
import Site

/// The settings of a run, checked.
struct Reglages: Sendable {
  let valeurs: ValeursLues
  let base: AdresseDeBase
  /// Where « servir » reads its pages, if not on the base.
  let baseLecture: AdresseDeBase?
  let formats: String?
  let echanges: String
  /// The day held, if one is.
  let jour: Jour?
  /// The clock of a simulation, moved by days.
  var horlogeTenue: Horloge?
  let secret: [UInt8]?
  let attestation: ReglageAttestation
  let lectures: LecturesDuCentre
  /// Minutes after midnight, legal time.
  let clotureMinutes: Int
  let site: ReglageDuSite
  private let environnement: [String: String]
  let json: Bool

  init(_ options: OptionsGlobales, environnement: [String: String], ecran: Ecran) async throws {
    let valeurs = try await ValeursLues(options: options.valeurs, environnement: environnement)
    for key in valeurs.inconnues { ecran.signaler("Configuration : clé inconnue « \(key) », ignorée.") }
    self.valeurs = valeurs
    json = options.json
    base = try AdresseDeBase(valeurs[.base] ?? "")
    baseLecture = try valeurs[.baseLecture].map(Reglages.replique)
    formats = valeurs[.formats]
    echanges = Reglages.withoutTrailingSlash(valeurs[.echanges] ?? "")
    jour = try valeurs[.jour].map(Reglages.jour)
    secret = try valeurs[.secret].map(Reglages.secret)
    attestation = try Reglages.attestation(valeurs)
    lectures = try Reglages.lectures(valeurs)
    clotureMinutes = try Reglages.minutes(valeurs[.clotureHeure] ?? "")
    site = try Reglages.site(valeurs)
    self.environnement = environnement
    guard Journal.niveau(valeurs[.journalNiveau] ?? "") != nil else {
      throw MauvaisUsage("journal.niveau : erreur, alerte, info ou detail attendu.")
    }
  }

  /// The CFT link, nil without partners; read by who makes it live: its secrets are in the environment of « servir ».
  func liaison() throws -> Liaison? { try Liaison(valeurs, environnement: environnement) }

  var horloge: Horloge {
    if let horlogeTenue { return horlogeTenue }
    if let jour { return .held(jour) }
    return Reglages.montre
  }
}

extension Reglages {
  /// The machine's clock.
  static let montre = Horloge { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

  private static func site(_ valeurs: ValeursLues) throws -> ReglageDuSite {
    guard let port = Int(valeurs[.sitePort] ?? ""), (0...65_535).contains(port) else {
      throw MauvaisUsage("site.port : un nombre de 0 à 65535 attendu.")
    }
    let url = try valeurs[.siteURL].map { text in
      guard text.hasPrefix("http://") || text.hasPrefix("https://") else {
        throw MauvaisUsage("site.url « \(text) » : http://… ou https://… attendu.")
      }
      return withoutTrailingSlash(text)
    }
    return ReglageDuSite(
      adresse: valeurs[.siteAdresse] ?? "", port: port, url: url, referent: valeurs[.siteReferent],
      courriel: valeurs[.siteCourriel], documentMaximum: try documentMaximum(valeurs))
  }

  /// In bytes.
  private static func documentMaximum(_ valeurs: ValeursLues) throws -> Int {
    guard let size = Int(valeurs[.documentsMaximum] ?? ""), (1...50).contains(size) else {
      throw MauvaisUsage("documents.maximum : un nombre de Mo de 1 à 50 attendu.")
    }
    return size * 1_000_000
  }

  static func replique(_ text: String) throws -> AdresseDeBase {
    guard case .postgresql(let url) = try AdresseDeBase(text) else {
      throw MauvaisUsage(
        "\(Cle.baseLecture.nom) « \(text) » : postgresql://HOTE/BASE attendu, SQLite n’a pas de réplique.")
    }
    return .postgresql(url: url)
  }

  private static func withoutTrailingSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? withoutTrailingSlash(String(path.dropLast())) : path
  }

  private static func jour(_ text: String) throws -> Jour {
    guard let jour = Jour(iso: text) else {
      throw MauvaisUsage("Jour « \(text) » : AAAA-MM-JJ attendu, un jour qui existe.")
    }
    return jour
  }

  private static func secret(_ text: String) throws -> [UInt8] {
    let bytes = stride(from: 0, to: text.utf8.count, by: 2).compactMap { offset in
      UInt8(text.dropFirst(offset).prefix(2), radix: 16)
    }
    guard text.utf8.count == 64, text.allSatisfy(\.isHexDigit), bytes.count == 32 else {
      throw MauvaisUsage("\(Cle.secret.variable) : 64 chiffres hexadécimaux attendus.")
    }
    return bytes
  }

  private static func minutes(_ text: String) throws -> Int {
    guard let minutes = minutesDuJour(text) else { throw MauvaisUsage("cloture.heure « \(text) » : HH:MM attendu.") }
    return minutes
  }

  /// `HH:MM` in minutes after midnight.
  static func minutesDuJour(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private static func attestation(_ valeurs: ValeursLues) throws -> ReglageAttestation {
    let server = try valeurs[.courrielURL].map { url in
      guard url.hasPrefix("smtp://") || url.hasPrefix("smtps://") else {
        throw MauvaisUsage("courriel.url « \(url) » : smtp://HOTE:PORT ou smtps://HOTE:PORT attendu.")
      }
      return SMTP(url: url, utilisateur: valeurs[.courrielUtilisateur], motDePasse: valeurs[.courrielMotDePasse])
    }
    return try ReglageAttestation(
      liste: try indicateur(.attestationListe, valeurs), courriel: try indicateur(.attestationCourriel, valeurs),
      messagerie: server.map { .smtp($0) } ?? .dossier, expediteur: valeurs[.courrielExpediteur] ?? "")
  }

  private static func lectures(_ valeurs: ValeursLues) throws -> LecturesDuCentre {
    var lectures = LecturesDuCentre()
    lectures.redevableDuDroit = try lecture(.lectureDroitDegressif, valeurs)
    lectures.reportDeFacture = try lecture(.lectureReportFacture, valeurs)
    lectures.anneeDeFormation = try lecture(.lectureFormation, valeurs)
    return lectures
  }

  private static func lecture<Lecture: LectureAuChoix>(_ cle: Cle, _ valeurs: ValeursLues) throws -> Lecture {
    guard let lecture = Lecture(rawValue: valeurs[cle] ?? "") else {
      throw MauvaisUsage("\(cle.nom) : \(Lecture.allCases.map(\.rawValue).joined(separator: ", ")) attendu.")
    }
    return lecture
  }

  private static func indicateur(_ cle: Cle, _ valeurs: ValeursLues) throws -> Bool {
    switch (valeurs[cle] ?? "").lowercased() {
    case "oui", "true", "vrai", "1": true
    case "non", "false", "faux", "0": false
    default: throw MauvaisUsage("\(cle.nom) : oui ou non attendu.")
    }
  }
}

// Never what it holds: a log that describes a service describes its settings, secrets among the rest.
extension Reglages: CustomStringConvertible {
  var description: String { "Reglages" }
}
