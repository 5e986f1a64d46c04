import Convention
import Foundation
import Interface

/// Writes the records of one file through the layout, damaged lines included, and its trailer.
package struct EcrivainDeFichier {
  package let genre: Genre
  private let table: TableFormat
  private var redacteur: Redacteur
  private let sortie: FichierDeSortie
  private(set) var comptes: Comptes
  /// By index of type, the fields that its last line named, in its order: lines of a type name the same ones.
  private var places: [[(nom: String, champ: Int?)]]
  /// Mandatory fields that this program does not know, by index of type: a layout may add some.
  private var inconnus: [Int: [Int]] = [:]

  package init(_ table: TableFormat, _ genre: Genre, to url: URL) throws {
    self.table = table
    self.genre = genre
    redacteur = Redacteur(table, genre)
    sortie = try FichierDeSortie(url)
    comptes = Comptes(genre)
    places = Array(repeating: [], count: genre.enregistrements.count)
  }

  /// The physical rank of the next record, from 1.
  var ligneSuivante: Int { comptes.total + 1 }

  package mutating func write(_ ligne: Ligne) throws {
    guard let type = genre.type(ligne.type) else {
      throw FauteDeGeneration("La version \(table.version) du format n’a pas d’enregistrement \(ligne.type).")
    }
    if ligne.accident != nil { try sortie.write(redacteur.take()) }
    redacteur.open(type)
    for (rank, item) in ligne.valeurs.enumerated() {
      if let valeur = item.valeur, let champ = place(rank, item.nom, type) { try set(champ, valeur, type) }
    }
    if !ligne.isStranger { try complete(type, ligne) }
    try redacteur.close(verifie: false)
    comptes.count(ligne)
    if let accident = ligne.accident {
      try sortie.write(damaged(redacteur.take(), by: accident, type))
    } else if redacteur.octetCount > 1 << 18 {
      try sortie.write(redacteur.take())
    }
  }

  /// Writes the trailer: what was counted here, whatever damage the lines bear.
  package mutating func finish() throws {
    redacteur.open(genre.enQueue)
    for (nom, valeur) in comptes.enQueue(genre) {
      if let champ = genre.enQueue.champ(nom) { try redacteur.set(champ, entier: valeur) }
    }
    try redacteur.close(verifie: false)
    try sortie.write(redacteur.take())
    try sortie.finish()
  }

  /// The field of that name; remembered by its rank in the line, which spares a search.
  private mutating func place(_ rank: Int, _ nom: String, _ type: TypeEnregistrement) -> Int? {
    if rank < places[type.index].count, places[type.index][rank].nom == nom { return places[type.index][rank].champ }
    let found = (nom: nom, champ: type.champ(nom))
    if rank == places[type.index].count { places[type.index].append(found) }
    return found.champ
  }

  private mutating func set(_ champ: Int, _ valeur: Valeur, _ type: TypeEnregistrement) throws {
    switch valeur {
    case .texte(let value):
      // What the vocabulary holds is already composed: no need to normalise it.
      if type.champs[champ].type == .texte, !value.utf8.allSatisfy({ $0 < 0x80 }), let bytes = Latin9.exactBytes(value)
      {
        redacteur.set(champ, octets: bytes)
      } else {
        try redacteur.set(champ, texte: value)
      }
    case .entier(let value): try redacteur.set(champ, entier: value)
    case .montant(let value): try redacteur.set(champ, montant: value)
    case .jour(let value):
      let (annee, mois, jour) = value.components
      try redacteur.set(champ, entier: Int64(annee * 10_000 + mois * 100 + jour))
    case .instant(let value): try redacteur.set(champ, instant: value)
    case .indicateur(let value): try redacteur.set(champ, indicateur: value)
    case .octets(let value): redacteur.set(champ, octets: value)
    }
  }

  /// Something acceptable in each mandatory field that the layout adds.
  private mutating func complete(_ type: TypeEnregistrement, _ ligne: Ligne) throws {
    let unknown = inconnus[type.index] ?? type.obligatoires(absentFrom: ligne)
    inconnus[type.index] = unknown
    for champ in unknown {
      let field = type.champs[champ]
      switch field.type {
      case .entier, .montant: try redacteur.set(champ, entier: 1)
      case .date: try redacteur.set(champ, texte: "20200101")
      case .horodatage: try redacteur.set(champ, texte: "20200101120000+0100")
      case .indicateur: try redacteur.set(champ, texte: "N")
      case .signe: try redacteur.set(champ, texte: "+")
      case .code: try redacteur.set(champ, texte: field.liste.flatMap { table.liste($0)?.valeurs.first?.code } ?? "A")
      case .texte: try redacteur.set(champ, texte: "NON PRÉCISÉ")
      case .constante, .reserve: continue
      }
    }
  }

  /// The bytes of one record and its line end, hurt.
  private func damaged(_ record: [UInt8], by accident: Accident, _ type: TypeEnregistrement) -> [UInt8] {
    var bytes = record
    bytes.removeLast()
    func start(_ nom: String) -> Int { type.champ(nom).map { type.champs[$0].debut - 1 } ?? bytes.count / 2 }
    switch accident {
    case .coupe:
      let end = type.champ("numero_demande").map { type.champs[$0].fin } ?? 0
      bytes.removeSubrange(max(bytes.count / 2, end)...)
    case .allonge(let count): bytes += Array(repeating: UInt8(ascii: " "), count: count)
    case .sansTemoin: bytes[bytes.count - 1] = UInt8(ascii: " ")
    case .octetInterdit(let champ): bytes[start(champ)] = 0x85
    case .type(let code): bytes.replaceSubrange(0..<2, with: code.utf8.prefix(2))
    }
    return bytes + [0x0A]
  }
}

extension TypeEnregistrement {
  /// Mandatory fields that a line does not even name; the rank and the constants are the writer's.
  fileprivate func obligatoires(absentFrom ligne: Ligne) -> [Int] {
    let named = Set(ligne.valeurs.map(\.nom))
    return champs.indices.filter { index in
      let champ = champs[index]
      return champ.obligatoire && champ.type != .constante && champ.nom != "numero_ligne" && !named.contains(champ.nom)
    }
  }
}
