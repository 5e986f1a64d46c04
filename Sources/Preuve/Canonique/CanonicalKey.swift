/// A key of the way to a value, for messages.
struct CanonicalKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ step: CanonicalDocument.Step) {
    switch step {
    case .key(let key): (stringValue, intValue) = (key, nil)
    case .element(let position): (stringValue, intValue) = ("[\(position)]", position)
    }
  }
  init?(stringValue: String) { (self.stringValue, intValue) = (stringValue, nil) }
  init?(intValue: Int) { (stringValue, self.intValue) = ("[\(intValue)]", intValue) }
}

extension CanonicalFault {
  /// What a type refused. Its own sentence is left out: it may quote the value.
  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init("clé « \(key.stringValue) » absente", path: context.way)
    case .typeMismatch(_, let context): self.init("forme inattendue", path: context.way)
    case .valueNotFound(_, let context): self.init("valeur absente", path: context.way)
    case .dataCorrupted(let context): self.init("valeur refusée par son type", path: context.way)
    @unknown default: self.init("valeur illisible")
    }
  }
}

extension DecodingError.Context {
  fileprivate var way: String {
    codingPath.reduce("") { path, key in
      key.intValue != nil || path.isEmpty ? path + key.stringValue : path + "." + key.stringValue
    }
  }
}
