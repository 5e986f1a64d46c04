import Testing

@testable import Convention

@Suite("Art. 5 et 6 — un cahier des charges par catégorie de créances")
struct CahierDesChargesTests {
  @Test("R018: a category selects its cahier; an unknown one is refused under article 5, al. 1")
  func selected() throws {
    for categorie in Categorie.allCases {
      #expect(try CahierDesCharges(code: categorie.rawValue).categorie == categorie)
    }
    for code in ["", "cep", "XXX", "CEP "] {
      #expect(throws: Refus(.categorieInconnue, under: Article(5, alinea: 1))) { try CahierDesCharges(code: code) }
    }
  }

  @Test(
    "R021, R023: fines on paper are refused in both phases, each under its article; nothing else is",
    arguments: Canal.allCases)
  func channels(_ canal: Canal) {
    let articles: [Phase: Article] = [.comminatoire: Article(5, alinea: 3), .judiciaire: Article(6, alinea: 2)]
    for phase in Phase.allCases {
      for categorie in [Categorie.collectivites, .sante] {
        #expect(throws: Never.self) { try CahierDesCharges(categorie).requireChannel(canal, phase: phase) }
      }
      let fines = CahierDesCharges(.amendes)
      #expect(fines.articleDesCanaux(phase) == articles[phase])
      if canal == .papier {
        #expect(throws: Refus(.amendesSurPapier, under: fines.articleDesCanaux(phase))) {
          try fines.requireChannel(canal, phase: phase)
        }
      } else {
        #expect(throws: Never.self) { try fines.requireChannel(canal, phase: phase) }
      }
    }
  }

  @Test("R022–R023: a judicial demand needs its état de poursuites in every category, an amicable one never")
  func etat() {
    for categorie in Categorie.allCases {
      let cahier = CahierDesCharges(categorie)
      for absent in [nil, ""] {
        #expect(throws: Refus(.etatDePoursuitesAbsent, under: Article(6, alinea: 1))) {
          try cahier.requireEtatDePoursuites(absent, phase: .judiciaire)
        }
        #expect(throws: Never.self) { try cahier.requireEtatDePoursuites(absent, phase: .comminatoire) }
      }
      #expect(throws: Never.self) { try cahier.requireEtatDePoursuites("EP-1", phase: .judiciaire) }
    }
  }

  @Test("a demand is asked through its own cahier")
  func demands() {
    var demande = Demande.exemple(phase: .judiciaire)
    #expect(throws: Refus(.etatDePoursuitesAbsent, under: Article(6, alinea: 1))) { try demande.requireCahier(.papier) }
    demande.etatPoursuites = "EP-2026-1"
    #expect(throws: Never.self) { try demande.requireCahier(.papier) }
    demande.categorie = "AMD"
    #expect(throws: Refus(.amendesSurPapier, under: Article(6, alinea: 2))) { try demande.requireCahier(.papier) }
    #expect(throws: Never.self) { try demande.requireCahier(.fichier) }
    demande.categorie = "XXX"
    #expect(throws: Refus(.categorieInconnue, under: Article(5, alinea: 1))) { try demande.requireCahier(.fichier) }
  }

  @Test("R054: fines of the amicable phase owe no état récapitulatif; judicial ones and all the others do")
  func recapitulatif() {
    for phase in Phase.allCases {
      #expect(CahierDesCharges(.collectivites).recapitulatifDu(phase))
      #expect(CahierDesCharges(.sante).recapitulatifDu(phase))
    }
    #expect(!CahierDesCharges(.amendes).recapitulatifDu(.comminatoire))
    #expect(CahierDesCharges(.amendes).recapitulatifDu(.judiciaire))
  }

  @Test("the law names the condamné for fines and the redevable for the rest; the texts are those of the phase")
  func words() {
    for phase in Phase.allCases {
      #expect(CahierDesCharges(.collectivites).baseLegale(phase) == phase.baseLegale)
      #expect(CahierDesCharges(.sante).baseLegale(phase) == phase.baseLegale)
      #expect(CahierDesCharges(.amendes).baseLegale(phase) == phase.baseLegale + ", à l’encontre du condamné")
    }
    #expect(CahierDesCharges(.collectivites).vocabulaire.debiteur == "redevable")
    #expect(CahierDesCharges(.sante).vocabulaire.creance == "créance")
    #expect(CahierDesCharges(.amendes).vocabulaire.debiteurs == "condamnés")
  }

  @Test("the reasons of refusal of reports and fines have codes of their own and French sentences")
  func motifs() {
    let own = Refus.Motif.rapports + Refus.Motif.amendes
    #expect(own.map(\.code) == (70...79).map { "R-\($0)" } + (100...101).map { "R-\($0)" })
    #expect(own.allSatisfy { !$0.phrase.hasSuffix(".") && !$0.phrase.isEmpty })
    #expect(Set(own.map(\.phrase)).count == own.count)
  }
}
