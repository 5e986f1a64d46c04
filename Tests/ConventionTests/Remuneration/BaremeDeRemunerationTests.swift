@testable import Convention
import Testing

@Suite("Barèmes et refus de la rémunération")
struct BaremeDeRemunerationTests {
  private static let lists = [Bareme.honoraires, Bareme.tarif, Bareme.interets].flatMap { $0 }

  @Test("each dated number has a name of its own, a value, a source, and one entry a day")
  func dated() {
    let names = BaremeDeRemunerationTests.lists.map { $0[0].nom }
    #expect(Set(names).count == names.count)
    for valeurs in BaremeDeRemunerationTests.lists {
      #expect(valeurs.allSatisfy { !$0.texte.isEmpty && !$0.source.isEmpty })
      for (entry, next) in zip(valeurs, valeurs.dropFirst()) { #expect(entry.au?.adding(days: 1) == next.du) }
      #expect(valeurs.last?.au == nil)
    }
  }

  @Test("what was not found says so: journey of 2010, VAT, some first days, code de commerce, ECB from mid 2009")
  func unverified() {
    let unverified = BaremeDeRemunerationTests.lists.flatMap { $0 }.filter { !$0.verifiee }
    #expect(unverified.count == 51)
    #expect(Bareme.reversement.flatMap { $0 }.filter { !$0.verifiee }.count == 2)
    #expect(Bareme.tauxBCE.entries.count == 37)
  }

  @Test("the décret of 2014 has one first day, for the tariff and for the part payments")
  func decret2014() {
    let tarif = Bareme.tarifJudiciaire.entries.first { $0.value.nom == "decret-2014" }
    #expect(tarif?.from == Bareme.reversementAcompteEspeces.entries[1].from)
    #expect(tarif?.from == Bareme.reversementAcompteAutres.entries[1].from)
  }

  @Test("a version of the tariff says all its numbers")
  func texte() {
    let texte = plain(TarifJudiciaireTests.signature.texte)
    for part in [
      "taux de base 2,20 €", "× 0,5 jusqu’à 128,00 €", "10 % jusqu’à 125,00 €", "050 : 20,5 taux", "125 taux",
    ] {
      #expect(texte.contains(part), "\(part)")
    }
    #expect(plain(TarifJudiciaireTests.code2020.texte).contains("050 : 43,61 €"))
    #expect(
      plain(Bareme.retardDePaiement.entries[1].value.texte)
        == "+ 8 %, 40,00 €, contrats depuis le 16/03/2013, à payer sous 45 jours")
  }

  @Test("the reasons have codes from R-50 to R-69, each once, and a French sentence")
  func motifs() {
    let motifs = Refus.Motif.remuneration
    #expect(motifs.map(\.code) == (50...69).map { "R-\($0)" })
    #expect(Set(motifs.map(\.phrase)).count == motifs.count)
    #expect(motifs.allSatisfy { !$0.phrase.hasSuffix(".") })
    #expect(Set(motifs.map(\.code)).isDisjoint(with: Set(Refus.Motif.amiable.map(\.code))))
  }

  @Test("each policy has a French name, and a default")
  func policies() {
    let libelles =
      PolitiqueDImputation.allCases.map(\.libelle) + ImputationSurTitres.allCases.map(\.libelle)
      + RedevableDuDroit.allCases.map(\.libelle) + Report642.allCases.map(\.libelle)
    #expect(Set(libelles).count == libelles.count)
    #expect(Report642.defaut == .sansReport)
  }
}
