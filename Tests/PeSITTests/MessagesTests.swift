import NIOCore
import Testing

@testable import PeSIT

/// The body of an FPDU, read as what its code says.
private func decoded(_ code: FPDUCode, _ digits: String) throws -> FPDUBody {
  var octets = Vecteur.buffer(digits)
  return try FPDUBody(code, articleCount: 0, decoding: &octets)
}

private func decoded(_ digits: String) throws -> Parameters {
  var octets = Vecteur.buffer(digits)
  return try Parameters(decoding: &octets)
}

/// A parameter of so many octets.
private func unit(_ pi: UInt8, length: Int) -> ByteBuffer {
  var unit = ByteBuffer(bytes: [pi])
  if length < 0xFF {
    unit.writeInteger(UInt8(length))
  } else {
    unit.writeInteger(UInt8(0xFF))
    unit.writeInteger(UInt16(length))
  }
  unit.writeRepeatingByte(0x41, count: length)
  return unit
}

@Suite("Parameters: order, groups and lengths")
struct ParametersTests {
  private static let settingCount = 16

  private static func set(_ index: Int, in parameters: inout Parameters) {
    switch index {
    case 0: parameters[Key.fileType] = 0
    case 1: parameters[Key.fileName] = "INVOICE"
    case 2: parameters[Key.transferID] = 0x1234
    case 3: parameters[Key.dataCode] = .binary
    case 4: parameters[Key.priority] = .normal
    case 5: parameters[Key.maxEntity] = 32750
    case 6: parameters[Key.articleFormat] = .variable
    case 7: parameters[Key.articleLength] = 1024
    case 8: parameters[Key.organisation] = .sequential
    case 9: parameters[Key.label] = "inv.dat"
    case 10: parameters[Key.spaceUnit] = .kilobytes
    case 11: parameters[Key.space] = 12
    case 12:
      parameters[Key.created] = Timestamp(year: 2026, month: 1, day: 31, hour: 14, minute: 25, second: 30)
    case 13: parameters[Key.initialSender] = "PARIS"
    case 14: parameters[Key.finalReceiver] = "NEWYORK"
    default: parameters[Key.freeMessage] = "batch42"
    }
  }

  @Test("set in any order, parameters and groups travel in ascending order", arguments: 1...50)
  func ascending(_ seed: Int) throws {
    var alea = SplitMix64(seed: UInt64(seed))
    var parameters = Parameters()
    for index in (0..<Self.settingCount).shuffled(using: &alea) { Self.set(index, in: &parameters) }
    let create = FPDU(to: 0xA1, .create(Create(checked: parameters)))
    let expected = try Vecteur.exemple("CREATE")
    #expect(hex(create.encoded().readableBytesView) == hex(expected))
  }

  @Test("a group stands at its own code: PGI 9 with PI 3 in it comes after PI 7 and before PI 13")
  func groupBeforeParameter() {
    var parameters = Parameters()
    parameters[Key.sync] = SyncOption(intervalKB: 1, window: 0)
    parameters[Key.transferID] = 1
    parameters.set(Key.requester.pi, to: [0x41], in: .fileIdentifier)
    parameters[Key.fileName] = "F"
    #expect(parameters.hexadecimal == "070300010009060301410c01460d0101")
  }

  @Test("a parameter set again takes its own place, set to nothing it is gone and its empty group too")
  func replaced() {
    var parameters = Parameters()
    parameters[Key.space] = 1
    parameters[Key.space] = 2
    #expect(parameters.hexadecimal == "28032a0102")
    parameters[Key.space] = nil
    #expect(parameters.units.isEmpty)
  }

  @Test(
    "up to 254 octets a length is one octet, from 255 on it is FF and two more",
    arguments: [(1, "01"), (254, "fe"), (255, "ff00ff"), (256, "ff0100"), (4096, "ff1000")])
  func longLengths(_ length: Int, _ coded: String) throws {
    let text = Text(bytes: Array(repeating: 0x61, count: length))
    let fpdu = FPDU(to: 1, .messageMiddle(MessageMiddle(text: text)))
    var encoded = fpdu.encoded()
    #expect(hex(encoded.readableBytesView.dropFirst(6)).hasPrefix("5b" + coded + "61"))
    let decoded = try FPDU(decoding: &encoded)
    #expect(decoded == fpdu)
  }

