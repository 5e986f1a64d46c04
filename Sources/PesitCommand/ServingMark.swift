import Foundation
import PeSIT

/// Says that a `pesit serve` works on a state: a file that it holds locked, with its id.
struct ServingMark {
  private let descriptor: Int32

  init(_ state: TransferState, id: String) throws {
    descriptor = open(Self.path(state), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw Outcome(status: .failed, words: "Un autre « pesit serve » travaille déjà sur \(state.folder.path).")
    }
    ftruncate(descriptor, 0)
    _ = id.withCString { write(descriptor, $0, strlen($0)) }
  }

  func release() { close(descriptor) }

  /// A server of this id works there now.
  static func isServed(_ state: TransferState, id: String) -> Bool {
    let descriptor = open(path(state), O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) != 0 else { return false }
    return (try? String(contentsOfFile: path(state), encoding: .utf8)) == id
  }

  private static func path(_ state: TransferState) -> String { state.folder.path(of: "serving") }
}
