import NIOCore
import PeSIT

/// Captured octets of one direction, message by message.
struct Capture {
  struct Line: Encodable {
    var offset: Int
    var name: String
    var text: String
  }

  private(set) var lines: [Line] = []
  private(set) var fault: (offset: Int, words: String)?
  let framingName: String

  init(_ octets: ByteBuffer) {
    let framing = Framing.guess(octets)
    framingName = framing.name
    var rest = octets
    while rest.readableBytes > 0 {
      let offset = rest.readerIndex
      do {
        try read(&rest, framing, offset)
      } catch {
        fault = (offset, "\(error)")
        return
      }
    }
  }

  private enum Fault: Error, CustomStringConvertible {
    case cut(Int, Int)

    var description: String {
      switch self {
      case .cut(let wanted, let left): "l’entité a \(wanted) octets, il en reste \(left)"
      }
    }
  }

  private mutating func read(_ rest: inout ByteBuffer, _ framing: Framing, _ offset: Int) throws {
    let length = try entityLength(&rest, framing)
    guard let entity = rest.readSlice(length: length) else { throw Fault.cut(length, rest.readableBytes) }
    if let logon = Logon(decoding: entity) {
      return lines.append(
        Line(offset: offset, name: "LOGON", text: "\(offset)  pré-connexion de \(logon.requester)"))
    }
    var left = entity
    while left.readableBytes > 0 {
      let fpdu = try FPDU(decoding: &left, crc: false)
      lines.append(Line(offset: offset, name: fpdu.body.code.name, text: "\(offset)  \(fpdu.traceLine)"))
      // What is left over behind one message, too short for another, is its checksum.
      if left.readableBytes == 2 { left.moveReaderIndex(forwardBy: 2) }
    }
  }

  private func entityLength(_ rest: inout ByteBuffer, _ framing: Framing) throws -> Int {
    switch framing {
    case .h2: return Int(rest.readInteger(as: UInt16.self) ?? 0)
    case .h4(let countsItself): return Int(rest.readInteger(as: UInt32.self) ?? 0) - (countsItself ? 4 : 0)
    case .raw: return Int(rest.getInteger(at: rest.readerIndex, as: UInt16.self) ?? 0)
    }
  }
}
