import Foundation

@testable import Interface

/// A workbook built by hand, part by part, as another program would write it: an uncompressed ZIP.
struct ClasseurDEssai {
  var parts: [(name: String, content: [UInt8])]

  init(_ parts: [(String, String)]) { self.parts = parts.map { ($0.0, Array($0.1.utf8)) } }

  /// A workbook of one sheet.
  init(
    sheet: String, workbook: String = "", styles: String? = nil, shared: String? = nil, prefix: String = ""
  ) {
    let colon = prefix.isEmpty ? "" : prefix + ":"
    let xmlns =
      "xmlns\(prefix.isEmpty ? "" : ":" + prefix)=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var links = "<Relationship Id=\"rId1\" Type=\"\(kind)/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
    if styles != nil {
      links += "<Relationship Id=\"rId2\" Type=\"\(kind)/styles\" Target=\"/xl/styles.xml\"/>"
    }
    if shared != nil {
      links += "<Relationship Id=\"rId3\" Type=\"\(kind)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    }
    let tabs =
      "<\(colon)sheets><\(colon)sheet name=\"Demandes\" sheetId=\"1\" r:id=\"rId1\"/></\(colon)sheets>"
    self.init([
      (
        "_rels/.rels",
        ClasseurDEssai.links(
          "<Relationship Id=\"a\" Type=\"\(kind)/officeDocument\" Target=\"xl/workbook.xml\"/>")
      ),
      ("xl/_rels/workbook.xml.rels", ClasseurDEssai.links(links)),
      (
        "xl/workbook.xml",
        "<\(colon)workbook \(xmlns) xmlns:r=\"\(kind)\">\(workbook)\(tabs)</\(colon)workbook>"
      ),
      ("xl/worksheets/sheet1.xml", "<\(colon)worksheet \(xmlns)>\(sheet)</\(colon)worksheet>"),
    ])
    if let styles { parts.append(("xl/styles.xml", Array("<styleSheet>\(styles)</styleSheet>".utf8))) }
    if let shared { parts.append(("xl/sharedStrings.xml", Array("<sst>\(shared)</sst>".utf8))) }
  }

  static func links(_ links: String) -> String {
    "<?xml version=\"1.0\"?><Relationships>\(links)</Relationships>"
  }

  /// - Parameter flags: general purpose bits of every entry; 1 says that it is encrypted.
  func zipped(flags: UInt16 = 0, announcedByteCount: UInt32? = nil) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let offset = UInt32(file.count)
      let size = announcedByteCount ?? UInt32(part.content.count)
      let common: [UInt8] =
        little(UInt16(20)) + little(flags) + little(UInt16(0)) + little(UInt32(0))
        + little(crc32(part.content))
        + little(UInt32(part.content.count)) + little(size) + little(UInt16(part.name.utf8.count))
        + little(UInt16(0))
      file += [0x50, 0x4B, 3, 4] + common + Array(part.name.utf8) + part.content
      directory += [0x50, 0x4B, 1, 2, 20, 0] + common + little(UInt16(0)) + little(UInt32(0))
      directory += little(UInt32(0)) + little(offset) + Array(part.name.utf8)
    }
    let count = little(UInt16(parts.count))
    let start = little(UInt32(file.count))
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + little(UInt32(directory.count)) + start + [0, 0]
  }

  func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  private func crc32(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
  }
}

/// The sentence with which a file is refused, or nil if it is read.
func refusal(of octets: [UInt8], feuille: String? = nil, bornes: BornesTabulaires = BornesTabulaires())
  -> String?
{
  do {
    _ = try Feuille(octets: octets, feuille: feuille, bornes: bornes)
    return nil
  } catch {
    return error.message
  }
}
