import SQLEngine
import Synchronization

/// An engine that stops at a chosen write, before or after it has happened, as a program killed there would.
final class MoteurFragile: SQLEngine {
  enum Moment: Sendable, CaseIterable {
    case avant, apres
  }
  struct Arret: Error {}

  private let base: any SQLEngine
  private struct Plan {
    var count = 0
    var target: Int?
    var period: Int?
    var moment = Moment.avant
    var hasStopped = false

    /// Whether the write now counted is one to stop at.
    mutating func strikes() -> Bool {
      count += 1
      guard count == target || period.map({ count % $0 == 0 }) ?? false else { return false }
      hasStopped = true
      return true
    }
  }
  private let plan = Mutex(Plan())
  var nom: String { base.nom }

  init(_ base: any SQLEngine) { self.base = base }

  /// Counts from now on and stops at the write of that rank from 1.
  func stop(at target: Int?, _ moment: Moment) { plan.withLock { $0 = Plan(target: target, moment: moment) } }

  /// Stops at every write whose rank is a multiple of the period.
  func stop(every period: Int?, _ moment: Moment) { plan.withLock { $0 = Plan(period: period, moment: moment) } }

  var hasStopped: Bool { plan.withLock { $0.hasStopped } }
  var writeCount: Int { plan.withLock { $0.count } }

  func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
    try await base.read(body)
  }

  func glance<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
    try await base.glance(body)
  }

  func ask<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
    try await base.ask(body)
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
    let moment = plan.withLock { $0.strikes() ? $0.moment : nil }
    if moment == .avant { throw Arret() }
    let result = try await base.write(body)
    if moment == .apres { throw Arret() }
    return result
  }

  func backup<T: Sendable>(
    to file: String, _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T { try await base.backup(to: file, body) }

  func restore(from file: String) async throws { try await base.restore(from: file) }

  func close() async throws { try await base.close() }
}
