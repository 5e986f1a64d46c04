/// The bytes being written and the objects and arrays still open in them.
///
/// A container of `Codable` has no end of its own: it is closed when the value that opened it is complete, or when its
/// parent is written to again.
final class CanonicalOutput {
  /// Behind a pointer of our own: the run-time's exclusivity checks on class properties took a quarter of the time.
  private let state: UnsafeMutablePointer<State>

  private struct State {
    var buffer = CanonicalBuffer()
    var levels: [Level] = []
    var opened = 0
    /// The last key written, as a range of the bytes, for messages.
    var lastKey = 0..<0
    /// The object opened next is a dictionary.
    var sortsNext = false
    /// The first thing that could not be written; some calls of `Codable` cannot throw.
    var fault: CanonicalFault?
  }

  /// An open object or array.
  private struct Level {
    let id: Int
    let closing: UInt8
    let sorts: Bool
    var members: [Member] = []
  }

  /// A member of a dictionary: where its key and itself begin and its key ends.
  private struct Member {
    let start: Int
    let keyEnd: Int
  }

  /// What a container holds to find its level again.
  struct Handle {
    let depth: Int
    let id: Int
  }

  init() {
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    state.pointee.buffer.free()
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// All that was written.
  func finish() throws -> [UInt8] {
    if let fault = state.pointee.fault { throw fault }
    return [UInt8](state.pointee.buffer.bytes)
  }

  /// Writes a whole value; one that writes nothing is an empty object.
  func encode<T: Encodable>(_ value: T) throws {
    if let type = T.self as? any HashOrdered.Type {
      guard type.isSortable else {
        throw refuse("un ensemble ou un dictionnaire sans clés textuelles n'a pas d'ordre")
      }
      state.pointee.sortsNext = true
    }
    let depth = state.pointee.levels.count
    let start = state.pointee.buffer.count
    try value.encode(to: CanonicalValueEncoder(output: self))
    close(downTo: depth)
    if state.pointee.buffer.count == start { state.pointee.buffer.append("{}") }
    if let fault = state.pointee.fault { throw fault }
  }

  func write(_ value: Bool) { state.pointee.buffer.append(value ? "true" : "false") }
  func write(_ value: String) { state.pointee.buffer.append(text: value) }
  func write<T: FixedWidthInteger>(_ value: T) {
    state.pointee.buffer.append(isNegative: value < 0, magnitude: UInt64(value.magnitude))
  }

  @discardableResult
  func refuse(_ reason: String) -> CanonicalFault {
    if let fault = state.pointee.fault { return fault }
    let key = UnsafeBufferPointer(rebasing: state.pointee.buffer.bytes[state.pointee.lastKey])
    let fault = CanonicalFault(reason, path: String(decoding: key, as: UTF8.self))
    state.pointee.fault = fault
    return fault
  }
}

extension CanonicalOutput {
  func open(object: Bool) -> Handle {
    if state.pointee.levels.count >= CanonicalLimits.nesting {
      refuse("plus de \(CanonicalLimits.nesting) niveaux")
    }
    state.pointee.buffer.append(UInt8(ascii: object ? "{" : "["))
    state.pointee.opened += 1
    state.pointee.levels.append(
      Level(
        id: state.pointee.opened, closing: UInt8(ascii: object ? "}" : "]"),
        sorts: object && state.pointee.sortsNext))
    state.pointee.sortsNext = false
    return Handle(depth: state.pointee.levels.count, id: state.pointee.opened)
  }

  /// Prepares the next element of an array.
  func beginElement(_ handle: Handle) throws {
    try returnTo(handle)
    if state.pointee.buffer.last != UInt8(ascii: "[") { state.pointee.buffer.append(UInt8(ascii: ",")) }
  }

  /// Prepares the next member of an object.
  func beginMember(_ handle: Handle, _ key: String) throws {
    try returnTo(handle)
    if state.pointee.buffer.last != UInt8(ascii: "{") { state.pointee.buffer.append(UInt8(ascii: ",")) }
    let start = state.pointee.buffer.count
    state.pointee.buffer.append(text: key)
    let keyEnd = state.pointee.buffer.count - 1
    state.pointee.lastKey = start + 1..<keyEnd
    if state.pointee.levels[handle.depth - 1].sorts {
      state.pointee.levels[handle.depth - 1].members.append(Member(start: start, keyEnd: keyEnd))
    }
    state.pointee.buffer.append(UInt8(ascii: ":"))
  }

  private func returnTo(_ handle: Handle) throws {
    close(downTo: handle.depth)
    guard state.pointee.levels.count == handle.depth, state.pointee.levels[handle.depth - 1].id == handle.id
    else { throw refuse("un objet ou une liste déjà fermés ont été complétés") }
    if state.pointee.buffer.count > CanonicalLimits.byteCount {
      throw refuse("plus de \(CanonicalLimits.byteCount) octets")
    }
    if let fault = state.pointee.fault { throw fault }
  }

  private func close(downTo depth: Int) {
    while state.pointee.levels.count > depth {
      let level = state.pointee.levels.removeLast()
      if level.members.count > 1 { sort(level.members) }
      state.pointee.buffer.append(level.closing)
    }
  }

  private func sort(_ members: [Member]) {
    let bytes = [UInt8](state.pointee.buffer.bytes)
    let ends = members.dropFirst().map { $0.start - 1 } + [bytes.count]
    let parts = zip(members, ends).map { (key: bytes[$0.start + 1..<$0.keyEnd], whole: bytes[$0.start..<$1]) }
    let sorted = parts.sorted { CanonicalOrder.precedes($0.key, $1.key) }
    state.pointee.buffer.truncate(to: members[0].start)
    for (index, part) in sorted.enumerated() {
      if index > 0 { state.pointee.buffer.append(UInt8(ascii: ",")) }
      part.whole.withUnsafeBufferPointer { state.pointee.buffer.append($0) }
    }
  }
}
