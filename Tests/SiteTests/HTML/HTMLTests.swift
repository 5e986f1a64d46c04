import Testing

@testable import Site

@Suite("Pages : écriture du HTML")
struct HTMLTests {
  private func ecrit(_ body: (inout HTML) -> Void) -> String {
    var html = HTML()
    body(&html)
    return String(decoding: html.octets, as: UTF8.self)
  }

  @Test("a name full of tags and quotes is shown, never obeyed")
  func escaped() {
    let name = #"<script>alert("x")</script> & l'Hostis"#
    #expect(
      ecrit { $0.element("td", [Attribut("title", name)], name) }
        == "<td title=\"&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; l&#39;Hostis\">"
        + "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; l&#39;Hostis</td>")
  }

  @Test("accents stay as they are, control characters do not pass")
  func controls() {
    #expect(ecrit { $0.texte("Œuvre n° 1\u{0}\u{1B}") } == "Œuvre n° 1\u{FFFD}\u{FFFD}")
  }

  @Test("an attribute without value is there or not")
  func booleans() {
    #expect(
      ecrit { $0.vide("input", [Attribut("required", if: true), Attribut("checked", if: false)]) } == "<input required>"
    )
  }
}
