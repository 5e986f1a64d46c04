/// Swift code without its comments and the words of its texts; what is interpolated in a text is code and stays.
struct CodeSansTexte {
  /// The code of each line, the first being 1.
  let lignes: [(number: Int, text: String)]

  init(_ source: String) {
    lignes = source.numberedLines.map { ($0.number, CodeSansTexte.code($0.text)) }
  }

  private static func code(_ line: Substring) -> String {
    var kept = ""
    // Parentheses open in each interpolation under way; inside a text when `isText`.
    var (depths, isText, isEscaped) = ([Int](), false, false)
    var previous: Character = " "
    for character in line {
      defer { previous = character }
      if isEscaped {
        isEscaped = false
        guard character == "(" else { continue }
        depths.append(1)
        isText = false
      } else if isText {
        isEscaped = character == "\\"
        if character == "\"" { isText = false }
      } else if character == "\"" {
        isText = true
      } else if character == "/", previous == "/" {
        kept.removeLast()
        break
      } else {
        if character == "(", !depths.isEmpty { depths[depths.count - 1] += 1 }
        if character == ")", let depth = depths.last {
          depths[depths.count - 1] = depth - 1
          if depth == 1 {
            depths.removeLast()
            isText = true
            continue
          }
        }
        kept.append(character)
      }
    }
    return kept
  }

  /// The integers written in decimal, without those that name an article, an alinéa, an argument or a member of a tuple.
  static func nombres(_ code: String) -> [Int] {
    var found: [Int] = []
    for match in code.matches(of: /\d[\d_]*/) {
      let before = code[..<match.range.lowerBound]
      let (last, next) = (before.last ?? " ", code[match.range.upperBound...].first ?? " ")
      let isPart = last.isLetter || last.isNumber || last == "_" || last == "$" || next == "x"
      let isMember = last == "." && !before.hasSuffix("..")
      let isArticle = before.hasSuffix("Article(") || before.hasSuffix("alinea: ")
      guard !isPart, !isMember, !isArticle, let value = Int(match.0.replacing("_", with: "")) else { continue }
      found.append(value)
    }
    return found
  }
}
