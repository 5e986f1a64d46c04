import SQLEngine

/// The right to work alone on a base that several instances share, for as long as it is kept alive.
///
/// Every transaction of the work renews it, and is refused when another has it in the meantime: a holder that was paused for too
/// long finds out at its next write, before it changes anything.
public struct Bail: Sendable {
  /// Grows each time the lease is taken.
  let jeton: Int64
  /// Milliseconds since 1970, of the machine.
  let montre: @Sendable () -> Int64

  /// How long a holder that gives no sign keeps it, in milliseconds.
  public static let duree: Int64 = 10_000

  /// The lease under which this task works, if it works under one.
  @TaskLocal public static var enCours: Bail?

  /// Renews it within a transaction; throws ``BailPerdu`` when another took it.
  func renouveler(_ connection: any SQLConnection) throws {
    let count = try connection.run(
      "UPDATE bail SET jusqu = $2 WHERE nom = 'travail' AND jeton = $1", .int(jeton), .int(montre() + Bail.duree))
    if count == 0 { throw BailPerdu() }
  }
}

/// Another instance took over: this one gave no sign for too long.
public struct BailPerdu: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String {
    "Une autre instance a repris le travail : celle-ci n’a pas donné signe de vie pendant \(Bail.duree / 1_000) secondes."
  }
}

extension Registre {
  /// Takes the lease if it is free, or if its holder gives no sign any more; nil otherwise.
  public func prendreBail(_ porteur: String, _ montre: @escaping @Sendable () -> Int64) async throws -> Bail? {
    let now = montre()
    let held = try await engine.read { try $0.scalar("SELECT jusqu FROM bail WHERE nom = 'travail'") }
    if let held, held > now { return nil }
    do { return try await take(porteur, montre, at: now) } catch let fault as SQLFault where fault.kind == .busy {
      // Whoever writes for so long is alive.
      return nil
    }
  }

  private func take(_ porteur: String, _ montre: @escaping @Sendable () -> Int64, at now: Int64) async throws -> Bail? {
    try await engine.write { connection in
      let taken = try connection.first(
        """
        INSERT INTO bail(nom, porteur, jeton, jusqu) VALUES ('travail', $1, 1, $2)
        ON CONFLICT(nom) DO UPDATE SET porteur = excluded.porteur, jeton = bail.jeton + 1, jusqu = excluded.jusqu
        WHERE bail.jusqu <= $3 RETURNING jeton
        """, .text(porteur), .int(montre() + Bail.duree), .int(now)
      ) { $0.int(0) }
      return taken.map { Bail(jeton: $0, montre: montre) }
    }
  }

  /// Keeps it alive while nothing is written.
  public func prolonger(_ bail: Bail) async throws { try await engine.write { try bail.renouveler($0) } }

  /// Gives it back, if it is still held.
  public func rendre(_ bail: Bail) async throws {
    _ = try await engine.write { connection in
      try connection.run("UPDATE bail SET jusqu = 0 WHERE nom = 'travail' AND jeton = $1", .int(bail.jeton))
    }
  }
}
