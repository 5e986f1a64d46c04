import Convention

/// One object of a directory file: gives its members by name, says what is wrong with them and which nobody asked for.
final class Objet {
  let place: String
  private let members: [String: Donnee]
  private let lecture: LectureDActeurs
  private var asked: Set<String> = []

  /// nil when it is not an object.
  init?(_ donnee: Donnee, _ place: String, _ lecture: LectureDActeurs) {
    guard case .objet(let members) = donnee else { return nil }
    self.place = place
    self.lecture = lecture
    self.members = Dictionary(members.map { ($0.cle, $0.valeur) }) { first, _ in first }
    for cle in Dictionary(grouping: members, by: \.cle).filter({ $1.count > 1 }).keys.sorted() {
      lecture.fault(path(cle), "la clé est écrite deux fois.")
    }
  }

  func path(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }
  func fault(_ name: String, _ message: String) { lecture.fault(path(name), message) }
  func warn(_ name: String, _ message: String) { lecture.warn(path(name), message) }

  /// Whether the key is written, even with nothing.
  func has(_ name: String) -> Bool { members[name] != nil }

  /// Says which keys meant nothing.
  func finish() {
    for name in members.keys.sorted() where !asked.contains(name) { warn(name, "clé inconnue, ignorée.") }
  }

  /// nil when absent or written with nothing.
  private func valeur(_ name: String, required: Bool) -> Donnee? {
    asked.insert(name)
    switch members[name] {
    case nil, .nulle?, .scalaire("")?:
      if required { fault(name, "valeur obligatoire absente.") }
      return nil
    case let value?: return value
    }
  }

  func texte(_ name: String, required: Bool = true) -> String? {
    guard let value = valeur(name, required: required) else { return nil }
    guard case .scalaire(let text) = value else {
      fault(name, "un texte est attendu.")
      return nil
    }
    return text
  }

  func textes(_ name: String) -> [String] {
    liste(name).enumerated().compactMap { index, item in
      if case .scalaire(let text) = item, !text.isEmpty { return text }
      fault("\(name)[\(index)]", "un texte est attendu.")
      return nil
    }
  }

  func liste(_ name: String) -> [Donnee] {
    guard let value = valeur(name, required: false) else { return [] }
    guard case .liste(let items) = value else {
      fault(name, "une liste est attendue.")
      return []
    }
    return items
  }

  func objets(_ name: String) -> [Objet] {
    liste(name).enumerated().compactMap { index, item in
      if let object = Objet(item, "\(path(name))[\(index)]", lecture) { return object }
      fault("\(name)[\(index)]", "une suite de « clé: valeur » est attendue.")
      return nil
    }
  }

  func objet(_ name: String) -> Objet? {
    guard let value = valeur(name, required: false) else { return nil }
    if let object = Objet(value, path(name), lecture) { return object }
    fault(name, "une suite de « clé: valeur » est attendue.")
    return nil
  }

  /// The names written in this object.
  var noms: [String] { members.keys.sorted() }
}

extension Objet {
  func identifiant<T: Identifiant>(_ name: String, _ type: T.Type, required: Bool = true) -> T? {
    guard let text = texte(name, required: required) else { return nil }
    if let value = T(text) { return value }
    fault(name, "« \(text) » est mal formé : \(T.forme).")
    return nil
  }

  func jour(_ name: String, required: Bool = false) -> Jour? {
    guard let text = texte(name, required: required) else { return nil }
    if let jour = Jour(iso: text) { return jour }
    fault(name, "« \(text) » : une date AAAA-MM-JJ qui existe est attendue.")
    return nil
  }

  func entier(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = texte(name, required: false) else { return nil }
    if let value = Int(text), range.contains(value) { return value }
    fault(name, "« \(text) » : un entier de \(range.lowerBound) à \(range.upperBound) est attendu.")
    return nil
  }

  func indicateur(_ name: String) -> Bool? {
    guard let text = texte(name, required: false) else { return nil }
    switch text.lowercased() {
    case "true", "oui": return true
    case "false", "non": return false
    default:
      fault(name, "« \(text) » : true ou false est attendu.")
      return nil
    }
  }
}

extension Identifiant {
  /// What is expected, for messages.
  fileprivate static var forme: String {
    switch self {
    case is Siret.Type: "14 chiffres, clé comprise"
    case is Codique.Type: "6 ou 7 chiffres, ou 02A/02B suivi de 3 ou 4"
    case is CodeEtude.Type: "4 à 8 capitales et chiffres"
    case is CodePostal.Type: "5 chiffres"
    case is Departement.Type: "01 à 95, 2A, 2B, 971 à 978, 986 à 988"
    default: "forme inattendue"
    }
  }
}
