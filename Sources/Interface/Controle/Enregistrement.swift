import Convention

/// One record of a file, as received, with what the checks said of it.
public struct Enregistrement: Sendable {
  /// nil for a type that the table does not have, or a line too short to say.
  public let type: TypeEnregistrement?
  /// Physical rank in the file, from 1.
  public let ligne: Int
  /// First byte in the file, from 0, and number of bytes without the line end.
  public let position: Int64
  public let longueur: Int
  /// The bytes as received; the first 64 KiB of a line longer than that.
  public let octets: ArraySlice<UInt8>
  public let rejet: Rejet?
  public let avertissements: [Avertissement]
  /// Part of the group, as father or child; false for what stands alone or was found between its lines.
  public let estRattache: Bool
  /// Index of the father in the group.
  public let parent: Int?
  /// Index in the group.
  public let indice: Int

  init(
    type: TypeEnregistrement?, ligne: Int, position: Int64, longueur: Int, octets: ArraySlice<UInt8>,
    rejet: Rejet? = nil, avertissements: [Avertissement] = [], estRattache: Bool = false,
    parent: Int? = nil, indice: Int = 0
  ) {
    self.type = type
    self.ligne = ligne
    self.position = position
    self.longueur = longueur
    self.octets = octets
    self.rejet = rejet
    self.avertissements = avertissements
    self.estRattache = estRattache
    self.parent = parent
    self.indice = indice
  }

  /// The first two bytes, as text; shorter if the line is.
  public var codeType: String { Latin9.text(octets.prefix(2)) }
}

// Fields by index. A field that the line does not hold whole, a blank one, or one out of its form, reads nil.
extension Enregistrement {
  /// The bytes of a field as received, fewer where the line is cut; empty for an unknown index.
  public func brut(_ champ: Int) -> ArraySlice<UInt8> {
    guard let type, type.champs.indices.contains(champ) else { return [] }
    let field = type.champs[champ]
    let first = min(octets.startIndex + field.debut - 1, octets.endIndex)
    return octets[first..<min(first + field.longueur, octets.endIndex)]
  }

  /// Does the line hold the whole field?
  public func estEntier(_ champ: Int) -> Bool {
    type.map { brut(champ).count == $0.champs[champ].longueur } ?? false
  }

  /// The raw field without its right blanks, nil if nothing is left: `valeur` of a reject.
  public func valeurBrute(_ champ: Int) -> String? {
    let bytes = brut(champ)
    let end = bytes.lastIndex { $0 != Octet.blanc }
    return end.map { Latin9.text(bytes[...$0]) }
  }

  /// Blanks at both ends removed; for a code outside its list that the table replaces, the replacement.
  public func texte(_ champ: Int) -> String? {
    guard let raw = valeurBrute(champ), let type else { return nil }
    let field = type.champs[champ]
    if let inconnu = field.inconnu, !type.plan.isListed(champ, raw) { return inconnu.valeur }
    guard field.type == .texte, raw.utf8.first == Octet.blanc else { return raw }
    return String(raw.drop { $0 == " " })
  }

  /// An integer; at most eighteen significant digits.
  public func entier(_ champ: Int) -> Int64? { whole(champ) { $0.entier($1) } }

  public func montant(_ champ: Int) -> Montant? { entier(champ).map(Montant.init(cents:)) }

  public func jour(_ champ: Int) -> Jour? { whole(champ) { $1 == 8 ? $0.jour() : nil } }

  public func horodatage(_ champ: Int) -> Horodatage? { whole(champ) { $1 == 19 ? $0.horodatage() : nil } }

  /// O is true, N is false.
  public func indicateur(_ champ: Int) -> Bool? {
    switch brut(champ).first {
    case UInt8(ascii: "O"): true
    case UInt8(ascii: "N"): false
    default: nil
    }
  }

  public func estBlanc(_ champ: Int) -> Bool { brut(champ).allSatisfy { $0 == Octet.blanc } }

  private func whole<Value>(_ champ: Int, _ read: (Octets, Int) -> Value?) -> Value? {
    guard estEntier(champ) else { return nil }
    return brut(champ).withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { read($0, bytes.count) }
    }
  }
}

// The same by name, for the few fields read once a file.
extension Enregistrement {
  public func texte(_ nom: String) -> String? { type?.champ(nom).flatMap { texte($0) } }
  public func entier(_ nom: String) -> Int64? { type?.champ(nom).flatMap { entier($0) } }
  public func montant(_ nom: String) -> Montant? { type?.champ(nom).flatMap { montant($0) } }
  public func jour(_ nom: String) -> Jour? { type?.champ(nom).flatMap { jour($0) } }
  public func horodatage(_ nom: String) -> Horodatage? { type?.champ(nom).flatMap { horodatage($0) } }
  public func indicateur(_ nom: String) -> Bool? { type?.champ(nom).flatMap { indicateur($0) } }
}
