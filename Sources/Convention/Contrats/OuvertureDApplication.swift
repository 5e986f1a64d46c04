/// Annexe II.1.2 (R138): an application of the comptables that is ready for files, from a day.
public struct OuvertureDApplication: Hashable, Sendable, Codable {
  public var application: String
  public var du: Jour

  public init(_ application: String, du: Jour) {
    self.application = application
    self.du = du
  }

  /// As a header names it: two to eight capitals and digits.
  var estNommee: Bool {
    (2...8).contains(application.utf8.count)
      && application.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }
}
