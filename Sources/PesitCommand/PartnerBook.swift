import Foundation
import PeSIT

/// Who may connect, and with which password; everyone when nobody is named.
struct PartnerBook: Sendable {
  private let passwords: [Text: String?]

  init(_ partners: [String], file: String?, password: String?) throws {
    var lines = partners
    if let file {
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
        throw Outcome.misuse("Le fichier des partenaires ne se lit pas : \(file).")
      }
      lines += text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("#") }
    }
    var passwords: [Text: String?] = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard let id = parts.first, !id.isEmpty, id.utf8.count <= 24 else {
        throw Outcome.misuse("Un partenaire s’écrit IDENTIFIANT:MOTDEPASSE : « \(parts.first ?? "") ».")
      }
      passwords[Text(String(id))] = parts.count > 1 ? String(parts[1]) : password
    }
    self.passwords = passwords
  }

  /// What is wrong with who calls; nil when nothing is.
  func refusal(of connect: Connect) -> Diagnostic? {
    guard !passwords.isEmpty else { return nil }
    guard let expected = passwords[connect.requester] else { return .calledUnknown }
    guard let expected else { return nil }
    let given = connect.accessControl?.password ?? ""
    return Self.isSame(given.significant, Text(expected).significant) ? nil : .callerNotAuthorised
  }

  /// Takes as long for a wrong octet at the end as at the beginning.
  private static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
