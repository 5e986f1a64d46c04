/// What an étude may bill to one director for a period: the lines, and what is refused or waits with its reason.
///
/// Art. 12 ▸1 and 16 (R061–R065). Nothing is kept: the invoice is what `Facture.emettre` accepts.
public struct PreparationDeFacture: Hashable, Sendable {
  public let projet: ProjetDeFacture
  /// The same lines with their reasons.
  public let lignes: [Liquidation.Ligne]
  public let refusees: [PrestationsDuDossier.Refusee]
  /// On top of the debt: never on an invoice to the director.
  public let aChargeDuDebiteur: [Liquidation.Ligne]
  /// Lines of the period that another invoice already holds.
  public let dejaFacturees: Int

  /// - Parameters:
  ///   - dossiers: all that the étude did on the judicial dossiers of the département, whenever.
  ///   - le: the day of issue.
  public init(
    _ dossiers: [PrestationsDuDossier], of etude: CodeEtude, _ contrat: ContratDepartemental,
    _ departement: Departement,
    du: Jour, au: Jour, le jour: Jour, deja: FacturesEmises, numero: String? = nil
  ) throws(Refus) {
    guard du <= au, au <= jour else { throw Refus(.periodeDeFactureInvalide, under: Article(12)) }
    let period = max(du, contrat.du)...max(au, contrat.du)
    let inPeriod = { (ligne: Liquidation.Ligne) in period.contains(ligne.ligne.cle.jour) && contrat.du <= au }
    let due = dossiers.flatMap(\.liquidation.lignes).filter(inPeriod)
    let lignes = due.filter { !deja.holds($0.ligne.cle) }
    self.lignes = lignes
    dejaFacturees = due.count - lignes.count
    aChargeDuDebiteur = dossiers.flatMap(\.liquidation.aChargeDuDebiteur).filter(inPeriod)
    refusees =
      dossiers.flatMap(\.refusees).filter { (du...au).contains($0.jour) }
      + dossiers.flatMap { $0.anterieures(to: contrat.du, in: du...au) }
    projet = ProjetDeFacture(
      numero: numero ?? deja.prochainNumero(jour), etude: etude, departement: departement,
      payeur: .signataire(contrat, departement), du: du, au: au, le: jour, lignes: lignes.map(\.ligne),
      total: lignes.reduce(.zero) { $0 + $1.ligne.honoraire })
  }

  /// Refused while there is nothing to bill.
  public func requireLines() throws(Refus) {
    guard !lignes.isEmpty else { throw Refus(.rienAFacturer, under: Article(16)) }
  }
}

extension PrestationsDuDossier {
  /// What was done before the contract: no director pays it.
  fileprivate func anterieures(to debut: Jour, in period: ClosedRange<Jour>) -> [Refusee] {
    liquidation.lignes.map(\.ligne).filter { $0.cle.jour < debut && period.contains($0.cle.jour) }.map {
      Refusee(
        dossier: $0.cle.dossier, jour: $0.cle.jour, libelle: $0.libelle,
        refus: Refus(.ligneHorsContrat, under: Article(16, alinea: 1)))
    }
  }

  /// The director to whom it is billed: that of the contract, else of the commune of the dossier.
  public func departement() throws(Refus) -> Departement {
    guard let departement = lieu.departement else { throw Refus(.payeurInconnu, under: Article(16, alinea: 1)) }
    return departement
  }
}

extension FacturesEmises {
  /// Whether a line is billed already; the right of engagement is due once for a claim, whichever act it came with (décret
  /// 96-1080, art. 13).
  public func holds(_ cle: LigneDeFacture.Cle) -> Bool {
    lignes.contains(cle)
      || (cle.nature == .engagement && lignes.contains { $0.nature == .engagement && $0.dossier == cle.dossier })
  }

  /// « F-2026-0014 »: after the highest of the étude's numbers of that form in the year.
  public func prochainNumero(_ jour: Jour) -> String {
    let prefix = "F-\(jour.annee)-"
    let last = numeros.compactMap { FacturesEmises.rang($0, after: prefix) }.max() ?? 0
    let digits = String(last + 1)
    return prefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// At most ten digits: a longer number is the étude's own, and what follows the others keeps the form of a number.
  private static func rang(_ numero: String, after prefix: String) -> Int? {
    let digits = numero.dropFirst(prefix.count).utf8
    guard numero.hasPrefix(prefix), digits.count <= 10, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(numero.dropFirst(prefix.count))
  }
}
