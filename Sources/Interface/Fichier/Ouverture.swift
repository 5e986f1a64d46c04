import Convention

/// What the header of a file says: the first of 001 to 004 that holds, or how to read the rest.
public struct Ouverture: Sendable {
  /// nil when the mark is not where it should be.
  public private(set) var annonce: Annonce?
  /// The table of the version announced.
  public private(set) var table: TableFormat?
  public private(set) var genre: Genre?
  public private(set) var disposition: Disposition?
  /// The header record, readable field by field, as soon as table and kind are known.
  public private(set) var entete: Enregistrement?
  /// 001 to 004.
  public private(set) var refus: RefusEntete?
  private(set) var longueur: Int?
  /// Byte after the last record; line ends of the end of the file excluded.
  let end: Int64

  /// What the first 25 bytes announce, as text.
  public struct Annonce: Hashable, Sendable {
    public let genre: String
    public let version: String
    public let longueur: String
  }

  /// The witness of every version so far, for files whose version has no table.
  static let temoin = UInt8(ascii: "*")

  /// Reads the header of a file received that day.
  /// - Parameter attendus: names of the kinds expected of this sender, nil for any; another one is 002.
  public init(
    _ source: SourceOctets, formats: Formats, jour: Jour, attendus: Set<String>? = nil
  ) throws(FauteDeLecture) {
    end = try source.endOfRecords()
    let beginning = try source.octets(Int(min(end, Int64(Preambule.octetCount))), at: 0)
    if let phrase = readAnnounce(beginning, formats) {
      refus = Ouverture.refused(1, phrase)
    } else {
      let record = try readRecord(source, end: end)
      refus = verdict(record, formats, jour, attendus)
    }
  }

  private mutating func verdict(
    _ record: [UInt8], _ formats: Formats, _ jour: Jour, _ attendus: Set<String>?
  ) -> RefusEntete? {
    if let phrase = faultOfForm(record) { return Ouverture.refused(1, phrase) }
    guard let table else { return refusedVersion(formats) }
    guard let genre = table.genre(code: annonce?.genre ?? "") else {
      return Ouverture.refused(
        2, "genre de fichier « \(annonce?.genre ?? "") » absent de la table \(table.versionTexte)")
    }
    self.genre = genre
    let header = Enregistrement(
      type: genre.entete, ligne: 1, position: 0, longueur: record.count, octets: record[...], estRattache: true)
    entete = header
    if let attendus, !attendus.contains(genre.nom) {
      return Ouverture.refused(2, "un fichier « \(genre.nom) » n'est pas attendu de cet émetteur")
    }
    if let emission = header.jour("date_emission"), !table.holds(on: emission) {
      return Ouverture.refused(
        3, "la version \(table.versionTexte) ne vaut pas le \(emission.texte), date d'émission")
    }
    return Ouverture.faultOfField(header, table, jour)
  }

  private static func refused(_ code: CodeAnomalie, _ phrase: String) -> RefusEntete {
    RefusEntete(code: code, champ: nil, cause: nil, phrase: phrase)
  }

  private func refusedVersion(_ formats: Formats) -> RefusEntete {
    let known = formats.tables.map(\.versionTexte).joined(separator: ", ")
    return Ouverture.refused(
      3, "aucune table pour la version « \(annonce?.version ?? "") » ; versions en service : \(known)")
  }

  /// Mark, kind, version and length; the fault in French.
  private mutating func readAnnounce(_ bytes: [UInt8], _ formats: Formats) -> String? {
    guard !bytes.isEmpty else { return "fichier vide" }
    guard bytes.count == Preambule.octetCount, Latin9.text(bytes[10..<16]) == Preambule.marque else {
      return "marque « \(Preambule.marque) » absente des octets 11 à 16 : ce n'est pas un fichier de ce format"
    }
    let announced = Annonce(
      genre: Latin9.text(bytes[16..<18]), version: Latin9.text(bytes[18..<21]),
      longueur: Latin9.text(bytes[21..<25]))
    annonce = announced
    guard bytes[21..<25].allSatisfy(\.isDecimal), let length = Int(announced.longueur), length > 25 else {
      return "longueur annoncée « \(announced.longueur) » illisible"
    }
    longueur = length
    table = formats.table(version: announced.version)
    if let table, table.longueur != length {
      return "longueur annoncée \(length) : la version \(table.versionTexte) en demande \(table.longueur)"
    }
    return nil
  }

  /// The header's bytes; the first LF within the announced length and two bytes makes a file of lines.
  private mutating func readRecord(_ source: SourceOctets, end: Int64) throws(FauteDeLecture) -> [UInt8] {
    let length = longueur ?? 0
    let bytes = try source.octets(length + 2, at: 0)
    guard let stop = bytes.firstIndex(of: Octet.lf) else {
      disposition = .bloc
      return Array(bytes.prefix(Int(min(Int64(length), end))))
    }
    disposition = .lignes
    return Array(bytes[..<stop].last == Octet.cr ? bytes[..<(stop - 1)] : bytes[..<stop])
  }

  private func faultOfForm(_ record: [UInt8]) -> String? {
    guard record.count == longueur else {
      return "longueur annoncée \(longueur ?? 0) : l'en-tête a \(record.count) octets"
    }
    guard record.last == table?.temoin ?? Ouverture.temoin else {
      return "témoin de fin absent de l'en-tête"
    }
    return nil
  }

  /// 004: the leftmost field of the smallest fault, then the date of issue.
  private static func faultOfField(_ header: Enregistrement, _ table: TableFormat, _ jour: Jour) -> RefusEntete? {
    guard let type = header.type else { return nil }
    if let (code, index) = type.fault(header.octets) {
      let champ = type.champs[index]
      let valeur = header.valeurBrute(index).map { " (« \($0) »)" } ?? ""
      return RefusEntete(
        code: 4, champ: champ, cause: code,
        phrase: "en-tête, champ \(champ.nom)\(valeur) : \(table.anomalie(code)?.sens ?? code.texte)")
    }
    guard let index = type.champ("date_emission"), let emission = header.jour(index), emission > jour else {
      return nil
    }
    return RefusEntete(
      code: 4, champ: type.champs[index], cause: nil,
      phrase: "date d'émission \(emission.texte) postérieure au jour de réception \(jour.texte)")
  }
}

extension Ouverture {
  /// Can the rest be read and judged?
  var isReadable: Bool { refus.map { $0.code >= 4 } ?? true }

  /// The trailer that stands there.
  func enQueue(
    _ place: Reprise.Place?, _ source: SourceOctets
  ) throws(FauteDeLecture) -> Enregistrement? {
    guard let place, let genre, let longueur else { return nil }
    let bytes = try source.octets(longueur, at: place.position)
    return Enregistrement(
      type: genre.enQueue, ligne: place.ligne, position: place.position, longueur: bytes.count, octets: bytes[...])
  }
}

extension TypeEnregistrement {
  /// What is wrong in the fields of a header or trailer: a control byte in one of them, else the smallest 2xx.
  func fault(_ octets: ArraySlice<UInt8>) -> (code: CodeAnomalie, champ: Int)? {
    if let control = octets.firstIndex(where: \.isControl) {
      let byte = control - octets.startIndex + 1
      return champs.firstIndex { $0.debut <= byte && byte <= $0.fin }.map { (103, $0) }
    }
    let constat = octets.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { plan.verify($0) } ?? Constat()
    }
    return constat.code == 0 ? nil : (CodeAnomalie(rawValue: constat.code), constat.champ)
  }
}
