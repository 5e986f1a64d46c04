import SQLEngine
import Synchronization

/// A copy of the base that follows it some moments behind, where pages may be read.
///
/// When it does not answer, the base itself is asked, and the copy is left alone for a while.
public final class Replique: Sendable {
  private let engine: any SQLEngine
  private let isLost: @Sendable (SQLFault) -> Void
  private let restsUntil = Mutex<ContinuousClock.Instant?>(nil)

  /// How long a copy that failed is not asked again.
  public static let repos = Duration.seconds(30)

  /// - Parameter isLost: told each time that it fails.
  public init(_ engine: any SQLEngine, isLost: @escaping @Sendable (SQLFault) -> Void) {
    self.engine = engine
    self.isLost = isLost
  }

  /// What it shows; nil when it cannot be read now.
  func regarder<T: Sendable>(_ look: (any SQLEngine) async throws -> T) async throws -> T? {
    let now = ContinuousClock.now
    guard restsUntil.withLock({ $0.map { $0 <= now } ?? true }) else { return nil }
    do { return try await look(engine) } catch let fault as SQLFault {
      restsUntil.withLock { $0 = now + Replique.repos }
      isLost(fault)
      return nil
    }
  }
}

extension Registre {
  /// The same, but looks (``consulter(_:)``, ``demander(_:)``) are at a copy, which may be some moments behind.
  public func lisant(_ replique: Replique?) -> Registre {
    var registre = self
    registre.replique = replique
    return registre
  }
}
