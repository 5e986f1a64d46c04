/// One kind of exchanged file.
public final class Genre: Sendable {
  public let nom: String
  /// Two characters, bytes 17 and 18 of the header.
  public let code: String
  public let emetteur: String
  public let destinataire: String
  public let sens: String
  /// Header fields that identify a suite of numbers, with the kind and the environment.
  public let cleSequence: [String]
  /// One file a day at most between the centre and an exploitation.
  public let unParJour: Bool
  public let exigences: [String]
  /// In the order of reading: header first, trailer last.
  public let enregistrements: [TypeEnregistrement]

  private let indexes: [UInt16: Int]
  /// What judging needs of each type, side by side; the types own what it points to.
  nonisolated(unsafe) let compiles: UnsafePointer<TypeCompile>
  nonisolated(unsafe) private let memoire = Memoire()

  init(_ brut: GenreBrut, enregistrements: [TypeEnregistrement]) {
    nom = brut.nom
    code = brut.code
    emetteur = brut.emetteur
    destinataire = brut.destinataire
    sens = brut.sens
    cleSequence = brut.cleSequence
    unParJour = brut.unParJour
    exigences = brut.exigences
    self.enregistrements = enregistrements
    indexes = Dictionary(uniqueKeysWithValues: enregistrements.map { (packed($0.code), $0.index) })
    compiles = memoire.place(enregistrements.map(\.compile))
    entete = enregistrements[0]
    enQueue = enregistrements[enregistrements.count - 1]
  }

  /// The header, type `00`.
  public let entete: TypeEnregistrement
  /// The trailer, type `99`.
  public let enQueue: TypeEnregistrement

  /// The type of that two-character code.
  public func type(_ code: String) -> TypeEnregistrement? {
    code.utf8.count == 2 ? indexes[packed(code)].map { enregistrements[$0] } : nil
  }

  func index(ofType code: UInt16) -> Int? { indexes[code] }
}

struct GenreBrut {
  var nom: String
  var code: String
  var emetteur: String
  var destinataire: String
  var sens: String
  var cleSequence: [String]
  var unParJour: Bool
  var exigences: [String]
}

/// Two bytes as one number, the first in the high part.
func packed(_ code: String) -> UInt16 {
  code.utf8.reduce(UInt16(0)) { $0 << 8 | UInt16($1) }
}
