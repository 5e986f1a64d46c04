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
public struct Examen: Sendable {
  /// What the first 25 bytes announce, as text.
  public struct Annonce: Hashable, Sendable {
    public let genre: String
    public let version: String
    public let longueur: String
  }

  public let octetCount: Int64
  /// nil when the mark is not where it should be.
  public let annonce: Annonce?
  /// The table of the version announced.
  public let table: TableFormat?
  public let genre: Genre?
  public let disposition: Disposition?
  /// The header record, readable field by field, as soon as table and kind are known.
  public let entete: Enregistrement?
  /// 001 to 004.
  public let refus: RefusEntete?
  /// Records of the file; 0 when the header could not be read (001 to 003).
  public let enregistrements: Int
  /// The first readable trailer.
  public let enQueue: Enregistrement?
  /// SHA-256 of the records end to end, line ends removed; of the raw bytes for 001 to 003.
  public let empreinte: [UInt8]
  /// The probable coding, in one French sentence, when it is not the format's.
  public let indiceCodage: String?

  /// 009: the header is good and no trailer is readable.
  public var estIncomplet: Bool { refus == nil && enQueue == nil }

  /// 64 hexadecimal digits in lower case.
  public var empreinteTexte: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: empreinte.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Byte after the last record; line ends of the end of the file excluded.
  let end: Int64

  /// Examines a file received that day.
  /// - Parameter attendus: names of the kinds expected of this sender, nil for any; another one is 002.
  public init<H: Hacheur>(
    _ source: SourceOctets, formats: Formats, jour: Jour, attendus: Set<String>? = nil, hacheur: H
  ) throws(FauteDeLecture) {
    end = try source.endOfRecords()
    let lecture = try LectureEntete(source, end: end, formats: formats, jour: jour, attendus: attendus)
    let isReadable = lecture.refus.map { $0.code >= 4 } ?? true
    var balayage = Balayage(
      longueur: lecture.longueur ?? 1, temoin: lecture.table?.temoin ?? LectureEntete.temoin, hacheur: hacheur)
    try balayage.run(
      source, isReadable ? lecture.disposition : nil, to: isReadable ? end : source.octetCount)
    octetCount = source.octetCount
    annonce = lecture.annonce
    table = lecture.table
    genre = lecture.genre
    disposition = lecture.disposition
    entete = lecture.entete
    refus = lecture.refus
    enregistrements = balayage.count
    enQueue = try lecture.enQueue(balayage.enQueue, source)
    empreinte = balayage.finish()
    indiceCodage = balayage.indice.phrase
  }
}
