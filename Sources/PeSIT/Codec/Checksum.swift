import NIOCore

/// The checksum of PI 1: that of ISO transport class 4 (ISO 8073, after Fletcher), modulo 255, in the two octets that
/// follow each FPDU and are not in its length.
public enum Checksum {
  private static func sums(_ bytes: ByteBufferView) -> (Int, Int) {
    var c0 = 0
    var c1 = 0
    for byte in bytes {
      c0 += Int(byte)
      if c0 >= 255 { c0 -= 255 }
      c1 += c0
      if c1 >= 255 { c1 -= 255 }
    }
    return (c0, c1)
  }

  /// The two octets of an FPDU.
  public static func octets(of fpdu: ByteBufferView) -> (UInt8, UInt8) {
    let (c0, c1) = sums(fpdu)
    // The two zero octets that stand for the checksum add c0 twice to c1.
    let end = c1 + 2 * c0
    return (remainder(c0 - end), remainder(end - 2 * c0))
  }

  private static func remainder(_ value: Int) -> UInt8 { UInt8(((value % 255) + 255) % 255) }

  static func append(to buffer: inout ByteBuffer, from start: Int) {
    guard let fpdu = buffer.viewBytes(at: start, length: buffer.writerIndex - start) else { return }
    let (x, y) = octets(of: fpdu)
    buffer.writeMultipleIntegers(x, y)
  }

  /// Whether an FPDU and the two octets after it belong together.
  public static func isRight(_ covered: ByteBuffer) -> Bool { sums(covered.readableBytesView) == (0, 0) }
}
