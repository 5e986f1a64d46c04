import Foundation
import Testing

@testable import Site

/// A browser without a screen: real HTTP over a socket, its cookies kept, redirections shown and not followed.
struct Navigateur {
  struct Page {
    let statut: Int
    let enTetes: [(nom: String, valeur: String)]
    let corps: String

    func enTete(_ nom: String) -> String? { enTetes.first { $0.nom.lowercased() == nom.lowercased() }?.valeur }
    /// The token of the forms of the page.
    var jeton: String? { corps.firstMatch(of: /name="jeton" value="([^"]*)"/).map { String($0.1) } }
  }

  let port: Int
  var cookies: [String: String] = [:]
  /// Token of the last page that had one.
  private(set) var jeton = ""

  init(port: Int) { self.port = port }

  mutating func get(_ chemin: String) async throws -> Page { try await demander("GET", chemin) }

  /// Sends a form as the last page would, with its token unless another is given.
  mutating func post(_ chemin: String, _ champs: [String: String] = [:]) async throws -> Page {
    let all = ["jeton": jeton].merging(champs) { $1 }
    let corps = all.sorted { $0.key < $1.key }.map { "\($0.key.dansURL)=\($0.value.dansURL)" }.joined(separator: "&")
    return try await demander("POST", chemin, corps, type: "application/x-www-form-urlencoded")
  }

  mutating func demander(
    _ methode: String, _ chemin: String, _ corps: String = "", type: String? = nil
  ) async throws -> Page {
    var lines = ["\(methode) \(chemin) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close"]
    if !cookies.isEmpty {
      lines.append(
        "Cookie: " + cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
    }
    if let type { lines += ["Content-Type: \(type)", "Content-Length: \(corps.utf8.count)"] }
    let octets = try await Prise.echanger(port: port, Array((lines + ["", corps]).joined(separator: "\r\n").utf8))
    let page = try Navigateur.lire(octets)
    for (nom, valeur) in page.enTetes where nom.lowercased() == "set-cookie" { garder(valeur) }
    if let found = page.jeton { jeton = found }
    return page
  }

  private mutating func garder(_ cookie: String) {
    let parts = cookie.split(separator: ";").map { $0.drop { $0 == " " } }
    let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    cookies[pair[0]] = parts.contains("Max-Age=0") ? nil : pair[1]
  }

  private static func lire(_ octets: [UInt8]) throws -> Page {
    let text = String(decoding: octets, as: UTF8.self)
    let end = try #require(text.range(of: "\r\n\r\n"), "no answer")
    var lines = text[..<end.lowerBound].components(separatedBy: "\r\n")[...]
    let statut = lines.removeFirst().split(separator: " ").dropFirst().first.flatMap { Int($0) }
    let enTetes = lines.map { line in
      let pair = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return (nom: String(pair[0]), valeur: pair.dropFirst().first.map { String($0).sansBords } ?? "")
    }
    return Page(statut: statut ?? 0, enTetes: enTetes, corps: String(text[end.upperBound...]))
  }
}

/// One exchange over TCP, on a thread of its own: the server and the base need those of the pools.
enum Prise {
  struct Faute: Error {}

  static func echanger(port: Int, _ octets: [UInt8]) async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      Thread { continuation.resume(with: Result { try exchange(port, octets) }) }.start()
    }
  }

  private static func exchange(_ port: Int, _ octets: [UInt8]) throws -> [UInt8] {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected else { throw Faute() }
    // Whoever refuses a body too long may close before reading it all: what it said is read all the same.
    var sent = 0
    while sent < octets.count {
      let count = octets[sent...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
    }
    var received: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &block, block.count, 0)
      guard count > 0 else { return received }
      received += block[..<count]
    }
  }
}
