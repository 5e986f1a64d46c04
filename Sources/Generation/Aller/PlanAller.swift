import Adresses
import Convention
import Interface

/// A poste that sends demands.
public struct PosteGenere: Hashable, Sendable {
  public let codique: String
  public let libelle: String
  public let courriel: String?
  public init(codique: String, libelle: String, courriel: String? = nil) {
    self.codique = codique
    self.libelle = libelle
    self.courriel = courriel
  }
}

/// A demand of an earlier file, to which updates may come.
public struct DemandeAnterieure: Hashable, Sendable {
  public let numero: String
  public let phase: Phase
  public init(numero: String, phase: Phase) {
    self.numero = numero
    self.phase = phase
  }
}

/// What an « aller » file must hold.
public struct PlanAller: Sendable {
  public var application = "HELIOS"
  public var exploitation: String
  public var departementInformatique: String
  public var centre: String
  /// Day of issue; the file leaves at 20:15.
  public var jour: Jour
  public var sequence = 1
  public var dossiers: Int
  /// Number of the first demand; the following go up one by one.
  public var premierNumero = 1
  public var graine: UInt64 = 1
  public var postes: [PosteGenere]
  /// Where the redevables live.
  public var codesPostaux: [CodePostal]
  /// Codes that some étude serves: a demand « hors ressort » avoids them.
  public var codesServis: Set<CodePostal>
  /// Every poste that the centre knows, by codique: a demand « poste inconnu » avoids them.
  public var postesConnus: Set<String>
  /// Postes known and not open to exchanges.
  public var postesFermes: [String] = []
  public var anterieures: [DemandeAnterieure] = []
  /// Updates that the caller has decided, written before the demands.
  package var annonces: [Ligne] = []
  /// Judicial demands that the caller has decided, written before the others, without defect.
  package var reprises: [DemandeFictive] = []
  /// Codes whose études have no contract any more on the day of the plan: a demand there has no other defect.
  package var codesSansContrat: Set<CodePostal> = []
  /// Updates per thousand demands of this file, and per thousand earlier ones.
  public var actualisationsParMille = 30
  public var judiciairesParMille = 40
  public var environnement = "P"
  public var defauts = Taux<DefautAller>()

  public init(
    exploitation: String, departementInformatique: String, centre: String, jour: Jour, dossiers: Int,
    postes: [PosteGenere], codesPostaux: [CodePostal]
  ) {
    self.exploitation = exploitation
    self.departementInformatique = departementInformatique
    self.centre = centre
    self.jour = jour
    self.dossiers = dossiers
    self.postes = postes
    self.codesPostaux = codesPostaux
    codesServis = Set(codesPostaux)
    postesConnus = Set(postes.map(\.codique))
  }

  /// A demand is at most so many days older than its file.
  public static let greatestDelayDays = 4

  /// `DEM2026-000101`: unique within an application and an exploitation.
  func numero(_ rang: Int) -> String { "DEM\(jour.annee)-\(padded(premierNumero + rang, to: 6))" }

  /// The name that the format advises: `AL.HELIOS.031.20260302.000001`.
  public var nomConseille: String {
    "AL.\(application).\(exploitation).\(jour.compact).\(padded(sequence, to: 6))" + (environnement == "T" ? ".T" : "")
  }
}

package func padded(_ value: Int, to width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
