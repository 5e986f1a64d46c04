/// What every message of an étude says of itself (art. 7, R024).
public struct EnteteMessage: Hashable, Sendable, Codable {
  public var etude: CodeEtude
  /// Unique within the étude; from 9 000 000 000 on for messages typed on the site.
  public var numero: Int64
  /// The day of the fact.
  public var fait: Jour
  /// The étude asks that the accountant's computer department receive it (annexe II.1.1 c, R130).
  public var bilan: Bool

  public init(etude: CodeEtude, numero: Int64, fait: Jour, bilan: Bool) {
    self.etude = etude
    self.numero = numero
    self.fait = fait
    self.bilan = bilan
  }
}

/// A message of an étude about one dossier.
public struct Message: Hashable, Sendable, Codable {
  public var entete: EnteteMessage
  public var contenu: Contenu

  public enum Contenu: Hashable, Sendable, Codable {
    case accuse(Accuse)
    case refus(RefusEtude)
    case action(Action)
    case constat(Constat)
    case renseignement(Renseignement)
    case encaissement(Encaissement)
    case prolongation(DemandeProlongation)
    case autorisation(DemandeAutorisation)
    case acte(Acte)
    case justification(JustificationRetard)
    case fin(FinIntervention)
    case retour(RetourCirconstancie)
    case avancement(Avancement)
    case rectification(Rectification)
  }

  public init(entete: EnteteMessage, contenu: Contenu) {
    self.entete = entete
    self.contenu = contenu
  }
}

/// The étude has received the dossier (annexe qualité I.2, R156).
public struct Accuse: Hashable, Sendable, Codable {
  /// As the étude wrote it, `AAAAMMJJhhmmss±hhmm`.
  public var horodatage: String
  /// The civil day written in it, where the étude is.
  public var jour: Jour
  public var reference: String?
  public var commentaire: String?
  public init(horodatage: String, jour: Jour, reference: String? = nil, commentaire: String? = nil) {
    self.horodatage = horodatage
    self.jour = jour
    self.reference = reference
    self.commentaire = commentaire
  }
}

/// The étude refuses the dossier.
public struct RefusEtude: Hashable, Sendable, Codable {
  public var horodatage: String
  public var motif: String?
  public var reference: String?
  public var commentaire: String?
  public init(
    horodatage: String, motif: String?, reference: String? = nil, commentaire: String? = nil
  ) {
    self.horodatage = horodatage
    self.motif = motif
    self.reference = reference
    self.commentaire = commentaire
  }
}

/// A letter, message, call or visit (art. 3 ▸1, R010).
public struct Action: Hashable, Sendable, Codable {
  public enum Famille: String, Hashable, Sendable, Codable, CaseIterable {
    case courrier, message, appel, visite
  }
  /// Code of the list `code_action`.
  public var code: String
  public var famille: Famille
  public var horodatage: String
  public var rangRedevable: Int?
  public var resultat: String?
  /// `E` the étude, `C` the centre (annexe qualité I.1 note 3, R151).
  public var executant: String
  public var reference: String?
  public var commentaire: String?
  public init(
    code: String, horodatage: String, rangRedevable: Int? = nil, resultat: String? = nil,
    executant: String = "E", reference: String? = nil, commentaire: String? = nil
  ) {
    self.code = code
    self.famille = Famille(code: code)
    self.horodatage = horodatage
    self.rangRedevable = rangRedevable
    self.resultat = resultat
    self.executant = executant
    self.reference = reference
    self.commentaire = commentaire
  }
}

extension Action.Famille {
  /// The tens of the code: 0x letters, 1x messages, 2x calls, 3x visits; a code unknown here counts as a message.
  public init(code: String) {
    self =
      switch code.first {
      case "0": .courrier
      case "2": .appel
      case "3": .visite
      default: .message
      }
  }
}

/// PND, insolvency, disappearance, new address… (art. 3 ▸2–▸4, R011–R013).
public struct Constat: Hashable, Sendable, Codable {
  public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
    case insolvabilite = "INS"
    case pliNonDistribuable = "PND"
    case disparition = "DIS"
    case nouvelleAdresseRessort = "NAR"
    case nouvelleAdresseHorsRessort = "NAH"
    case deces = "DEC"
    case procedureCollective = "PCO"
  }
  public var code: String
  public var rangRedevable: Int?
  public var typeJustificatif: String?
  public var referenceJustificatif: String?
  public var dateJustificatif: Jour?
  public var motifPnd: String?
  public var source: String?
  public var empreinteDocument: String?
  public var adresse: Adresse?
  public init(
    code: String, rangRedevable: Int? = nil, typeJustificatif: String? = nil,
    referenceJustificatif: String? = nil, dateJustificatif: Jour? = nil, motifPnd: String? = nil,
    source: String? = nil, empreinteDocument: String? = nil, adresse: Adresse? = nil
  ) {
    self.code = code
    self.rangRedevable = rangRedevable
    self.typeJustificatif = typeJustificatif
    self.referenceJustificatif = referenceJustificatif
    self.dateJustificatif = dateJustificatif
    self.motifPnd = motifPnd
    self.source = source
    self.empreinteDocument = empreinteDocument
    self.adresse = adresse
  }
}

