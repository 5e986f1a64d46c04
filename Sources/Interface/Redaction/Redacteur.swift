import Convention

/// Writes a file of one kind: header, records, trailer with its counts and sums; one record a line, ended by LF.
///
/// `open` a type, `set` its fields by index, `close`; `finish` writes the trailer. What is written is taken with `take`, as often as
/// the caller likes. Nothing is closed that our own checks would refuse, unless asked otherwise.
public struct Redacteur {
  public let table: TableFormat
  public let genre: Genre
  /// Records written, counts and sums.
  public private(set) var cumuls: Cumuls
  private let totaux: Totaux
  private var octets: [UInt8] = []
  /// Start of the open record in `octets`.
  private var debut = 0
  private var type: TypeEnregistrement
  private var isOpen = false
  private static let greatestRank = 99_999_999

  public init(_ table: TableFormat, _ genre: Genre) {
    self.table = table
    self.genre = genre
    totaux = Totaux(genre)
    cumuls = Cumuls(typeCount: genre.enregistrements.count, sommeCount: totaux.sommes.count)
    type = genre.entete
    octets.reserveCapacity(1 << 16)
  }

  /// Bytes written and not yet taken.
  public var octetCount: Int { isOpen ? debut : octets.count }

  /// The bytes of the records closed since the last time; the buffer starts empty again.
  public mutating func take() -> [UInt8] {
    precondition(!isOpen, "a record is open: close or drop it before taking")
    defer { octets.removeAll(keepingCapacity: true) }
    return octets
  }

  /// Begins a record: blanks and constants.
  public mutating func open(_ type: TypeEnregistrement) {
    begin(type)
    octets.append(contentsOf: type.modele)
  }

  /// Begins a record as a copy of one received: its bytes stay as they are, but for the fields set afterwards and its rank.
  public mutating func open(copie enregistrement: Enregistrement) throws(FauteDeRedaction) {
    guard let type = enregistrement.type, enregistrement.octets.count == table.longueur,
      genre.enregistrements.contains(where: { $0 === type })
    else {
      throw FauteDeRedaction(
        type: enregistrement.codeType, champ: "", message: "enregistrement d'une autre table ou amputé, non recopié")
    }
    begin(type)
    octets.append(contentsOf: enregistrement.octets)
  }

  /// Ends the open record: its rank, the checks of its fields, its part in the totals.
  /// - Parameter verifie: refuse what the field checks (2xx) would; false for what is sent as received.
  public mutating func close(verifie: Bool = true) throws(FauteDeRedaction) {
    guard isOpen else { return }
    let rank = cumuls.total + 1
    guard rank <= Redacteur.greatestRank else {
      throw FauteDeRedaction(
        type: type.code, champ: "numero_ligne", message: "plus de \(Redacteur.greatestRank) lignes")
    }
    if let champ = type.champ("numero_ligne") { try set(champ, entier: Int64(rank)) }
    if verifie { try verify() }
    count()
    octets.append(Octet.lf)
    isOpen = false
  }

  /// Writes the trailer; the file is complete.
  public mutating func finish() throws(FauteDeRedaction) {
    let trailer = genre.enQueue
    open(trailer)
    for (index, champ) in trailer.champs.enumerated() {
      guard case .compte(let code) = champ.controle else { continue }
      try set(index, entier: Int64(count(ofType: code)))
    }
    for (index, somme) in totaux.sommes.enumerated() { try set(somme.champ, entier: cumuls.sommes[index]) }
    try close()
  }

  private func count(ofType code: String?) -> Int {
    guard let code else { return cumuls.total + 1 }
    let counted = genre.type(code).map { cumuls.comptes[$0.index] } ?? 0
    return code == genre.enQueue.code ? counted + 1 : counted
  }

  /// Abandons the open record.
  public mutating func drop() {
    guard isOpen else { return }
    octets.removeLast(octets.count - debut)
    isOpen = false
  }

  private mutating func begin(_ type: TypeEnregistrement) {
    drop()
    debut = octets.count
    self.type = type
    isOpen = true
  }

  private func verify() throws(FauteDeRedaction) {
    guard let fault = type.fault(octets[debut...]) else { return }
    throw FauteDeRedaction(
      type: type.code, champ: type.champs[fault.champ].nom,
      message: "\(fault.code) : \(table.anomalie(fault.code)?.sens ?? "valeur refusée")")
  }

  private mutating func count() {
    cumuls.count(typeIndex: type.index)
    octets.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      let article = Article(
        octets: base + debut, count: table.longueur, longueur: table.longueur, position: 0, positionSuivante: 0)
      totaux.add(article, typeIndex: type.index, isMalformed: false, to: &cumuls)
    }
  }
}

// One field of the open record.
extension Redacteur {
  /// A text is cut at the width of its field; a code too long is refused. nil leaves blanks.
  public mutating func set(_ champ: Int, texte: String?) throws(FauteDeRedaction) {
    guard let texte else { return fill(champ, with: []) }
    let bytes = Latin9.bytes(texte)
    let field = type.champs[champ]
    guard bytes.count <= field.longueur || field.type == .texte else {
      throw fault(champ, "\(bytes.count) caractères pour un champ de \(field.longueur)")
    }
    fill(champ, with: bytes)
  }

  /// Right-aligned, zeros on the left. nil leaves blanks.
  public mutating func set(_ champ: Int, entier: Int64?) throws(FauteDeRedaction) {
    guard let entier else { return fill(champ, with: []) }
    precondition(isOpen, "a field is set in an open record")
    guard entier >= 0 else { throw fault(champ, "nombre négatif") }
    let width = type.champs[champ].longueur
    var rest = entier
    for offset in stride(from: width - 1, through: 0, by: -1) {
      octets[debut + type.champs[champ].debut - 1 + offset] = Octet.zero + UInt8(rest % 10)
      rest /= 10
    }
    guard rest == 0 else { throw fault(champ, "nombre trop grand pour \(width) chiffres") }
  }

  /// In cents.
  public mutating func set(_ champ: Int, montant: Montant?) throws(FauteDeRedaction) {
    try set(champ, entier: montant?.cents)
  }

  public mutating func set(_ champ: Int, jour: Jour?) throws(FauteDeRedaction) {
    try set(champ, texte: jour?.compact)
  }

  /// In French legal time with its offset.
  public mutating func set(_ champ: Int, instant: Instant?) throws(FauteDeRedaction) {
    try set(champ, texte: instant?.horodatage)
  }

  /// O or N.
  public mutating func set(_ champ: Int, indicateur: Bool?) throws(FauteDeRedaction) {
    try set(champ, texte: indicateur.map { $0 ? "O" : "N" })
  }

  /// Bytes as they are, cut or completed with blanks.
  public mutating func set(_ champ: Int, octets: some Collection<UInt8>) { fill(champ, with: octets) }

  private mutating func fill(_ champ: Int, with bytes: some Collection<UInt8>) {
    precondition(isOpen, "a field is set in an open record")
    let field = type.champs[champ]
    var position = debut + field.debut - 1
    let end = position + field.longueur
    for byte in bytes.prefix(field.longueur) {
      octets[position] = byte
      position += 1
    }
    while position < end {
      octets[position] = Octet.blanc
      position += 1
    }
  }

  private func fault(_ champ: Int, _ message: String) -> FauteDeRedaction {
    FauteDeRedaction(type: type.code, champ: type.champs[champ].nom, message: message)
  }
}
