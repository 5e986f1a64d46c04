/// How often, and after how long, a cut is answered by another attempt.
public struct Retries: Hashable, Sendable {
  /// Attempts after the first.
  public var count: Int
  /// Before the first of them; twice as long before each one after, up to a minute.
  public var delay: Duration

  /// So many, so long apart.
  public init(count: Int, delay: Duration = .seconds(1)) {
    self.count = count
    self.delay = delay
  }

  /// A cut is the end.
  public static let none = Retries(count: 0)
}

/// The attempts of one transfer.
final class Attempts {
  private let retries: Retries
  /// Attempts after the first, so far.
  private(set) var count = 0

  init(_ retries: Retries) { self.retries = retries }

  func run<Result: Sendable>(_ attempt: () async throws(SessionFault) -> Result) async throws(SessionFault) -> Result {
    var delay = retries.delay
    while true {
      do {
        return try await attempt()
      } catch {
        guard error.isRetriable, count < retries.count, !Task.isCancelled else { throw error }
        count += 1
        try? await Task.sleep(for: delay)
        delay = min(delay * 2, .seconds(60))
      }
    }
  }
}
