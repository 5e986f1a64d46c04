import Foundation

/// The table of requirements that travels with the program: from an article to its code, and from a rule to its article.
public struct TableDeLaConvention: Hashable, Sendable {
  /// In the order of the convention.
  public let exigences: [Exigence]

  /// Reads `docs/convention.md`; what is no row is left out.
  public init(texte: String) {
    var partie = ""
    var rows: [Exigence] = []
    for line in texte.split(separator: "\n") {
      if line.hasPrefix("## ") { partie = String(line.dropFirst(3)) }
      if let row = Exigence(line, partie: partie) { rows.append(row) }
    }
    exigences = rows
  }

  /// The program's own; empty when it was installed without its data.
  public static let embarquee: TableDeLaConvention = {
    let url = Bundle.module.url(forResource: "convention", withExtension: "md")
    let texte = url.flatMap { try? String(contentsOf: $0, encoding: .utf8) }
    return TableDeLaConvention(texte: texte ?? "")
  }()
}