  @Test("a group of more than 254 octets has a long length")
  func longGroup() throws {
    var parameters = Parameters()
    parameters[Key.label] = Text(bytes: Array(repeating: 0x61, count: 252))
    #expect(parameters.hexadecimal.hasPrefix("1efe25fc61"))
    parameters[Key.label] = Text(bytes: Array(repeating: 0x61, count: 253))
    #expect(parameters.hexadecimal.hasPrefix("1eff00ff25fd61"))
    #expect(Parameters(hexadecimal: parameters.hexadecimal) == parameters)
  }

  @Test("numbers are sent without leading zeros, one octet at least")
  func shortNumbers() {
    var parameters = Parameters()
    for (value, coded) in [(0, "0d0100"), (255, "0d01ff"), (256, "0d020100"), (0xFF_FFFF, "0d03ffffff")] {
      parameters[Key.transferID] = value
      #expect(parameters.hexadecimal == coded)
      #expect(parameters[Key.transferID] == value)
    }
  }

  @Test("what a parameter's digits cannot be is no parameters", arguments: ["0", "zz", "0d02", "0d"])
  func badDigits(_ digits: String) {
    #expect(Parameters(hexadecimal: digits) == nil)
  }
}

@Suite("Parameters of a peer")
struct ReceivedParametersTests {
  @Test("ABORT with three octets and nothing around them says its diagnostic all the same")
  func bareAbort() throws {
    guard case .abort(let abort) = try decoded(.abort, "030137") else {
      Issue.record("not an ABORT")
      return
    }
    #expect(abort.diagnostic == .protocolError)
  }

  @Test(
    "leading zeros of a number are let pass, and kept", arguments: ["0d0224e6", "0d030024e6", "0d0800000000000024e6"])
  func leadingZeros(_ digits: String) throws {
    let answer = try decoded(.createAnswer, "0203000000" + digits)
    #expect(answer.parameters?[Key.transferID] == 9446)
    #expect(answer.parameters?.hexadecimal == "0203000000" + digits)
  }

  @Test("leading zeros of a symbol are let pass as those of a number are")
  func leadingZerosOfSymbols() throws {
    let connect = try decoded(.connect, "03014104014206010216020001")
    #expect(connect.parameters?[Key.access] == .read)
  }

  @Test(
    "a message without a parameter that it must have names the parameter",
    arguments: [
      (.connect, "040142060102160100", 3), (.connect, "030141060102160100", 4),
      (.connect, "030141040142160100", 6), (.connect, "030141040142060102", 22), (.connectAccepted, "0703000000", 6),
      (.connectRefused, "630141", 2), (.create, "09030b01000d0101", 12), (.create, "09030c0146", 13),
      (.createAnswer, "19021000", 2), (.select, "0d0100", 12), (.selectAnswer, "0d0101", 2), (.openAnswer, "", 2),
      (.read, "", 18), (.readAnswer, "", 2), (.writeAnswer, "120100", 2), (.sync, "", 20), (.syncAnswer, "", 20),
      (.resync, "120101", 2), (.resync, "0203010064", 18), (.resyncAnswer, "", 18), (.interrupt, "130104", 2),
      (.message, "0d0101", 12), (.messageStart, "0d0101", 12), (.messageAnswer, "", 2),
    ] as [(FPDUCode, String, UInt8)])
  func missing(_ code: FPDUCode, _ digits: String, _ pi: UInt8) {
    #expect(throws: ParameterFault(pi: pi, reason: .missing)) { try decoded(code, digits) }
  }

  @Test("an empty parameter counts as absent, and travels on", arguments: ["0d00", "0d000d0101"])
  func empty(_ digits: String) throws {
    let parameters: Parameters = try decoded(digits)
    let expected: Int? = digits == "0d00" ? nil : 1
    #expect(parameters[Key.transferID] == expected)
    #expect(parameters.hexadecimal == digits)
  }

