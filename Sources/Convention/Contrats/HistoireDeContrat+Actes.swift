extension HistoireDeContrat {
  /// What happens to a contract; the names are written in the journal.
  public enum Acte: Hashable, Sendable, Codable {
    case conclu(Conclusion)
    case signe(qualite: QualiteDeSignataire, le: Jour)
    /// R077.
    case engagementPris(le: Jour)
    /// Found at the evening: first day in force.
    case prisEffet(le: Jour)
    case renouvele(Reconduction)
    case denonce(Denonciation)
    case resilie(Resiliation)
    case objectifFixe(ObjectifFixe)
    case seuilCommunique(SeuilCommunique)
    case periodiciteFixee(Periodicite)
    case passageAuPapier(motif: MotifDePapier, poste: Codique?, du: Jour)
    /// From that first day on.
    case retourAuDematerialise(poste: Codique?, du: Jour)
    case applicationOuverte(OuvertureDApplication)
    case importTableurConvenu(admis: Bool, le: Jour)
    case decisionSurObjectifs(DecisionSurObjectifs)
    /// Found at the evening of the last day.
    case expire(FinDeContrat)
  }

  /// A stretch of the contract, of one length of phase comminatoire.
  public struct Periode: Hashable, Sendable, Codable {
    public var du: Jour
    public var au: Jour
    public var dureeComminatoireDays: Int
    /// The day of the renewal that opened it; nil for the first.
    public var decideeLe: Jour?
  }

  public struct Conclusion: Hashable, Sendable, Codable {
    public var etude: CodeEtude
    public var departement: Departement
    public var autorite: AutoriteDuDepartement
    public var contrat: ContratDepartemental

    public init(
      etude: CodeEtude, departement: Departement, autorite: AutoriteDuDepartement, contrat: ContratDepartemental
    ) {
      self.etude = etude
      self.departement = departement
      self.autorite = autorite
      self.contrat = contrat
    }
  }

  /// An express renewal (art. 19); after missed objectives it carries the report that shortened the phase (art. 9, al. 2).
  public struct Reconduction: Hashable, Sendable, Codable {
    public var decision: Ecrit
    public var approbations: [QualiteDeSignataire]
    public var periode: Periode
    public var rapport: RapportSurObjectifs?
  }

  public struct Denonciation: Hashable, Sendable, Codable {
    /// The préfet, the huissier, or the whole authority of the département.
    public var par: [QualiteDeSignataire]
    public var notifieeLe: Jour

    public init(par: [QualiteDeSignataire], notifieeLe: Jour) {
      self.par = par
      self.notifieeLe = notifieeLe
    }
  }

  public struct Resiliation: Hashable, Sendable, Codable {
    public var motif: MotifDeResiliation
    public var preuve: Ecrit
    public var notifieeLe: Jour
    public var approbations: [QualiteDeSignataire]
  }

  /// Art. 21, al. 1 (R071): what the étude did not respect.
  public enum MotifDeResiliation: String, Hashable, Sendable, Codable, CaseIterable {
    case convention = "CONVENTION"
    case annexes = "ANNEXES"
    case objectifs = "OBJECTIFS"

    /// As a page writes it.
    public var libelle: String {
      switch self {
      case .convention: "non-respect de la convention"
      case .annexes: "non-respect de ses annexes"
      case .objectifs: "non-respect des objectifs du contrat"
      }
    }
  }

  public struct ObjectifFixe: Hashable, Sendable, Codable {
    public var objectif: Objectif
    public var decideLe: Jour
    public var approbations: [QualiteDeSignataire]
  }

  public struct SeuilCommunique: Hashable, Sendable, Codable {
    public var seuil: SeuilOuvertureForcee
    public var approbations: [QualiteDeSignataire]
  }

  /// Art. 9, al. 2 (R029–R030), with the report and the targets that it found missed.
  public struct DecisionSurObjectifs: Hashable, Sendable, Codable {
    public enum Choix: String, Hashable, Sendable, Codable, CaseIterable {
      case resiliation = "RESILIATION"
      case renouvellementReduit = "RENOUVELLEMENT_REDUIT"
      case maintien = "MAINTIEN"

      /// As a page writes it.
      public var libelle: String {
        switch self {
        case .resiliation: "résiliation"
        case .renouvellementReduit: "renouvellement, phase comminatoire réduite"
        case .maintien: "maintien sans changement"
        }
      }
    }

    public var choix: Choix
    public var decideLe: Jour
    public var rapport: RapportSurObjectifs
    public var manques: [BilanDesObjectifs.Ligne]
    public var approbations: [QualiteDeSignataire]
  }
}
