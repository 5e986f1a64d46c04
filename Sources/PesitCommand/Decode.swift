import ArgumentParser
import Foundation
import NIOCore
import PeSIT

struct Decode: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decode", abstract: "Explique des octets capturés, message par message.",
    discussion: """
      Les octets d’un sens de la connexion, bruts ou en hexadécimal (espaces, tirets et fins de ligne sont ignorés ; \
      ce qui suit un « # » aussi).

      Exemples :
        pesit decode capture.bin
        echo '000b 000b 4025 a105 0203030137' | pesit decode -
      """)

  @Argument(help: "Le fichier, ou - pour l’entrée standard.")
  var file: String
  @Flag(help: "Un objet JSON par message.")
  var json = false

  func run() throws {
    let data = file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
    guard let data else { throw Outcome.misuse("Fichier absent ou illisible : \(file).") }
    let bytes = Hexadecimal.octets(of: data) ?? Array(data)
    let capture = Capture(ByteBuffer(bytes: bytes))
    if !json { print("\(bytes.count) octets, découpage \(capture.framingName)") }
    for line in capture.lines { print(json ? JSON.text(line) : line.text) }
    if let fault = capture.fault {
      throw Outcome(status: .refused, words: "À l’octet \(fault.offset) : \(fault.words)")
    }
  }
}

enum Hexadecimal {
  /// The octets, when a text is nothing but digits; nil otherwise.
  static func octets(of data: Data) -> [UInt8]? {
    guard let text = String(data: data, encoding: .utf8) else { return nil }
    let digits = text.split(whereSeparator: \.isNewline).flatMap { $0.prefix { $0 != "#" } }
      .filter { !$0.isWhitespace && $0 != "-" && $0 != "|" }
    let values = digits.compactMap(\.hexDigitValue)
    guard !values.isEmpty, values.count == digits.count, values.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}
