/// Which recovery the comptable asks for (art. 2).
public enum Phase: String, Hashable, Sendable, Codable, CaseIterable {
  /// Amicable recovery: art. 128-I of the loi 2004-1485 (R006).
  case comminatoire = "C"
  /// Civil enforcement: loi 91-650 and décret 92-755 (R007).
  case judiciaire = "J"

  public var libelle: String {
    switch self {
    case .comminatoire: "phase comminatoire"
    case .judiciaire: "recouvrement judiciaire"
    }
  }

  public var baseLegale: String {
    switch self {
    case .comminatoire: "article 128-I de la loi n° 2004-1485 du 30 décembre 2004"
    case .judiciaire: "loi n° 91-650 du 9 juillet 1991 et décret n° 92-755 du 31 juillet 1992"
    }
  }
}

/// What makes a demand unique: the application and exploitation that sent it, and its number there.
public struct CleDemande: Hashable, Sendable, Codable, CustomStringConvertible {
  public let application: String
  public let exploitation: String
  public let numero: String
  public init(application: String, exploitation: String, numero: String) {
    self.application = application
    self.exploitation = exploitation
    self.numero = numero
  }
  public var description: String { "\(application)/\(exploitation)/\(numero)" }
}

/// A comptable's demand as it was accepted (annexe II.1.1.1 a; R116–R121).
public struct Demande: Hashable, Sendable, Codable {
  /// The application of demands typed on the site or imported from a spreadsheet.
  public static let applicationSaisie = "SAISIE"

  public var cle: CleDemande
  public var phase: Phase
  /// Category of the claim: CEP or EPS (R074); it selects the rules.
  public var categorie: String
  public var date: Jour
  public var poste: String
  public var montant: Montant
  public var referenceRappel: String?
  public var prescription: Jour?
  public var etudeDesignee: String?
  public var etatPoursuites: String?
  /// What the judicial demand asks and rests on; absent in the demands kept before it was, where only its number is.
  public var poursuites: EtatDePoursuites?
  public var redevables: [Redevable]
  public var titres: [Titre]

  public init(
    cle: CleDemande, phase: Phase, categorie: String, date: Jour, poste: String, montant: Montant,
    referenceRappel: String? = nil, prescription: Jour? = nil, etudeDesignee: String? = nil,
    etatPoursuites: String? = nil, poursuites: EtatDePoursuites? = nil, redevables: [Redevable], titres: [Titre]
  ) {
    self.poursuites = poursuites ?? (phase == .judiciaire ? etatPoursuites.map { EtatDePoursuites(numero: $0) } : nil)
    self.cle = cle
    self.phase = phase
    self.categorie = categorie
    self.date = date
    self.poste = poste
    self.montant = montant
    self.referenceRappel = referenceRappel
    self.prescription = prescription
    self.etudeDesignee = etudeDesignee
    self.etatPoursuites = etatPoursuites
    self.redevables = redevables
    self.titres = titres
  }

  /// The redevable of rank 1.
  public var principal: Redevable? { redevables.first { $0.rang == 1 } }
}
