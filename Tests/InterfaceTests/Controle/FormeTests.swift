import Testing

@testable import Interface

@Suite("Checks — the form of a record (1xx)")
struct FormeTests {
  @Test("101: a line one byte short or long is set aside with its dossier, the others pass")
  func length() throws {
    for count in [511, 300, 11 + 20] {
      try Fabrique.check("aller-correct", ["5:101"]) { $0.cut(5, to: count) }
    }
    try Fabrique.check("aller-correct", ["5:101"]) { $0.lignes[4].append(0x2A) }
  }

  @Test("a line cut within its link belongs to nobody: rejected alone, and the lack shows in 317")
  func cutLink() throws {
    var fabrique = try Fabrique("aller-correct")
    fabrique.cut(5, to: 29)
    let lecture = try fabrique.read()
    #expect(lecture.resume == ["2:317", "5:101"])
    #expect(lecture.rejets.map(\.niveau) == ["D", "E"])
    // The link is bytes 11 to 30: one byte more and the line is the dossier's.
    fabrique = try Fabrique("aller-correct")
    fabrique.cut(5, to: 30)
    #expect(try fabrique.read().rejets.map(\.description) == ["5 30 D 101 - -"])
  }

  @Test("an empty line between two records is a record of no byte; at the end of the file it is nothing")
  func emptyLines() throws {
    var fabrique = try Fabrique("aller-correct")
    fabrique.lignes.insert([], at: 8)
    let lecture = try fabrique.read()
    #expect(lecture.rejets.map(\.description) == ["9  E 101 - -"])
    #expect(lecture.cumuls.total == 17)
    fabrique = try Fabrique("aller-correct")
    let octets = fabrique.octets + Array("\r\n\n\r\n".utf8)
    #expect(try Lecture.of(octets).cumuls.total == 16)
    let (padded, plain) = (try Examen.of(octets).0, try Examen.of(fabrique.octets).0)
    #expect(padded.empreinte == plain.empreinte)
  }

  @Test("102: the last byte must be the witness")
  func witness() throws {
    try Fabrique.check("aller-correct", ["5:102"]) { $0.setByte(5, 512, 0x20) }
  }

  @Test(
    "103: control bytes 00-1F and 7F-9F, and no other",
    arguments: [
      (0x00, true), (0x1F, true), (0x20, false), (0x7E, false), (0x7F, true), (0x80, true), (0x9F, true), (0xA0, false),
    ])
  func control(byte: UInt8, isForbidden: Bool) throws {
    for position in [200, 241, 490, 505] {
      let rejets = try Fabrique.rejets("aller-correct") { $0.setByte(5, position, byte) }
      #expect(rejets == (isForbidden ? ["5:103"] : []), "\(position)")
    }
  }

  @Test("104: an unknown type is rejected alone and does not close the group")
  func unknownType() throws {
    let lecture = try {
      var fabrique = try Fabrique("aller-correct")
      fabrique.insert(5, before: 5)
      fabrique.retype(5, "37")
      return try fabrique.read()
    }()
    #expect(lecture.rejets.map(\.description) == ["5 37 E 104 - -"])
    #expect(!lecture.groupes.contains { !$0.isAccepted })
  }

  @Test("105: after the trailer nothing is taken, not even a second trailer; a cut line there is 101")
  func afterTheEnd() throws {
    var fabrique = try Fabrique("aller-correct")
    fabrique.lignes += [fabrique.lignes[10], fabrique.lignes[15], Array(fabrique.lignes[10].prefix(100))]
    fabrique.renumber()
    let lecture = try Lecture.of(fabrique.octets)
    #expect(lecture.resume == ["17:105", "18:105", "19:101"])
    #expect(!lecture.rejets.contains { $0.niveau == "D" })
    // The cut line is a 50: the sum of the actualisations cannot be checked any more.
    #expect(lecture.anomalies == ["903"])
  }

  @Test("106: a second header is rejected alone and closes the group; an unreadable trailer too")
  func secondHeader() throws {
    try Fabrique.check("aller-correct", ["7:106"]) { $0.insert(1, before: 7) }
    try Fabrique.check("aller-correct", ["2:315", "5:106", "6:301", "7:301"]) { $0.insert(1, before: 5) }
    let cutTrailer = try Fabrique.rejets("aller-correct") {
      $0.insert(16, before: 7)
      $0.cut(7, to: 511)
    }
    #expect(cutTrailer == ["7:101"])
  }

  @Test(
    "a cut father keeps his group, which is set aside whole; cut within his number he stands alone and leaves orphans")
  func cutFather() throws {
    try Fabrique.check("aller-correct", ["2:101"]) { $0.cut(2, to: 100) }
    var fabrique = try Fabrique("aller-correct")
    fabrique.cut(2, to: 29)
    let lecture = try fabrique.read()
    #expect(lecture.resume == ["2:101", "3:301", "4:301", "5:301", "6:301"])
    #expect(!lecture.rejets.contains { $0.niveau == "D" })
  }
}
