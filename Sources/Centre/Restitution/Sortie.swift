import Convention
import Crypto
import Foundation
import Interface

/// A value of an issued record, by the name of its field; a field that the layout lacks is left out.
public enum Valeur: Hashable, Sendable {
  case texte(String?)
  case entier(Int64?)
  case montant(Montant?)
  case jour(Jour?)
  case instant(Instant?)
  case indicateur(Bool?)

  public static func entier(_ value: Int?) -> Valeur { .entier(value.map(Int64.init)) }
}

/// One record to issue.
struct LigneEmise {
  let type: String
  let valeurs: [(String, Valeur)]
  init(_ type: String, _ valeurs: [(String, Valeur)]) {
    self.type = type
    self.valeurs = valeurs
  }
}

/// A file being written beside its final name: it appears whole, by a rename, once its trailer is there.
final class Sortie {
  private var redacteur: Redacteur
  private let final: URL
  private let temporary: URL
  private let handle: FileHandle
  private var sha = SHA256()
  /// Records that could not be written in this layout, said in French without their values.
  private(set) var fautes: [FauteDeRedaction] = []

  init(_ table: TableFormat, _ genre: Genre, to url: URL) throws {
    redacteur = Redacteur(table, genre)
    final = url
    temporary = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).partiel")
    guard FileManager.default.createFile(atPath: temporary.path, contents: nil) else {
      throw FauteDeReception(fichier: url.lastPathComponent, message: "impossible d’écrire dans sortant/")
    }
    handle = try FileHandle(forWritingTo: temporary)
  }

  deinit { try? handle.close() }

  /// Writes a record; one that does not fit its layout is left out and said, the others go on.
  func ecrire(_ article: LigneEmise) throws {
    guard let type = redacteur.genre.type(article.type) else { return }
    do {
      redacteur.open(type)
      for (nom, valeur) in article.valeurs {
        if let champ = type.champ(nom) { try redacteur.set(champ, valeur) }
      }
      try redacteur.close()
    } catch {
      redacteur.drop()
      fautes.append(error)
    }
    try flush(above: 1 << 20)
  }

  /// Copies a received record byte for byte but for the fields named.
  func recopier(_ record: Enregistrement, _ changes: [(String, Valeur)]) throws {
    guard let type = record.type else { return }
    try redacteur.open(copie: record)
    for (nom, valeur) in changes {
      if let champ = type.champ(nom) { try redacteur.set(champ, valeur) }
    }
    try redacteur.close(verifie: false)
    try flush(above: 1 << 20)
  }

  /// Writes the trailer, makes the file durable and visible.
  func finir() throws -> (empreinte: String, enregistrements: Int64) {
    try redacteur.finish()
    try flush(above: 0)
    try handle.synchronize()
    try handle.close()
    guard rename(temporary.path, final.path) == 0 else {
      throw FauteDeReception(fichier: final.lastPathComponent, message: "impossible de le déposer dans sortant/")
    }
    return (hexadecimal(sha.finalize()), Int64(redacteur.cumuls.total))
  }

  private func flush(above limit: Int) throws {
    guard redacteur.octetCount > limit else { return }
    let bytes = redacteur.take()
    // The fingerprint leaves line ends out; no record contains one.
    for record in bytes.lines {
      record.withUnsafeBytes { sha.update(bufferPointer: $0) }
    }
    try handle.write(contentsOf: bytes)
  }
}

extension Redacteur {
  mutating func set(_ champ: Int, _ valeur: Valeur) throws(FauteDeRedaction) {
    switch valeur {
    case .texte(let value): try set(champ, texte: value)
    case .entier(let value): try set(champ, entier: value)
    case .montant(let value): try set(champ, montant: value)
    case .jour(let value): try set(champ, jour: value)
    case .instant(let value): try set(champ, instant: value)
    case .indicateur(let value): try set(champ, indicateur: value)
    }
  }
}
