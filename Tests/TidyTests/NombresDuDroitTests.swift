import Testing

@Suite("Nombres du droit")
struct NombresDuDroitTests {
  /// A number that stands outside `Bareme` and is not one of the law.
  private struct Exception: Hashable {
    let fichier: String
    let nombre: Int
    let raison: String
    init(_ fichier: String, _ nombre: Int, _ raison: String) {
      self.fichier = fichier
      self.nombre = nombre
      self.raison = raison
    }
  }

  private static let exceptions = [
    Exception("Contrats/ContratDepartemental+Explications.swift", 12, "months of a year"),
    Exception("Contrats/ContratDepartemental.swift", 12, "months of a year"),
    Exception("Poursuites/Prescription.swift", 12, "months of a year"),
    Exception("Rapports/CompteRendu.swift", 12, "months of a year"),
    Exception("Contrats/Periodicite.swift", 31, "days of the longest month, where a search begins"),
    Exception("Contrats/OuvertureDApplication.swift", 8, "longest name of an application in a header of the format"),
    Exception("Contrats/Objectif.swift", 3, "place of an axis in a list"),
    Exception("Devoirs/Acteurs/DepartementDUnPoste.swift", 3, "characters of a code that name a département"),
    Exception("Remuneration/PreparationDeFacture.swift", 4, "digits of a proposed number"),
    Exception("Devoirs/Commun/PreuveDEnvoi.swift", 64, "digits of a SHA-256"),
    Exception("Devoirs/Commun/PreuveDEnvoi.swift", 255, "longest identifier of a mail"),
    Exception("Devoirs/Commun/Fenetre.swift", 60_000, "milliseconds of a minute"),
    Exception("Devoirs/Commun/Fenetre.swift", 59_999, "milliseconds of a minute, to round it up"),
    Exception("Devoirs/Disponibilite/Disponibilite.swift", 3, "digits between two separators"),
    Exception("Devoirs/Incident/DelaiCL1A.swift", 3600, "seconds of an hour"),
    Exception("Devoirs/Incident/DelaiCL1A.swift", 60, "seconds of a minute"),
    // The convention's own dates: what every entry of Bareme is counted from.
    Exception("Droit/ConventionNationale.swift", 2010, "its signature, 15/12/2010"),
    Exception("Droit/ConventionNationale.swift", 12, "its signature, 15/12/2010"),
    Exception("Droit/ConventionNationale.swift", 15, "its signature, 15/12/2010"),
    Exception("Droit/ConventionNationale.swift", 2005, "the convention it replaces, 30/11/2005"),
    Exception("Droit/ConventionNationale.swift", 11, "the convention it replaces, 30/11/2005"),
    Exception("Droit/ConventionNationale.swift", 30, "the convention it replaces, 30/11/2005"),
  ]

  /// Neither a rate nor a delay: counting, halves, decimal places.
  private static func isPlain(_ number: Int) -> Bool {
    var rest = number
    while rest >= 10, rest % 10 == 0 { rest /= 10 }
    return number <= 2 || rest == 1
  }

  /// Bareme itself, the algorithms of the calendar, the forms of identifiers.
  private static func isFree(_ path: String) -> Bool {
    path.hasPrefix("Droit/Bareme") || path.hasPrefix("Valeurs/") || path.hasPrefix("Calendrier/")
  }

  private func nombres() throws -> [(path: String, line: Int, value: Int)] {
    let folder = "Sources/Convention"
    return try Depot.files(folder).map { String($0.dropFirst(folder.count + 1)) }
      .filter { !NombresDuDroitTests.isFree($0) }
      .flatMap { path in
        try CodeSansTexte(Depot.text("\(folder)/\(path)")).lignes.flatMap { line in
          CodeSansTexte.nombres(line.text).map { (path, line.number, $0) }
        }
      }
      .filter { !NombresDuDroitTests.isPlain($0.2) }
  }

  @Test("no number of the law stands outside Bareme")
  func outside() throws {
    for (path, line, value) in try nombres() {
      let known = NombresDuDroitTests.exceptions.contains { $0.fichier == path && $0.nombre == value }
      #expect(
        known,
        "Sources/Convention/\(path):\(line) writes \(value): make it a dated entry of Bareme with its source, or add it here with the reason why it is not one of the law"
      )
    }
  }

  @Test("each exception still stands in its file, with its reason")
  func exceptions() throws {
    let found = try nombres()
    for exception in NombresDuDroitTests.exceptions {
      #expect(!exception.raison.isEmpty)
      #expect(
        found.contains { $0.path == exception.fichier && $0.value == exception.nombre },
        "\(exception.fichier) no longer writes \(exception.nombre): take the exception away")
    }
  }

  /// The names of the dated numbers that a file declares, those of a table and those made by a function among them.
  private func declares(_ text: String) -> [String] {
    text.matches(of: /public static let (\w+)(?:: \[[^\]]+\])?\s*(?::[^=]*Dated[^=]*)?=\s*(?:Dated\(|alerte\(|\[)/)
      .map { String($0.1) }
  }

  /// Names one by one: « tarif.toutes » holds two.
  private func words(_ text: String) -> [Substring] { text.matches(of: /[A-Za-z0-9_]+/).map(\.0) }

  @Test("each dated number that Bareme declares is in Bareme.rubriques")
  func listed() throws {
    let paths = try Depot.files("Sources/Convention/Droit").filter { $0.contains("/Bareme") }
    var count = 0
    for path in paths {
      let text = try Depot.text(path)
      for name in declares(text) {
        count += 1
        let uses = words(text).count { $0 == name }
        #expect(uses > 1, "\(path): \(name) is in no list; add it to the one at the end of its file")
      }
    }
    #expect(count >= 40, "only \(count) dated numbers were read: the declarations have another form")
    // And each list in the whole.
    let whole = try Depot.text("Sources/Convention/Droit/ValeurAppliquee.swift")
    for path in paths {
      for match in try Depot.text(path).matches(of: /static let (\w+): \[\[ValeurAppliquee\]\]/) {
        #expect(
          words(whole).contains(match.1), "\(path): Bareme.rubriques lacks \(match.1)")
      }
    }
  }

  @Test("numbers are read in code and interpolations, not in comments, texts, articles or tuples")
  func reading() {
    func read(_ line: String) -> [Int] { CodeSansTexte(line).lignes.flatMap { CodeSansTexte.nombres($0.text) } }
    #expect(read("let delai = 75 // et 60") == [75])
    #expect(read(#"let texte = "7 fois \(nombre(8)) et 9""#) == [8])
    #expect(read("Refus(.x, under: Article(10, alinea: 3))") == [])
    #expect(read("pair.0 + (1...255).count + $0 + 0x61") == [1, 255])
    #expect(read("let R027 = 1_500") == [1500])
  }
}
