/// The fee account of a dossier of the phase comminatoire, payment after payment.
///
/// Art. 15 (R059, R060). The unit is the dossier transmitted, whichever étude holds it: one minimum, one cap.
/// Reading: a payment cancelled counts no longer, so the base and the fee due go down, and what the étude took on it is given
/// back with it. A fee below what is due waits for a later payment; one above is `tropPreleve`.
/// Left out: a change of the VAT while a fee waits; the rate is that of the payment it comes from.
public struct CompteDHonoraires: Hashable, Sendable {
  /// A payment that still counts, or counted until it was cancelled.
  struct Paiement: Hashable, Sendable {
    let etude: CodeEtude
    let numero: String
    let jour: Jour
    let principal: Montant
    let preleve: Honoraire
    var annule = false
  }

  public let territoire: TerritoireFiscal
  public let jourDuBareme: Jour?
  private var paiements: [Paiement] = []
  private var cumul: CumulDHonoraires
  /// What the études took and did not give back.
  public private(set) var preleve = Honoraire.zero
  public private(set) var lignes: [Ligne] = []

  public init(_ territoire: TerritoireFiscal, jourDuBareme: Jour? = nil) {
    self.territoire = territoire
    self.jourDuBareme = jourDuBareme
    cumul = CumulDHonoraires(territoire, jourDuBareme: jourDuBareme)
  }

  /// The account of a dossier (R007: none in judicial recovery).
  public init(_ dossier: Dossier, _ territoire: TerritoireFiscal, jourDuBareme: Jour? = nil) throws(Refus) {
    guard dossier.demande.phase == .comminatoire else {
      throw Refus(.honoraireHorsPhaseComminatoire, under: Article(15))
    }
    self.init(territoire, jourDuBareme: jourDuBareme)
    for item in dossier.encaissements {
      try record(item.encaissement, de: item.entete.etude, le: item.entete.fait)
    }
  }

  /// The principal recovered and not given back.
  public var recouvre: Montant { cumul.base }
  /// What the tariff gives on it.
  public var du: Honoraire { cumul.honoraire }
  /// Due and not yet taken; zero when too much was.
  public var enAttente: Honoraire { reste.ttc > .zero ? reste : .zero }
  /// Taken beyond the tariff.
  public var tropPreleve: Honoraire { reste.ttc < .zero ? .zero - reste : .zero }
  private var reste: Honoraire { du - preleve }

  /// What the tariff lets the étude take with a payment of that principal on that day, given what it took before.
  public func attendu(for principal: Montant, le jour: Jour) -> Honoraire {
    let reste = cumul.adding(principal, le: jour).honoraire - preleve
    return reste.ttc > .zero ? reste : .zero
  }

  /// Follows a payment or the cancellation of one.
  public mutating func record(_ item: Encaissement, de etude: CodeEtude, le jour: Jour) throws(Refus) {
    if let annule = item.annule {
      try cancel(annule, by: item.numero, de: etude, le: jour)
    } else {
      add(
        Paiement(etude: etude, numero: item.numero, jour: jour, principal: item.creance, preleve: item.honoraireDeclare)
      )
    }
  }

  private mutating func add(_ paiement: Paiement) {
    let attendu = attendu(for: paiement.principal, le: paiement.jour)
    paiements.append(paiement)
    cumul = cumul.adding(paiement.principal, le: paiement.jour)
    preleve += paiement.preleve
    note(paiement.numero, paiement.jour, declare: paiement.preleve, attendu: attendu)
  }

  private mutating func cancel(
    _ annule: String, by numero: String, de etude: CodeEtude, le jour: Jour
  ) throws(Refus) {
    let found = paiements.firstIndex { $0.etude == etude && $0.numero == annule && !$0.annule }
    guard let found else { throw Refus(.encaissementInconnu, under: Article(7, alinea: 2)) }
    paiements[found].annule = true
    let blank = CumulDHonoraires(territoire, jourDuBareme: jourDuBareme)
    cumul = paiements.filter { !$0.annule }.reduce(blank) { $0.adding($1.principal, le: $1.jour) }
    preleve -= paiements[found].preleve
    let rendu = Honoraire.zero - paiements[found].preleve
    note(numero, jour, declare: rendu, attendu: rendu)
  }

  private mutating func note(_ numero: String, _ jour: Jour, declare: Honoraire, attendu: Honoraire) {
    lignes.append(
      Ligne(
        numero: numero, jour: jour, declare: declare, attendu: attendu, recouvre: recouvre, du: du, preleve: preleve,
        enAttente: enAttente))
  }
}

extension Encaissement {
  /// The fee that the étude says it kept; none said, none kept.
  public var honoraireDeclare: Honoraire { Honoraire(ht: fraisHT ?? .zero, tva: tva ?? .zero) }
}
