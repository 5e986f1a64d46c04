import Generation

/// How a debtor behaves once someone writes to him: drawn once for all from the seed and the demand.
enum Sort: Hashable, Sendable {
  /// Where people pay.
  enum Lieu: Hashable, Sendable { case etude, guichet }
  enum Adresse: Hashable, Sendable { case nouvelle(dansLeRessort: Bool), inconnue, jamaisRetrouvee }

  case paie(en: Int, lieu: Lieu)
  /// Pays by a cheque that comes back.
  case sansProvision(lieu: Lieu)
  /// Asks the accountant for time, gets it, pays.
  case demandeDesDelais
  case conteste
  case parti(Adresse)
  case insolvable
  case decede
  case surendette
  case sourd

  init(_ alea: inout Alea) {
    let lieu: Lieu = alea.chance(620) ? .etude : .guichet
    switch alea.below(1000) {
    case 0..<250: self = .paie(en: 1, lieu: lieu)
    case 250..<390: self = .paie(en: alea.between(2...4), lieu: lieu)
    case 390..<415: self = .sansProvision(lieu: lieu)
    case 415..<435: self = .demandeDesDelais
    case 435..<485: self = .conteste
    case 485..<565: self = .parti(Sort.adresse(&alea))
    case 565..<605: self = .insolvable
    case 605..<613: self = .decede
    case 613..<625: self = .surendette
    default: self = .sourd
    }
  }

  private static func adresse(_ alea: inout Alea) -> Adresse {
    switch alea.below(100) {
    case 0..<40: .nouvelle(dansLeRessort: true)
    case 40..<55: .nouvelle(dansLeRessort: false)
    case 55..<80: .inconnue
    default: .jamaisRetrouvee
    }
  }
}
