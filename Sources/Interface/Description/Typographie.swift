/// French spacing: a no-break space before `:`, `;`, `!`, `?`, `»` and after `«`, where a plain space stands.
enum Typographie {
  static func french(_ text: String) -> String {
    var result = text
    for mark in [":", ";", "!", "?", "»"] { result = result.replacing(" " + mark, with: "\u{A0}" + mark) }
    return result.replacing("« ", with: "«\u{A0}")
  }
}
