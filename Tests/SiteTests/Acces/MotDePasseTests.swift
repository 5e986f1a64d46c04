import Testing

@testable import Site

@Suite("Passwords: what may be chosen, what is kept (CNIL 2022, OWASP)")
struct MotDePasseTests {
  @Test(
    "twelve characters of three kinds, not the name, not what everyone tries",
    arguments: [
      ("Abcdefgh12!", MotDePasseRefuse.tropCourt), ("Zbcrefghi12!", nil), ("zbcrefghi12z", .tropSimple),
      ("ZBCREFGHI123", .tropSimple), ("zbcrefghi12!", nil), ("Claire-2026-x", .devinable),
      ("Azerty123456!", .devinable), ("Aa1!Aa1!Aa1!", .devinable), ("un été à Toulouse", nil),
      (String(repeating: "Ab1!xyzt", count: 128), nil), (String(repeating: "Ab1!xyzt", count: 128) + "a", .tropLong),
    ])
  func rule(_ texte: String, _ refus: MotDePasseRefuse?) {
    let result = Result { () throws(MotDePasseRefuse) in try MotDePasse(choisi: texte, identifiant: "claire") }
    switch result {
    case .success: #expect(refus == nil)
    case .failure(let found): #expect(found == refus)
    }
  }

  private let cout = SiteDEssai.cout

  @Test("what is kept recognises its password alone, and is never the same twice")
  func kept() async throws {
    let motDePasse = MotDePasse(donne: "Zbcrefghi12!")
    let kept = try await motDePasse.conserve(cout)
    #expect(kept.hasPrefix("scrypt$16$8$1$") && !kept.contains("Zbcrefghi12!"))
    #expect(try await motDePasse.correspond(a: kept, cout))
    #expect(try await !MotDePasse(donne: "Zbcrefghi12").correspond(a: kept, cout))
    #expect(try await motDePasse.conserve(cout) != kept)
  }

  @Test("scrypt is that of RFC 7914 (vector of its chapter 12), at the cost written beside the key")
  func vector() async throws {
    let kept =
      "scrypt$1024$8$16$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA=="
    #expect(try await MotDePasse(donne: "password").correspond(a: kept, cout))
    #expect(try await !MotDePasse(donne: "Password").correspond(a: kept, cout))
  }

  @Test("the cost in force is that of OWASP's table: 32 MB, three times")
  func cost() {
    #expect(MotDePasse.Cout.enVigueur == MotDePasse.Cout(rounds: 32_768, blockSize: 8, parallelism: 3))
  }

  @Test("é typed in one character or in two is the same password")
  func composed() async throws {
    let kept = try await MotDePasse(donne: "Un \u{E9}t\u{E9} chaud").conserve(cout)
    #expect(try await MotDePasse(donne: "Un e\u{301}te\u{301} chaud").correspond(a: kept, cout))
  }

  @Test(
    "nothing kept, or something unreadable, recognises nothing",
    arguments: [nil, "", "scrypt$16$8$1$AAAA$", "scrypt$x$8$1$AAAA$AAAA", "md5$AAAA"])
  func unreadable(_ kept: String?) async throws {
    #expect(try await !MotDePasse(donne: "Zbcrefghi12!").correspond(a: kept, cout))
  }

  @Test("a secret comes back from its text alone, and the token of its forms is another for each")
  func secrets() throws {
    let jeton = Jeton()
    let back = try #require(Jeton(texte: jeton.texte))
    #expect(back.empreinte == jeton.empreinte && back.deFormulaire == jeton.deFormulaire)
    #expect(Jeton().deFormulaire != jeton.deFormulaire && jeton.deFormulaire != jeton.texte)
    for wrong in ["", "x", String(jeton.texte.dropLast()), jeton.texte + "A", String(repeating: "é", count: 43)] {
      #expect(Jeton(texte: wrong) == nil)
    }
  }
}
