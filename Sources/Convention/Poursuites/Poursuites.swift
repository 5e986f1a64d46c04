/// What has been told of a dossier beyond its money and its terms, and still counts: the fold of its acts, requests, forms and reports.
public struct Poursuites: Hashable, Sendable {
  public private(set) var actes: [ActeSignale] = []
  public private(set) var autorisations: [AutorisationDemandee] = []
  public private(set) var retours: [RetourEtabli] = []
  public private(set) var avancements: [AvancementSignale] = []
  /// Numbers of the étude's messages that it took back.
  public private(set) var rectifies: [MessageRectifie] = []

  mutating func append(_ fait: ActeSignale) { actes.append(fait) }
  mutating func append(_ fait: AutorisationDemandee) { autorisations.append(fait) }
  mutating func append(_ fait: RetourEtabli) { retours.append(fait) }
  mutating func append(_ fait: AvancementSignale) { avancements.append(fait) }

  /// What the étude took back no longer counts.
  mutating func append(_ fait: MessageRectifie) {
    rectifies.append(fait)
    let (etude, numero) = (fait.entete.etude, fait.rectification.message)
    actes.removeAll { $0.entete.etude == etude && $0.entete.numero == numero }
    retours.removeAll { $0.entete.etude == etude && $0.entete.numero == numero }
    avancements.removeAll { $0.entete.etude == etude && $0.entete.numero == numero }
  }

  public func acte(_ code: Acte.Code) -> ActeSignale? { actes.last { $0.acte.code == code.rawValue } }
}
