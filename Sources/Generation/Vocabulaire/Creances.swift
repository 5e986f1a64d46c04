/// What is owed to local bodies, by the code that the format gives to its nature.
struct ProfilDeCreance: Sendable {
  let objet: String
  /// Who is owed: the name before the commune's.
  let creancier: String
  /// Code of `type_collectivite`.
  let type: String
  /// The amount of a titre when it was issued, in cents.
  let montants: ClosedRange<Int>
  /// Claims of public health establishments have their own requirements (`EPS`).
  var isHospital = false
}

enum Creances {
  /// By nature; a layout that knows other natures gives them the profile of `AUT`.
  static let profils: [String: ProfilDeCreance] = [
    "EAU": .init(objet: "EAU ET ASSAINISSEMENT", creancier: "SYNDICAT DES EAUX", type: "09", montants: 45_00...380_00),
    "ORM": .init(
      objet: "REDEVANCE ORDURES MÉNAGÈRES", creancier: "COMMUNAUTÉ DE COMMUNES", type: "05", montants: 60_00...240_00),
    "CAN": .init(objet: "RESTAURATION SCOLAIRE", creancier: "COMMUNE", type: "01", montants: 12_00...160_00),
    "CRE": .init(objet: "CRÈCHE MUNICIPALE", creancier: "CCAS", type: "11", montants: 80_00...620_00),
    "LOI": .init(objet: "CENTRE DE LOISIRS", creancier: "COMMUNE", type: "01", montants: 20_00...210_00),
    "LOY": .init(objet: "LOYERS ET CHARGES", creancier: "OPH", type: "04", montants: 280_00...1_450_00),
    "HOS": .init(
      objet: "TICKET MODÉRATEUR", creancier: "CENTRE HOSPITALIER", type: "13", montants: 15_00...900_00,
      isHospital: true),
    "FJH": .init(
      objet: "FORFAIT JOURNALIER", creancier: "CENTRE HOSPITALIER", type: "13", montants: 20_00...400_00,
      isHospital: true),
    "EHP": .init(objet: "HÉBERGEMENT EN EHPAD", creancier: "EHPAD", type: "14", montants: 700_00...2_600_00),
    "DOM": .init(objet: "OCCUPATION DU DOMAINE PUBLIC", creancier: "COMMUNE", type: "01", montants: 35_00...500_00),
    "TSE": .init(objet: "TAXE DE SÉJOUR", creancier: "COMMUNAUTÉ DE COMMUNES", type: "05", montants: 18_00...300_00),
    "FOU": .init(objet: "FRAIS DE FOURRIÈRE", creancier: "COMMUNE", type: "01", montants: 115_00...320_00),
    "BIB": .init(
      objet: "DOCUMENTS NON RENDUS", creancier: "COMMUNAUTÉ D'AGGLOMÉRATION", type: "06", montants: 8_00...90_00),
    "SOC": .init(objet: "TROP-PERÇU D'AIDE SOCIALE", creancier: "DÉPARTEMENT", type: "02", montants: 90_00...3_000_00),
    "PAY": .init(objet: "TROP-PERÇU DE RÉMUNÉRATION", creancier: "COMMUNE", type: "01", montants: 60_00...1_800_00),
    "AUT": .init(objet: "PRODUITS DIVERS", creancier: "COMMUNE", type: "01", montants: 10_00...450_00),
  ]

  static let autre = ProfilDeCreance(
    objet: "PRODUITS DIVERS", creancier: "COMMUNE", type: "90", montants: 10_00...450_00)

  /// « COMMUNE DE X », « COMMUNE DU X », « COMMUNE D'X », from the capitals of the official table.
  static func nom(_ creancier: String, _ commune: String) -> String {
    for (article, contracted) in [("LE ", "DU "), ("LES ", "DES "), ("L ", "DE L'")] where commune.hasPrefix(article) {
      return "\(creancier) \(contracted)\(commune.dropFirst(article.count))"
    }
    let elided = commune.first.map { "AEIOUY".contains($0) } ?? false
    return elided ? "\(creancier) D'\(commune)" : "\(creancier) DE \(commune)"
  }
}
