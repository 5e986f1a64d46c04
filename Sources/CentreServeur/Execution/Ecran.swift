import Foundation
import Synchronization

/// Where a command writes: the result on one side, what accompanies it on the other.
struct Ecran: Sendable {
  /// Bytes of the result, as they are.
  let ecrire: @Sendable (String) -> Void
  /// Sentences and warnings.
  let avertir: @Sendable (String) -> Void
  /// A progress bar may be drawn beside the warnings.
  let isTerminal: Bool
  /// Columns of text; nil to ask the terminal.
  let largeur: Int?

  init(
    ecrire: @escaping @Sendable (String) -> Void, avertir: @escaping @Sendable (String) -> Void,
    isTerminal: Bool = false, largeur: Int? = nil
  ) {
    self.ecrire = ecrire
    self.avertir = avertir
    self.isTerminal = isTerminal
    self.largeur = largeur
  }

  func ligne(_ text: String = "") { ecrire(text + "\n") }
  func signaler(_ text: String) { avertir(text + "\n") }

  /// The process's own outputs; what was written is out when the call returns.
  ///
  /// A result that cannot be written ends the process there, as a stop would: what it tells is not closed, and is told again.
  static let standard = Ecran(
    ecrire: { text in
      guard !write(text, to: STDOUT_FILENO) else { return }
      _ = write("Le résultat n’a pu être écrit (\(errno)) : relancez la commande.\n", to: STDERR_FILENO)
      exit(Issue.faute.rawValue)
    }, avertir: { _ = write($0, to: STDERR_FILENO) }, isTerminal: isatty(STDERR_FILENO) == 1)
}

/// Writes all the bytes, whatever the pipe takes at once; false if it cannot.
private func write(_ text: String, to descriptor: Int32) -> Bool {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

/// Keeps what a command writes, for tests.
final class Releve: Sendable {
  private let texts = Mutex((sortie: "", avertissements: ""))

  var sortie: String { texts.withLock { $0.sortie } }
  var avertissements: String { texts.withLock { $0.avertissements } }

  func ecran(largeur: Int = 100) -> Ecran {
    Ecran(
      ecrire: { text in self.texts.withLock { $0.sortie += text } },
      avertir: { text in self.texts.withLock { $0.avertissements += text } }, largeur: largeur)
  }
}
