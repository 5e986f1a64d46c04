import Adresses
import Centre
import Convention
import Foundation
import Interface
import Logging
import Registre
import MoteurDEssai
import Synchronization

@testable import Site

/// A site at work on a new base: two postes, three études, its clocks in hand, its log kept.
final class SiteDEssai: Sendable {
  let dossier: URL
  let registre: Registre
  let journal = JournalDEssai()
  private let montre: Mutex<Instant>
  private let jour: Mutex<Jour>
  private let formats: Formats
  private let referentiel: Referentiel

  static let jour = Jour(2026, 3, 3)
  static let formats = Formats.embarquees.0
  static let referentiel = Result { try Referentiel.embarque() }

  init() async throws {
    dossier = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
    let engine = try await MoteurDEssai.neuf(dans: dossier)
    registre = try await Registre(engine) { Array(repeating: 7, count: 32) }
    montre = Mutex(Instant(SiteDEssai.jour, heure: 10))
    jour = Mutex(SiteDEssai.jour)
    formats = SiteDEssai.formats
    referentiel = try SiteDEssai.referentiel.get()
    let annuaire = try Annuaire.duSite()
    try await registre.ecrire { try $0.importer(annuaire) }
  }

  deinit { try? FileManager.default.removeItem(at: dossier) }

  var instant: Instant { montre.withLock { $0 } }
  /// Real time passes, for sessions and the door.
  func attendre(seconds: Int) { montre.withLock { $0 = $0.adding(seconds: seconds) } }
  /// The centre's day.
  func passer(au next: Jour) { jour.withLock { $0 = next } }

  var centre: Centre {
    get throws {
      Centre(
        registre: registre, formats: formats, referentiel: referentiel,
        echanges: try DossierEchanges(dossier.appendingPathComponent("echanges")),
        horloge: Horloge { [self] in Instant(jour.withLock { $0 }, heure: 20) }, attestation: try ReglageAttestation())
    }
  }

  func site(url: String? = nil, replique: Replique? = nil) throws -> Site {
    let centre = try centre
    var logger = Logger(label: "site") { [journal] _ in journal }
    logger.logLevel = .debug
    var site = Site(
      reglage: ReglageDuSite(port: 0, url: url), journal: logger, montre: Horloge { [self] in instant },
      replique: replique
    ) { centre }
    site.cout = SiteDEssai.cout
    return site
  }

  /// The site answers on a port of its own while `body` runs.
  func servir(
    url: String? = nil, replique: Replique? = nil, _ body: (Int) async throws -> Void
  ) async throws {
    let site = try site(url: url, replique: replique)
    let (ports, found) = AsyncStream<Int>.makeStream()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await ServeurHTTP(site) { found.yield($0) }.run() }
      defer { group.cancelAll() }
      for await port in ports {
        try await body(port)
        return
      }
    }
  }
}

extension SiteDEssai {
  static let motDePasse = "Petit-Navire-42"
  /// scrypt is slow on purpose, and slower yet without optimisation.
  static let cout = MotDePasse.Cout(rounds: 16, blockSize: 8, parallelism: 1)

  /// Someone who has chosen his password.
  @discardableResult
  func creer(_ identifiant: String, _ profil: Profil) async throws -> Utilisateur {
    let conserve = try await MotDePasse(donne: SiteDEssai.motDePasse).conserve(SiteDEssai.cout)
    return try await registre.ecrire { [instant] in
      let cree = try $0.creer(identifiant: identifiant, nom: "Nom de \(identifiant)", profil: profil, instant: instant)
      try $0.changer(motDePasse: conserve, of: cree.id)
      return cree
    }
  }

  /// A browser in which someone is already signed in.
  func connecte(_ utilisateur: Utilisateur, port: Int) async throws -> Navigateur {
    let jeton = Jeton()
    try await registre.ecrire { [instant] in
      try $0.ouvrir(seance: jeton.empreinte, of: utilisateur.id, instant: instant)
    }
    var navigateur = Navigateur(port: port)
    navigateur.cookies["seance"] = jeton.texte
    return navigateur
  }

  /// Receives one of the format's samples, changed where a test wants it: fields by physical line.
  @discardableResult
  func recevoir(_ nom: String, _ changes: [Int: [String: String]] = [:]) async throws -> FichierRecu {
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../InterfaceTests/Echantillons")
    let url = dossier.appendingPathComponent(nom)
    let octets = Array(try Data(contentsOf: folder.standardizedFileURL.appendingPathComponent(nom)))
    try Data(SiteDEssai.changed(octets, changes)).write(to: url)
    let reception = try await Reception(try centre)
    var none: [FichierRecu] = []
    let fichier = try await reception.recevoir(.init(url: url, nom: nom), reprises: &none)
    try await reception.clore(fichier)
    return fichier
  }

  private static func changed(_ octets: [UInt8], _ changes: [Int: [String: String]]) -> [UInt8] {
    guard let genre = formats.table(version: 1)?.genre(code: "AL") else { return octets }
    var lines = octets.split(separator: 0x0A).map(Array.init)
    for (ligne, champs) in changes {
      guard let type = genre.type(String(decoding: lines[ligne - 1].prefix(2), as: UTF8.self)) else { continue }
      for (nom, valeur) in champs {
        guard let champ = type.champ(nom).map({ type.champs[$0] }) else { continue }
        let bytes = Array(valeur.utf8) + Array(repeating: 0x20, count: champ.longueur - valeur.utf8.count)
        lines[ligne - 1].replaceSubrange(champ.debut - 1..<champ.fin, with: bytes)
      }
    }
    return lines.flatMap { $0 + [0x0A] }
  }
}

extension Annuaire {
  /// COLOMIERS and MURET; E3101, E3102, and E9301 at SAINT-DENIS.
  static func duSite() throws -> Annuaire {
    var annuaire = Annuaire()
    annuaire.centre = "CSH1"
    annuaire.applications["HELIOS"] = .init(exploitations: ["031"], departementsInformatiques: ["DI-TLS"])
    for (code, libelle) in [("031012", "SGC DE COLOMIERS"), ("031020", "SGC DE MURET")] {
      if let codique = Codique(code) { annuaire.postes[code] = Poste(codique: codique, libelle: libelle, ouvert: true) }
    }
    let ressorts = [
      "E3101": ["31600", "31770"], "E3102": ["31000", "31100", "31200", "31300", "31400", "31500"],
      "E9301": ["93200", "93210"],
    ]
    for (code, codes) in ressorts {
      guard let code = CodeEtude(code) else { continue }
      annuaire.etudes[code] = Etude(
        code: code, nom: "SCP \(code)",
        contrats: [
          ContratDepartemental(du: Jour(2025, 1, 1), au: Jour(2027, 12, 31), importTableur: true)
        ],
        ressort: Set(codes.compactMap { CodePostal($0) }))
    }
    annuaire.index()
    return annuaire
  }
}

/// What the site logs, kept to be read.
struct JournalDEssai: LogHandler {
  private final class Lignes: Sendable {
    let lignes = Mutex<[String]>([])
  }

  private let lignes = Lignes()
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.debug

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    lignes.lignes.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
  }

  var texte: String { lignes.lignes.withLock { $0.joined(separator: "\n") } }
}
