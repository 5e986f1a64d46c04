/// One connection during one transaction; never kept after the body that received it.
public protocol SQLConnection: AnyObject {
  /// A statement for this text, without bound values; cached by text, so preparing in a loop costs a look-up.
  ///
  /// A text that is being iterated gets a second statement.
  func prepare(_ sql: String) throws -> any SQLStatement

  /// Runs a script of several statements without parameters (schema, maintenance).
  func execute(_ script: String) throws

  /// Runs `body` so that its changes alone are undone when it throws, and the transaction goes on.
  func savepoint<T>(_ body: () throws -> T) throws -> T
}
