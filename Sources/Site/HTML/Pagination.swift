/// Links to the pages of a list; nothing when one page holds it all.
public struct Pagination: Vue {
  let page: Int
  let nombre: Int
  let url: (Int) -> String

  /// - Parameter nombre: how many pages; `page` counts from 1.
  public init(page: Int, nombre: Int, url: @escaping (Int) -> String) {
    self.page = page
    self.nombre = nombre
    self.url = url
  }

  public func ecrire(_ h: inout HTML) {
    guard nombre > 1 else { return }
    h.element("nav", [.classe("pagination"), Attribut("aria-label", "Pages de la liste")]) { h in
      h.element("ul") { h in
        if page > 1 {
          h.element("li") { $0.element("a", [.href(url(page - 1)), Attribut("rel", "prev")], "Précédente") }
        }
        for number in shown { item(number, &h) }
        if page < nombre {
          h.element("li") { $0.element("a", [.href(url(page + 1)), Attribut("rel", "next")], "Suivante") }
        }
      }
    }
  }

  /// The first, the last, and those around the current one; 0 where some are left out.
  private var shown: [Int] {
    let wanted = Set([1, nombre] + (page - 2...page + 2)).filter { (1...nombre).contains($0) }.sorted()
    return wanted.reduce(into: [Int]()) { list, number in
      if let last = list.last, number > last + 1 { list.append(0) }
      list.append(number)
    }
  }

  private func item(_ number: Int, _ h: inout HTML) {
    h.element("li") { h in
      if number == 0 {
        h.texte("…")
      } else {
        h.element(
          "a",
          [
            .href(url(number)), Attribut("aria-label", "Page \(number)"),
            number == page ? Attribut("aria-current", "page") : nil,
          ], "\(number)")
      }
    }
  }
}