  @Test("an empty PI 22 is a missing one")
  func emptyAccess() {
    #expect(throws: ParameterFault(pi: 22, reason: .missing)) {
      try decoded(.connect, "0301410401420601021600")
    }
  }

  @Test(
    "what some leave out or add in an end or an answer is let pass",
    arguments: [
      (.release, ""), (.close, ""), (.deselect, ""), (.closeAnswer, ""), (.deselectAnswer, ""), (.dataEnd, ""),
      (.abort, ""), (.transferEnd, "0203000000"), (.interruptAnswer, "0203000000"), (.transferEndAnswer, "0203000000"),
      (.createAnswer, "02030000001d0141"), (.open, "150200ff"),
    ] as [(FPDUCode, String)])
  func lenient(_ code: FPDUCode, _ digits: String) throws {
    let message = try decoded(code, digits)
    #expect(message.code == code)
    #expect(message.parameters?.hexadecimal == digits)
  }

  @Test(
    "a value that a parameter cannot have is told from one that is too long",
    arguments: [
      ("020203cd", 2, .badValue), ("0204030001cd", 2, .tooLong), ("07020024", 7, .badValue),
      ("070400240200", 7, .tooLong), ("0b03010000", 11, .tooLong), ("0d0401000000", 13, .tooLong),
      ("0e020101", 14, .tooLong), ("0f0102", 15, .badValue), ("100103", 16, .badValue), ("110103", 17, .badValue),
      ("130105", 19, .badValue), ("150101", 21, .badValue), ("1503010101", 21, .tooLong), ("160103", 22, .badValue),
      ("170102", 23, .badValue), ("1903010000", 25, .tooLong), ("210103", 33, .badValue),
      ("290102", 41, .badValue), ("330b3236303133313134323533", 51, .badValue),
      ("330c323630313331313432353341", 51, .badValue), ("330d32363031333131343235333030", 51, .tooLong),
    ] as [(String, UInt8, ParameterFault.Reason)])
  func badValues(_ digits: String, _ pi: UInt8, _ reason: ParameterFault.Reason) {
    #expect(throws: ParameterFault(pi: pi, reason: reason)) { try decoded(.write, digits) }
  }

  @Test("a bad value within a group is found too")
  func badValueInGroup() {
    #expect(throws: ParameterFault(pi: 33, reason: .badValue)) { try decoded(.write, "1e03210103") }
  }

  private static let fullLengths: [(UInt8, Int)] = [
    (3, 24), (4, 24), (5, 16), (12, 76), (29, 254), (61, 24), (62, 24), (91, 4096),
  ]

  @Test("a text that fills its bounds is let pass, one octet more is too long", arguments: fullLengths)
  func bounds(_ pi: UInt8, _ length: Int) throws {
    var full = unit(pi, length: length)
    let write = try FPDUBody(.write, articleCount: 0, decoding: &full)
    #expect(write.parameters?.octets(of: pi)?.count == length)
    var longer = unit(pi, length: length + 1)
    #expect(throws: ParameterFault(pi: pi, reason: .tooLong)) {
      try FPDUBody(.write, articleCount: 0, decoding: &longer)
    }
  }

  @Test(
    "a parameter that is cut is a bad length",
    arguments: [
      ("0d", 13), ("0d02", 13), ("0d0201", 13), ("0dff", 13), ("0dff01", 13), ("0903", 9), ("09030c02", 9),
    ] as [(String, UInt8)])
  func cut(_ digits: String, _ pi: UInt8) {
    #expect(throws: ParameterFault(pi: pi, reason: .badLength)) { try decoded(.write, digits) }
  }

  @Test("a parameter that is longer than its group is a bad length of its own")
  func cutInGroup() {
    #expect(throws: ParameterFault(pi: 12, reason: .badLength)) { try decoded(.write, "09030c0246") }
  }

  @Test("a parameter that nobody knows is skipped, kept where it was, and sent on")
  func unknown() throws {
    let digits = "02030000000a02abcd19021000c803aabbcc"
    let answer = try decoded(.createAnswer, digits)
    #expect(answer.parameters?[Key.maxEntity] == 4096)
    #expect(answer.parameters?.octets(of: 200) == [0xAA, 0xBB, 0xCC])
    #expect(answer.parameters?.hexadecimal == digits)
  }

  @Test("of a parameter that comes twice the first one counts, and both are sent on")
  func twice() throws {
    let parameters: Parameters = try decoded("0d01010d0102")
    #expect(parameters[Key.transferID] == 1)
    #expect(parameters.hexadecimal == "0d01010d0102")
  }

  @Test("parameters in another order are read, and sent on in that order")
  func anyOrder() throws {
    let parameters: Parameters = try decoded("6301411902100009030c01460d0107")
    #expect(parameters[Key.fileName] == Text("F"))
    #expect(parameters[Key.transferID] == 7)
    #expect(parameters.hexadecimal == "6301411902100009030c01460d0107")
  }

  @Test("a fault says in words which parameter it is")
  func words() {
    #expect("\(ParameterFault(pi: 22, reason: .missing))" == "PI 22 (access) is missing")
    #expect("\(ParameterFault(pi: 200, reason: .tooLong))" == "PI 200 is too long")
  }
}

