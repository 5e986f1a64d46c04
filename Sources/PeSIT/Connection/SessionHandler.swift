import NIOCore

/// Feeds a connection's octets to the decoder and the machine, performs what comes out, and keeps the timers.
///
/// It is used on the channel's event loop only; ``Session`` is its face to the rest.
final class SessionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// What waits for the application.
  enum Item: Sendable {
    case logon(Logon)
    case logonAnswer(Bool)
    case body(FPDUBody)
    /// IDT came and was answered.
    case interrupted(Interrupt)
    /// Data came damaged, and may be asked for again; what follows is dropped until then.
    case damaged
  }

  private let options: SessionOptions
  private var decoder: EntityDecoder
  private(set) var machine: SessionMachine
  private var context: ChannelHandlerContext?
  private(set) var ownID: UInt8
  private(set) var peerID: UInt8 = 0
  private(set) var fault: SessionFault?
  private var isClosing = false

  private var items: [Item] = []
  private var waitingByteCount = 0
  private var reader: CheckedContinuation<Void, Never>?
  private var writer: CheckedContinuation<Void, Never>?
  private var isReadHeld = false
  /// Data are dropped until the sender has heard of it.
  private var isDropping = false
  private var resyncCount = 0
  /// More of them in one connection are no accident.
  private static let mostResyncs = 8
  private var timer: Scheduled<Void>?
  /// When the network connection was made, for Tc.
  private var opened: NIODeadline?

  init(_ options: SessionOptions, ownID: UInt8) {
    self.options = options
    self.ownID = ownID
    machine = SessionMachine(options.role)
    decoder = EntityDecoder(
      framing: options.framing, crc: options.crc, expecting: options.role == .server ? .opening : .fpdus)
  }

  var framing: Framing { decoder.framing ?? .h2 }
  var crc: Bool { decoder.crc }
  var isWritable: Bool { context?.channel.isWritable ?? false }
  var isOpen: Bool { fault == nil && context != nil && machine.state != .closed }

  /// PI 25 while a file is selected; nil gives the framing's own limit back.
  func limitEntities(to maxEntity: Int?) { decoder.maxEntity = maxEntity ?? 0xFFFF }
}

/// What the channel says.
extension SessionHandler {
  func handlerAdded(context: ChannelHandlerContext) {
    self.context = context
    if context.channel.isActive { setTimer() }
  }

  func channelActive(context: ChannelHandlerContext) {
    setTimer()
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    var bytes = unwrapInboundIn(data)
    decoder.append(&bytes)
    decode()
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    if !items.isEmpty { wakeReader() }
    context.fireChannelReadComplete()
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { wakeWriter() }
    setTimer()
    context.fireChannelWritabilityChanged()
  }

  func channelInactive(context: ChannelHandlerContext) {
    end(SessionFault(.network, .networkIncident, "the peer closed the network"))
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    end(SessionFault(.network, .networkIncident, "the connection is closed"))
    self.context = nil
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    end(SessionFault(.network, .networkIncident, "\(error)"))
    context.close(promise: nil)
  }

  private func decode() {
    while !isClosing {
      do throws(EntityDecoder.Fault) {
        guard let entity = try decoder.next() else { return }
        received(entity)
      } catch {
        guard isMendable(error) else { return brokenStream(error) }
      }
    }
  }

  /// §11: within the data, a checksum that is wrong is a matter for RESYN, if that was agreed.
  private func isMendable(_ fault: EntityDecoder.Fault) -> Bool {
    guard fault == .fpdu(.badChecksum), machine.mayResync || isDropping else { return false }
    guard !isDropping else { return true }
    trace(.noted, "\(Diagnostic.transmissionError)")
    resyncCount += 1
    if resyncCount > Self.mostResyncs {
      abort(.tooManyResynchronisations, words: "\(resyncCount) resynchronisations")
    } else {
      isDropping = true
      items.append(.damaged)
    }
    return true
  }

  private func brokenStream(_ fault: EntityDecoder.Fault) {
    switch fault {
    case .fpdu(let fault): abort(fault.diagnostic, words: "\(fault)")
    case .badEntityLength(let length): abort(.protocolError, words: "entity of \(length) octets")
    case .unknownFraming, .badLogonAnswer:
      // Nothing says that the peer speaks this protocol: no answer would be understood.
      end(SessionFault(.aborted, .protocolError, "the first octets are not of this protocol"))
      context?.close(promise: nil)
    }
  }

