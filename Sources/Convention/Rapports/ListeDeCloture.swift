/// What the étude returns at the end of a judicial phase, as a check list (art. 12, R049–R052).
///
/// Reading: of the four returns, a missing form of suspension alone holds the closing back (R051), for without it no one
/// knows why the procedure stopped; the others are listed as missing. A procès-verbal enters only with its état (R050).
public struct ListeDeCloture: Hashable, Sendable {
  /// An act that was drawn up, by its code in the tariff.
  public struct ProcesVerbal: Hashable, Sendable {
    public let code: String
    public let etatPoursuites: String

    /// R050: refused without the number of its état de poursuites.
    public init(code: String, etatPoursuites: String?) throws(Refus) {
      guard let etatPoursuites = etatPoursuites?.nonEmpty else {
        throw Refus(.procesVerbalSansEtat, under: Article(12))
      }
      self.code = code
      self.etatPoursuites = etatPoursuites
    }
  }

  /// A suspension or an interruption that the comptable asked for, with what justifies it.
  public struct Suspension: Hashable, Sendable {
    public let demandeeLe: Jour
    /// Reference of the form or of the justification.
    public let formulaire: String?
    public let etatPoursuites: String?

    public init(demandeeLe: Jour, formulaire: String? = nil, etatPoursuites: String? = nil) {
      self.demandeeLe = demandeeLe
      self.formulaire = formulaire?.nonEmpty
      self.etatPoursuites = etatPoursuites?.nonEmpty
    }

    var isJustified: Bool { formulaire != nil && etatPoursuites != nil }
  }

  /// A new address out of the étude's area, and the état on which it was written.
  public struct AdresseHorsRessort: Hashable, Sendable {
    public let rangRedevable: Int
    public let adresse: Adresse
    public let etatAnnote: String?

    public init(rangRedevable: Int, adresse: Adresse, etatAnnote: String? = nil) {
      self.rangRedevable = rangRedevable
      self.adresse = adresse
      self.etatAnnote = etatAnnote?.nonEmpty
    }

    /// What the état shows, for the document alone; nil until it is annotated (R052).
    public var annotation: String? {
      guard let etatAnnote else { return nil }
      return "État de poursuites \(etatAnnote), redevable de rang \(rangRedevable), nouvelle adresse hors du ressort : "
        + adresse.texte.joined(separator: ", ")
    }
  }

  /// What is due to the étude for the phase.
  public enum Droits: Hashable, Sendable {
    case aucun
    case aFacturer
    case factures(numero: String)
  }

  public let droits: Droits
  public let procesVerbaux: [ProcesVerbal]
  public let suspensions: [Suspension]
  public let adresses: [AdresseHorsRessort]

  public init(
    droits: Droits, procesVerbaux: [ProcesVerbal] = [], suspensions: [Suspension] = [],
    adresses: [AdresseHorsRessort] = []
  ) {
    self.droits = droits
    self.procesVerbaux = procesVerbaux
    self.suspensions = suspensions
    self.adresses = adresses
  }
}

extension String {
  /// A reference left blank is no reference.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
