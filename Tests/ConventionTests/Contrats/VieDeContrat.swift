@testable import Convention

/// A contract and its acts, driven as the centre drives it: decide, then follow.
struct VieDeContrat {
  static let haute = Exemple.require(Departement("31"))
  static let du = Jour(2025, 1, 1)

  private(set) var histoire: HistoireDeContrat
  private(set) var actes: [HistoireDeContrat.Acte]

  /// Concluded, without a signature.
  init(
    _ contrat: ContratDepartemental = ContratDepartemental(du: VieDeContrat.du),
    autorite: AutoriteDuDepartement = .directeur, autres: [HistoireDeContrat] = []
  ) throws(Refus) {
    actes = try HistoireDeContrat.conclure(
      contrat, etude: Exemple.etude, departement: VieDeContrat.haute, autorite: autorite, autres: autres)
    histoire = Exemple.require(HistoireDeContrat(actes))
  }

  /// Signed by all and engaged on a day, twenty days before it begins unless said otherwise.
  static func signee(
    _ contrat: ContratDepartemental = ContratDepartemental(du: VieDeContrat.du),
    autorite: AutoriteDuDepartement = .directeur, le: Jour? = nil
  ) throws(Refus) -> VieDeContrat {
    var vie = try VieDeContrat(contrat, autorite: autorite)
    let jour = le ?? contrat.du.adding(days: -20)
    for qualite in autorite.signataires { vie.follow(try vie.histoire.signer(qualite, le: jour, on: jour)) }
    vie.follow(try vie.histoire.engager(le: jour, on: jour))
    return vie
  }

  mutating func follow(_ nouveaux: [HistoireDeContrat.Acte]) {
    for acte in nouveaux { histoire.apply(acte) }
    actes += nouveaux
  }

  /// Every evening from a day to another, both included.
  mutating func close(from first: Jour, through last: Jour) {
    var jour = first
    while jour <= last {
      follow(histoire.decideSoir(jour))
      jour = jour.adding(days: 1)
    }
  }
}

extension RapportSurObjectifs {
  static func exemple(du jour: Jour) -> RapportSurObjectifs {
    RapportSurObjectifs(Ecrit("RAP-1", du: jour), sha256: String(repeating: "0a", count: 32))
  }
}

extension BilanDesObjectifs {
  /// A target of 35 % of the canteens, of which so many euros out of 100 came in.
  static func cantine(_ euros: Int64, on jour: Jour) -> BilanDesObjectifs {
    let cible = Objectif.Cible(.nature, "CAN")
    return BilanDesObjectifs(
      [Resultat(cible, demande: .euros(100), recouvre: .euros(euros), nombre: 4)],
      objectifs: [Objectif(cible, taux: Taux(centiemes: 3500), du: jour)], on: jour)
  }
}
