/// What an étude earns on a dossier of the phase comminatoire, payment after payment, whoever was paid.
///
/// Art. 15 (R059, R060). What the étude declared is kept and a difference with the tariff is said, never refused. Paid to the
/// Trésor's order or to the comptable, and without a declared fee: the comptable takes the fee out of the sum for the étude and
/// imputes the rest (décret 2008-554, art. 2).
/// Reading: a sum paid to the comptable counts while the étude holds the dossier, from the hand-over to the end of the phase;
/// what the debt can still take is counted from the titres of the demand.
/// Left out: the dossier's own account is not moved by this imputation, which is the comptable's.
public struct FraisDuDossier: Hashable, Sendable {
  public enum Destinataire: String, Hashable, Sendable, CaseIterable {
    case etude, tresor, comptable

    public var libelle: String {
      switch self {
      case .etude: "à l’étude"
      case .tresor: "à l’ordre du Trésor"
      case .comptable: "au comptable"
      }
    }
  }

  /// A payment, or the cancellation of one, and where the account stands after it.
  public struct Paiement: Hashable, Sendable {
    /// The étude's number; « événement 6 » for what the comptable told.
    public let numero: String
    public let destinataire: Destinataire
    public let recu: Montant
    /// The payment that this one cancels.
    public let annule: String?
    /// The étude declared its part, or kept the money: else the comptable owes it.
    public let estDeclare: Bool
    public let ligne: CompteDHonoraires.Ligne
    let lieu: LieuFiscal
  }

  public let lieu: LieuFiscal
  /// The account with the comptable's imputations.
  public private(set) var compte: CompteDHonoraires
  public private(set) var paiements: [Paiement] = []
  private let dette: Montant

  /// Nil in the judicial recovery, which has its own tariff (R007).
  public init?(_ dossier: Dossier, _ lieu: LieuFiscal) {
    guard dossier.demande.phase == .comminatoire else { return nil }
    self.lieu = lieu
    compte = CompteDHonoraires(lieu.territoire)
    dette = dossier.demande.titres.reduce(.zero) { $0 + $1.resteDu }
    var recus = dossier.paiementsAuComptable[...]
    for fait in dossier.encaissements {
      while let first = recus.first, first.date < fait.entete.fait { follow(recus.removeFirst(), of: dossier) }
      follow(fait)
    }
    for item in recus { follow(item, of: dossier) }
  }

  /// What the comptable owes the étude out of the sums that he received; less what was cancelled.
  public var duParLeComptable: Honoraire {
    let annules = Set(paiements.compactMap(\.annule))
    return paiements.filter { !$0.estDeclare && !annules.contains($0.numero) }.reduce(.zero) { $0 + $1.ligne.declare }
  }

  private mutating func follow(_ fait: EncaissementConstate) {
    var item = fait.encaissement
    let isDeclared = item.ordre != "T" || item.honoraireDeclare != .zero
    if item.annule == nil, !isDeclared { impute(&item, le: fait.entete.fait) }
    note(
      item, numero: item.numero, de: fait.entete.etude, le: fait.entete.fait, item.ordre == "T" ? .tresor : .etude,
      estDeclare: isDeclared || item.annule != nil)
  }

  private mutating func follow(_ item: Actualisation, of dossier: Dossier) {
    guard let etude = dossier.remise?.etude, let montant = item.montant, montant > .zero else { return }
    // An étude's numbers have no colon.
    var paiement = Encaissement(
      numero: "comptable:\(item.numero)", moyen: "", ordre: "T", recu: montant, creance: montant)
    impute(&paiement, le: item.date)
    note(
      paiement, numero: "événement \(item.numero)", de: etude, le: item.date, .comptable, estDeclare: false)
  }

  private func impute(_ item: inout Encaissement, le jour: Jour) {
    let reste = max(.zero, dette - compte.recouvre)
    guard let partage = try? compte.partage(item.recu, le: jour, .fraisDabord, resteDu: reste) else { return }
    (item.creance, item.fraisHT, item.tva) = (partage.principal, partage.honoraire.ht, partage.honoraire.tva)
  }

  private mutating func note(
    _ item: Encaissement, numero: String, de etude: CodeEtude, le jour: Jour, _ destinataire: Destinataire,
    estDeclare: Bool
  ) {
    // What the dossier accepted, its account follows.
    guard (try? compte.record(item, de: etude, le: jour)) != nil, let ligne = compte.lignes.last else { return }
    paiements.append(
      Paiement(
        numero: numero, destinataire: destinataire, recu: item.recu, annule: item.annule, estDeclare: estDeclare,
        ligne: ligne, lieu: lieu))
  }
}

extension Dossier {
  /// Events 05 and 06: the debtor paid the comptable while an étude held the dossier (annexe II.1.1 b, R128), by date.
  var paiementsAuComptable: [Actualisation] {
    guard let remise else { return [] }
    return actualisations.actives.filter {
      ["05", "06"].contains($0.code) && remise.jour <= $0.date && $0.date <= fin?.date ?? .last
    }.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }.map(\.element)
  }
}
