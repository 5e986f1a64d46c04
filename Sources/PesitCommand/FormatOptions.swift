import ArgumentParser
import Foundation
import PeSIT

/// What the articles of a file are.
struct FormatOptions: ParsableArguments {
  enum Code: String, EnumerableFlag {
    case text
    case binary
    case ebcdic

    static func help(for value: Code) -> ArgumentHelp? {
      switch value {
      case .text: "Une ligne, un article ; sans conversion."
      case .binary: "Des articles de longueur égale ; par défaut."
      case .ebcdic: "Une ligne, un article, en EBCDIC (page 500)."
      }
    }
  }

  enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
    case fixed
    case variable
  }

  @Flag(exclusivity: .exclusive)
  var code: Code = .binary
  @Option(help: "Articles de longueur fixe ou variable.")
  var recordFormat: RecordFormat = .variable
  @Option(help: "Longueur d’un article, exacte ou maximale ; par défaut 4096, ou la plus longue ligne.")
  var recordLength: Int?

  func validate() throws {
    guard recordLength.map({ (1...65_535).contains($0) }) ?? true else {
      throw ValidationError("--record-length va de 1 à 65535.")
    }
  }

  func format(of file: String) throws -> FileFormat {
    let code: DataCode =
      switch code {
      case .text: .ascii
      case .binary: .binary
      case .ebcdic: .ebcdic
      }
    return FileFormat(
      code: code, articles: recordFormat == .fixed ? .fixed : .variable,
      articleLength: try recordLength ?? (code == .binary ? 4096 : Lines.longest(in: file)))
  }
}

enum Lines {
  /// Octets of the longest line, one at least.
  static func longest(in path: String) throws -> Int {
    guard let file = FileHandle(forReadingAtPath: path) else { throw Outcome.misuse("Fichier illisible : \(path).") }
    var longest = 1
    var current = 0
    while let piece = try? file.read(upToCount: 0x100000), !piece.isEmpty {
      for byte in piece {
        current = byte == 0x0A ? 0 : current + 1
        longest = max(longest, current)
      }
    }
    guard longest <= 65_535 else { throw Outcome.misuse("Une ligne de \(path) dépasse 65535 octets.") }
    return longest
  }
}
