/// One connection during one transaction; never kept after the body that received it.
public protocol SQLConnection: AnyObject {
  /// A statement for this text, without bound values; cached by text, so preparing in a loop costs a look-up.
  ///
  /// A text that is being iterated gets a second statement.
  func prepare(_ sql: String) throws -> any SQLStatement

  /// Says that these few rows will be asked for next: an engine at the end of a line sends this statement with the one that comes
  /// before, and both are waited for at once. Asking for them then changes nothing of what comes out.
  func announce(_ sql: String, _ values: [SQLValue]) throws

  /// Runs a statement whose result nobody waits for, in order, before anything else that is asked of this connection.
  ///
  /// The driver may do it on another thread; a fault is thrown by a later call, at the latest by the end of the transaction.
  func runLater(_ sql: String, _ values: [SQLValue]) throws

  /// Reads beside this transaction: what was committed before it began, nothing of what it has done itself, and without
  /// waiting for what is to run later.
  func committed<T>(_ body: (any SQLConnection) throws -> T) throws -> T

  /// Runs a script of several statements without parameters (schema, maintenance).
  func execute(_ script: String) throws

  /// Runs `body` so that its changes alone are undone when it throws, and the transaction goes on.
  func savepoint<T>(_ body: () throws -> T) throws -> T
}
