import Convention
import Foundation
import Interface
import Registre

/// From bytes that arrive to facts in the journal: kept, judged, integrated once.
///
/// Each step can be done again after a stop at any point, with the same final state.
public struct Reception: Sendable {
  let centre: Centre
  let annuaire: Annuaire
  /// Groups integrated in one transaction.
  var batchSize = 2_000
  /// Dossiers that a transaction remembers, when not those of ``Lot``.
  var memoire: Int?

  public init(_ centre: Centre) async throws {
    self.centre = centre
    annuaire = try await centre.registre.lire { try $0.annuaire() }
  }

  /// For a work that has already read the directory.
  init(_ centre: Centre, _ annuaire: Annuaire) {
    self.centre = centre
    self.annuaire = annuaire
  }

  /// What is received: a file, its name, and by which way it came.
  public struct Arrivee: Sendable {
    public let url: URL
    public let nom: String
    public let partenaire: String?
    public let canal: String
    public init(url: URL, nom: String? = nil, partenaire: String? = nil, canal: String = "commande") {
      self.url = url
      self.nom = nom ?? url.lastPathComponent
      self.partenaire = partenaire
      self.canal = canal
    }
  }

  /// Takes a file up to its last effect but one: the caller tells the result, then calls ``clore(_:)``.
  ///
  /// `reprises` are the files left unfinished by an earlier run; one with the same bytes and name is gone on with instead of
  /// being received twice, and leaves the list.
  public func recevoir(
    _ arrivee: Arrivee, reprises: inout [FichierRecu], progress: Progress = .none
  ) async throws -> FichierRecu {
    let kept = try keep(arrivee)
    if let index = reprises.firstIndex(where: { $0.sha256 == kept.sha256 && $0.nom == arrivee.nom }) {
      return try await reprendre(reprises.remove(at: index), progress: progress)
    }
    let source = try SourceOctets(url: centre.echanges.recu(kept.chemin))
    let examen = try Examen(
      source, formats: centre.formats, jour: centre.horloge.jour, attendus: attendus(arrivee),
      hacheur: HacheurSHA256())
    let fichier = try await inscrire(arrivee, kept, examen)
    return try await achever(fichier, examen, source, progress)
  }

  /// Goes on with a file that an earlier run left unfinished.
  public func reprendre(_ fichier: FichierRecu, progress: Progress = .none) async throws -> FichierRecu {
    let source = try SourceOctets(url: centre.echanges.recu(fichier.chemin))
    let examen = try Examen(
      source, formats: centre.formats, jour: fichier.instant.jour, attendus: nil, hacheur: HacheurSHA256())
    return try await achever(fichier, examen, source, progress)
  }

  /// The last step: nothing remains to be done or told of this file.
  public func clore(_ fichier: FichierRecu) async throws {
    var closed = fichier
    closed.etat = .clos
    let final = closed
    try await centre.registre.ecrire { try $0.avancer(final) }
  }

  private func achever(
    _ fichier: FichierRecu, _ examen: Examen, _ source: SourceOctets, _ progress: Progress
  ) async throws -> FichierRecu {
    var current = fichier
    while current.etat == .enCours {
      current = try await lot(current, examen, source)
      progress.report(current.octet, of: examen.octetCount, "réception de \(fichier.nom)")
    }
    try await Remise(centre: centre, annuaire: annuaire).remettre(current, source)
    try await Restitution(centre: centre, annuaire: annuaire).repondre(current)
    try writeReceipt(current, examen)
    return current
  }

  /// The kinds that a sender may send (002): a partner known as an étude or an exploitation sends his own.
  private func attendus(_ arrivee: Arrivee) -> Set<String> {
    switch arrivee.partenaire.flatMap({ annuaire.destinataire(partenaire: $0) }) {
    case .etude?: ["etude"]
    case .exploitation?: ["aller"]
    case nil: ["aller", "etude"]
    }
  }
}

/// Told of long work: how much of how much, and what.
public struct Progress: Sendable {
  private let body: @Sendable (Int64, Int64, String) -> Void
  public init(_ body: @escaping @Sendable (Int64, Int64, String) -> Void) { self.body = body }
  public static let none = Progress { _, _, _ in }
  func report(_ done: Int64, of total: Int64, _ label: String) { body(done, total, label) }
}
