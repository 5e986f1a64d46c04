import Adresses
import Convention
import Foundation
import Interface
import Registre
import SQLEngine
import MoteurDEssai

@testable import Centre

/// A centre on a new base in a temporary folder, its clock held; the samples are its world.
final class CentreDEssai {
  let dossier: URL
  let engine: any SQLEngine
  let registre: Registre
  private let formats: Formats
  private let attestation: ReglageAttestation
  /// Groups in one transaction, when not those of the centre.
  var batchSize: Int?
  /// Dossiers that a transaction remembers, when not those of the centre.
  var memoire: Int?
  static let formats = Formats.embarquees.0
  static let referentiel = Result { try Referentiel.embarque() }

  /// - Parameter engine: wraps the engine of the base, to disturb it.
  init(
    formats: Formats? = nil, annuaire: Annuaire? = nil, attestation: ReglageAttestation? = nil,
    engine wrap: (any SQLEngine) -> any SQLEngine = { $0 }
  ) async throws {
    dossier = FileManager.default.temporaryDirectory.appendingPathComponent("centre-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
    engine = wrap(try await MoteurDEssai.neuf(dans: dossier))
    registre = try await Registre(engine) { Array(repeating: 7, count: 32) }
    self.formats = formats ?? CentreDEssai.formats
    self.attestation = try attestation ?? ReglageAttestation()
    let actors = try annuaire ?? Echantillons.annuaire()
    try await registre.ecrire { try $0.importer(actors) }
  }

  deinit { try? FileManager.default.removeItem(at: dossier) }

  func centre(_ jour: Jour) throws -> Centre {
    Centre(
      registre: registre, formats: formats, referentiel: try CentreDEssai.referentiel.get(),
      echanges: try DossierEchanges(dossier.appendingPathComponent("echanges")), horloge: .held(jour),
      attestation: attestation)
  }

  /// Receives one file on a day, as the command does.
  @discardableResult
  func recevoir(_ url: URL, _ jour: Jour, partenaire: String? = nil) async throws -> FichierRecu {
    let centre = try centre(jour)
    try await Journee(centre).rattraper(before: jour)
    var reprises = try await registre.lire { try $0.fichiersInacheves() }
    var reception = try await Reception(centre)
    if let batchSize { reception.batchSize = batchSize }
    reception.memoire = memoire
    let fichier = try await reception.recevoir(.init(url: url, partenaire: partenaire), reprises: &reprises)
    try await reception.clore(fichier)
    return fichier
  }

  @discardableResult
  func recevoir(_ nom: String, _ octets: [UInt8], _ jour: Jour, partenaire: String? = nil) async throws -> FichierRecu {
    let url = dossier.appendingPathComponent(nom)
    try Data(octets).write(to: url)
    return try await recevoir(url, jour, partenaire: partenaire)
  }

  func clore(_ jour: Jour) async throws { try await Journee(try centre(jour)).clore(until: jour) }

  func rejets(_ fichier: FichierRecu) async throws -> [RejetConserve] {
    try await registre.lire { try $0.rejets(of: fichier.id) }
  }

  /// An issued file, by the beginning of its name.
  func emis(_ prefix: String) throws -> [UInt8]? {
    let folder = dossier.appendingPathComponent("echanges/sortant")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    guard let name = names.first(where: { $0.hasPrefix(prefix) }) else { return nil }
    return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// Does it again as long as the engine stops it, as a person would; `isDone` says that a stop came after the last write.
  func insister(until isDone: () async throws -> Bool = { false }, _ body: () async throws -> Void) async throws {
    for _ in 0..<200 {
      do { return try await body() } catch is MoteurFragile.Arret { if try await isDone() { return } }
    }
    throw Acharnement()
  }

  private struct Acharnement: Error {}

  /// Nothing is unfinished and that many files have been received.
  func aTout(recu count: Int) async throws -> Bool {
    try await registre.lire { lecture in
      try lecture.fichiersInacheves().isEmpty && lecture.fichier(Int64(count)) != nil
    }
  }

  func dossier(_ numero: String) async throws -> Dossier? {
    try await registre.lire { try $0.dossiers(numero: numero, .exploitant).first?.dossier }
  }
}

/// The sample files of the format, which the tests of the interface keep.
enum Echantillons {
  static let folder = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../../InterfaceTests/Echantillons").standardizedFileURL

  static func url(_ nom: String) -> URL { folder.appendingPathComponent(nom) }

  static func octets(_ nom: String) throws -> [UInt8] { Array(try Data(contentsOf: url(nom))) }

  static func json<T: Decodable>(_ type: T.Type, _ nom: String) throws -> T {
    try JSONDecoder().decode(type, from: try Data(contentsOf: url(nom)))
  }

  private struct Actors: Decodable {
    struct App: Decodable {
      let application: String
      let exploitations: [String]
      let departements_informatiques: [String]
    }
    struct P: Decodable {
      let codique: String
      let libelle: String
      let ouvert: Bool
    }
    struct E: Decodable {
      let etude, nom, adresse, code_postal, localite, telephone, courriel, contrat_du, contrat_au: String
      let duree_comminatoire_jours, duree_judiciaire_jours: Int
      let codes_postaux: [String]
    }
    let centre_serveur: String
    let siret_centre: String
    let applications: [App]
    let postes: [P]
    let etudes: [E]
  }

  static func annuaire() throws -> Annuaire {
    let actors = try json(Actors.self, "referentiel.json")
    var annuaire = Annuaire()
    annuaire.centre = actors.centre_serveur
    annuaire.siretCentre = actors.siret_centre
    for item in actors.applications {
      annuaire.applications[item.application] = .init(
        exploitations: Set(item.exploitations), departementsInformatiques: Set(item.departements_informatiques))
    }
    for item in actors.postes {
      guard let codique = Codique(item.codique) else { continue }
      annuaire.postes[item.codique] = Poste(codique: codique, libelle: item.libelle, ouvert: item.ouvert)
    }
    for item in actors.etudes {
      guard let code = CodeEtude(item.etude), let du = Jour(iso: item.contrat_du), let au = Jour(iso: item.contrat_au)
      else { continue }
      annuaire.etudes[code] = Etude(
        code: code, nom: item.nom, adresse: item.adresse, codePostal: item.code_postal, localite: item.localite,
        telephone: item.telephone, courriel: item.courriel,
        contrats: [
          ContratDepartemental(
            du: du, au: au, dureeComminatoireDays: item.duree_comminatoire_jours,
            dureeJudiciaireDays: item.duree_judiciaire_jours, importTableur: true)
        ],
        ressort: Set(item.codes_postaux.compactMap { CodePostal($0) }))
    }
    annuaire.index()
    return annuaire
  }
}
