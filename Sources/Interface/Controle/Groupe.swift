/// A father and his children with their verdicts, and the lines found between them; or one record alone.
///
/// A class: its memory is used again for the next group. Keep an `Enregistrement` as long as you like, it keeps its own bytes.
public final class Groupe {
  /// The header of the file.
  public let entete: Enregistrement
  let genre: Genre
  let compiles: UnsafePointer<TypeCompile>
  @exclusivity(unchecked) var octets: [UInt8] = []
  @exclusivity(unchecked) var articles: [ArticleJuge] = []
  var avertissements: [(indice: Int, Avertissement)] = []

  init(entete: Enregistrement, genre: Genre) {
    self.entete = entete
    self.genre = genre
    compiles = genre.compiles
    octets.reserveCapacity(64 * 1024)
    articles.reserveCapacity(64)
  }

  /// In the order of the file.
  public var count: Int { articles.count }
  public var indices: Range<Int> { articles.indices }

  public subscript(indice: Int) -> Enregistrement {
    let article = articles[indice]
    return Enregistrement(
      type: article.typeIndex >= 0 ? genre.enregistrements[Int(article.typeIndex)] : nil, ligne: article.ligne,
      position: article.position, longueur: article.longueur,
      octets: octets[article.debut..<article.debut + article.count], rejet: article.rejet,
      avertissements: avertissements.isEmpty ? [] : avertissements.filter { $0.indice == indice }.map(\.1),
      estRattache: article.estRattache, parent: article.parent >= 0 ? Int(article.parent) : nil, indice: indice)
  }

  /// The father, or the record that stands without one; nil for a line that belongs nowhere.
  public var racine: Enregistrement? {
    articles.first.map { $0.estRattache } ?? false ? self[0] : nil
  }

  /// Nothing of the group is rejected at the level of the dossier, and its father is not rejected at all.
  public var estAccepte: Bool {
    guard let first = articles.first, first.estRattache, first.code == 0 else { return false }
    return !isRejectedAsAWhole
  }

  var isRejectedAsAWhole: Bool { articles.contains { $0.code != 0 && $0.niveau == .dossier } }

  /// The children of a father, in the order of the file, of one type or of all.
  public func enfants(_ parent: Int = 0, type: Int? = nil) -> [Int] {
    articles.indices.filter { isChild($0, of: parent, type: type) }
  }

  func isChild(_ indice: Int, of parent: Int, type: Int?) -> Bool {
    let article = articles[indice]
    return article.estRattache && article.parent == parent && type.map { article.typeIndex == $0 } ?? true
  }

  /// The records rejected, in the order of the file.
  public var rejets: [Int] { articles.indices.filter { articles[$0].code != 0 } }

  var rejectCount: Int { articles.reduce(0) { $0 + ($1.code == 0 ? 0 : 1) } }

  /// Ready for the next group, with the memory of this one.
  func clear() {
    octets.removeAll(keepingCapacity: octets.capacity <= 1 << 20)
    articles.removeAll(keepingCapacity: articles.capacity <= 4096)
    avertissements.removeAll()
  }

  /// First record after this group: where a reader may resume.
  public var positionSuivante: Int64 { articles.last?.positionSuivante ?? 0 }
  public var ligneSuivante: Int { (articles.last?.ligne ?? 0) + 1 }

  /// Where the records below a father end: at the next one attached elsewhere.
  func end(of indice: Int) -> Int {
    guard indice > 0 else { return articles.count }
    var next = indice + 1
    while next < articles.count, !articles[next].estRattache || articles[next].parent >= indice { next += 1 }
    return next
  }
}

/// A record of a group while it is being judged: a few numbers, its bytes stand in the group's memory.
struct ArticleJuge {
  /// In `Groupe.octets`.
  var debut: Int
  var count: Int
  var position: Int64
  var positionSuivante: Int64
  /// Bytes on the file, more than `count` for a line without end.
  var longueur: Int
  var ligne: Int
  /// -1 for an unknown type.
  var typeIndex: Int16
  var parent: Int32 = -1
  var estRattache = false
  /// Wrong form (1xx): none of its fields is a readable term of a rule.
  var isMalformed = false
  /// Highest child type seen below, in the order of reading.
  var lastChildType: Int16 = -1
  var niveau = Portee.enregistrement
  /// 0 for none.
  var code: Int16 = 0
  /// -1 for none.
  var champ: Int16 = -1

  var rejet: Rejet? {
    guard code != 0 else { return nil }
    return Rejet(code: CodeAnomalie(rawValue: Int(code)), niveau: niveau, champ: champ < 0 ? nil : Int(champ))
  }
}
