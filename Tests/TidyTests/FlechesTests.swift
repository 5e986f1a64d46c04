import Testing

/// What each module may import, and what to do when it wants more.
struct Piece: Sendable {
  let module: String
  let imports: Set<String>
  let advice: String

  static let all = [
    Piece(
      module: "PeSIT", imports: ["NIOCore", "NIOPosix", "NIOSSL", "Darwin", "Glibc", "Musl"],
      advice: "the protocol knows files and sockets, not debts: put what is the centre's in CentreServeur/Liaison"),
    Piece(
      module: "Francais", imports: ["ArgumentParser"],
      advice: "the parser's words in French, for any command: what is a command's own stays with it"),
    Piece(
      module: "PesitCommand", imports: ["PeSIT", "Francais", "ArgumentParser", "Crypto", "NIOCore", "Foundation"],
      advice: "the command stands alone beside the centre: share through PeSIT or Francais"),
    Piece(
      module: "Convention", imports: [],
      advice: "the law is pure: take the day, the instant or the data as an argument and read it elsewhere"),
    Piece(
      module: "Preuve", imports: ["Crypto", "Dispatch"],
      advice: "evidence knows bytes, not debts: encode in the caller and pass bytes or a Codable value"),
    Piece(
      module: "Interface",
      imports: ["Convention", "Yams", "CLibzip", "CXlsxwriter", "Foundation", "FoundationEssentials", "FoundationXML"],
      advice:
        "an exchanged file is decoded without knowing the centre: ask through the protocol Monde, or do it in Centre"),
    Piece(
      module: "Adresses", imports: ["Convention", "Foundation", "FoundationEssentials"],
      advice: "edges never import each other: let Centre join an address with the rest"),
    Piece(
      module: "SQLEngine", imports: [],
      advice:
        "the engine's protocol knows no driver and no domain: put the difference in the driver, the query in Registre"),
    Piece(
      module: "SQLiteEngine", imports: ["SQLEngine", "GRDB", "GRDBSQLite", "SQLite3", "Dispatch"],
      advice: "a driver only translates SQLEngine: put queries and domain in Registre"),
    Piece(
      module: "PostgreSQLEngine", imports: ["SQLEngine", "CPostgreSQL", "Dispatch", "Foundation"],
      advice: "a driver only translates SQLEngine: put queries and domain in Registre"),
    Piece(
      module: "Registre", imports: ["Convention", "Preuve", "SQLEngine", "Dispatch"],
      advice: "what is kept knows neither files, addresses nor drivers: pass values of Convention, or do it in Centre"),
    Piece(
      module: "Generation", imports: ["Convention", "Interface", "Adresses", "Foundation", "FoundationEssentials"],
      advice: "what is made up knows files and the table of communes, not the centre: pass what it needs as values"),
    Piece(
      module: "Simulation",
      imports: ["Convention", "Interface", "Adresses", "Generation", "Foundation", "FoundationEssentials"],
      advice: "a partner of the centre sees only its files: read them in sortant/, and let CentreServeur carry them"),
    Piece(
      module: "Centre",
      imports: [
        "Convention", "Preuve", "Interface", "Adresses", "Registre", "SQLEngine", "CCurl", "Crypto", "Logging",
        "Foundation", "FoundationEssentials",
      ],
      advice: "the centre's day knows no driver, command or page: let CentreServeur pass it in"),
    Piece(
      module: "Site",
      imports: [
        "Convention", "Interface", "Registre", "Centre", "Crypto", "CryptoExtras", "HTTPTypes", "Hummingbird",
        "Logging",
        "NIOCore", "NIOPosix", "ServiceLifecycle", "Foundation", "FoundationEssentials",
      ],
      advice: "a page shows what Registre and Centre answer: put the query in Registre, the work in Centre"),
  ]
}

@Suite("Flèches entre modules")
struct FlechesTests {
  /// Part of the language's own library, which any module but Convention may use.
  private static let langage: Set<String> = ["Swift", "Synchronization"]
  /// Modules without Swift sources, and the executable, which knows everyone.
  private static let libres: Set<String> = ["CCurl", "CLibzip", "CPostgreSQL", "CXlsxwriter", "CentreServeur"]

  /// The module named by an import line, nil for another line.
  private func imported(_ line: Substring) -> Substring? {
    let words = line.code.split(separator: " ").filter { !$0.hasPrefix("@") }
    let visibility: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    let rest = words.drop { visibility.contains($0) }
    guard rest.first == "import" else { return nil }
    return rest.dropFirst().drop { kinds.contains($0) }.first?.split(separator: ".").first
  }

  @Test("each module imports only what the design lets in", arguments: Piece.all)
  func imports(_ piece: Piece) throws {
    for path in try Depot.files("Sources/\(piece.module)") {
      for line in try Depot.text(path).numberedLines {
        guard let name = imported(line.text).map(String.init), !piece.imports.contains(name) else { continue }
        let allowed = piece.module != "Convention" && FlechesTests.langage.contains(name)
        #expect(allowed, "\(path):\(line.number) imports \(name); \(piece.advice)")
      }
    }
  }

  @Test("every module has its arrows: a new one is added here with its reason")
  func known() throws {
    for module in try Depot.modules() where !FlechesTests.libres.contains(module) {
      #expect(
        Piece.all.contains { $0.module == module },
        "Sources/\(module) has no arrows: write in FlechesTests what it may import and what to do instead")
    }
  }

  @Test("an import is read whatever stands before or after the word")
  func reading() {
    #expect(imported("import Foundation") == "Foundation")
    #expect(imported("@preconcurrency public import struct Foundation.Data // why") == "Foundation")
    #expect(imported("@testable import Convention") == "Convention")
    #expect(imported("// import Foundation") == nil)
    #expect(imported("let importe = 1") == nil)
  }
}
