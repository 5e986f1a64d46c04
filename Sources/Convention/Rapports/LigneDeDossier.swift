/// What one dossier brings to the état récapitulatif of an étude, by nature of claim (art. 13, R053).
///
/// Readings: money goes to the nature of each titre; a dossier counts once, under the nature of its first titre, and so do
/// its fees and its days. The days are those of the facts: what becomes known later does not change an état already
/// drawn up. Dossiers count for the étude that holds them, or held them last; money for the one that received it. A
/// dossier reopened since its end counts as not ended. What is to be passed on includes cheques to the Trésor.
public struct LigneDeDossier: Hashable, Sendable {
  public let cle: CleDemande
  public let poste: String
  public let phase: Phase
  public let categorie: String
  public let etude: CodeEtude
  public let periode: PeriodeRecapitulee
  /// By nature of claim; without what is zero.
  public private(set) var chiffres: [String: ChiffresRecapitules] = [:]
  private let natures: [Int: String]
  private let premiere: String

  /// - Parameter registre: the étude's payments, with the day on which each was passed on.
  public init(_ dossier: Dossier, etude: CodeEtude, periode: PeriodeRecapitulee, registre: RegistreDesSommes) {
    cle = dossier.demande.cle
    poste = dossier.demande.poste
    phase = dossier.demande.phase
    categorie = dossier.demande.categorie
    self.etude = etude
    self.periode = periode
    natures = Dictionary(dossier.demande.titres.map { ($0.rang, $0.nature) }) { first, _ in first }
    premiere = dossier.demande.titres.min { $0.rang < $1.rang }?.nature ?? ""
    addMoney(of: dossier, registre)
    if dossier.attributaire == etude { addCounts(of: dossier, registre) }
    chiffres = chiffres.filter { $0.value != .zero }
  }

  /// A part of an amount, by the rank of a titre.
  private typealias Part = (rang: Int, montant: Montant)

  private func nature(_ rang: Int) -> String { natures[rang] ?? premiere }

  private mutating func count(_ rubrique: ChiffresRecapitules.Rubrique, _ parts: [Part]) {
    chiffres[premiere, default: .zero][rubrique].nombre += 1
    for part in parts { chiffres[nature(part.rang), default: .zero][rubrique].montant += part.montant }
  }

  private mutating func add(_ somme: ChiffresRecapitules.Somme, _ parts: [Part]) {
    for part in parts { chiffres[nature(part.rang), default: .zero][somme] += part.montant }
  }
}

extension LigneDeDossier {
  private mutating func addMoney(of dossier: Dossier, _ registre: RegistreDesSommes) {
    for somme in registre.sommes(of: cle) {
      let parts = split(somme, of: dossier)
      if periode.contains(somme.recuLe) { enter(somme, parts, sign: 1) }
      if let annuleeLe = somme.annuleeLe, periode.contains(annuleeLe) { enter(somme, parts, sign: -1) }
      if let passeeLe = somme.passeeLe, periode.contains(passeeLe) { add(.reverse, parts) }
      if somme.isReceived(on: periode.au) { add(.aReverser, parts) }
      if somme.isPassed(on: periode.au) { add(.aReverser, parts.negated) }
    }
  }

  private mutating func enter(_ somme: SommeDetenue, _ parts: [Part], sign: Int64) {
    add(.encaisse, sign > 0 ? parts : parts.negated)
    chiffres[premiere, default: .zero][.fraisHT] += Montant(cents: sign * somme.fraisHT.cents)
    chiffres[premiere, default: .zero][.tva] += Montant(cents: sign * somme.tva.cents)
  }

  /// The parts of a payment by titre; they add up to it whatever the étude declared.
  private func split(_ somme: SommeDetenue, of dossier: Dossier) -> [Part] {
    let fait = dossier.encaissements.first {
      $0.entete.etude == etude && $0.encaissement.numero == somme.cle.numero && $0.encaissement.annule == nil
    }
    let parts = (fait?.imputations ?? []).map { Part($0.rangTitre, $0.montant) }
    let first = dossier.demande.titres.map(\.rang).min() ?? 0
    return parts + [Part(first, somme.creance - parts.reduce(.zero) { $0 + $1.montant })]
  }

  private mutating func addCounts(of dossier: Dossier, _ registre: RegistreDesSommes) {
    guard let remise = dossier.remise, remise.jour <= periode.au else { return }
    let confie = dossier.demande.titres.map { Part($0.rang, $0.resteDu) }
    if periode.contains(remise.jour) { count(.recus, confie) }
    addConstats(of: dossier, confie)
    if let fin = dossier.fin, fin.date <= periode.au {
      if periode.contains(fin.date) { addEnd(fin, remise, confie, recouvre(dossier, registre)) }
      return
    }
    let restes = dossier.restes(on: periode.au).map { Part($0.rang, $0.reste) }
    count(.stock, restes)
    if dossier.etaitSuspendu(on: periode.au) { count(.suspendus, restes) }
  }

  private mutating func addEnd(_ fin: PhaseTerminee, _ remise: Dossier.Remise, _ confie: [Part], _ recouvre: [Part]) {
    count(.termines, confie)
    add(.recouvreSurTermines, recouvre)
    chiffres[premiere, default: .zero].dureeDays += max(0, fin.date.days(since: remise.jour))
    if fin.motif == PhaseTerminee.Motif.solde.rawValue {
      count(.soldes, recouvre)
    } else if recouvre.reduce(.zero, { $0 + $1.montant }) > .zero {
      count(.partiels, recouvre)
    }
  }

  /// What the étude had collected at the end of the period.
  private func recouvre(_ dossier: Dossier, _ registre: RegistreDesSommes) -> [Part] {
    registre.sommes(of: cle).filter { $0.isReceived(on: periode.au) }.flatMap { split($0, of: dossier) }
  }

  private mutating func addConstats(of dossier: Dossier, _ confie: [Part]) {
    let own = dossier.constats.filter { $0.entete.etude == etude && periode.contains($0.entete.fait) }
    let found = Set(own.compactMap { Constat.Code(rawValue: $0.constat.code)?.rubrique })
    for rubrique in found { count(rubrique, confie) }
  }
}

extension [(rang: Int, montant: Montant)] {
  fileprivate var negated: Self { map { ($0.rang, .zero - $0.montant) } }
}

extension Constat.Code {
  /// Where it counts; a death or a collective procedure has no column of its own.
  fileprivate var rubrique: ChiffresRecapitules.Rubrique? {
    switch self {
    case .insolvabilite: .insolvabilite
    case .pliNonDistribuable: .pliNonDistribuable
    case .disparition: .disparition
    case .nouvelleAdresseRessort, .nouvelleAdresseHorsRessort: .nouvelleAdresse
    case .deces, .procedureCollective: nil
    }
  }
}
