/// The sheets of a workbook, in the order of their tabs, and the day from which its dates count.
final class PlanDuClasseur: ElementsXML.Walker {
  struct Onglet {
    let name: String
    let link: String
    let isVisible: Bool
  }

  private(set) var onglets: [Onglet] = []
  private(set) var epoch = OrigineDesDates.de1900

  static func read(_ archive: inout ArchiveZip, _ place: String) throws(FauteTabulaire) -> PlanDuClasseur {
    guard let content = try archive.read(place) else {
      throw FauteTabulaire("Le classeur est abîmé : sa partie « \(place) » manque.")
    }
    let plan = PlanDuClasseur()
    try ElementsXML.walk(content, part: place, plan)
    return plan
  }

  /// The sheet of that name (case and accents apart), or the first visible one.
  func sheet(named name: String?) throws(FauteTabulaire) -> Onglet {
    guard let name else {
      guard let first = onglets.first(where: \.isVisible) ?? onglets.first else {
        throw FauteTabulaire("Le classeur ne contient aucune feuille.")
      }
      return first
    }
    guard let found = onglets.first(where: { Intitule($0.name) == Intitule(name) }) else {
      let names = onglets.prefix(10).map { "« \($0.name) »" }.joined(separator: ", ")
      throw FauteTabulaire("Le classeur n'a pas de feuille « \(name) » ; il contient : \(names).")
    }
    return found
  }

  func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "workbookPr":
      if ["1", "true"].contains(attributes["date1904"]) { epoch = .de1904 }
    case "sheet":
      let link = attributes.first { $0.key == "id" || $0.key.hasSuffix(":id") }?.value
      guard let name = attributes["name"], let link else { return }
      let isVisible = !["hidden", "veryHidden"].contains(attributes["state"])
      onglets.append(Onglet(name: name, link: link, isVisible: isVisible))
    default: break
    }
  }

  func text(_ text: String) {}
  func end(_ element: String) {}
}
