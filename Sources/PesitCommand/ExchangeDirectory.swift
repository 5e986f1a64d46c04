import Foundation
import PeSIT

/// The folders of `pesit serve`: in, out, state.
struct ExchangeDirectory: Sendable {
  let incoming: Folder
  let outgoing: Folder
  let state: TransferState

  init(_ path: String) throws {
    let path = URL(fileURLWithPath: path).path
    incoming = Folder(path + "/in")
    outgoing = Folder(path + "/out")
    do {
      try incoming.make()
      try outgoing.make()
      state = try TransferState(Folder(path + "/state"))
    } catch {
      throw Outcome(status: .failed, words: "Dossier des échanges : \(error)")
    }
  }

  /// Where a file of a CREATE goes.
  func destination(of create: Create) -> FileDestination {
    let label = create.label.flatMap { $0.isBlank ? nil : $0 } ?? create.fileName
    return FileDestination(
      folder: Folder(incoming.path(of: SafeName.make(create.fileName))),
      name: "\(create.transferID)-\(SafeName.make(label))")
  }

  /// Files that can be asked for.
  var names: [String] { outgoing.names().filter { !$0.hasSuffix(".json") } }

  /// A file that can be asked for, with what the `.json` beside it says.
  func provided(_ name: String) -> ProvidedFile {
    let path = outgoing.path(of: name)
    let description =
      FileManager.default.contents(atPath: path + ".json")
      .flatMap { try? JSONDecoder().decode(OutgoingDescription.self, from: $0) } ?? OutgoingDescription()
    var file = ProvidedFile(path: path, fileName: Text(name), format: description.format(of: path))
    file.label = Text(description.label ?? name)
    file.created = Timestamp.modification(of: path)
    return file
  }
}

/// The `.json` beside a file in out/.
private struct OutgoingDescription: Decodable {
  var dataCode: String?
  var recordFormat: String?
  var recordLength: Int?
  var label: String?

  func format(of path: String) -> FileFormat {
    let code: DataCode =
      switch dataCode {
      case "text", "ascii": .ascii
      case "ebcdic": .ebcdic
      default: .binary
      }
    let length = recordLength ?? (code == .binary ? 4096 : (try? Lines.longest(in: path)) ?? 4096)
    return FileFormat(
      code: code, articles: recordFormat == "fixed" ? .fixed : .variable, articleLength: min(max(length, 1), 65_535))
  }
}
