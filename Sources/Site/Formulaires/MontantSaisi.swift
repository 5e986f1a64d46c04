import Convention

extension Montant {
  /// An amount as people type it: `1 234,56`, `1234.5`, `12 €`; nil for anything doubtful (`1,234`, `1.234,00`, a sign).
  ///
  /// At most twelve digits of euros; spaces of any width between thousands are nothing.
  public init?(saisi texte: String) {
    let plain = texte.filter { !" \u{A0}\u{202F}€".contains($0) }
    let parts = plain.split(separator: plain.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      (1...12).contains(parts[0].utf8.count), let euros = Int64(parts[0])
    else { return nil }
    guard parts.count == 2 else {
      self.init(cents: euros * 100)
      return
    }
    guard (1...2).contains(parts[1].utf8.count), let decimals = Int64(parts[1]) else { return nil }
    self.init(cents: euros * 100 + (parts[1].utf8.count == 1 ? decimals * 10 : decimals))
  }
}

extension Jour {
  /// A day as people type it: `23/11/2026`, `3/1/2026`, `23.11.2026`, `23-11-2026` or `2026-11-23`; nil for another form, or for a day that
  /// does not exist.
  public init?(saisi texte: String) {
    if let iso = Jour(iso: texte) {
      self = iso
      return
    }
    let separators: [Character] = ["/", ".", "-", " "]
    guard let separator = separators.first(where: texte.contains) else { return nil }
    let parts = texte.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[2].utf8.count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count)
    else { return nil }
    let padded = parts.map { $0.utf8.count == 1 ? "0\($0)" : $0 }
    self.init(iso: "\(padded[2])-\(padded[1])-\(padded[0])")
  }
}
