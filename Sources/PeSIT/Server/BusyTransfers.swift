/// Transfers that a connection of this server is busy with: a second connection does not write into the same file.
actor BusyTransfers {
  private var holders: [TransferKey: Session] = [:]

  /// Takes a transfer for a connection. One that still holds it lost its requester, who has called again: it is closed.
  func take(_ key: TransferKey, for session: Session) async {
    while let holder = holders[key], holder !== session {
      await holder.close()
      // It may have given it back while it was being closed.
      guard holders[key] === holder else { continue }
      await withCheckedContinuation { waiting[key, default: []].append($0) }
    }
    holders[key] = session
  }

  /// Gives a transfer back.
  func give(_ key: TransferKey, from session: Session) {
    guard holders[key] === session else { return }
    holders[key] = nil
    for continuation in waiting.removeValue(forKey: key) ?? [] { continuation.resume() }
  }

  private var waiting: [TransferKey: [CheckedContinuation<Void, Never>]] = [:]
}
