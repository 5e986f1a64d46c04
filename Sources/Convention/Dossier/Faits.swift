/// The demand was accepted (annexe II.1.1.1 a).
public struct DossierTransmis: Fait {
  public var demande: Demande
  public init(demande: Demande) { self.demande = demande }
}

/// No étude can be chosen without a human.
public struct DossierMisEnAttente: Fait {
  public enum Raison: String, Hashable, Sendable, Codable {
    /// The address admits several postal codes.
    case adresse
    /// The étude refused and several others are competent.
    case etude
  }
  public var raison: Raison
  public var avertissement: String?
  public init(raison: Raison, avertissement: String? = nil) {
    self.raison = raison
    self.avertissement = avertissement
  }
}

/// The dossier was handed to the competent étude (annexe II.1.1.1 a, R123).
public struct DossierRemis: Fait {
  public var etude: CodeEtude
  public var instant: Instant
  public var codePostal: CodePostal
  /// Only when the commune is certain.
  public var insee: CodeInsee?
  public var corrige: Bool
  public var avertissement: String?
  /// Length of the phase under the étude's contract that day, in days.
  public var delaiDays: Int
  /// How often its progress is reported under that contract, in months (art. 10, al. 2, R033); nil if nothing was agreed, and in
  /// the hand-overs kept before it was.
  public var compteRenduMonths: Int?
  /// The day 0 that this contract chose for the phase comminatoire; nil for the reading by default (art. 9, al. 1).
  public var depart: DepartDuDelai?
  public init(
    etude: CodeEtude, instant: Instant, codePostal: CodePostal, insee: CodeInsee? = nil,
    corrige: Bool = false, avertissement: String? = nil, delaiDays: Int, compteRenduMonths: Int? = nil,
    depart: DepartDuDelai? = nil
  ) {
    self.compteRenduMonths = compteRenduMonths
    self.depart = depart
    self.etude = etude
    self.instant = instant
    self.codePostal = codePostal
    self.insee = insee
    self.corrige = corrige
    self.avertissement = avertissement
    self.delaiDays = delaiDays
  }
}

/// The exploitant gave up a demand that waited: rejected after all, as 403 or 404.
public struct DemandeEcartee: Fait {
  public var code: String
  public var raison: String
  public init(code: String, raison: String) {
    self.code = code
    self.raison = raison
  }
}

public struct AccuseRecu: Fait {
  public var entete: EnteteMessage
  public var accuse: Accuse
  /// The day from which the phase runs, when this acknowledgement sets it (art. 9, R027).
  public var reception: Jour?
  /// The term as it then stands.
  public var terme: Jour
}

public struct DossierRefuse: Fait {
  public var entete: EnteteMessage
  public var refus: RefusEtude
}

/// No acknowledgement eight days after the hand-over: the phase runs from the hand-over.
public struct ReceptionReputee: Fait {
  public var jour: Jour
  public var terme: Jour
}

public struct ActionEngagee: Fait {
  public var entete: EnteteMessage
  public var action: Action
}

public struct ConstatEtabli: Fait {
  public var entete: EnteteMessage
  public var constat: Constat
}

public struct RenseignementDonne: Fait {
  public var entete: EnteteMessage
  public var renseignement: Renseignement
}

public struct EncaissementConstate: Fait {
  public var entete: EnteteMessage
  public var encaissement: Encaissement
  /// The split applied: the étude's, or from the oldest titre to the newest.
  public var imputations: [Imputation]
  public var limiteReversement: Jour
  /// The étude's own number for the dossier.
  public var reference: String?
  /// Still due after it.
  public var resteDu: Montant
  /// What exceeds the debt (804).
  public var excedent: Montant?
}

public struct ProlongationDemandee: Fait {
  public var entete: EnteteMessage
  public var demande: DemandeProlongation
  /// The term when it was asked; before any reception, the one that a reception on the day of the hand-over gives.
  public var terme: Jour
}

public struct AutorisationDemandee: Fait {
  public var entete: EnteteMessage
  public var demande: DemandeAutorisation
}

public struct ActeSignale: Fait {
  public var entete: EnteteMessage
  public var acte: Acte
}

/// The form of a suspension or an interruption (art. 12 ▸3, R051).
public struct RetourEtabli: Fait {
  public var entete: EnteteMessage
  public var retour: RetourCirconstancie
}

/// A progress report (art. 10, al. 2, R033).
public struct AvancementSignale: Fait {
  public var entete: EnteteMessage
  public var avancement: Avancement
}

/// An étude took back one of its messages.
public struct MessageRectifie: Fait {
  public var entete: EnteteMessage
  public var rectification: Rectification
}

public struct RetardJustifie: Fait {
  public var entete: EnteteMessage
  public var justification: JustificationRetard
}

public struct ActualisationRecue: Fait {
  public var actualisation: Actualisation
  public var resteDu: Montant
  public var excedent: Montant?
}

/// A message that came after the end, or from an étude that no longer holds the dossier: kept, without effect.
public struct MessageConserve: Fait {
  public var message: Message
  public init(message: Message) { self.message = message }
}

public struct RelanceEmise: Fait {
  public var relance: Relance
}

/// The phase ended: one per end (art. 11, al. 3, R047).
public struct PhaseTerminee: Fait {
  public enum Motif: String, Hashable, Sendable, Codable, CaseIterable {
    case solde = "01"
    case termeEchu = "02"
    case rappel = "03"
    case annulation = "04"
    case insolvabilite = "05"
    case disparition = "06"
    case horsRessort = "07"
    case refusEtude = "08"
    case executionAccomplie = "09"
    case autre = "90"
  }
  public var motif: String
  public var date: Jour
  public var resteDu: Montant
  /// The comptable resumes the pursuit by himself (art. 11, al. 3).
  public var reprise: Bool
  /// Absent if the dossier was never handed over.
  public var etude: CodeEtude?
  public var numeroEvenement: Int64?
  public var referenceDocument: String?
  public var empreinteDocument: String?
  public var commentaire: String?
  /// The message by which the étude handed it back.
  public var entete: EnteteMessage?

  public init(
    motif: String, date: Jour, resteDu: Montant, reprise: Bool, etude: CodeEtude?,
    numeroEvenement: Int64? = nil, referenceDocument: String? = nil,
    empreinteDocument: String? = nil, commentaire: String? = nil, entete: EnteteMessage? = nil
  ) {
    self.entete = entete
    self.motif = motif
    self.date = date
    self.resteDu = resteDu
    self.reprise = reprise
    self.etude = etude
    self.numeroEvenement = numeroEvenement
    self.referenceDocument = referenceDocument
    self.empreinteDocument = empreinteDocument
    self.commentaire = commentaire
  }
}

/// What had closed the dossier was undone: it goes back to the same étude, the clock does not start again.
public struct DossierRouvert: Fait {
  /// Absent when it was waiting for an étude to be designated: it waits again.
  public var etude: CodeEtude?
  public var instant: Instant
  public init(etude: CodeEtude?, instant: Instant) {
    self.etude = etude
    self.instant = instant
  }
}
