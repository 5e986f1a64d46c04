import SQLEngine
import Synchronization

/// An engine that stops at a chosen write, before or after it has happened, as a program killed there would.
final class MoteurFragile: SQLEngine {
  enum Moment: Sendable, CaseIterable {
    case avant, apres
  }
  struct Arret: Error {}

  private let base: any SQLEngine
  private let counter = Mutex<(count: Int, target: Int?, moment: Moment, hasStopped: Bool)>((0, nil, .avant, false))
  var nom: String { base.nom }

  init(_ base: any SQLEngine) { self.base = base }

  /// Counts from now on and stops once, at the write of that rank from 1.
  func stop(at target: Int?, _ moment: Moment) { counter.withLock { $0 = (0, target, moment, false) } }

  var hasStopped: Bool { counter.withLock { $0.hasStopped } }
  var writeCount: Int { counter.withLock { $0.count } }

  func read<T: Sendable>(_ body: @Sendable (any SQLConnection) throws -> T) async throws -> T {
    try await base.read(body)
  }

  func write<T: Sendable>(_ body: @Sendable (any SQLConnection) throws -> T) async throws -> T {
    let moment = counter.withLock { state -> Moment? in
      state.count += 1
      guard state.count == state.target, !state.hasStopped else { return nil }
      state.hasStopped = true
      return state.moment
    }
    if moment == .avant { throw Arret() }
    let result = try await base.write(body)
    if moment == .apres { throw Arret() }
    return result
  }

  func close() async throws { try await base.close() }
}
