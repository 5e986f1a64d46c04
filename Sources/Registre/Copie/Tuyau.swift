import Dispatch
import SQLEngine
import Synchronization

/// Rows on their way from one base to the other: whoever reads waits when whoever writes is late, and the other way round.
final class Tuyau: Sendable {
  struct Lot: Sendable {
    /// nil for what only announces how many rows are to come.
    var table: TableDuSchema?
    var lignes: [[SQLValue]] = []
    var total: Int64 = 0
  }

  /// The other end stopped before the last row.
  struct Coupe: Error {}

  private struct State {
    var lots: [Lot] = []
    var isCut = false
  }
  private static let longueur = 8
  private let state = Mutex(State())
  private let places = DispatchSemaphore(value: 0)
  private let arrivals = DispatchSemaphore(value: 0)

  /// A semaphore may not be let go of below the count that it was made with: places are given after.
  init() {
    for _ in 0..<Tuyau.longueur { places.signal() }
  }

  /// Waits for a place; throws ``Coupe`` when nobody reads any more.
  func envoyer(_ lot: Lot) throws {
    places.wait()
    let isCut = state.withLock { state in
      state.lots.append(lot)
      return state.isCut
    }
    if isCut { throw Coupe() }
    arrivals.signal()
  }

  /// The next rows, nil after the last; throws ``Coupe`` when the reading stopped before.
  func suivant() throws -> Lot? {
    arrivals.wait()
    defer { places.signal() }
    return try state.withLock { state in
      if state.isCut { throw Coupe() }
      if state.lots.isEmpty { return nil }
      return state.lots.removeFirst()
    }
  }

  /// Nothing more comes.
  func finir() { arrivals.signal() }

  /// One end stops: the other hears of it.
  func couper() {
    state.withLock { $0.isCut = true }
    places.signal()
    arrivals.signal()
  }
}
