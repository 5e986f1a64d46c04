import Foundation
import Testing

@testable import Convention

@Suite("Jours fériés du code du travail")
struct JoursFeriesTests {
  /// Zone of the table → départements.
  static let zones = [
    "FR": ["31", "75", "2A"], "57": ["57"], "6AE": ["67", "68"], "971": ["971"], "972": ["972"],
    "973": ["973"], "974": ["974"], "976": ["976"], "BL": ["977"], "MF": ["978"],
  ]

  /// The table's days by zone.
  static func table() throws -> [String: Set<Jour>] {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Calendrier/jours-feries.csv").standardized
    var days: [String: Set<Jour>] = [:]
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      guard fields.count == 3, let jour = Jour(iso: fields[0]) else { continue }
      days[String(fields[2]), default: []].insert(jour)
    }
    return days
  }

  @Test("from 2024 to 2035, each zone has exactly the days of the table", arguments: zones.keys.sorted())
  func everyDay(_ zone: String) throws {
    let table = try JoursFeriesTests.table()
    let expected = try #require(table["FR"]).union(try #require(table[zone]))
    for code in try #require(JoursFeriesTests.zones[zone]) {
      let feries = JoursFeries(departement: Exemple.require(Departement(code)))
      let range = Jour(2024, 1, 1).rank...Jour(2035, 12, 31).rank
      #expect(Set(range.map { Jour(rank: $0) }.filter(feries.contains)) == expected, "\(code)")
    }
  }

  @Test("without a département, only the national days")
  func national() throws {
    let range = Jour(2024, 1, 1).rank...Jour(2035, 12, 31).rank
    let expected = try JoursFeriesTests.table()["FR"]
    #expect(Set(range.map { Jour(rank: $0) }.filter(JoursFeries().contains)) == expected)
  }

  @Test(
    "known Easter Sundays, the earliest and the latest included",
    arguments: [
      (1900, 4, 15), (1943, 4, 25), (2008, 3, 23), (2010, 4, 4), (2024, 3, 31), (2025, 4, 20),
      (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (2199, 4, 14),
    ])
  func easter(_ annee: Int, _ mois: Int, _ quantieme: Int) {
    #expect(JoursFeries.easter(annee) == Jour(annee, mois, quantieme))
  }
}
