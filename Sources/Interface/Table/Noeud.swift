import Convention
import Yams

/// A node of a table's YAML with its place, so that every fault says where it is.
struct Noeud {
  let node: Node
  let fichier: String
  /// `genre aller`, `enregistrement 10`, `champ phase`.
  let lieu: [String]
  /// The values of a mapping by key; nil for another node.
  private let valeurs: [String: Node]?

  init(node: Node, fichier: String, lieu: [String]) {
    self.init(node: node, fichier: fichier, lieu: lieu, valeurs: Noeud.values(node))
  }

  private init(node: Node, fichier: String, lieu: [String], valeurs: [String: Node]?) {
    self.node = node
    self.fichier = fichier
    self.lieu = lieu
    self.valeurs = valeurs
  }

  private static func values(_ node: Node) -> [String: Node]? {
    guard case .mapping(let mapping) = node else { return nil }
    let pairs = mapping.map { ($0.key.scalar?.string ?? "", $0.value) }
    return Dictionary(pairs) { first, _ in first }
  }

  var ligne: Int? { node.mark?.line }

  func fault(_ message: String) -> FauteDeTable {
    FauteDeTable(fichier: fichier, ligne: ligne, lieu: lieu.joined(separator: ", "), message: message)
  }

  /// The same node under a more precise name.
  func named(_ nom: String) -> Noeud {
    Noeud(node: node, fichier: fichier, lieu: lieu + [nom], valeurs: valeurs)
  }

  private func child(_ node: Node) -> Noeud { Noeud(node: node, fichier: fichier, lieu: lieu) }

  func optional(_ cle: String) -> Noeud? {
    guard let found = valeurs?[cle], !found.isNull else { return nil }
    return child(found)
  }

  func required(_ cle: String) throws(FauteDeTable) -> Noeud {
    guard valeurs != nil else { throw fault("une table de clés est attendue ici") }
    guard let found = optional(cle) else { throw fault("« \(cle) » manque") }
    return found
  }

  func elements() throws(FauteDeTable) -> [Noeud] {
    guard case .sequence(let sequence) = node else { throw fault("une liste est attendue ici") }
    return sequence.map { child($0) }
  }

  /// Keys and values in the order of the file.
  func pairs() throws(FauteDeTable) -> [(cle: String, valeur: Noeud)] {
    guard case .mapping(let mapping) = node else { throw fault("une table de clés est attendue ici") }
    return mapping.map { ($0.key.scalar?.string ?? "", child($0.value)) }
  }
}

// Scalars.
extension Noeud {
  func texte() throws(FauteDeTable) -> String {
    guard case .scalar(let scalar) = node else { throw fault("un texte est attendu ici") }
    return scalar.string
  }

  func texte(_ cle: String) throws(FauteDeTable) -> String { try required(cle).texte() }
  func texteOptional(_ cle: String) throws(FauteDeTable) -> String? { try optional(cle)?.texte() }

  func entier(_ cle: String) throws(FauteDeTable) -> Int {
    let found = try required(cle)
    guard let value = Int(try found.texte()) else { throw found.fault("« \(cle) » doit être un nombre entier") }
    return value
  }

  func booleen(_ cle: String, default value: Bool) throws(FauteDeTable) -> Bool {
    guard let found = optional(cle) else { return value }
    guard let read = found.node.bool else { throw found.fault("« \(cle) » doit être true ou false") }
    return read
  }

  func jour(_ cle: String) throws(FauteDeTable) -> Jour? {
    guard let found = optional(cle) else { return nil }
    guard let day = Jour(iso: try found.texte()) else {
      throw found.fault("« \(cle) » doit être une date AAAA-MM-JJ")
    }
    return day
  }

  func textes(_ cle: String) throws(FauteDeTable) -> [String] {
    guard let found = optional(cle) else { return [] }
    return try found.elements().map { (noeud) throws(FauteDeTable) in try noeud.texte() }
  }

  /// One of the words of an enumeration.
  func mot<Value: RawRepresentable & CaseIterable>(_ cle: String) throws(FauteDeTable) -> Value
  where Value.RawValue == String {
    let found = try required(cle)
    let word = try found.texte()
    guard let value = Value(rawValue: word) else {
      let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw found.fault("« \(cle): \(word) » est inconnu ; valeurs admises : \(words)")
    }
    return value
  }
}

extension Node {
  fileprivate var isNull: Bool {
    guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
