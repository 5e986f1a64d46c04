import Crypto
import Foundation
import PeSIT

/// One transfer, as `--json` shows it.
struct Report: Encodable {
  var diagnostic = Diagnostic.success.description
  var message: String?
  var name: String?
  var label: String?
  var path: String?
  var transferID: Int?
  var bytes = 0
  var articles = 0
  var sha256: String?
  var syncPoints = 0
  var restarts = 0
  var seconds = 0.0
  var acknowledgement: String?

  /// The fingerprint costs a reading of the file: only who asks for JSON pays it.
  init(_ report: TransferReport, seconds: Double, json: Bool) {
    name = report.fileName.description
    label = report.label?.description
    path = report.path
    transferID = report.transferID
    bytes = report.byteCount
    articles = report.articleCount
    sha256 = json ? Digest.sha256(ofFile: report.path) : nil
    syncPoints = report.syncPoints
    restarts = report.restarts
    self.seconds = seconds
  }

  init(_ fault: SessionFault, path: String?, seconds: Double) {
    diagnostic = fault.diagnostic.description
    message = fault.sentence
    self.path = path
    self.seconds = seconds
  }

  /// For people.
  var line: String {
    let rate = seconds > 0 ? String(format: " (%.1f Mo/s)", Double(bytes) / seconds / 1e6) : ""
    let taken = restarts > 0 ? ", \(restarts) reprise(s)" : ""
    return "\(path ?? "") : \(bytes) octets, \(articles) articles\(taken)\(rate)"
  }
}

/// All transfers of a command: the sums, and each one when there are several.
struct Summary: Encodable {
  var reports: [Report] = []

  private enum CodingKeys: CodingKey { case files }

  func encode(to encoder: any Encoder) throws {
    if reports.count == 1 { return try reports[0].encode(to: encoder) }
    var sum = reports.last ?? Report.nothing
    for report in reports.dropLast() {
      sum.bytes += report.bytes
      sum.articles += report.articles
      sum.syncPoints += report.syncPoints
      sum.restarts += report.restarts
      sum.seconds += report.seconds
    }
    (sum.name, sum.label, sum.path, sum.sha256, sum.transferID) = (nil, nil, nil, nil, nil)
    try sum.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(reports, forKey: .files)
  }

  func show(json: Bool) {
    guard json else { return reports.filter { $0.message == nil }.forEach { print($0.line) } }
    print(JSON.text(self))
  }
}

extension Report {
  static let nothing = Report(SessionFault(.local, .success), path: nil, seconds: 0)
}

/// JSON as programs like it: sorted keys, plain slashes.
enum JSON {
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

enum Digest {
  /// Hexadecimal; nil when the file cannot be read.
  static func sha256(ofFile path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    var hash = SHA256()
    while let piece = try? file.read(upToCount: 0x100000), !piece.isEmpty { hash.update(data: piece) }
    return hash.finalize().map { String(format: "%02x", $0) }.joined()
  }
}