@Suite("Negotiated values")
struct NegotiatedValuesTests {
  @Test(
    "PI 14 is understood from the most significant bit, and from the least",
    arguments: [
      (0xE0, .all), (0x80, .logical), (0x40, .physical), (0x20, .history), (0xA0, [.logical, .history]),
      (0x07, .all), (0x01, .logical), (0x02, .physical), (0x04, .history), (0x00, []), (0xE1, .all),
      (0x81, .logical),
    ] as [(UInt8, AttributesWanted)])
  func attributes(_ octet: UInt8, _ wanted: AttributesWanted) throws {
    let body = try decoded(.select, "09030c01460e01" + hexadecimal(octet))
    let select = try #require(body.message as? Select)
    #expect(select.attributesWanted == wanted)
  }

  @Test("a SELECT of ours asks for all groups as Transfer CFT does")
  func attributesSent() {
    let select = Select(fileName: "F", transferID: 0, restart: false, maxEntity: 32750)
    #expect(select.parameters.octets(of: 14) == [0xE0])
  }

  @Test(
    "points are put when both want them; the smaller interval and the smaller window hold, « not said » gives way",
    arguments: [
      ("004003", "002402", "002402"), ("002402", "004003", "002402"), ("004002", "002403", "002402"),
      ("ffff03", "002402", "002402"), ("002402", "ffff03", "002402"), ("ffff01", "ffff01", "ffff01"),
      ("004003", "004000", "004000"), ("004003", "000003", "000000"), ("000003", "004003", "000000"),
    ])
  func sync(_ ours: String, _ theirs: String, _ agreed: String) throws {
    let option = try #require(SyncOption(bytes: Vecteur.octets(ours)))
    let other = try #require(SyncOption(bytes: Vecteur.octets(theirs)))
    #expect(hex(option.agreed(with: other).bytes) == agreed)
  }

  @Test("a peer that says nothing of points puts none")
  func syncAbsent() {
    #expect(SyncOption(intervalKB: 64, window: 3).agreed(with: nil) == SyncOption.none)
    #expect(!SyncOption.none.isUsed)
  }

  @Test("a sync option keeps its three octets, whatever they are", arguments: ["000000", "004003", "ffff00", "ffffff"])
  func syncOctets(_ digits: String) throws {
    let option = try #require(SyncOption(bytes: Vecteur.octets(digits)))
    #expect(hex(option.bytes) == digits)
  }

  @Test(
    "asked for both a server may answer less; asked for one it answers that one or none",
    arguments: [
      (.none, .none, .none), (.none, .horizontal, .none), (.none, .vertical, .none), (.none, .both, .none),
      (.horizontal, .none, .none), (.horizontal, .horizontal, .horizontal), (.horizontal, .vertical, .none),
      (.horizontal, .both, .horizontal), (.vertical, .none, .none), (.vertical, .horizontal, .none),
      (.vertical, .vertical, .vertical), (.vertical, .both, .vertical), (.both, .none, .none),
      (.both, .horizontal, .horizontal), (.both, .vertical, .vertical), (.both, .both, .both),
    ] as [(Compression, Compression, Compression)])
  func compression(_ allowed: Compression, _ proposed: Compression, _ agreed: Compression) {
    #expect(allowed.agreed(with: proposed) == agreed)
  }

