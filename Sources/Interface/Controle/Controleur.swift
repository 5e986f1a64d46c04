/// Reads a file that is not stopped at its header and judges it group by group, in order.
///
/// `advance` gives one group, or one record that stands alone, with its verdict; the next one is not read before the caller asks
/// for it, so what he keeps of a group is known to the rules of the following. Stop after any group and start
/// again later from `reprise`.
public final class Controleur {
  public let table: TableFormat
  public let genre: Genre
  /// The group given by the last `advance`.
  public let groupe: Groupe
  /// What is counted so far; complete, anomalies of the trailer included, once `advance` has returned false.
  // These are only touched by `advance` and what it calls, never through a second path: their accesses are not checked at run time,
  // which costs a tenth of the reading.
  @exclusivity(unchecked) public internal(set) var cumuls: Cumuls
  let lecteur: Lecteur
  let totaux: Totaux
  /// The first readable trailer, once it has been read.
  var enQueue: Enregistrement?
  /// The record that closed the last group, not yet judged.
  @exclusivity(unchecked) var pending: Article?
  @exclusivity(unchecked) var ligne: Int
  /// The open record of each type, by index of type: index in the group, -1 for none.
  @exclusivity(unchecked) var open: [Int32]
  @exclusivity(unchecked) var strangerCount = 0
  /// First byte after the last group given.
  private var position: Int64
  let compiles: UnsafePointer<TypeCompile>
  private let codes: [UInt16]

  /// A group larger than this is closed: nothing in a file may fill the memory. No table's counts reach it.
  static let greatestGroup = 256 * 1024 * 1024
  static let greatestStrangerCount = 100_000

  /// nil when the file is stopped at its header.
  public init?(
    _ ouverture: Ouverture, _ source: SourceOctets, depuis reprise: Reprise? = nil
  ) throws(FauteDeLecture) {
    guard ouverture.refus == nil, let table = ouverture.table, let genre = ouverture.genre,
      let entete = ouverture.entete, let disposition = ouverture.disposition
    else { return nil }
    self.table = table
    self.genre = genre
    groupe = Groupe(entete: entete, genre: genre)
    totaux = Totaux(genre)
    let start =
      reprise
      ?? Reprise(
        position: 0, ligne: 1,
        cumuls: Cumuls(typeCount: genre.enregistrements.count, sommeCount: totaux.sommes.count))
    cumuls = start.cumuls
    position = start.position
    lecteur = Lecteur(
      source, disposition: disposition, longueur: table.longueur, from: start.position, to: ouverture.end)
    enQueue = try ouverture.enQueue(start.enQueue, source)
    ligne = start.ligne
    open = Array(repeating: -1, count: genre.enregistrements.count)
    compiles = genre.compiles
    codes = genre.enregistrements.map { packed($0.code) }
  }

  /// Where a reading may start again: after the last group given.
  public var reprise: Reprise {
    let trailer = enQueue.map { Reprise.Place(ligne: $0.ligne, position: $0.position) }
    return Reprise(position: position, ligne: ligne, cumuls: cumuls, enQueue: trailer)
  }

  /// Has the whole file been read without meeting a trailer? (009)
  public var estIncomplet: Bool { enQueue == nil }

  /// Reads and judges the next group, found in `groupe`; false at the end of the file.
  public func advance<M: Monde>(_ monde: inout M) throws -> Bool {
    guard try fill() else {
      finish()
      return false
    }
    try judge(&monde)
    cumuls.addRejects(groupe.rejectCount)
    try monde.retenir(groupe)
    position = groupe.positionSuivante
    return true
  }

  /// Index of the type of a record, -1 for an unknown one.
  @inline(__always)
  func typeIndex(_ article: Article) -> Int {
    guard article.count >= 2 else { return -1 }
    let code = UInt16(article.octets[0]) << 8 | UInt16(article.octets[1])
    return codes.firstIndex(of: code) ?? -1
  }
}
