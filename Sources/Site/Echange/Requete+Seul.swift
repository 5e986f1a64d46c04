import Synchronization

extension Requete {
  /// Something done alone on the base, like any command that writes; throws ``FauteDePage/occupe`` when its turn is long to come.
  func seul<T: Sendable>(_ body: @escaping @Sendable () async throws -> T) async throws -> T {
    let done = Mutex<T?>(nil)
    try await site.seul {
      let value = try await body()
      done.withLock { $0 = value }
    }
    guard let value = done.withLock({ $0 }) else { throw FauteDePage.occupe }
    return value
  }
}
