/// Finds what separates the fields of a CSV file: `;`, `,` or a tab.
enum SeparateurCSV {
  private static let candidates: [UInt8] = [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
  /// Records looked at, bytes looked at: enough to tell, cheap on a large file.
  private static let sample = (records: 50, bytes: 64 << 10)

  /// The candidate under which most records have as many fields as the header; on equality the one that cuts more,
  /// then `;`. A file of one column has none: `;` then serves.
  static func detect(_ text: [UInt8]) -> UInt8 {
    let head = Array(text.prefix(sample.bytes))
    var best = (separateur: candidates[0], score: Score(agreement: 0, columns: 1))
    for candidate in candidates {
      let score = score(of: candidate, in: head)
      if best.score < score { best = (candidate, score) }
    }
    return best.separateur
  }

  private struct Score: Comparable {
    /// Records that agree with the header, per thousand.
    let agreement: Int
    let columns: Int
    static func < (left: Score, right: Score) -> Bool {
      (left.agreement, left.columns) < (right.agreement, right.columns)
    }
  }

  private static func score(of separateur: UInt8, in head: [UInt8]) -> Score {
    var analyseur = AnalyseurCSV(head, separateur: separateur, bornes: BornesTabulaires())
    var counts: [Int] = []
    while counts.count < sample.records, let fields = try? analyseur.next() {
      if fields != [""] { counts.append(fields.count) }
    }
    guard let header = counts.first, header > 1 else { return Score(agreement: 0, columns: 1) }
    let agreeing = counts.count { $0 == header }
    return Score(agreement: agreeing * 1000 / counts.count, columns: header)
  }
}
