/// Owns flat memory, written once and then only read: what the reading of a record needs, without a reference to count.
///
/// The values copied here are plain (numbers, enumerations without payload objects, pointers into the same kind of memory).
final class Memoire {
  private var blocks: [UnsafeMutableRawPointer] = []

  func copy<Value>(_ values: [Value]) -> UnsafeBufferPointer<Value> {
    UnsafeBufferPointer(start: place(values), count: values.count)
  }

  /// The first of the values; the others follow.
  func place<Value>(_ values: [Value]) -> UnsafePointer<Value> {
    let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (memory + index).initialize(to: value) }
    blocks.append(UnsafeMutableRawPointer(memory))
    return UnsafePointer(memory)
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
