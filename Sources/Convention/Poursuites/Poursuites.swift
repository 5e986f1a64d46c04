/// What has been told of a dossier beyond its money and its terms, and still counts: the fold of its acts, requests, forms and reports.
public struct Poursuites: Hashable, Sendable {
  public private(set) var actes: [ActeSignale] = []
  private(set) var requetes: [Requete] = []
  /// Procès-verbaux de carence of the études that held it before: they interrupt the prescription for the comptable.
  public private(set) var carencesAnterieures: [ActeSignale] = []
  public private(set) var retours: [RetourEtabli] = []
  public private(set) var avancements: [AvancementSignale] = []
  /// Numbers of the étude's messages that it took back.
  public private(set) var rectifies: [MessageRectifie] = []

  mutating func append(_ fait: ActeSignale) { actes.append(fait) }
  mutating func append(_ fait: AutorisationDemandee, after updates: Int) {
    requetes.append(Requete(fait: fait, actualisationsAvant: updates))
  }
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

  /// A request, and how many updates had come before it: none of them answers it, whatever number it cites.
  struct Requete: Hashable, Sendable {
    let fait: AutorisationDemandee
    let actualisationsAvant: Int
  }

  public var autorisations: [AutorisationDemandee] { requetes.map(\.fait) }

  public var carences: [ActeSignale] {
    carencesAnterieures + actes.filter { $0.acte.code == Acte.Code.carence.rawValue }
  }

  /// What is left to the étude that receives the dossier: the carences, and the forms that account for suspensions.
  var handedOver: Poursuites {
    var next = Poursuites()
    next.carencesAnterieures = carences
    next.retours = retours
    return next
  }

  public func acte(_ code: Acte.Code) -> ActeSignale? { actes.last { $0.acte.code == code.rawValue } }
}
