/// One line of what is due to an étude: which act, right or flat sum, of which dossier, for how much.
///
/// Art. 16 (R061–R064). Reading: an outlay in the client's name is outside VAT and outside these lines.
public struct LigneDeFacture: Hashable, Sendable, Codable {
  /// What the line pays; the last two are only there to be refused.
  public enum Nature: String, Hashable, Sendable, Codable, CaseIterable {
    case acte, engagement, suspension, nouvelleAdresse, droitProportionnel
    case disparition, honoraireAmiable
  }

  /// What makes it one: billed again, it is the same act twice.
  public struct Cle: Hashable, Sendable, Codable {
    public let dossier: String
    public let nature: Nature
    public let acte: String
    public let jour: Jour
    /// Tells apart the same act signified twice on a day, and payments of one day.
    public let rang: Int
  }

  public let cle: Cle
  public let phase: Phase
  /// Art. 12 ▸2: the état de poursuites to which the line belongs.
  public let etatPoursuites: String
  public let libelle: String
  /// Before tax, without the journey.
  public let ht: Montant
  public let transport: Montant
  public let tva: Montant
  /// Number of the act in the tariff, and taux × coefficient, as an invoice shows them (art. 12 ▸1); nil where they are unknown.
  public let numero: String?
  public let calcul: String?

  public init(
    cle: Cle, phase: Phase, etatPoursuites: String, libelle: String, ht: Montant, transport: Montant, tva: Montant,
    numero: String? = nil, calcul: String? = nil
  ) {
    self.numero = numero
    self.calcul = calcul
    self.cle = cle
    self.phase = phase
    self.etatPoursuites = etatPoursuites
    self.libelle = libelle
    self.ht = ht
    self.transport = transport
    self.tva = tva
  }

  /// Fee and journey, and their VAT.
  public var honoraire: Honoraire { Honoraire(ht: ht + transport, tva: tva) }
}

extension LigneDeFacture.Cle {
  public init(_ dossier: String, _ nature: LigneDeFacture.Nature, acte: String, le jour: Jour, rang: Int = 1) {
    self.init(dossier: dossier, nature: nature, acte: acte, jour: jour, rang: rang)
  }
}
