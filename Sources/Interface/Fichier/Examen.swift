import Convention

/// Why a file is stopped at its header: 001 to 004.
public struct RefusEntete: Hashable, Sendable {
  public let code: CodeAnomalie
  /// The faulty field of the header, for 004.
  public let champ: Champ?
  /// What is wrong with that field (103, 201 to 209), nil for a date after the day of reception.
  public let cause: CodeAnomalie?
  /// The whole in one French sentence.
  public let phrase: String
}

/// The first reading of a received file, record by record but before any check of them.
///
/// The order of the verdicts is 001, 002, 003, 004, then 005 (the caller's), 009, then 006, 007 and 008 (the caller's): the first one
/// found is given, the following are not evaluated.
@dynamicMemberLookup
public struct Examen: Sendable {
  /// What the header says; its members are read through the examination.
  public let ouverture: Ouverture
  public let octetCount: Int64
  /// Records of the file; 0 when the header could not be read (001 to 003).
  public let enregistrements: Int
  /// The first readable trailer.
  public let enQueue: Enregistrement?
  /// SHA-256 of the records end to end, line ends removed; of the raw bytes for 001 to 003.
  public let empreinte: [UInt8]
  /// The probable coding, in one French sentence, when it is not the format's.
  public let indiceCodage: String?

  /// 009: the header is good and no trailer is readable.
  public var estIncomplet: Bool { ouverture.refus == nil && enQueue == nil }

  /// 64 hexadecimal digits in lower case.
  public var empreinteTexte: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: empreinte.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public subscript<Value>(dynamicMember path: KeyPath<Ouverture, Value>) -> Value { ouverture[keyPath: path] }

  /// Examines a file received that day.
  /// - Parameter attendus: names of the kinds expected of this sender, nil for any; another one is 002.
  public init<H: Hacheur>(
    _ source: SourceOctets, formats: Formats, jour: Jour, attendus: Set<String>? = nil, hacheur: H
  ) throws(FauteDeLecture) {
    ouverture = try Ouverture(source, formats: formats, jour: jour, attendus: attendus)
    var balayage = Balayage(
      longueur: ouverture.longueur ?? 1, temoin: ouverture.table?.temoin ?? Ouverture.temoin, hacheur: hacheur)
    let isReadable = ouverture.isReadable
    try balayage.run(
      source, isReadable ? ouverture.disposition : nil, to: isReadable ? ouverture.end : source.octetCount)
    octetCount = source.octetCount
    enregistrements = balayage.count
    enQueue = try ouverture.enQueue(balayage.enQueue, source)
    empreinte = balayage.finish()
    indiceCodage = balayage.indice.phrase
  }
}
