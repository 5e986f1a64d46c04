import Convention
import Testing

@testable import Interface

@Suite("Checks — any bytes at all")
struct FuzzTests {
  /// Reads to the end and verifies what holds for every file.
  private func read(_ octets: [UInt8], _ context: String) throws {
    let (examen, source) = try {
      let source = SourceOctets(octets: octets)
      return (try Examen(source, formats: .tests, jour: Jour(2026, 12, 31), hacheur: NoHash()), source)
    }()
    if let lecteur = LecteurDeContenu(examen.ouverture, source) {
      var count = 0
      while let record = try lecteur.next() {
        count += 1
        _ = record.contenu.json
      }
      if examen.refus.map({ $0.code >= 4 }) ?? true { #expect(count == examen.enregistrements, "\(context)") }
    }
    guard let controleur = try Controleur(examen.ouverture, source) else {
      return #expect(examen.refus?.phrase.isEmpty == false, "\(context)")
    }
    var monde = MondeDEssai()
    var next = 2
    while try controleur.advance(&monde) {
      for record in controleur.groupe.indices.map({ controleur.groupe[$0] }) {
        #expect(record.ligne == next, "\(context)")
        next += 1
        if let rejet = record.rejet { #expect((101...407).contains(rejet.code.rawValue), "\(context)") }
      }
    }
    #expect(next - 1 == examen.enregistrements, "\(context)")
    #expect(controleur.cumuls.total == examen.enregistrements, "\(context)")
  }

  @Test("random bytes always get a verdict", arguments: [1, 2, 3] as [UInt64])
  func noise(seed: UInt64) throws {
    var random = Hasard(seed: seed)
    for round in 0..<15 {
      let count = random.next(below: 3000)
      let octets = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      try read(octets, "seed \(seed), round \(round)")
      try read(try Array(Fabrique("aller-correct").lignes[0]) + [0x0A] + octets, "seed \(seed), round \(round), header")
      try read(try Array(Fabrique("aller-correct").lignes[0]) + octets, "seed \(seed), round \(round), block")
    }
  }

  @Test(
    "good files damaged at random always get a verdict, one reject a record at most",
    arguments: ["aller-correct", "etude", "imputation", "retour-informations-2", "aller-correct-bloc"])
  func damage(nom: String) throws {
    let octets = try Echantillons.octets(nom + ".txt")
    var random = Hasard(seed: 42)
    for round in 0..<40 {
      var damaged = octets
      for _ in 0...random.next(below: 6) { damage(&damaged, &random) }
      try read(damaged, "\(nom), round \(round)")
    }
  }

  private func damage(_ octets: inout [UInt8], _ random: inout Hasard) {
    guard !octets.isEmpty else { return }
    let place = random.next(below: octets.count)
    switch random.next(below: 8) {
    case 0: octets[place] = UInt8(truncatingIfNeeded: random.next())
    case 1: octets.remove(at: place)
    case 2: octets.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
    case 3: octets.removeSubrange(place..<min(octets.count, place + random.next(below: 700)))
    case 4:
      octets.insert(contentsOf: octets[place..<min(octets.count, place + 513)], at: random.next(below: octets.count))
    case 5: octets.insert(contentsOf: [0x0D, 0x0A], at: place)
    case 6: octets[place] = 0x20
    default: octets.replaceSubrange(place..<min(octets.count, place + 2), with: Array("10203050".utf8.prefix(2)))
    }
  }
}
