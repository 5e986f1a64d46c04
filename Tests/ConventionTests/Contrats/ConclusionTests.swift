import Convention
import Testing

@Suite("Art. 1 et 20 — conclusion d’un contrat départemental")
struct ConclusionTests {
  private static let avant = Jour(2024, 12, 12)

  @Test("R004: a contract opens nothing until préfet, director and huissier have signed, whoever is last")
  func signatures() throws {
    for last in AutoriteDuDepartement.directeur.signataires {
      var vie = try VieDeContrat()
      vie.follow(try vie.histoire.engager(le: ConclusionTests.avant, on: ConclusionTests.avant))
      for qualite in AutoriteDuDepartement.directeur.signataires where qualite != last {
        vie.follow(try vie.histoire.signer(qualite, le: ConclusionTests.avant, on: ConclusionTests.avant))
      }
      #expect(vie.histoire.etat(on: Jour(2025, 2, 1)) == .incomplet)
      #expect(!vie.histoire.contrat(on: Jour(2025, 2, 1)).isActive(on: Jour(2025, 2, 1)))
      vie.follow(try vie.histoire.signer(last, le: Jour(2025, 2, 1), on: Jour(2025, 2, 1)))
      #expect(vie.histoire.etat(on: Jour(2025, 1, 31)) == .incomplet)
      #expect(vie.histoire.etat(on: Jour(2025, 2, 1)) == .enVigueur)
    }
  }

