/// A sum received for a dossier, or the entire cancellation of one (art. 7, al. 2, R025; R132).
public struct Encaissement: Hashable, Sendable, Codable {
  /// Unique within the étude; `S-…` when typed on the site.
  public var numero: String
  /// The payment that this one cancels: then its sign is minus.
  public var annule: String?
  public var moyen: String
  /// `E`: paid to the étude; `T`: to the Trésor public.
  public var ordre: String
  public var recu: Montant
  public var creance: Montant
  public var fraisHT: Montant?
  public var tva: Montant?
  public var reversement: String
  public var remise: Jour?
  public var payeur: String?
  /// The split declared by the étude; empty: from the oldest titre to the newest.
  public var ventilation: [Imputation]
  /// The message numbers of that split's records.
  public var messages: [Int64]

  public init(
    numero: String, annule: String? = nil, moyen: String, ordre: String, recu: Montant,
    creance: Montant, fraisHT: Montant? = nil, tva: Montant? = nil, reversement: String = "V",
    remise: Jour? = nil, payeur: String? = nil, ventilation: [Imputation] = [], messages: [Int64] = []
  ) {
    self.messages = messages
    self.numero = numero
    self.annule = annule
    self.moyen = moyen
    self.ordre = ordre
    self.recu = recu
    self.creance = creance
    self.fraisHT = fraisHT
    self.tva = tva
    self.reversement = reversement
    self.remise = remise
    self.payeur = payeur
    self.ventilation = ventilation
  }

  public var sens: String { annule == nil ? "+" : "-" }

  /// Art. 14 (R055–R057): the last day to pass the sum on; `received` is the day of the payment.
  public func limiteReversement(received: Jour) -> Jour {
    LimiteDeReversement(.init(ordre: ordre, moyen: moyen), recuLe: received).jour
  }
}

/// The part of a payment that goes to one titre.
public struct Imputation: Hashable, Sendable, Codable {
  public var rangTitre: Int
  public var montant: Montant
  public init(rangTitre: Int, montant: Montant) {
    self.rangTitre = rangTitre
    self.montant = montant
  }
}
