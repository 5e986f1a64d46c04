import ArgumentParser

/// `HOST:PORT`, `[::1]:PORT`.
struct Address: ExpressibleByArgument {
  let host: String
  let port: Int

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), let port = Int(argument[argument.index(after: colon)...]),
      (0...65_535).contains(port), colon != argument.startIndex
    else { return nil }
    let name = argument[..<colon]
    host = name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : String(name)
    self.port = port
  }
}
