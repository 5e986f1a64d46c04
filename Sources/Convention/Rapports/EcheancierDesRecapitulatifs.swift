/// An état récapitulatif that an étude owes to a poste for a phase and a period.
public struct RecapitulatifAttendu: Hashable, Sendable {
  public let etude: CodeEtude
  public let poste: Codique
  public let phase: Phase
  public let periode: PeriodeRecapitulee

  public init(etude: CodeEtude, poste: Codique, phase: Phase, periode: PeriodeRecapitulee) {
    self.etude = etude
    self.poste = poste
    self.phase = phase
    self.periode = periode
  }

  /// The one that an état answers.
  public init(_ contenu: ContenuDuRecapitulatif) {
    self.init(etude: contenu.etude, poste: contenu.poste, phase: contenu.phase, periode: contenu.periode)
  }

  /// « E3101-031012-C-20260101-20261231 ».
  public var cle: String {
    "\(etude)-\(poste)-\(phase.rawValue)-\(periode.du.compact)-\(periode.au.compact)"
  }

  /// Reading: the text gives no delay, so it is due from the day after its period.
  public var exigibleLe: Jour { periode.au.adding(days: 1) }
}

/// The états récapitulatifs that a contract makes due, by its period (art. 13, R053–R054).
///
/// Reading: the periods follow each other from the first day of the contract, by quantième, and the last one stops with
/// the contract: an étude whose contract has ended still owes it.
public struct EcheancierDesRecapitulatifs: Hashable, Sendable {
  /// Dossiers of one poste, phase and category that the étude holds or held.
  public struct Portefeuille: Hashable, Sendable {
    public let poste: Codique
    public let phase: Phase
    public let categorie: Categorie
    /// The day of the first hand-over: no état is due for what ends before.
    public let depuis: Jour

    public init(poste: Codique, phase: Phase, categorie: Categorie, depuis: Jour) {
      self.poste = poste
      self.phase = phase
      self.categorie = categorie
      self.depuis = depuis
    }
  }

  public let etude: CodeEtude
  /// First and last day of the contract.
  public let du: Jour
  public let au: Jour
  public let periodeMonths: Int

  /// A period below one month or above the longest that the text admits is refused.
  public init(etude: CodeEtude, du: Jour, au: Jour, periodeMonths: Int) throws(Refus) {
    guard (1...Bareme.periodiciteRecapitulatifMonths.value(on: du)).contains(periodeMonths) else {
      throw Refus(.periodiciteDeRapport, under: Article(13, alinea: 1))
    }
    self.etude = etude
    self.du = du
    self.au = au
    self.periodeMonths = periodeMonths
  }

  /// The periods that are over on a day, the oldest first.
  public func periodes(on jour: Jour) -> [PeriodeRecapitulee] {
    var all: [PeriodeRecapitulee] = []
    while case let first = du.adding(months: all.count * periodeMonths), first <= au {
      let last = min(du.adding(months: (all.count + 1) * periodeMonths).adding(days: -1), au)
      guard last < jour else { break }
      all.append(PeriodeRecapitulee(contractuelle: first, au: last))
    }
    return all
  }

  /// What is due on a day and not yet sent, the oldest first; a poste and a phase owe one état for all their categories.
  public func attendus(
    on jour: Jour, pour portefeuilles: [Portefeuille], transmis: Set<RecapitulatifAttendu> = []
  ) -> [RecapitulatifAttendu] {
    let owed = portefeuilles.filter { CahierDesCharges($0.categorie).recapitulatifDu($0.phase) }
    let all = periodes(on: jour).flatMap { periode in
      owed.filter { $0.depuis <= periode.au }.map { item in
        RecapitulatifAttendu(etude: etude, poste: item.poste, phase: item.phase, periode: periode)
      }
    }
    return Set(all).subtracting(transmis).sorted { ($0.periode.au, $0.cle) < ($1.periode.au, $1.cle) }
  }

  public func explication(_ attendu: RecapitulatifAttendu) -> Explication {
    Explication(
      "État récapitulatif attendu", regle: "EcheancierDesRecapitulatifs", articles: [Article(13, alinea: 1)],
      exigences: ["R053", "R054"], politique: "exigible le lendemain de la période, faute de délai dans le texte",
      donnees: [
        .init("contrat", "du \(du.texte) au \(au.texte)"), .init("périodicité du contrat", "\(periodeMonths) mois"),
        .init("période", attendu.periode.texte),
      ],
      valeurs: [Bareme.periodiciteRecapitulatifMonths.appliquee(on: du)],
      calcul: ["\(attendu.periode.au.texte) + 1 jour = \(attendu.exigibleLe.texte)"],
      resultat: attendu.exigibleLe.texte)
  }
}