  @Test(
    "compressions that nobody but two Transfer CFTs know read as none",
    arguments: [
      ("0000", .none), ("0101", .horizontal), ("0102", .vertical), ("0103", .both), ("0104", .none), ("010f", .none),
      ("0003", .none), ("0203", .none),
    ] as [(String, Compression)])
  func compressionOctets(_ digits: String, _ compression: Compression) {
    #expect(Compression(bytes: Vecteur.octets(digits)) == compression)
  }

  @Test("a compression that is not understood is still a proposal to answer")
  func compressionProposed() throws {
    #expect(Open(compression: .none).parameters.units.isEmpty)
    let body = try decoded(.open, "1502010f")
    let open = try #require(body.message as? Open)
    #expect(open.proposesCompression)
    #expect(open.compression == Compression.none)
  }

  @Test("CREATE needs an access that writes, SELECT one that reads")
  func access() {
    #expect(Access.allCases.filter(\.allowsWriting) == [.write, .both])
    #expect(Access.allCases.filter(\.allowsReading) == [.read, .both])
  }

  @Test("an undefined article format of Transfer CFT is let pass")
  func undefinedFormat() throws {
    let create = try decoded(.create, "09030c01460d01011e031f0140")
    #expect(create.parameters?[Key.articleFormat] == .undefined)
  }
}

@Suite("Texts, dates and passwords")
struct TextsTests {
  @Test("trailing blanks do not count in a comparison, leading ones do")
  func trailingBlanks() {
    #expect(Text("PARIS") == Text("PARIS   "))
    #expect(Set<Text>(["PARIS", "PARIS ", "PARI"]).count == 2)
    #expect(Text(" PARIS") != Text("PARIS"))
    #expect(Text("   ") == Text(""))
    #expect(Text("   ").isBlank)
    #expect(Text("PARIS  ").bytes.count == 7)
    #expect("\(Text("PARIS  "))" == "PARIS")
  }

  @Test("octets that are not UTF-8 are read as Latin-1")
  func characters() {
    #expect("\(Text(bytes: [0x63, 0xC3, 0xA9]))" == "cé")
    #expect("\(Text(bytes: [0x63, 0xE9]))" == "cé")
    #expect("\(Text(bytes: [0x63, 0xE9, 0x20, 0x20]))" == "cé")
    #expect(Text("é").bytes == [0xC3, 0xA9])
  }

  @Test("a date is twelve digits, its century from 1970 to 2069")
  func timestamp() {
    let date = Timestamp(year: 2026, month: 1, day: 31, hour: 14, minute: 25, second: 30)
    #expect("\(date)" == "260131142530")
    #expect(date.parts == [26, 1, 31, 14, 25, 30])
    #expect(date.year == 2026)
    #expect(Timestamp(bytes: Array("691231235959".utf8))?.year == 2069)
    #expect(Timestamp(bytes: Array("700101000000".utf8))?.year == 1970)
  }

  @Test(
    "what is not twelve digits is no date",
    arguments: ["", "26013114253", "2601311425300", "26013114253x", " 60131142530"])
  func noTimestamp(_ text: String) {
    #expect(Timestamp(bytes: Array(text.utf8)) == nil)
  }

  @Test("a date of blanks is let pass in a message, and read as none")
  func blankDate() throws {
    let blanks = String(repeating: "20", count: 12)
    let create = try decoded(.create, "09030c01460d0101320e330c" + blanks)
    #expect(create.parameters?.octets(of: 51)?.count == 12)
    #expect(create.parameters?[Key.created] == nil)
  }

  @Test("a password of eight octets at most, and the new one behind it from the ninth on")
  func accessControl() throws {
    #expect(AccessControl(password: "SECRET").bytes == Array("SECRET".utf8))
    #expect(AccessControl(password: "SECRET", newPassword: "NEXT").bytes == Array("SECRET  NEXT".utf8))
    #expect(AccessControl(password: "LONGSECRET").bytes == Array("LONGSECR".utf8))
    let both = try #require(AccessControl(bytes: Array("SECRET  NEXTPASS".utf8)))
    #expect(both.password == Text("SECRET"))
    #expect(both.newPassword == Text("NEXTPASS"))
    let padded = try #require(AccessControl(bytes: Array("SECRET  ".utf8)))
    #expect(padded.password == Text("SECRET"))
    #expect(padded.newPassword == nil)
  }

