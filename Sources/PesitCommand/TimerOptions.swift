import ArgumentParser
import NIOCore
import PeSIT

/// Tc, Tp, Td and Tr.
struct TimerOptions: ParsableArguments {
  @Option(name: .customLong("timer-connection"), help: "Attente de CONNECT ou de sa réponse (Tc), en secondes.")
  var connection: Int = 30
  @Option(name: .customLong("timer-activity"), help: "Attente du correspondant quand c’est son tour (Tp), en secondes.")
  var activity: Int = 30
  @Option(name: .customLong("timer-idle"), help: "Inactivité entre deux transferts (Td), en secondes.")
  var idle: Int = 300
  @Option(name: .customLong("timer-close"), help: "Attente de la fermeture du réseau après la fin (Tr), en secondes.")
  var close: Int = 30

  var timers: Timers {
    Timers(
      connection: .seconds(Int64(connection)), activity: .seconds(Int64(activity)), idle: .seconds(Int64(idle)),
      close: .seconds(Int64(close)))
  }

  func validate() throws {
    guard [connection, activity, idle, close].allSatisfy({ (1...86_400).contains($0) }) else {
      throw ValidationError("Une temporisation va de 1 à 86400 secondes.")
    }
  }
}

extension Compression: ExpressibleByArgument {
  /// `none`, `horizontal`, `vertical`, `both`.
  public init?(argument: String) {
    guard let found = Self.allCases.first(where: { "\($0)" == argument }) else { return nil }
    self = found
  }
  /// As they are typed.
  public static var allValueStrings: [String] { allCases.map { "\($0)" } }
}