  private func received(_ entity: EntityDecoder.Entity) {
    defer { setTimer() }
    switch entity {
    case .logon(let logon):
      trace(.received, "pre-connection of \(logon.requester)")
      items.append(.logon(logon))
    case .logonAnswer(let isAccepted):
      trace(.received, isAccepted ? "ACK0" : "NAK0")
      items.append(.logonAnswer(isAccepted))
    case .fpdus(let fpdus): for fpdu in fpdus where !isClosing { received(fpdu) }
    }
  }

  private func received(_ fpdu: FPDU) {
    trace(.received, fpdu.traceLine)
    if isDropping {
      if fpdu.body.isOvertakenByResync { return }
      isDropping = false
    }
    guard accepts(idsOf: fpdu) else { return abort(.protocolError, words: "connection id \(fpdu.destination)") }
    switch machine.received(fpdu.body) {
    case .deliver: deliver(fpdu.body)
    case .acknowledged: wakeWriter()
    case .interrupted:
      write(.interruptAnswer(InterruptAnswer()))
      if case .interrupt(let interrupt) = fpdu.body { items.append(.interrupted(interrupt)) }
      wakeWriter()
    case .ignore: break
    case .abort(let diagnostic): abort(diagnostic, words: "\(fpdu.body.code.name) cannot come here")
    case .closed: closedByPeer(fpdu.body)
    }
  }

  /// CONNECT and its answer tell the ids; everything else must bear them.
  private func accepts(idsOf fpdu: FPDU) -> Bool {
    switch fpdu.body {
    case .connect, .connectAccepted, .connectRefused:
      if peerID == 0 { peerID = fpdu.source }
      if case .connect = fpdu.body { return fpdu.destination == 0 && fpdu.source > 0 }
      return fpdu.destination == ownID
    // ABORT may come before the ids are known, and is nothing to refuse.
    case .abort: return true
    default: return fpdu.destination == ownID
    }
  }

  private func deliver(_ body: FPDUBody) {
    if case .data(let unit) = body { waitingByteCount += unit.content.readableBytes }
    waitingByteCount += FPDU.headerLength
    items.append(.body(body))
    wakeWriter()
    if waitingByteCount >= options.inboundLimit { holdReading() }
  }

  private func closedByPeer(_ body: FPDUBody) {
    switch body {
    case .abort(let abort):
      end(SessionFault(.abortedByPeer, abort.diagnostic, abort.words?.description ?? ""))
    case .connectRefused(let refused):
      end(SessionFault(.refused, refused.diagnostic, refused.words?.description ?? ""))
    default: items.append(.body(body))
    }
    isClosing = true
    context?.close(promise: nil)
  }
}

/// What the session asks for.
extension SessionHandler {
  /// What has come since; empty when nothing has.
  func takeItems() -> [Item] {
    defer {
      items = []
      waitingByteCount = 0
      releaseReading()
      setTimer()
    }
    return items
  }

  /// The first thing that has come; nil when nothing has.
  func takeItem() -> Item? {
    guard items.count > 1 else { return takeItems().first }
    return items.removeFirst()
  }

  var hasItems: Bool { !items.isEmpty }

  func waitForItems(_ continuation: CheckedContinuation<Void, Never>) {
    reader = continuation
    if hasItems || !isOpen { wakeReader() }
  }

  func waitForWriting(_ continuation: CheckedContinuation<Void, Never>) {
    writer = continuation
    setTimer()
    if !isOpen { wakeWriter() }
  }

  /// Sends a message if the machine lets it.
  func send(_ body: FPDUBody) -> SessionMachine.OnSend {
    guard isOpen else { return .overtaken }
    let decision = machine.send(body)
    if decision == .write { write(body) }
    if machine.state == .closed { beginClosing() }
    setTimer()
    return decision
  }

  /// Sends entities that were packed for this connection.
  func send(_ chunk: OutgoingChunk) {
    if let number = chunk.syncNumber { machine.sentSync(number) }
    trace(.sent, "\(chunk.bytes.readableBytes) octets of data" + (chunk.syncNumber.map { ", SYN \($0)" } ?? ""))
    context?.writeAndFlush(wrapOutboundOut(chunk.bytes), promise: nil)
    setTimer()
  }

  /// Sends the pre-connection or its answer.
  func sendLogon(_ octets: ByteBuffer) {
    var framed = ByteBuffer()
    framing.write(octets, into: &framed)
    context?.writeAndFlush(wrapOutboundOut(framed), promise: nil)
    trace(.sent, "pre-connection, \(octets.readableBytes) octets")
  }