/// Anything useful to the recovery: employer, bank… (art. 3 ▸4, R013).
public struct Renseignement: Hashable, Sendable, Codable {
  public var type: String
  public var rangRedevable: Int?
  public var source: String?
  public var nomTiers: String?
  public var referenceTiers: String?
  public var adresse: Adresse?
  public var texte: String?
  public init(
    type: String, rangRedevable: Int? = nil, source: String? = nil, nomTiers: String? = nil,
    referenceTiers: String? = nil, adresse: Adresse? = nil, texte: String? = nil
  ) {
    self.type = type
    self.rangRedevable = rangRedevable
    self.source = source
    self.nomTiers = nomTiers
    self.referenceTiers = referenceTiers
    self.adresse = adresse
    self.texte = texte
  }
}

/// The étude asks for more time (annexe II.1.1 c ▸4, R137).
public struct DemandeProlongation: Hashable, Sendable, Codable {
  public var finDemandee: Jour
  public var motif: String
  public var commentaire: String?
  public init(finDemandee: Jour, motif: String, commentaire: String? = nil) {
    self.finDemandee = finDemandee
    self.motif = motif
    self.commentaire = commentaire
  }
}

/// The étude asks the comptable to agree to a sale, a forced opening or another measure (art. 10).
public struct DemandeAutorisation: Hashable, Sendable, Codable {
  public var objet: String
  public var mesure: String?
  public var montant: Montant?
  public var referenceDocument: String?
  public var empreinteDocument: String?
  public var motif: String?
  public init(
    objet: String, mesure: String? = nil, montant: Montant? = nil,
    referenceDocument: String? = nil, empreinteDocument: String? = nil, motif: String? = nil
  ) {
    self.objet = objet
    self.mesure = mesure
    self.montant = montant
    self.referenceDocument = referenceDocument
    self.empreinteDocument = empreinteDocument
    self.motif = motif
  }
}

/// An act or procès-verbal of the judicial phase; never in the phase comminatoire (art. 3, R014).
public struct Acte: Hashable, Sendable, Codable {
  public var code: String
  public var etatPoursuites: String
  public var rangRedevable: Int?
  public var montantVise: Montant?
  public var motifCarence: String?
  public var signatureDebiteur: String?
  public var motifNonSignature: String?
  public var valeurEstimee: Montant?
  public var coutVente: Montant?
  public var referenceDocument: String
  public var empreinteDocument: String?
  /// Doors were forced (art. 10, al. 3, R034); absent where nothing says so.
  public var ouvertureForcee: Bool?
  public init(
    code: String, etatPoursuites: String, rangRedevable: Int? = nil, montantVise: Montant? = nil,
    motifCarence: String? = nil, signatureDebiteur: String? = nil,
    motifNonSignature: String? = nil, valeurEstimee: Montant? = nil, coutVente: Montant? = nil,
    referenceDocument: String, empreinteDocument: String? = nil, ouvertureForcee: Bool? = nil
  ) {
    self.ouvertureForcee = ouvertureForcee
    self.code = code
    self.etatPoursuites = etatPoursuites
    self.rangRedevable = rangRedevable
    self.montantVise = montantVise
    self.motifCarence = motifCarence
    self.signatureDebiteur = signatureDebiteur
    self.motifNonSignature = motifNonSignature
    self.valeurEstimee = valeurEstimee
    self.coutVente = coutVente
    self.referenceDocument = referenceDocument
    self.empreinteDocument = empreinteDocument
  }
}

/// Why the étude was late after a reminder (annexe qualité I.2, R160).
public struct JustificationRetard: Hashable, Sendable, Codable {
  public var relance: String
  public var motif: String
  public var commentaire: String?
  public init(relance: String, motif: String, commentaire: String? = nil) {
    self.relance = relance
    self.motif = motif
    self.commentaire = commentaire
  }
}

/// The étude hands the dossier back.
public struct FinIntervention: Hashable, Sendable, Codable {
  public var motif: String
  public var resteDu: Montant
  public var referenceDocument: String?
  public var empreinteDocument: String?
  public var commentaire: String?
  public init(
    motif: String, resteDu: Montant, referenceDocument: String? = nil,
    empreinteDocument: String? = nil, commentaire: String? = nil
  ) {
    self.motif = motif
    self.resteDu = resteDu
    self.referenceDocument = referenceDocument
    self.empreinteDocument = empreinteDocument
    self.commentaire = commentaire
  }
}
