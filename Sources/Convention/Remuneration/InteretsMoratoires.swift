/// What a late payment owes, by right, from the day after the limit to the day of the payment, both counted.
///
/// Art. 17 (R067); CMP, art. 98; décret 2002-232, then décret 2013-269: amount with tax × rate × days / 365.
///
/// Reading: the rate is that of the semester in which the interest begins to run; the regime of 2013 asks for a contract from
/// 16/03/2013 and a delay that starts from 01/05/2013. Left out, for want of a text: the five euros below which interest
/// is said not to be paid, and the last of the forty-five days in which it is, told with the regime but not counted.
public struct InteretsMoratoires: Hashable, Sendable, Codable {
  /// A sum with tax, and the day it was paid, or to which it is counted.
  public struct Part: Hashable, Sendable, Codable {
    public let principal: Montant
    public let jusquau: Jour
    public init(_ principal: Montant, jusquau: Jour) {
      self.principal = principal
      self.jusquau = jusquau
    }
  }

  /// What was not paid in time.
  public let parts: [Part]
  /// The last day to pay.
  public let limite: Jour
  /// The rate of the ECB and what is added to it.
  public let taux: Taux
  public let interets: Montant
  /// The flat sum, once for an invoice.
  public let indemnite: Montant

  /// - Parameter contratDu: the first day of the contract.
  public init(_ parts: [Part], reception: Jour, limite: Jour, contratDu: Jour) {
    let late = parts.filter { $0.jusquau > limite && $0.principal > .zero }
    let regime = InteretsMoratoires.regime(claim: reception, contratDu: contratDu)
    let taux = Bareme.tauxBCE.value(on: limite.adding(days: 1)) + regime.majoration
    self.parts = late
    self.limite = limite
    self.taux = taux
    interets = late.reduce(.zero) { total, part in
      let days = part.jusquau.days(since: limite)
      return total + InteretsMoratoires.interets(sur: part.principal, taux, days: days, on: limite)
    }
    indemnite = late.isEmpty ? .zero : regime.indemnite
  }

  /// Days late of the last part.
  public var retardDays: Int { parts.map { $0.jusquau.days(since: limite) }.max() ?? 0 }
  public var total: Montant { interets + indemnite }

  /// Rounded half up to the cent.
  public static func interets(sur principal: Montant, _ taux: Taux, days: Int, on jour: Jour) -> Montant {
    let annee = Int64(Bareme.anneeDInteretsDays.value(on: jour))
    return principal.times(Int64(taux.centiemes) * Int64(days), over: Taux.base * annee)
  }

  /// The last regime that has begun for the claim and is for such a contract.
  static func regime(claim: Jour, contratDu: Jour) -> RegimeDeRetard {
    let entries = Bareme.retardDePaiement.entries
    let applying = entries.last { $0.from <= claim && ($0.value.contratsDepuis ?? contratDu) <= contratDu }
    return (applying ?? entries[0]).value
  }
}

extension InteretsMoratoires {
  public var explication: Explication {
    Explication(
      "Intérêts moratoires", regle: "InteretsMoratoires",
      articles: [Article(17), Article(.codeMarches, "98"), Article(.codeCommandePublique, "R.2192-31")],
      exigences: ["R067"], politique: "taux du semestre où les intérêts commencent à courir",
      donnees: [.init("limite", limite.texte)],
      valeurs: [Bareme.tauxBCE.appliquee(on: limite.adding(days: 1))] + regime,
      calcul: parts.map(calcul) + (indemnite > .zero ? ["indemnité de recouvrement : \(indemnite.texte)"] : []),
      resultat: total.texte)
  }

  /// The one that applied, known by what it adds to the rate of the ECB; all of them, should that rate be corrected.
  private var regime: [ValeurAppliquee] {
    let bce = Bareme.tauxBCE.value(on: limite.adding(days: 1))
    let index = Bareme.retardDePaiement.entries.lastIndex { bce + $0.value.majoration == taux }
    return index.map { [Bareme.retardDePaiement.toutes[$0]] } ?? Bareme.retardDePaiement.toutes
  }

  private func calcul(_ part: Part) -> String {
    let days = part.jusquau.days(since: limite)
    let interets = InteretsMoratoires.interets(sur: part.principal, taux, days: days, on: limite)
    let annee = Bareme.anneeDInteretsDays.value(on: limite)
    return "\(part.principal.texte) × \(taux.texte) × \(days) / \(annee) = \(interets.texte)"
  }
}
