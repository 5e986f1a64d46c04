import PeSIT

/// A name that stays in its folder, whatever the peer wrote.
enum SafeName {
  /// No separator, no control character, no leading dot, 200 octets at most; `_` for what is taken out.
  static func make(_ text: Text) -> String {
    let last = text.description.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? "".unicodeScalars[...]
    var name = String(String.UnicodeScalarView(last.map { $0.value < 0x20 || $0.value == 0x7F ? "_" : $0 }))
    if name.hasPrefix(".") { name = "_" + name.dropFirst() }
    while name.utf8.count > 200 { name.removeLast() }
    return name.isEmpty ? "_" : name
  }
}
