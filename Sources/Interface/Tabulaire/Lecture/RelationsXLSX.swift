/// The relations of a part: identifier, kind and target of each part that it refers to.
final class RelationsXLSX: ElementsXML.Walker {
  private var links: [(id: String, kind: String, target: String)] = []

  /// - Parameter part: the place of the part; empty for the package itself.
  static func read(_ archive: inout ArchiveZip, of part: String) throws(FauteTabulaire) -> RelationsXLSX {
    let relations = RelationsXLSX()
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let place = CheminDePartie.resolve("_rels/\(name).rels", from: CheminDePartie.folder(of: part))
    if let content = try archive.read(place) {
      try ElementsXML.walk(content, part: place, relations)
    }
    return relations
  }

  func target(of id: String) -> String? { links.first { $0.id == id }?.target }

  /// The place of the first part of a kind, given by the last word of its address (`styles`, `sharedStrings`).
  func place(kind: String, from folder: String) -> String? {
    links.first { $0.kind == kind }.map { CheminDePartie.resolve($0.target, from: folder) }
  }

  func start(_ element: String, _ attributes: [String: String]) throws(FauteTabulaire) {
    guard element == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    links.append((id, type.split(separator: "/").last.map(String.init) ?? "", target))
  }

  func text(_ text: String) {}
  func end(_ element: String) {}
}
