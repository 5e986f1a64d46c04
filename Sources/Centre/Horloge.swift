import Convention

/// The centre's clock (design, decision 6): the real one, or a day held still.
public struct Horloge: Sendable {
  private let read: @Sendable () -> Instant

  public init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

  /// A day given on the command line: every instant of it is 20:00, so that the same work gives the same bytes.
  public static func held(_ jour: Jour) -> Horloge {
    let instant = Instant(jour, heure: 20)
    return Horloge { instant }
  }

  public var instant: Instant { read() }
  public var jour: Jour { instant.jour }

  /// The instant that closes a day, written in its return files whenever they are made: 21:00.
  public static func cloture(_ jour: Jour) -> Instant { Instant(jour, heure: 21) }
}
