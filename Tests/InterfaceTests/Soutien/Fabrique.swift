import Foundation
import Testing

@testable import Interface

/// A sample taken line by line, with a few fields changed; its ranks, counts and sums put right again unless asked otherwise.
struct Fabrique {
  var lignes: [[UInt8]]
  let genre: Genre

  init(_ nom: String) throws {
    let octets = try Echantillons.octets(nom + ".txt")
    lignes = octets.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    lignes.removeLast()
    genre = try #require(Examen.of(octets).0.genre)
  }

  /// Puts that text at the left of a field, blanks behind. Lines are numbered from 1.
  mutating func set(_ ligne: Int, _ champ: String, _ texte: String) throws {
    let type = try #require(genre.type(Latin9.text(lignes[ligne - 1].prefix(2))))
    let field = type.champs[try #require(type.champ(champ))]
    let bytes = Latin9.bytes(texte)
    for offset in 0..<field.longueur {
      lignes[ligne - 1][field.debut - 1 + offset] = offset < bytes.count ? bytes[offset] : 0x20
    }
  }

  mutating func cut(_ ligne: Int, to count: Int) { lignes[ligne - 1] = Array(lignes[ligne - 1].prefix(count)) }

  mutating func setByte(_ ligne: Int, _ position: Int, _ byte: UInt8) { lignes[ligne - 1][position - 1] = byte }

  mutating func insert(_ ligne: Int, before next: Int) { lignes.insert(lignes[ligne - 1], at: next - 1) }

  mutating func remove(_ ligne: Int) { lignes.remove(at: ligne - 1) }

  mutating func retype(_ ligne: Int, _ code: String) { lignes[ligne - 1].replaceSubrange(0..<2, with: code.utf8) }

  /// Ranks follow the lines.
  mutating func renumber() {
    for index in lignes.indices where lignes[index].count >= 10 {
      let rank = String(index + 1)
      let digits = String(repeating: "0", count: 8 - rank.count) + rank
      lignes[index].replaceSubrange(2..<10, with: digits.utf8)
    }
  }

  /// The trailer says what is there; amounts out of their form count zero.
  mutating func total() throws {
    let last = try #require(lignes.lastIndex { Latin9.text($0.prefix(2)) == "99" })
    for champ in genre.enQueue.champs {
      let value: Int64
      switch champ.controle {
      case nil: continue
      case .compte(let code):
        value = Int64(lignes.filter { code == nil || Latin9.text($0.prefix(2)) == code }.count)
      case .somme(let code, let nom, let signe):
        value = try lignes.filter { Latin9.text($0.prefix(2)) == code }.reduce(0) { try $0 + amount($1, nom, signe) }
      }
      let digits = String(value)
      let padded = String(repeating: "0", count: champ.longueur - digits.count) + digits
      lignes[last].replaceSubrange((champ.debut - 1)..<champ.fin, with: padded.utf8)
    }
  }

  private func amount(_ ligne: [UInt8], _ nom: String, _ signe: String?) throws -> Int64 {
    let type = try #require(genre.type(Latin9.text(ligne.prefix(2))))
    let record = Enregistrement(type: type, ligne: 1, position: 0, longueur: ligne.count, octets: ligne[...])
    if let signe, record.texte("sens") != signe { return 0 }
    return record.entier(nom) ?? 0
  }

  var octets: [UInt8] { lignes.flatMap { $0 + [0x0A] } }

  /// The file put right and read with a world that knows only the file.
  func read() throws -> Lecture {
    var sealed = self
    sealed.renumber()
    try sealed.total()
    return try Lecture.of(sealed.octets)
  }

  /// Expects these rejects of a sample after that change.
  static func check(_ nom: String, _ expected: [String], _ change: (inout Fabrique) throws -> Void) throws {
    let found = try rejets(nom, change)
    #expect(found == expected)
  }

  /// The rejects of a sample after that change, as `7:101`.
  static func rejets(_ nom: String, _ change: (inout Fabrique) throws -> Void) throws -> [String] {
    var fabrique = try Fabrique(nom)
    try change(&fabrique)
    return try fabrique.read().resume
  }
}
