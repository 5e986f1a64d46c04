import Convention

/// A list to be written: its title and its typed columns; the rows are given one by one to a writer.
public struct Tableau: Hashable, Sendable {
  public enum TypeDeColonne: Hashable, Sendable, CaseIterable {
    case texte, entier, montant, jour, instant
  }

  public struct Colonne: Hashable, Sendable {
    /// The heading that people read.
    public let titre: String
    /// The key of JSON rows; made from the heading when not given (`Reste dû` → `reste_du`).
    public let cle: String
    public let type: TypeDeColonne
    /// Width in characters in a workbook; one that suits the type when nil.
    public let largeur: Int?

    public init(_ titre: String, _ type: TypeDeColonne, cle: String? = nil, largeur: Int? = nil) {
      self.titre = titre
      self.cle = cle ?? Colonne.cle(of: titre)
      self.type = type
      self.largeur = largeur
    }
  }

  /// A cell of the type of its column, or nothing.
  public enum Cellule: Hashable, Sendable {
    case vide
    case texte(String)
    case entier(Int64)
    case montant(Montant)
    case jour(Jour)
    case instant(Instant)
  }

  public let titre: String
  public let colonnes: [Colonne]

  public init(titre: String, colonnes: [Colonne]) {
    self.titre = titre
    self.colonnes = colonnes
  }
}

extension Tableau.Colonne {
  private static func cle(of titre: String) -> String {
    titre.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { Intitule(String($0)).texte }
      .joined(separator: "_")
  }
}

extension Tableau.Cellule {
  /// An absent value is an empty cell.
  public init(_ texte: String?) { self = texte.map { .texte($0) } ?? .vide }
  public init(_ montant: Montant?) { self = montant.map { .montant($0) } ?? .vide }
  public init(_ jour: Jour?) { self = jour.map { .jour($0) } ?? .vide }
  public init(_ instant: Instant?) { self = instant.map { .instant($0) } ?? .vide }
  public init(_ entier: Int64?) { self = entier.map { .entier($0) } ?? .vide }
}

/// Writes the rows of a `Tableau` in one format.
///
/// `write` once per row, with as many cells as columns at most, then `close` once; nothing is complete before.
public protocol EcrivainDeTableau {
  mutating func write(_ ligne: [Tableau.Cellule]) throws
  mutating func close() throws
}

/// Where the bytes of a list go: a file, an answer, a buffer.
public typealias Debouche = (_ octets: [UInt8]) throws -> Void
