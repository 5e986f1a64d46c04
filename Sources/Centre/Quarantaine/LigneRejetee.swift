import Foundation
import Interface
import Registre

/// A rejected line and those judged with it, field by field: what a person looks at and corrects.
public struct LigneRejetee: Sendable {
  public let fichier: FichierRecu
  public let rejet: RejetConserve
  /// The lines of the group, in order; empty when the table of the file is no longer in service.
  public let articles: [Article]

  public struct Article: Sendable {
    /// Physical rank in the file.
    public let ligne: Int
    /// nil for a type that the table does not have.
    public let type: TypeEnregistrement?
    /// A line cut or too long cannot be corrected; nor is it replayed.
    public let estEntier: Bool
    public let byteCount: Int
    /// Raw values, without right blanks, by index of the field.
    public let valeurs: [String]
  }
}

extension Quarantaine {
  /// nil when no line was rejected there.
  public func ligneRejetee(fichier id: Int64, ligne: Int) async throws -> LigneRejetee? {
    let (fichier, rejet) = try await centre.registre.lire { lecture in
      (try lecture.fichier(id), try lecture.rejet(of: id, ligne: ligne))
    }
    guard let fichier, let rejet else { return nil }
    return LigneRejetee(fichier: fichier, rejet: rejet, articles: try articles(of: rejet, fichier))
  }

  private func articles(of rejet: RejetConserve, _ fichier: FichierRecu) throws -> [LigneRejetee.Article] {
    guard let table = fichier.version.flatMap({ centre.formats.table(version: $0) }),
      let genre = fichier.suite.flatMap({ table.genre(code: $0.genre) })
    else { return [] }
    let source = try SourceOctets(url: centre.echanges.recu(fichier.chemin))
    let group = try Extraction(source, longueur: table.longueur).records(
      at: rejet.groupe.octet, Int(rejet.groupe.longueur))
    return group.enumerated().map { offset, octets in
      let record = Enregistrement(genre: genre, ligne: rejet.groupe.ligne + offset, octets: octets)
      return LigneRejetee.Article(
        ligne: record.ligne, type: record.type, estEntier: octets.count == table.longueur, byteCount: octets.count,
        valeurs: record.type.map { type in type.champs.indices.map { record.valeurBrute($0) ?? "" } } ?? [])
    }
  }
}
