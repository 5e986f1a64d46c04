/// Why a spreadsheet or CSV file as a whole cannot be read: one French sentence that says what, where and what to do.
///
/// The sentence never quotes the content of a cell.
public struct FauteTabulaire: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  public init(_ message: String) { self.message = message }
  public var description: String { message }
}
