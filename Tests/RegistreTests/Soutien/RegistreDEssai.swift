import Convention
import Foundation
import SQLEngine
import MoteurDEssai
import Testing

@testable import Registre

/// A registry on a new base, and small dossiers written straight into it.
final class RegistreDEssai {
  private let dossier: URL
  let engine: any SQLEngine
  let registre: Registre

  convenience init() async throws {
    let dossier = FileManager.default.temporaryDirectory.appendingPathComponent("registre-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
    try await self.init(MoteurDEssai.neuf(dans: dossier), dossier)
  }

  /// - Parameter dossier: removed at the end.
  init(_ engine: any SQLEngine, _ dossier: URL) async throws {
    self.dossier = dossier
    self.engine = engine
    registre = try await Registre(engine) { Array(repeating: 3, count: 32) }
  }

  deinit { try? FileManager.default.removeItem(at: dossier) }

  static let jour = Jour(2026, 3, 2)

  static func recu(_ sequence: Int64, statut: String? = "A") -> FichierRecu {
    var fichier = FichierRecu(
      canal: "commande", partenaire: nil, nom: "f", chemin: "f", taille: 0, sha256: "", empreinte: "",
      instant: Instant(jour, heure: 20), jour: jour, etat: .clos)
    fichier.suite = FichierRecu.Suite(
      genre: "AL", environnement: "P", application: "HELIOS", exploitation: "031", etude: "")
    fichier.sequence = sequence
    fichier.statut = statut
    return fichier
  }

  static func demande(_ numero: String, poste: String = "031012", exploitation: String = "031") -> Demande {
    Demande(
      cle: CleDemande(application: "HELIOS", exploitation: exploitation, numero: numero), phase: .comminatoire,
      categorie: "CEP", date: jour, poste: poste, montant: Montant(cents: 100_00),
      redevables: [Redevable(rang: 1, qualite: "01", nom: "QUENTIN", adresse: Adresse(lignes: []))],
      titres: [
        Titre(
          rang: 1, typeCollectivite: "01", codeCollectivite: "600", codeBudget: "01", collectivite: "COMMUNE",
          exercice: "2025", numero: "1", emission: jour, nature: "EAU", initial: Montant(cents: 100_00),
          resteDu: Montant(cents: 100_00))
      ])
  }

  /// Transmitted and handed over, or waiting when no étude is given.
  @discardableResult
  func creer(
    _ numero: String, poste: String = "031012", etude: String? = "E3101", codePostal: String = "31770",
    exploitation: String = "031", fichier: Int64 = 1
  ) async throws -> Int64 {
    let demande = RegistreDEssai.demande(numero, poste: poste, exploitation: exploitation)
    var next = Evenement.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse, avertissement: "803"))
    if let etude {
      next = .dossierRemis(
        DossierRemis(
          etude: try #require(CodeEtude(etude)), instant: Instant(RegistreDEssai.jour, heure: 20),
          codePostal: try #require(CodePostal(codePostal)), delaiDays: 75))
    }
    let events = [Evenement.dossierTransmis(DossierTransmis(demande: demande)), next]
    let trace = Trace(
      auteur: "centre", instant: Instant(RegistreDEssai.jour, heure: 20), jour: RegistreDEssai.jour, fichier: fichier,
      ligne: 2, octet: 0, longueur: 0, lignes: 3)
    return try await registre.ecrire { try $0.creer(events, trace: trace).id }
  }
}
