/// What an étude did on a judicial dossier, priced, and what pays nothing with its reason.
///
/// Art. 16 (R061–R065). One service that the convention refuses takes nothing from the others.
/// Left out: what an étude did before the dossier went to another one.
public struct PrestationsDuDossier: Hashable, Sendable {
  public struct Refusee: Hashable, Sendable {
    /// The key of the dossier.
    public let dossier: String
    public let jour: Jour
    /// « acte 052 », « suspension ».
    public let libelle: String
    public let refus: Refus
  }

  public let cadre: CadreDeLiquidation
  public let lieu: LieuFiscal
  public private(set) var retenues: [PrestationJudiciaire] = []
  public private(set) var refusees: [Refusee] = []
  public private(set) var liquidation: Liquidation

  /// Nil where the étude never had it, or in the phase comminatoire.
  public init?(
    _ dossier: Dossier, of etude: CodeEtude, ressort: Set<CodePostal>, _ lieu: LieuFiscal,
    redevableDuDroit: RedevableDuDroit = .defaut
  ) {
    guard dossier.demande.phase == .judiciaire, dossier.etudes.contains(etude) else { return nil }
    self.lieu = lieu
    cadre = CadreDeLiquidation(
      dossier: dossier.demande.cle.description, phase: .judiciaire, etatPoursuites: dossier.etatPoursuitesSuivi,
      territoire: lieu.territoire, ressort: ressort)
    guard let empty = try? Liquidation(cadre, []) else { return nil }
    liquidation = empty
    for prestation in dossier.prestations(of: etude).inOrder { keep(prestation, redevableDuDroit) }
    for constat in dossier.adressesSansCode(of: etude) {
      refuse("nouvelle adresse", constat.entete.fait, Refus(.adresseSansCodePostal, under: Article(16, alinea: 4)))
    }
  }

  /// What an étude did, by what the directory says of it and what the centre follows; without the étude, nowhere is its own area.
  public init?(_ dossier: Dossier, of code: CodeEtude, chez etude: Etude?, _ lectures: LecturesDuCentre) {
    self.init(
      dossier, of: code, ressort: etude?.ressort ?? [], LieuFiscal(dossier, chez: etude),
      redevableDuDroit: lectures.redevableDuDroit)
  }

  private mutating func keep(_ prestation: PrestationJudiciaire, _ redevable: RedevableDuDroit) {
    do throws(Refus) {
      if case .nouvelleAdresse = prestation, !retenues.contains(where: \.isActe) {
        throw Refus(.adresseSansIntervention, under: Article(16, alinea: 4))
      }
      liquidation = try Liquidation(cadre, retenues + [prestation], redevableDuDroit: redevable)
      retenues.append(prestation)
    } catch {
      refuse(prestation.libelle, prestation.jour, error)
    }
  }

  private mutating func refuse(_ libelle: String, _ jour: Jour, _ refus: Refus) {
    refusees.append(Refusee(dossier: cadre.dossier, jour: jour, libelle: libelle, refus: refus))
  }
}

extension PrestationJudiciaire {
  var isActe: Bool {
    switch self {
    case .acte: true
    case .suspension, .nouvelleAdresse, .paiement, .disparition: false
    }
  }

  /// Without an amount nor an address.
  public var libelle: String {
    switch self {
    case .acte(let code, _, _): "acte \(code)" + (ActeTarife.named(code).map { ", \($0.libelle)" } ?? "")
    case .suspension: "suspension ou interruption"
    case .nouvelleAdresse: "nouvelle adresse hors du ressort"
    case .paiement: "paiement"
    case .disparition: "constatation d’une disparition"
    }
  }
}

extension [PrestationJudiciaire] {
  /// By day, acts first: as a liquidation takes them.
  fileprivate var inOrder: [PrestationJudiciaire] {
    enumerated().sorted {
      ($0.element.jour, $0.element.ordre, $0.offset) < ($1.element.jour, $1.element.ordre, $1.offset)
    }.map(\.element)
  }
}

extension Dossier {
  /// The état de poursuites of the demand; for demands kept before it was, that of the first act.
  fileprivate var etatPoursuitesSuivi: String {
    demande.poursuites?.numero ?? demande.etatPoursuites ?? poursuites.actes.first?.acte.etatPoursuites ?? ""
  }

  /// What art. 16 looks at, told by an étude or, for payments, by the comptable too.
  func prestations(of etude: CodeEtude) -> [PrestationJudiciaire] {
    let actes = poursuites.actes.filter { $0.entete.etude == etude }
      .map { PrestationJudiciaire($0, demande: demande) }
    let suspensions = poursuites.retours.filter { $0.entete.etude == etude }
      .map { PrestationJudiciaire.suspension(le: $0.entete.fait, retour: $0.retour.referenceDocument) }
    let recus = encaissements.filter {
      $0.entete.etude == etude && encaissement($0.encaissement.numero, of: etude) != nil
    }.map { PrestationJudiciaire.paiement(le: $0.entete.fait, $0.encaissement.creance) }
    let auComptable = paiementsAuComptable.compactMap { item in
      item.montant.map { PrestationJudiciaire.paiement(le: item.date, $0) }
    }
    return actes + suspensions + constats.filter { $0.entete.etude == etude }.compactMap(\.prestation) + recus
      + auComptable
  }

  fileprivate func adressesSansCode(of etude: CodeEtude) -> [ConstatEtabli] {
    constats.filter { $0.entete.etude == etude && $0.isAdresseHorsRessort && $0.codePostal == nil }
  }
}

extension ConstatEtabli {
  fileprivate var isAdresseHorsRessort: Bool { constat.code == Constat.Code.nouvelleAdresseHorsRessort.rawValue }
  fileprivate var codePostal: CodePostal? { constat.adresse?.codePostal.flatMap { CodePostal($0) } }

  /// Art. 16, al. 4 and 5: a new address out of the area, a disparition; the others are paid by no alinéa.
  fileprivate var prestation: PrestationJudiciaire? {
    switch Constat.Code(rawValue: constat.code) {
    case .nouvelleAdresseHorsRessort: codePostal.map { .nouvelleAdresse(le: entete.fait, $0) }
    case .disparition: .disparition(le: entete.fait)
    case .insolvabilite, .pliNonDistribuable, .nouvelleAdresseRessort, .deces, .procedureCollective, nil: nil
    }
  }
}
