/// A value as people and JSON show it.
public enum ValeurLue: Hashable, Sendable {
  /// Texts and codes without right blanks; dates `2026-03-02`; instants `2026-03-02T20:15:00+01:00`; what is out of its form, as it
  /// stands.
  case texte(String)
  /// Integers, and amounts in cents.
  case entier(Int64)
}

/// A record decoded field by field: absent values, constants and reserves left out.
public struct Contenu: Hashable, Sendable {
  public struct Valeur: Hashable, Sendable {
    public let nom: String
    public let valeur: ValeurLue
    public init(_ nom: String, _ valeur: ValeurLue) {
      self.nom = nom
      self.valeur = valeur
    }
  }
  /// Two characters.
  public let type: String
  /// In the order of the record.
  public let valeurs: [Valeur]
  /// The whole record, for a type that the table does not have.
  public let brut: String?

  public init(type: String, valeurs: [Valeur], brut: String? = nil) {
    self.type = type
    self.valeurs = valeurs
    self.brut = brut
  }

  public subscript(nom: String) -> ValeurLue? { valeurs.first { $0.nom == nom }?.valeur }

  /// One JSON object on one line, keys in the order of the record.
  public var json: String {
    var parts = ["\"type\": \(quoted(type))"]
    if let brut { parts.append("\"brut\": \(quoted(brut))") }
    for entry in valeurs {
      switch entry.valeur {
      case .texte(let texte): parts.append("\(quoted(entry.nom)): \(quoted(texte))")
      case .entier(let entier): parts.append("\(quoted(entry.nom)): \(entier)")
      }
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

extension Enregistrement {
  /// Constants shown all the same: the header's kind and version.
  private static let shownConstants: Set<String> = ["genre", "version"]

  public var contenu: Contenu {
    guard let type else { return Contenu(type: codeType, valeurs: [], brut: Latin9.text(octets)) }
    var values: [Contenu.Valeur] = []
    for (index, champ) in type.champs.enumerated() where isShown(champ) {
      if let value = valeurLue(index) { values.append(Contenu.Valeur(champ.nom, value)) }
    }
    return Contenu(type: type.code, valeurs: values)
  }

  private func isShown(_ champ: Champ) -> Bool {
    switch champ.type {
    case .reserve: false
    case .constante: Enregistrement.shownConstants.contains(champ.nom)
    default: true
    }
  }

  /// One field for showing; nil if blank.
  public func valeurLue(_ champ: Int) -> ValeurLue? {
    guard let type, let raw = valeurBrute(champ) else { return nil }
    switch type.champs[champ].type {
    case .entier, .montant: return entier(champ).map { .entier($0) } ?? .texte(raw)
    case .date: return .texte(jour(champ)?.iso ?? raw)
    case .horodatage: return .texte(horodatage(champ) == nil ? raw : isoInstant(raw))
    case .texte: return .texte(String(raw.drop { $0 == " " }))
    case .code, .indicateur, .signe, .constante, .reserve: return .texte(raw)
    }
  }

  /// `20260302201500+0100` as `2026-03-02T20:15:00+01:00`: the offset written is kept.
  private func isoInstant(_ raw: String) -> String {
    let digits = Array(raw)
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))"
      + "\(part(14..<17)):\(part(17..<19))"
  }
}

private func quoted(_ texte: String) -> String {
  var quoted = "\""
  for scalar in texte.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
