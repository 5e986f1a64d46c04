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
    return connect.accessControl?.isPassword(Text(expected)) ?? expected.isEmpty ? nil : .callerNotAuthorised
  }
}
