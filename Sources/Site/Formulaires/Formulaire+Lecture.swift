extension Formulaire {
  /// A posted form, by the type that its sender gives.
  public init(octets: [UInt8], type: String) throws(FauteDePage) {
    let kind = type.prefix { $0 != ";" }.lowercased().sansBords
    switch kind {
    case "application/x-www-form-urlencoded": try self.init(urlencode: octets)
    case "multipart/form-data":
      guard let multipart = Multipart(octets: octets, type: type) else { throw .formulaireIllisible }
      self = try multipart.lire()
    default: throw .formulaireIllisible
    }
  }
}
