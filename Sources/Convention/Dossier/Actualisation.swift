/// What the comptable tells of a demand already sent (art. 8, R026; annexe II.1.1 b, R126–R129).
public struct Actualisation: Hashable, Sendable, Codable {
  /// What an event code does, as the format's list says (R128).
  public enum Effet: String, Hashable, Sendable, Codable, CaseIterable {
    case arret, reduction, suspension, reprise, terme, reponse, adresse, annulation
  }

  public var numero: Int64
  public var code: String
  public var effet: Effet
  public var date: Jour
  public var rangTitre: Int?
  public var rangRedevable: Int?
  public var montant: Montant?
  public var fin: Jour?
  public var messageEtude: Int64?
  public var evenementAnnule: Int64?
  public var motif: String?
  public var reference: String?
  public var adresse: Adresse?

  public init(
    numero: Int64, code: String, effet: Effet, date: Jour, rangTitre: Int? = nil,
    rangRedevable: Int? = nil, montant: Montant? = nil, fin: Jour? = nil,
    messageEtude: Int64? = nil, evenementAnnule: Int64? = nil, motif: String? = nil,
    reference: String? = nil, adresse: Adresse? = nil
  ) {
    self.numero = numero
    self.code = code
    self.effet = effet
    self.date = date
    self.rangTitre = rangTitre
    self.rangRedevable = rangRedevable
    self.montant = montant
    self.fin = fin
    self.messageEtude = messageEtude
    self.evenementAnnule = evenementAnnule
    self.motif = motif
    self.reference = reference
    self.adresse = adresse
  }

  /// Events 01 and 03 to 05 leave nothing due; 12 recalls the dossier with its debt.
  var extinguishes: Bool { effet == .arret && code != "12" }
}

/// The updates of one dossier, in order, and which of them still count.
public struct Actualisations: Hashable, Sendable {
  public private(set) var recues: [Actualisation] = []

  mutating func append(_ actualisation: Actualisation) { recues.append(actualisation) }

  /// Those not undone by a later « annulation d'un événement » that itself still counts.
  ///
  /// An event that was unknown when it was cited is not undone when it comes afterwards.
  public var actives: [Actualisation] {
    var undone: Set<Int64> = []
    for (index, item) in recues.enumerated().reversed()
    where item.effet == .annulation && !undone.contains(item.numero) {
      if let cited = item.evenementAnnule, recues[..<index].contains(where: { $0.numero == cited }) {
        undone.insert(cited)
      }
    }
    return undone.isEmpty ? recues : recues.filter { !undone.contains($0.numero) }
  }

  func isActive(_ numero: Int64) -> Bool { actives.contains { $0.numero == numero } }

  /// The suspensions that hold on that day; delays granted (07) end by themselves after their last day.
  public func suspensions(on jour: Jour) -> [Actualisation] {
    var running: [Actualisation] = []
    for item in actives {
      switch item.effet {
      case .suspension: running.append(item)
      case .reprise: running.removeAll()
      case .arret, .reduction, .terme, .reponse, .adresse, .annulation: break
      }
    }
    return running.filter { item in
      guard item.code == "07", let fin = item.fin else { return true }
      return jour <= fin
    }
  }

  /// The end fixed by the comptable, if any (art. 9, al. 3, R031).
  public var termeFixe: Jour? { actives.last { $0.effet == .terme }?.fin }

  /// The event that stops the dossier, if one still counts.
  public var arret: Actualisation? { actives.last { $0.effet == .arret } }
}