  @Test("EBCDIC and Latin-1 are each other's inverse, octet for octet")
  func ebcdic() {
    for octet in UInt8.min...UInt8.max {
      #expect(EBCDIC.fromLatin1[Int(EBCDIC.toLatin1[Int(octet)])] == octet)
    }
  }

  @Test("letters, digits, blank, underscore, hyphen and full stop have their EBCDIC octets")
  func ebcdicLetters() {
    let expected = [
      ("AI", "c1c9"), ("JR", "d1d9"), ("SZ", "e2e9"), ("09", "f0f9"), ("ai", "8189"), ("jr", "9199"), ("sz", "a2a9"),
      (" _-.", "406d604b"),
    ]
    for (text, octets) in expected { #expect(hex(text.utf8.map { EBCDIC.fromLatin1[Int($0)] }) == octets) }
  }
}

@Suite("Files and their acknowledgement")
struct AcknowledgementTests {
  private func createWithUsers() throws -> Create {
    var octets = ByteBuffer(bytes: try Vecteur.exemple("CREATE"))
    let fpdu = try FPDU(decoding: &octets)
    var create = try #require(fpdu.body.message as? Create)
    create.sendingUser = "PAAPP   PAUSER"
    create.receivingUser = "NYAPP   NYUSER"
    return create
  }

  @Test("the acknowledgement of a file has its identity with sender and receiver swapped")
  func swapped() throws {
    let message = Message(acknowledging: FileIdentity(try createWithUsers().parameters), text: "received OK")
    let expected = try Vecteur.exemple("MSG")
    #expect(hex(FPDU(to: 0x77, .message(message)).encoded().readableBytesView) == hex(expected))
    #expect(message.kind == .acknowledgement)
    #expect(!message.wantsAnswer)
  }

  @Test("a file that carried no users is acknowledged without")
  func withoutUsers() throws {
    var create = try createWithUsers()
    create.sendingUser = nil
    create.receivingUser = nil
    let message = Message(acknowledging: FileIdentity(create.parameters), text: nil)
    #expect(message.sendingUser == nil)
    #expect(message.receivingUser == nil)
    #expect(message.text == nil)
  }

  @Test("a file knows the acknowledgement that was made of it")
  func known() throws {
    let file = FileIdentity(try createWithUsers().parameters)
    let message = Message(acknowledging: file, text: nil)
    #expect(file.isAcknowledged(by: FileIdentity(message.parameters)))
  }

  private static let changes: [@Sendable (inout FileIdentity) -> Void] = [
    { $0.fileType = 1 }, { $0.fileName = "OTHER" }, { $0.transferID = 1 },
    { $0.created = Timestamp(year: 2026, month: 2, day: 1, hour: 0, minute: 0, second: 0) },
    { $0.initialSender = "PARIS" }, { $0.finalReceiver = "NEWYORK" },
  ]

  @Test("an acknowledgement of another file is not taken for this one's", arguments: changes.indices)
  func another(_ change: Int) throws {
    let file = FileIdentity(try createWithUsers().parameters)
    var message = FileIdentity(Message(acknowledging: file, text: nil).parameters)
    Self.changes[change](&message)
    #expect(!file.isAcknowledged(by: message))
  }

  @Test("what the acknowledgement leaves out is not compared")
  func leftOut() throws {
    let file = FileIdentity(try createWithUsers().parameters)
    var message = FileIdentity(Message(acknowledging: file, text: nil).parameters)
    message.created = nil
    message.initialSender = nil
    message.finalReceiver = nil
    #expect(file.isAcknowledged(by: message))
  }

  @Test(
    "PI 11 tells a free message from an acknowledgement, a PI 2 marks a refusal",
    arguments: [
      ("09060b01000c0146", .acknowledgement), ("09070b02ffff0c0146", .free), ("09070b02fffe0c0146", .free),
      ("09070b02fffd0c0146", .reserved), ("020302009a09060b01000c0146", .reserved),
    ] as [(String, MessageKind)])
  func kinds(_ digits: String, _ kind: MessageKind) throws {
    let body = try decoded(.message, digits)
    let message = try #require(body.message as? Message)
    #expect(message.kind == kind)
  }

