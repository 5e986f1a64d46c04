import Convention

/// What a judicial dossier is worth to its étude, liquidated as it was lived and as one payment.
struct DroitsLiquides: Sendable {
  /// None where the whole was refused.
  let lignes: [LigneDeFacture]
  /// The proportional right before tax: payment after payment, and on the whole; nil across two tariffs.
  let droits: (acomptes: Montant, ensemble: Montant)?
  let explications: [Explication]
}

extension DroitsLiquides {
  init(from first: Jour, _ alea: inout Alea) {
    let cadre = CadreDeLiquidation(
      dossier: "HELIOS/031/D-1", phase: alea.chance(980) ? .judiciaire : .comminatoire,
      etatPoursuites: ActeursInventes.etat, territoire: alea.pick(TerritoireFiscal.allCases),
      ressort: [ActeursInventes.codePostal])
    let prestations = DroitsLiquides.prestations(from: first, &alea, cadre)
    let whole = try? Liquidation(cadre, prestations)
    lignes = whole?.lignes.map(\.ligne) ?? []
    explications = whole?.lignes.map(\.explication) ?? []
    droits = whole.flatMap { try? DroitsLiquides.droits(cadre, prestations, $0) }
  }

  /// Acts of all codes first, then payments; the last on one day.
  ///
  /// Those that the tariff of the day does not price are left out, so that the rest is billed.
  private static func prestations(
    from first: Jour, _ alea: inout Alea, _ cadre: CadreDeLiquidation
  ) -> [PrestationJudiciaire] {
    prestations(from: first, &alea).reduce(into: []) { kept, prestation in
      if (try? Liquidation(cadre, kept + [prestation])) != nil { kept.append(prestation) }
    }
  }

  private static func prestations(from first: Jour, _ alea: inout Alea) -> [PrestationJudiciaire] {
    var all: [PrestationJudiciaire] = [
      .acte(code: alea.pick(["042", "051", "052"]), le: first, vise: Montant(cents: Int64(1 + alea.below(400_000))))
    ]
    for _ in 0..<alea.below(6) {
      let jour = first.adding(days: alea.below(40))
      switch alea.below(10) {
      case 0: all.append(.suspension(le: jour, retour: alea.chance(900) ? "F-1" : nil))
      case 1:
        let code = ActeursInventes.written(CodePostal(alea.chance(900) ? "75001" : "31770"))
        all.append(.nouvelleAdresse(le: jour, code))
      default:
        let acte = alea.pick(ActeTarife.tous)
        all.append(.acte(code: acte.code, le: jour, vise: Montant(cents: Int64(1 + alea.below(400_000)))))
      }
    }
    return all
      + (0..<alea.below(6)).map { rank in
        .paiement(le: first.adding(days: 40 + rank), Montant(cents: Int64(1 + alea.below(150_000))))
      }
  }

  private static func droits(
    _ cadre: CadreDeLiquidation, _ prestations: [PrestationJudiciaire], _ lived: Liquidation
  ) throws(Refus) -> (Montant, Montant)? {
    var (rest, paid, days) = ([PrestationJudiciaire](), Montant.zero, [Jour]())
    for prestation in prestations {
      if case .paiement(let jour, let montant) = prestation {
        paid += montant
        days.append(jour)
      } else {
        rest.append(prestation)
      }
    }
    guard let first = prestations.first?.jour, let last = days.max(),
      Bareme.tarifJudiciaire.entry(on: first).from == Bareme.tarifJudiciaire.entry(on: last).from
    else { return nil }
    let once = try Liquidation(cadre, rest + [.paiement(le: last, paid)])
    return (lived.totalDuDebiteur.ht, once.totalDuDebiteur.ht)
  }
}
