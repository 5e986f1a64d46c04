/// The life of a contract, from its conclusion to its end, as the fold of its acts (art. 1, 9, 10, 13 and 18 to 21).
///
/// The contract in force on a day is read by `contrat(on:)`, and kept with the étude as before.
public struct HistoireDeContrat: Histoire {
  public static let genre = GenreDHistoire.contrat

  public let etude: CodeEtude
  public let departement: Departement
  public let autorite: AutoriteDuDepartement
  /// Everything agreed so far, with its dates, past and to come.
  private(set) var valeur: ContratDepartemental
  /// Three years each, one after the other without a gap; the first is that of the conclusion.
  public private(set) var periodes: [Periode]
  public private(set) var denonciation: Denonciation?
  public private(set) var resiliation: Resiliation?
  /// What was decided on results, the oldest first.
  public private(set) var decisions: [DecisionSurObjectifs] = []
  /// The last one, until a renewal follows it or leaves it behind.
  public private(set) var decisionEnCours: DecisionSurObjectifs?
  /// First day in force, once an evening found it.
  public private(set) var effetLe: Jour?
  /// The end, once an evening found it; no act follows.
  public private(set) var fin: FinDeContrat?

  public init?(_ premier: Acte) {
    guard case .conclu(let fait) = premier else { return nil }
    etude = fait.etude
    departement = fait.departement
    autorite = fait.autorite
    valeur = fait.contrat
    periodes = [Periode(du: valeur.du, au: valeur.au, dureeComminatoireDays: valeur.dureeComminatoireDays)]
  }

  public mutating func apply(_ acte: Acte) {
    switch acte {
    case .conclu: break
    case .signe(let qualite, let jour): sign(qualite, jour)
    case .engagementPris(let jour): valeur.clauses.engagement = .pris(le: jour)
    case .prisEffet(let jour): effetLe = jour
    case .renouvele(let fait): renew(fait.periode)
    case .denonce(let fait): denonciation = fait
    case .resilie(let fait): resiliation = fait
    case .objectifFixe(let fait): valeur.clauses.objectifs.append(fait.objectif)
    case .seuilCommunique(let fait): valeur.clauses.seuils.append(fait.seuil)
    case .periodiciteFixee(let fait): valeur.clauses.periodicites.append(fait)
    case .passageAuPapier(let motif, let poste, let jour):
      valeur.clauses.papier.append(PeriodeSurPapier(du: jour, motif: motif, poste: poste))
    case .applicationOuverte(let ouverture): valeur.clauses.ouvertures.append(ouverture)
    case .importTableurConvenu(let admis, _): valeur.importTableur = admis
    case .retourAuDematerialise(let poste, let jour): leavePaper(with: poste, from: jour)
    case .decisionSurObjectifs(let fait): record(fait)
    case .expire(let fait): fin = fait
    }
  }

  private mutating func sign(_ qualite: QualiteDeSignataire, _ jour: Jour) {
    var signatures = valeur.signatures ?? Signatures()
    signatures[qualite] = jour
    valeur.signatures = signatures
  }

  private mutating func renew(_ periode: Periode) {
    periodes.append(periode)
    decisionEnCours = nil
  }

  private mutating func record(_ decision: DecisionSurObjectifs) {
    decisions.append(decision)
    decisionEnCours = decision
  }

  private mutating func leavePaper(with poste: Codique?, from jour: Jour) {
    guard let last = valeur.clauses.papier.lastIndex(where: { $0.poste == poste && $0.au == nil }) else { return }
    valeur.clauses.papier[last].au = jour.adding(days: -1)
  }
}
