/// One event as the journal keeps it, with what proves it.
///
/// `sel` and `octets` are nil once the event is purged; what remains is in the ``Feuille``.
public struct LigneDuJournal: Hashable, Sendable {
  /// 1, 2, 3… in the whole journal, without gap.
  public var position: Int64
  /// Number of the dossier in this base, or that of a history, negative; says nothing of anyone.
  public var dossier: Int64
  /// 1, 2, 3… within the dossier, without gap.
  public var rang: Int64
  public var genre: String
  /// Milliseconds since 1970, UTC.
  public var instant: Int64
  /// Copies of what the bytes say, that the verification compares with them when they are given.
  public var jour: String?
  public var auteur: String?
  public var fichier: Int64?
  public var ligne: Int64?
  public var sel: Sel?
  public var octets: [UInt8]?
  public var empreinte: Empreinte
  public var purgePar: String?
  public var purgeInstant: Int64?

  public init(
    position: Int64, dossier: Int64, rang: Int64, genre: String, instant: Int64, jour: String? = nil,
    auteur: String? = nil, fichier: Int64? = nil, ligne: Int64? = nil, sel: Sel?, octets: [UInt8]?,
    empreinte: Empreinte, purgePar: String? = nil, purgeInstant: Int64? = nil
  ) {
    self.position = position
    self.dossier = dossier
    self.rang = rang
    self.genre = genre
    self.instant = instant
    self.jour = jour
    self.auteur = auteur
    self.fichier = fichier
    self.ligne = ligne
    self.sel = sel
    self.octets = octets
    self.empreinte = empreinte
    self.purgePar = purgePar
    self.purgeInstant = purgeInstant
  }

  public var feuille: Feuille {
    Feuille(
      position: position, dossier: dossier, rang: rang, genre: genre, instant: instant, empreinte: empreinte)
  }

  /// Genre of the event that records the purge of its dossier: its author and instant are those of the purged rows.
  public static let genrePurge = "DossierPurge"
}

extension LigneDuJournal: Codable {
  private enum CodingKeys: String, CodingKey {
    case position, dossier, rang, genre, instant, jour, auteur, fichier, ligne, sel, octets
    case octetsHexadecimal = "octets_hexadecimal"
    case empreinte
    case purgePar = "purge_par"
    case purgeInstant = "purge_instant"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    position = try container.decode(Int64.self, forKey: .position)
    dossier = try container.decode(Int64.self, forKey: .dossier)
    rang = try container.decode(Int64.self, forKey: .rang)
    genre = try container.decode(String.self, forKey: .genre)
    instant = try container.decode(Int64.self, forKey: .instant)
    jour = try container.decodeIfPresent(String.self, forKey: .jour)
    auteur = try container.decodeIfPresent(String.self, forKey: .auteur)
    fichier = try container.decodeIfPresent(Int64.self, forKey: .fichier)
    ligne = try container.decodeIfPresent(Int64.self, forKey: .ligne)
    sel = try container.decodeIfPresent(Sel.self, forKey: .sel)
    octets =
      try container.decodeIfPresent(String.self, forKey: .octets).map { Array($0.utf8) }
      ?? container.decodeIfPresent(String.self, forKey: .octetsHexadecimal).flatMap(Hexadecimal.octets)
    empreinte = try container.decode(Empreinte.self, forKey: .empreinte)
    purgePar = try container.decodeIfPresent(String.self, forKey: .purgePar)
    purgeInstant = try container.decodeIfPresent(Int64.self, forKey: .purgeInstant)
  }

  /// The bytes of an event are text, written as such for a person to read; damaged ones that are not, in hexadecimal.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(position, forKey: .position)
    try container.encode(dossier, forKey: .dossier)
    try container.encode(rang, forKey: .rang)
    try container.encode(genre, forKey: .genre)
    try container.encode(instant, forKey: .instant)
    try container.encodeIfPresent(jour, forKey: .jour)
    try container.encodeIfPresent(auteur, forKey: .auteur)
    try container.encodeIfPresent(fichier, forKey: .fichier)
    try container.encodeIfPresent(ligne, forKey: .ligne)
    try container.encodeIfPresent(sel, forKey: .sel)
    if let octets, let text = String(validating: octets, as: UTF8.self) {
      try container.encode(text, forKey: .octets)
    } else {
      try container.encodeIfPresent(octets.map { Hexadecimal.texte($0) }, forKey: .octetsHexadecimal)
    }
    try container.encode(empreinte, forKey: .empreinte)
    try container.encodeIfPresent(purgePar, forKey: .purgePar)
    try container.encodeIfPresent(purgeInstant, forKey: .purgeInstant)
  }
}
