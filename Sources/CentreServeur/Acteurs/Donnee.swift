import Foundation
import Yams

/// A YAML or JSON document as it was written: scalars stay the texts that they are, so that `031` keeps its zero.
indirect enum Donnee: Sendable {
  case nulle
  case scalaire(String)
  case liste([Donnee])
  case objet([(cle: String, valeur: Donnee)])

  /// Reads a file; JSON is told by its first character.
  init(fichier: String) throws {
    guard
      let text = (try? Data(contentsOf: URL(fileURLWithPath: fichier))).flatMap({ String(data: $0, encoding: .utf8) })
    else { throw Faute("« \(fichier) » : fichier absent, illisible, ou qui n’est pas en UTF-8.") }
    let first = text.first { !$0.isWhitespace && $0 != "\u{FEFF}" }
    self = try first == "{" || first == "[" ? Donnee(json: text, fichier) : Donnee(yaml: text, fichier)
  }

  private init(json text: String, _ fichier: String) throws {
    do {
      self = try JSONDecoder().decode(Donnee.self, from: Data(text.utf8))
    } catch {
      throw DemandeRefusee("\(fichier) : ce n’est pas du JSON bien formé.")
    }
  }

  private init(yaml text: String, _ fichier: String) throws {
    do {
      self = try Yams.compose(yaml: text).map(Donnee.init) ?? .nulle
    } catch {
      throw DemandeRefusee("\(fichier)\(lineText(of: error)) : ce n’est pas du YAML bien formé.")
    }
  }

  private init(_ node: Node) {
    switch node {
    case .scalar(let scalar):
      let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      self = isNull ? .nulle : .scalaire(scalar.string)
    case .sequence(let items): self = .liste(items.map(Donnee.init))
    case .mapping(let members):
      self = .objet(members.map { (cle: $0.key.string ?? "", valeur: Donnee($0.value)) })
    case .alias: self = .nulle
    }
  }
}

/// « , ligne 12 » for a fault of YAML that has a line.
func lineText(of error: any Error) -> String {
  switch error as? YamlError {
  case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): ", ligne \(mark.line)"
  default: ""
  }
}

extension Donnee: Decodable {
  private struct Cle: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Cle.self) {
      self = .objet(
        try members.allKeys.map { (cle: $0.stringValue, valeur: try members.decode(Donnee.self, forKey: $0)) })
      return
    }
    if var items = try? decoder.unkeyedContainer() {
      var found: [Donnee] = []
      while !items.isAtEnd { found.append(try items.decode(Donnee.self)) }
      self = .liste(found)
      return
    }
    self = try Donnee(scalar: try decoder.singleValueContainer())
  }

  private init(scalar container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .nulle
    } else if let value = try? container.decode(Bool.self) {
      self = .scalaire(value ? "true" : "false")
    } else if let value = try? container.decode(Int64.self) {
      self = .scalaire(String(value))
    } else {
      self = .scalaire(try container.decode(String.self))
    }
  }
}