  /// The next octets are ACK0 or NAK0.
  func expectLogonAnswer() {
    decoder = EntityDecoder(framing: framing, crc: options.crc, expecting: .logonAnswer)
  }

  /// Ends the connection because of the peer.
  func abort(_ diagnostic: Diagnostic, words: String) {
    guard fault == nil, !isClosing else { return }
    trace(.noted, "\(diagnostic) \(words)")
    _ = machine.send(.abort(Abort(diagnostic)))
    write(.abort(Abort(diagnostic)))
    end(SessionFault(.aborted, diagnostic, words))
    beginClosing()
  }

  func close() {
    end(SessionFault(.network, .networkIncident, "closed by this end"))
    context?.close(promise: nil)
  }

  private func write(_ body: FPDUBody) {
    let fpdu = FPDU(to: peerID, from: body.code.isConnectionPhase ? sourceID(of: body) : 0, body)
    trace(.sent, fpdu.traceLine)
    var framed = ByteBuffer()
    framing.write(fpdu.encoded(crc: crc), into: &framed)
    context?.writeAndFlush(wrapOutboundOut(framed), promise: nil)
  }

  private func sourceID(of body: FPDUBody) -> UInt8 {
    if case .connectRefused = body { return 0 }
    return ownID
  }

  private func trace(_ direction: TraceEvent.Direction, _ text: @autoclosure () -> String) {
    options.trace?(TraceEvent(direction: direction, text: text()))
  }
}

/// Waiting, timers, the end.
extension SessionHandler {
  private func wakeReader() {
    let waiting = reader
    reader = nil
    waiting?.resume()
  }

  private func wakeWriter() {
    let waiting = writer
    writer = nil
    waiting?.resume()
  }

  private func holdReading() {
    guard !isReadHeld, let context else { return }
    isReadHeld = true
    context.channel.setOption(.autoRead, value: false).whenFailure { _ in }
  }

  private func releaseReading() {
    guard isReadHeld, let context else { return }
    isReadHeld = false
    context.channel.setOption(.autoRead, value: true).whenFailure { _ in }
  }

  /// The first fault is the one that counts.
  private func end(_ fault: SessionFault) {
    if self.fault == nil, !(machine.state == .closed && isClosing) { self.fault = fault }
    isClosing = true
    timer?.cancel()
    timer = nil
    wakeReader()
    wakeWriter()
  }

  /// After the last message: the peer closes, or Tr does.
  private func beginClosing() {
    isClosing = true
    releaseReading()
    guard let context else { return }
    let channel = context.channel
    timer?.cancel()
    timer = context.eventLoop.scheduleTask(in: options.timers.close) { channel.close(promise: nil) }
  }

  /// One timer at a time: whose turn it is says which.
  private func setTimer() {
    guard !isClosing, let context else { return }
    timer?.cancel()
    timer = nil
    guard let (wait, diagnostic, words) = deadline() else { return }
    let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(in: wait) { bound.value.expired(diagnostic, words) }
  }

  private func deadline() -> (TimeAmount, Diagnostic, String)? {
    switch (machine.state, options.role) {
    case (.unconnected, _): return connectionDeadline()
    case (.connecting, .requester): return (options.timers.connection, .activityTimeout, "no answer to CONNECT")
    case (.connected, .server): return hasItems ? nil : (options.timers.idle, .idleTooLong, "no transfer")
    default:
      guard machine.awaitsPeer || writer != nil, !hasItems, !isReadHeld else { return nil }
      return (options.timers.activity, .activityTimeout, "the peer is silent")
    }
  }

  /// Tc runs from the network connection, whatever arrives meanwhile.
  private func connectionDeadline() -> (TimeAmount, Diagnostic, String)? {
    guard let context else { return nil }
    if opened == nil { opened = context.eventLoop.now }
    let left = (opened ?? context.eventLoop.now) + options.timers.connection - context.eventLoop.now
    let words = options.role == .server ? "no CONNECT" : "no answer to the pre-connection"
    return (max(left, .zero), .activityTimeout, words)
  }

  private func expired(_ diagnostic: Diagnostic, _ words: String) {
    if machine.state == .unconnected {
      end(SessionFault(.aborted, diagnostic, words))
      context?.close(promise: nil)
    } else {
      abort(diagnostic, words: words)
    }
  }
}
