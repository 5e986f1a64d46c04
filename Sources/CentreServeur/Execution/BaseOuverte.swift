import Registre

/// The base of a run, opened when it is first asked for and only once.
actor BaseOuverte {
  private var opening: Task<Registre, any Error>?

  /// A base that could not be opened is tried again when it is asked for again.
  func registre(_ open: @escaping @Sendable () async throws -> Registre) async throws -> Registre {
    let task = opening ?? Task { try await open() }
    opening = task
    do { return try await task.value } catch {
      opening = nil
      throw error
    }
  }
}