  @Test(
    "an answer in words is wanted when PI 14 is one", arguments: [("", false), ("0e0100", false), ("0e0101", true)])
  func answerWanted(_ digits: String, _ isWanted: Bool) throws {
    let body = try decoded(.message, "09030c0146" + digits)
    let message = try #require(body.message as? Message)
    #expect(message.wantsAnswer == isWanted)
  }

  @Test("a free message has the octets of the example but for PI 14, which may be left out")
  func freeMessage() throws {
    var message = Message(free: "ANDREW", transferID: 1, from: "NEWYORK", to: "PARIS", text: "call PETER")
    message.parameters[Key.attributesWanted] = []
    let expected = try #require(Vecteur.exemples.last { $0.name == "MSG" }).octets
    #expect(hex(FPDU(to: 0x77, .message(message)).encoded().readableBytesView) == hex(expected))
    #expect(message.kind == .free)
  }
}

@Suite("Diagnostics")
struct DiagnosticTests {
  @Test("a fault of the octets is answered with the diagnostic of its kind")
  func faults() {
    #expect(FPDUFault.badChecksum.diagnostic == Diagnostic(type: 3, reason: 310))
    #expect(FPDUFault.badLength(3).diagnostic == Diagnostic(type: 3, reason: 311))
    #expect(FPDUFault.unknownCode(0xC0FF).diagnostic == Diagnostic(type: 3, reason: 311))
    #expect(FPDUFault.mustTravelAlone(.write).diagnostic == Diagnostic(type: 3, reason: 311))
    for reason in [ParameterFault.Reason.missing, .badValue, .tooLong] {
      let fault = FPDUFault.parameter(.create, ParameterFault(pi: 12, reason: reason))
      #expect(fault.diagnostic == Diagnostic(type: 3, reason: 318))
    }
    let cut = FPDUFault.parameter(.create, ParameterFault(pi: 12, reason: .badLength))
    #expect(cut.diagnostic == Diagnostic(type: 3, reason: 311))
  }

  @Test("every diagnostic says something in both languages, and no other one does", arguments: Diagnostic.all)
  func texts(_ diagnostic: Diagnostic) {
    let other = Diagnostic(type: 9, reason: 999)
    #expect(!diagnostic.english.isEmpty && diagnostic.english != other.english)
    #expect(!diagnostic.french.isEmpty && diagnostic.french != other.french)
  }

  @Test("the table has every code of the standard and of Transfer CFT")
  func complete() {
    let ranges: [(type: UInt8, reasons: ClosedRange<UInt16>)] = [
      (0, 0...0), (1, 100...100), (2, 200...226), (2, 228...243), (2, 245...254), (2, 299...299), (3, 300...336),
      (3, 399...399),
    ]
    var expected: [Diagnostic] = []
    for range in ranges { expected += range.reasons.map { Diagnostic(type: range.type, reason: $0) } }
    #expect(Diagnostic.all == expected)
  }

  @Test(
    "three octets, written as the standard writes them",
    arguments: [
      ("000000", "0 000"), ("0200cd", "2 205"), ("03012d", "3 301"), ("030137", "3 311"), ("020007", "2 007"),
    ])
  func octets(_ digits: String, _ text: String) throws {
    let diagnostic = try #require(Diagnostic(bytes: Vecteur.octets(digits)))
    #expect("\(diagnostic)" == text)
    #expect(hex(diagnostic.bytes) == digits)
  }

  @Test("301 and 304 both mean that a peer is not who it should be")
  func authentication() {
    #expect(Diagnostic.all.filter(\.isAuthentication) == [.calledUnknown, .callerNotAuthorised])
  }

  @Test("an answer without words has the peer's free text for them, without PI 2 it is a success")
  func words() throws {
    let body = try decoded(.connectRefused, "020303012d630141")
    let refused = try #require(body.message as? ConnectRefused)
    #expect(refused.words == Text("A"))
    #expect(Release(checked: Parameters()).diagnostic.isSuccess)
    let long = Abort(.protocolError, words: Text(String(repeating: "x", count: 300)))
    #expect(long.words?.bytes.count == 254)
  }
}
