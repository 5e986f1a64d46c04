/// A demand and what became of it: the fold of its events.
///
/// `decide` (Dossier+Decisions and its neighbours) says what may happen and gives events or a `Refus`; `apply` only
/// follows them.
public struct Dossier: Hashable, Sendable {
  /// Where it is.
  public enum Etat: Hashable, Sendable {
    case transmis
    case enAttente(DossierMisEnAttente.Raison)
    case remis
    case clos(PhaseTerminee)
    case ecarte(code: String)
  }

  /// The hand-over now in force, or the last one.
  public struct Remise: Hashable, Sendable {
    public let etude: CodeEtude
    public let instant: Instant
    public let codePostal: CodePostal
    public let insee: CodeInsee?
    public let corrige: Bool
    public let avertissement: String?
    public let delaiDays: Int
    /// Months between two progress reports, if any was agreed.
    public let compteRenduMonths: Int?
    /// The day 0 of the phase comminatoire (art. 9, al. 1).
    public let depart: DepartDuDelai
    /// The first day of the phase, once known.
    public fileprivate(set) var reception: Reception?
    /// The étude's own number for the dossier.
    public fileprivate(set) var reference: String?
    public var jour: Jour { instant.jour }
  }

  public struct Reception: Hashable, Sendable {
    public let jour: Jour
    /// Without an acknowledgement in time.
    public let reputee: Bool
    public fileprivate(set) var accuse: Bool
  }

  public let demande: Demande
  public private(set) var etat: Etat = .transmis
  public private(set) var remise: Remise?
  /// Études that hold or have held it.
  public private(set) var etudes: [CodeEtude] = []
  /// Études that refused it.
  public private(set) var refusee: Set<CodeEtude> = []
  public private(set) var compte: Compte
  public private(set) var actualisations = Actualisations()
  public private(set) var encaissements: [EncaissementConstate] = []
  public private(set) var actions = ResumeActions()
  /// Actions of the étude that holds it, since the hand-over.
  private(set) var engagees: [ActionEngagee] = []
  public private(set) var poursuites = Poursuites()
  public private(set) var constats: [ConstatEtabli] = []
  public private(set) var adresses: [Adresse] = []
  public private(set) var prolongations: [ProlongationDemandee] = []
  public private(set) var relances: [Relance] = []
  public private(set) var justifications: [JustificationRetard] = []
  /// What exceeded the debt, all in all (804).
  public private(set) var excedent = Montant.zero

  public init(_ transmis: DossierTransmis) {
    demande = transmis.demande
    compte = Compte(titres: demande.titres)
  }

  /// The dossier that a history tells; nil if it does not begin with its transmission.
  public init?(_ evenements: some Sequence<Evenement>) {
    var iterator = evenements.makeIterator()
    guard case .dossierTransmis(let transmis)? = iterator.next() else { return nil }
    self.init(transmis)
    while let evenement = iterator.next() { apply(evenement) }
  }

  public mutating func apply(_ evenement: Evenement) {
    switch evenement {
    case .dossierTransmis, .messageConserve, .renseignementDonne: break
    case .autorisationDemandee(let fait): poursuites.append(fait, after: actualisations.recues.count)
    case .acteSignale(let fait): poursuites.append(fait)
    case .retourEtabli(let fait): poursuites.append(fait)
    case .avancementSignale(let fait): poursuites.append(fait)
    case .messageRectifie(let fait): apply(fait)
    case .dossierMisEnAttente(let fait): etat = .enAttente(fait.raison)
    case .dossierRemis(let fait): apply(fait)
    case .demandeEcartee(let fait): etat = .ecarte(code: fait.code)
    case .accuseRecu(let fait): apply(fait)
    case .dossierRefuse(let fait): refusee.insert(fait.entete.etude)
    case .receptionReputee(let fait):
      remise?.reception = Reception(jour: fait.jour, reputee: true, accuse: false)
    case .actionEngagee(let fait):
      engagees.append(fait)
      actions.add(fait)
    case .constatEtabli(let fait): constats.append(fait)
    case .encaissementConstate(let fait): apply(fait)
    case .prolongationDemandee(let fait): prolongations.append(fait)
    case .retardJustifie(let fait): justifications.append(fait.justification)
    case .actualisationRecue(let fait): apply(fait)
    case .relanceEmise(let fait): relances.append(fait.relance)
    case .phaseTerminee(let fait): etat = .clos(fait)
    case .dossierRouvert(let fait): apply(fait)
    }
  }

  func following(_ evenements: [Evenement]) -> Dossier {
    var after = self
    for evenement in evenements { after.apply(evenement) }
    return after
  }
}

extension Dossier {
  private mutating func apply(_ fait: DossierRemis) {
    etat = .remis
    remise = Remise(
      etude: fait.etude, instant: fait.instant, codePostal: fait.codePostal, insee: fait.insee,
      corrige: fait.corrige, avertissement: fait.avertissement, delaiDays: fait.delaiDays,
      compteRenduMonths: fait.compteRenduMonths,
      depart: fait.depart ?? .defaut)
    if !etudes.contains(fait.etude) { etudes.append(fait.etude) }
    // The follow-up starts again with the étude that now holds it.
    engagees = []
    actions = ResumeActions()
    poursuites = poursuites.handedOver
    relances = []
    justifications = []
  }

  private mutating func apply(_ fait: DossierRouvert) {
    let raison: DossierMisEnAttente.Raison = remise == nil ? .adresse : .etude
    etat = fait.etude == nil ? .enAttente(raison) : .remis
  }

  private mutating func apply(_ fait: AccuseRecu) {
    if let jour = fait.reception {
      remise?.reception = Reception(jour: jour, reputee: false, accuse: true)
    } else {
      remise?.reception?.accuse = true
    }
    if let reference = fait.accuse.reference { remise?.reference = reference }
  }

  /// What was taken back no longer counts, anywhere.
  private mutating func apply(_ fait: MessageRectifie) {
    let (etude, numero) = (fait.entete.etude, fait.rectification.message)
    poursuites.append(fait)
    constats.removeAll { $0.entete.etude == etude && $0.entete.numero == numero }
    engagees.removeAll { $0.entete.etude == etude && $0.entete.numero == numero }
    actions = ResumeActions(engagees)
  }

  private mutating func apply(_ fait: EncaissementConstate) {
    encaissements.append(fait)
    let etude = fait.entete.etude
    if let annule = fait.encaissement.annule {
      compte.undo(.encaissement(etude: etude, numero: annule))
    } else {
      compte.append(
        Compte.Mouvement(
          origine: .encaissement(etude: etude, numero: fait.encaissement.numero),
          operation: .encaissement(fait.imputations)))
    }
    if let excess = fait.excedent { excedent = excedent + excess }
  }

  private mutating func apply(_ fait: ActualisationRecue) {
    let item = fait.actualisation
    actualisations.append(item)
    if let operation = item.operation {
      compte.append(Compte.Mouvement(origine: .actualisation(item.numero), operation: operation))
    }
    if item.effet == .adresse, let adresse = item.adresse { adresses.append(adresse) }
    if let excess = fait.excedent { excedent = excedent + excess }
  }
}

extension Actualisation {
  /// What it does to the account, if anything.
  fileprivate var operation: Compte.Mouvement.Operation? {
    switch effet {
    case .arret: extinguishes ? .extinction : nil
    case .reduction: .reduction(rangTitre: rangTitre, montant ?? .zero)
    case .suspension, .reprise, .terme, .reponse, .adresse, .annulation: nil
    }
  }
}
