import Adresses
import Foundation
import Testing

/// What the table itself says, to judge the restorations by.
private struct Terrain: Sendable {
  let verites: [Verite]
  /// `code|folded name` of every row, whatever the name is: these addresses are right as they stand.
  let rows: Set<String>
  let names: Set<String>
  let codes: [String: Set<String>]

  static let shared = Result { try Terrain() }

  private init() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Referentiels/communes.csv").standardized
    verites = try Verite.all(url)
    var rows: Set<String> = []
    var names: Set<String> = []
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      for nom in fields[2...4] where !nom.isEmpty {
        // The table is folded already, but for these two words; folding it all again takes seconds.
        let isFolded = !nom.contains("LEZ") && !nom.contains("SAINT")
        let folded = isFolded ? nom : String(decoding: repliDeCommune(nom), as: UTF8.self)
        rows.insert("\(fields[1])|\(folded)")
        names.insert(folded)
      }
    }
    self.rows = rows
    self.names = names
    self.codes = Dictionary(grouping: verites, by: \.insee).mapValues { Set($0.map(\.code)) }
  }

  /// Whether the damaged address is, letter for letter, the right address of another place or of another part of
  /// the same commune: no one could tell.
  func isIndistinguishable(_ adresse: AdresseRecue, from verite: Verite) -> Bool {
    if adresse.codePostal != verite.code, codes[verite.insee]?.contains(adresse.codePostal) == true { return true }
    let nom = String(decoding: repliDeCommune(adresse.localite), as: UTF8.self)
    let isNameIntact = nom == String(decoding: repliDeCommune(verite.nom), as: UTF8.self)
    if isNameIntact && (adresse.codePostal == verite.code || adresse.codePostal.isEmpty) { return false }
    return rows.contains("\(adresse.codePostal)|\(nom)") || adresse.codePostal.isEmpty && names.contains(nom)
  }
}

/// How one kind of damage came out.
private struct Bilan {
  var count = 0
  var right = 0
  var wrong: [String] = []

  /// Each `step`-th row of the table, damaged with the given seed.
  init(_ degat: Degat, step: Int, seed: UInt64) throws {
    let terrain = try Terrain.shared.get()
    let referentiel = try Embarque.referentiel.get()
    var hasard = Hasard(state: seed)
    for index in stride(from: Int(seed) % step, to: terrain.verites.count, by: step) {
      let verite = terrain.verites[index]
      guard let adresse = degat.applied(to: verite, &hasard),
        !terrain.isIndistinguishable(adresse, from: verite)
      else { continue }
      judge(referentiel.restaurer(adresse), adresse, verite)
    }
  }

  /// A code is given as certain when it is the only one possible: then the demand is handed over.
  private mutating func judge(_ restauration: Restauration, _ adresse: AdresseRecue, _ verite: Verite) {
    count += 1
    guard restauration.codesPossibles.count == 1 else { return }
    let isSameCommune = restauration.insee.map { $0.texte == verite.insee } ?? true
    if restauration.codesPossibles[0].texte == verite.code && isSameCommune {
      right += 1
    } else {
      wrong.append("\(verite) reçu \(adresse.codePostal) \(adresse.localite) : \(restauration)")
    }
  }
}

@Suite("R170 — chaque adresse de la table, abîmée de toutes les manières")
struct DegatsTests {
  /// Damages of one kind only: whatever the row, the truth is never far enough to be missed.
  static let simples: [Degat] = [
    .aucun, .sansCode, .chiffresTransposes, .chiffreFaux, .chiffrePerdu, .chiffreEnTrop, .zeroPerdu,
    .fauteAvecCode, .fauteSansCode, .cedex, .codeDevant, .codeMarque, .codeEspace, .codeTableur, .graphie,
    .developpe, .tronque, .codeSeul,
  ]

  @Test("one damage: a certain code or commune is never wrong", arguments: simples)
  func neverWrong(degat: Degat) throws {
    let bilan = try Bilan(degat, step: degat == .tronque ? 1 : 53, seed: 2026)
    #expect(bilan.count > 0)
    #expect(bilan.wrong.isEmpty, "\(bilan.wrong.count) sur \(bilan.count), dont \(bilan.wrong.first ?? "")")
  }

  @Test(
    "two damages at once, which can make another true address: fewer than one in two thousand is wrong",
    arguments: [Degat.deuxFautesAvecCode, .deuxFautesSansCode, .fauteEtChiffresTransposes, .fauteEtChiffreFaux])
  func rarelyWrong(degat: Degat) throws {
    let bilan = try Bilan(degat, step: 21, seed: 2027)
    #expect(bilan.wrong.count * 2000 <= bilan.count, "\(bilan.wrong.joined(separator: "\n"))")
  }

  @Test(
    "what can be restored is: the share handed over at once",
    arguments: [
      (Degat.aucun, 100), (.graphie, 100), (.developpe, 100), (.codeDevant, 100), (.codeEspace, 100), (.tronque, 100),
      (.chiffresTransposes, 92), (.chiffreFaux, 92), (.chiffrePerdu, 93), (.chiffreEnTrop, 93), (.zeroPerdu, 97),
      (.cedex, 93), (.fauteAvecCode, 91), (.sansCode, 82), (.fauteSansCode, 48),
    ])
  func restores(degat: Degat, percent: Int) throws {
    let bilan = try Bilan(degat, step: degat == .tronque ? 1 : 71, seed: 2028)
    #expect(bilan.right * 100 >= bilan.count * percent, "\(bilan.right) sur \(bilan.count)")
  }
}
