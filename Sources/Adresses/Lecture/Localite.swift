/// What the locality field says once what is not a name is set apart.
struct Localite {
  /// Folded name of the place; empty when the field says nothing of it.
  var nom: [UInt8]
  /// A postal code found beside the name.
  var code: CodeLu = .absent
  var isCedex = false
  /// The number after CEDEX, which in a town with arrondissements is that of the arrondissement.
  var numeroCedex: Int?
  /// A département number after the name, as in `NAVES (81)`; see `DepartementCle`.
  var departement: Int32?

  /// `isKnown` tells whether a folded text is a name as it stands: then nothing is taken out of it.
  init(_ texte: String, isKnown: ([UInt8]) -> Bool) {
    nom = repliDeCommune(texte)
    if nom.elementsEqual("MARSEILLE 13".utf8), texte.utf8.contains(0x28) {
      nom.removeLast(3)  // (13) is the département; without brackets it is the thirteenth arrondissement
    }
    if nom.isEmpty || isKnown(nom) || VilleLue(nom) != nil { return }
    takeApart(isKnown)
    if !isKnown(nom) && Self.saysNothing(nom) { nom = [] }
  }

  private mutating func takeApart(_ isKnown: ([UInt8]) -> Bool) {
    var words = nom.split(separator: 0x20)
    Self.removeBoxes(from: &words)
    takeCode(from: &words)
    takeCedex(from: &words)
    nom = Array(words.joined(separator: [0x20]))
    if !isKnown(nom) && VilleLue(nom) == nil { takeSuffix(from: words, isKnown) }
  }

  /// `BP 123`, `CS 40001`, `TSA 12345`: boxes, never part of a name.
  private static func removeBoxes(from words: inout [ArraySlice<UInt8>]) {
    for index in words.indices.dropLast().reversed()
    where ["BP", "CS", "TSA"].contains(text(words[index])) && words[index + 1].allSatisfy(Chiffres.isDigit) {
      words.removeSubrange(index...index + 1)
    }
  }

  /// A code of four or five digits before or after the name, with its country mark if any.
  private mutating func takeCode(from words: inout [ArraySlice<UInt8>]) {
    for index in [0, words.count - 1] where words.indices.contains(index) {
      let code = CodeLu(text(words[index]))
      guard Self.isCode(words[index], code) else { continue }
      self.code = code.misplaced
      words.remove(at: index)
      return
    }
    guard words.count > 2, words[0].count <= 2, words[1].count >= 4, words[1].allSatisfy(Chiffres.isDigit)
    else { return }
    code = CodeLu(text(words[0]) + text(words[1])).misplaced
    words.removeFirst(2)
  }

  private static func isCode(_ word: ArraySlice<UInt8>, _ code: CodeLu) -> Bool {
    guard word.count >= 4, word.count(where: Chiffres.isDigit) >= 4 else { return false }
    switch code {
    case .complet, .etranger: return true
    case .partiel(let digits): return digits.count == 4
    case .absent, .corse, .illisible: return false
    }
  }

  /// `CEDEX`, and the number that may follow it, glued or not.
  private mutating func takeCedex(from words: inout [ArraySlice<UInt8>]) {
    guard let index = words.firstIndex(where: { word in Self.cedex.contains { word.starts(with: $0) } }) else { return }
    let after = words[index].filter(Chiffres.isDigit)
    let number = after.isEmpty ? words.dropFirst(index + 1).first.map(Array.init) ?? [] : after
    isCedex = true
    numeroCedex = Int(text(number[...]))
    words.removeSubrange(index...)
  }

  private static let cedex = ["CEDEX", "CEDX", "CDEX", "CDX"].map { Array($0.utf8) }

  /// A country or a département after a name that is known: elsewhere `FRANCE` may be part of a misspelt name,
  /// and a number that of an arrondissement.
  private mutating func takeSuffix(from words: [ArraySlice<UInt8>], _ isKnown: ([UInt8]) -> Bool) {
    guard words.count > 1, let last = words.last else { return }
    let departement = Self.departement(last)
    let rest = Array(words.dropLast().joined(separator: [0x20]))
    guard departement != nil || last.elementsEqual("FRANCE".utf8), isKnown(rest) || VilleLue(rest) != nil
    else { return }
    nom = rest
    self.departement = departement
  }

  private static func departement(_ word: ArraySlice<UInt8>) -> Int32? {
    if word.elementsEqual("2A".utf8) { return 201 }
    if word.elementsEqual("2B".utf8) { return 202 }
    if let two = Chiffres.number(word, count: 2) { return (1...95).contains(two) ? two : nil }
    return Chiffres.number(word, count: 3).flatMap { (971...988).contains($0) ? $0 : nil }
  }

  /// Words that stand for the lack of an address.
  private static func saysNothing(_ nom: [UInt8]) -> Bool {
    let isLetterRepeated = nom.count > 3 && nom.allSatisfy { $0 == 0x20 || $0 == nom[0] }
    return isLetterRepeated || nom.allSatisfy { Chiffres.isDigit($0) || $0 == 0x20 } || rien.contains(nom)
  }

  /// As they are typed where a locality is asked for; `XXX` too is one of them.
  private static let rien: Set<[UInt8]> = Set(
    [
      "NPAI", "N P A I", "PND", "PSA", "INCONNU", "INCONNUE", "ADRESSE INCONNUE", "VILLE INCONNUE", "COMMUNE INCONNUE",
      "SANS ADRESSE", "SANS DOMICILE FIXE", "SDF", "NEANT", "NC", "N C", "NR", "N R", "NON COMMUNIQUE",
      "NON RENSEIGNE", "XXX", "X", "NON CONNU", "PARTI SANS LAISSER D ADRESSE", "A COMPLETER", "A RENSEIGNER", "FRANCE",
      "VILLE",
      "N HABITE PAS A L ADRESSE INDIQUEE", "CEDEX",
    ].map { Array($0.utf8) })
}