  @Test("R005, R070: without a director, TPG and DSF both sign; a director's signature has no place there")
  func joint() throws {
    var vie = try VieDeContrat(autorite: .conjointe)
    let jour = ConclusionTests.avant
    vie.follow(try vie.histoire.engager(le: jour, on: jour))
    for qualite in [QualiteDeSignataire.prefet, .huissier, .tresorierPayeurGeneral] {
      vie.follow(try vie.histoire.signer(qualite, le: jour, on: jour))
    }
    let before = vie.histoire
    #expect(throws: Refus(.signataireEtranger, under: Article(1, alinea: 3))) {
      try vie.histoire.signer(.directeur, le: jour, on: jour)
    }
    #expect(vie.histoire == before)
    #expect(vie.histoire.etat(on: Jour(2025, 1, 1)) == .incomplet)
    vie.follow(try vie.histoire.signer(.directeurServicesFiscaux, le: jour, on: jour))
    #expect(vie.histoire.etat(on: Jour(2024, 12, 31)) == .aVenir)
    #expect(vie.histoire.etat(on: Jour(2025, 1, 1)) == .enVigueur)
  }

  @Test("R005: where a director is named, TPG and DSF do not replace him")
  func flagged() {
    let jour = ConclusionTests.avant
    let deux = Signatures(prefet: jour, tresorierPayeurGeneral: jour, directeurServicesFiscaux: jour, huissier: jour)
    #expect(deux.isComplete(under: nil) && deux.isComplete(under: .conjointe))
    #expect(!deux.isComplete(under: .directeur))
    let un = Signatures(prefet: jour, directeur: jour, huissier: jour)
    #expect(un.isComplete(under: .directeur) && !un.isComplete(under: .conjointe))
  }

  @Test("R077: the engagement of the étude is on file, with its date, before the contract is in force")
  func engagement() throws {
    var vie = try VieDeContrat()
    let jour = ConclusionTests.avant
    for qualite in AutoriteDuDepartement.directeur.signataires {
      vie.follow(try vie.histoire.signer(qualite, le: jour, on: jour))
    }
    #expect(vie.histoire.etat(on: Jour(2025, 3, 1)) == .incomplet)
    vie.follow(try vie.histoire.engager(le: Jour(2025, 3, 1), on: Jour(2025, 3, 1)))
    #expect(vie.histoire.etat(on: Jour(2025, 2, 28)) == .incomplet)
    #expect(vie.histoire.etat(on: Jour(2025, 3, 1)) == .enVigueur)
    #expect(throws: Refus(.dejaSigne, under: Article(.cahierDesCharges, "1"))) {
      try vie.histoire.engager(le: Jour(2025, 3, 2), on: Jour(2025, 3, 2))
    }
  }

  @Test("a signatory signs once, and not tomorrow")
  func once() throws {
    let vie = try VieDeContrat.signee()
    #expect(throws: Refus(.dejaSigne, under: Article(1, alinea: 3))) {
      try vie.histoire.signer(.prefet, le: Jour(2025, 1, 2), on: Jour(2025, 1, 2))
    }
    #expect(throws: Refus(.dateAVenir, under: Article(1, alinea: 3))) {
      try VieDeContrat().histoire.signer(.prefet, le: Jour(2024, 12, 13), on: ConclusionTests.avant)
    }
  }

  @Test("R003: no contract begins before 15/12/2010, day of the convention")
  func former() throws {
    #expect(throws: Refus(.anterieurALaConvention, under: Article(1, alinea: 2))) {
      try VieDeContrat(ContratDepartemental(du: Jour(2010, 12, 14)))
    }
    #expect(
      try VieDeContrat(ContratDepartemental(du: Jour(2010, 12, 15))).histoire.contrat(on: .last).au
        == Jour(2013, 12, 14))
  }

  @Test("R069: three years, neither a day less nor a day more", arguments: [Jour(2027, 12, 30), Jour(2028, 1, 1)])
  func otherLength(_ au: Jour) {
    #expect(throws: Refus(.dureeDeContratNonConforme, under: Article(19))) {
      try VieDeContrat(ContratDepartemental(du: VieDeContrat.du, au: au))
    }
  }

  @Test("R004: one contract for a département and an étude at a time; another follows its last day")
  func unique() throws {
    var first = try VieDeContrat.signee()
    #expect(throws: Refus(.contratDejaConclu, under: Article(1, alinea: 3))) {
      try VieDeContrat(ContratDepartemental(du: Jour(2027, 12, 31)), autres: [first.histoire])
    }
    _ = try VieDeContrat(ContratDepartemental(du: Jour(2028, 1, 1)), autres: [first.histoire])
    // Denounced on 31/08/2025, the first one ends on 28/02/2026.
    let denonciation = HistoireDeContrat.Denonciation(par: [.prefet], notifieeLe: Jour(2025, 8, 31))
    first.follow(try first.histoire.denoncer(denonciation, on: Jour(2025, 8, 31)))
    #expect(throws: Refus(.contratDejaConclu, under: Article(1, alinea: 3))) {
      try VieDeContrat(ContratDepartemental(du: Jour(2026, 2, 28)), autres: [first.histoire])
    }
    _ = try VieDeContrat(ContratDepartemental(du: Jour(2026, 3, 1)), autres: [first.histoire])
  }

  @Test("a draft cannot bring signatures, an engagement or a threshold with it")
  func draft() throws {
    let jour = ConclusionTests.avant
    let complet = ContratDepartemental(
      du: VieDeContrat.du, signatures: Signatures(prefet: jour, directeur: jour, huissier: jour),
      clauses: .init(
        engagement: .pris(le: jour), seuils: [SeuilOuvertureForcee(.euros(500), lettre: Ecrit("L", du: jour))]))
    let contrat = try VieDeContrat(complet).histoire.contrat(on: .last)
    #expect(!contrat.isComplete)
    #expect(contrat.seuil(on: .last) == nil)
  }

  @Test("the evening before the first day finds that it takes effect, and the line of the list says so")
  func evening() throws {
    var vie = try VieDeContrat.signee()
    #expect(vie.histoire.resume.etat == "A_VENIR")
    #expect(vie.histoire.prochainSoir == Jour(2024, 12, 31))
    #expect(vie.histoire.decideSoir(Jour(2024, 12, 30)).isEmpty)
    vie.follow(vie.histoire.decideSoir(Jour(2024, 12, 31)))
    #expect(vie.actes.last == .prisEffet(le: Jour(2025, 1, 1)))
    #expect(vie.histoire.resume.etat == "EN_VIGUEUR")
    #expect(vie.histoire.resume.cle == "31-E3101-20250101")
    #expect(vie.histoire.resume.echeance == Jour(2027, 12, 31))
    #expect(vie.histoire.decideSoir(Jour(2025, 1, 1)).isEmpty)
  }
}
