import Dispatch

/// What one event says by itself, whatever stands around it: the long part of a verification, which needs no order.
struct LigneExaminee: Sendable {
  let row: LigneDuJournal
  /// The fingerprint of its bytes; nil when they are gone.
  let calculee: Empreinte?
  /// What its bytes say, when they are intact and an event's.
  let enTete: EnTete?

  var estIntacte: Bool { calculee == row.empreinte }

  init(_ row: LigneDuJournal) {
    self.row = row
    guard let sel = row.sel, let octets = row.octets else {
      (calculee, enTete) = (nil, nil)
      return
    }
    let calculee = Empreinte(position: row.position, dossier: row.dossier, sel: sel, octets: octets)
    self.calculee = calculee
    enTete = calculee == row.empreinte ? try? CanonicalDecoder.decode(EnTete.self, from: octets) : nil
  }

  /// Examines many rows on every core; the result is in their order.
  static func examine(_ rows: [LigneDuJournal]) -> [LigneExaminee] {
    let share = 256
    return Array(unsafeUninitializedCapacity: rows.count) { memory, count in
      // Each part writes its own range, and the call returns once all have.
      nonisolated(unsafe) let start = memory.baseAddress
      DispatchQueue.concurrentPerform(iterations: (rows.count + share - 1) / share) { part in
        for index in part * share..<min((part + 1) * share, rows.count) {
          start.map { ($0 + index).initialize(to: LigneExaminee(rows[index])) }
        }
      }
      count = rows.count
    }
  }
}
