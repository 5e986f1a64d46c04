/// The fee of the étude on what it recovered in the phase comminatoire.
///
/// Art. 15 (R059, R060); art. 128-I of the loi 2004-1485, décret 2008-554, arrêté of 11/06/2008: one rate, one minimum and one
/// cap for each dossier transmitted. The debtor owes it on top of the debt. Nothing recovered, nothing due.
///
/// Reading: the base is all the principal recovered on the dossier so far, under the scale of the day of the last payment.
public struct HonoraireAmiable: Hashable, Sendable {
  /// The principal recovered so far on the dossier.
  public let base: Montant
  /// The day of the payment.
  public let jour: Jour
  public let territoire: TerritoireFiscal
  /// The day whose scale is read: another only when a case is computed again.
  public let jourDuBareme: Jour

  public init(surBase base: Montant, le jour: Jour, _ territoire: TerritoireFiscal, jourDuBareme: Jour? = nil) {
    self.base = base
    self.jour = jour
    self.territoire = territoire
    self.jourDuBareme = jourDuBareme ?? jour
  }

  public var honoraire: Honoraire {
    Honoraire(ht: HonoraireAmiable.ht(surBase: base, on: jourDuBareme), taux: territoire.tva.value(on: jourDuBareme))
  }

  /// Between the minimum and the cap, rounded half up to the cent.
  static func ht(surBase base: Montant, on jour: Jour) -> Montant {
    guard base > .zero else { return .zero }
    let proportionnel = base.times(Bareme.tauxHonoraires.value(on: jour))
    return min(max(proportionnel, Bareme.minimumHonoraires.value(on: jour)), Bareme.plafondHonoraires.value(on: jour))
  }
}

extension HonoraireAmiable {
  /// The arrêté stands with the values that it gives: which of its articles was not read.
  static let articles = [Article(15), Article(.loi2004, "128")]

  public var explication: Explication {
    Explication(
      "Honoraires de la phase comminatoire", regle: "HonoraireAmiable", articles: HonoraireAmiable.articles,
      exigences: ["R059", "R060"], politique: "assiette : le principal recouvré sur le dossier, tous paiements cumulés",
      donnees: [.init("recouvré", base.texte), .init("jour du paiement", jour.texte)],
      valeurs: valeurs, calcul: calcul, resultat: honoraire.texte)
  }

  private var valeurs: [ValeurAppliquee] {
    [
      Bareme.tauxHonoraires.appliquee(on: jourDuBareme), Bareme.minimumHonoraires.appliquee(on: jourDuBareme),
      Bareme.plafondHonoraires.appliquee(on: jourDuBareme), territoire.tva.appliquee(on: jourDuBareme),
    ]
  }

  private var calcul: [String] {
    guard base > .zero else { return ["rien n’est recouvré : aucun honoraire"] }
    let taux = Bareme.tauxHonoraires.value(on: jourDuBareme)
    let proportionnel = base.times(taux)
    let du = honoraire
    var lignes = ["\(taux.texte) × \(base.texte) = \(proportionnel.texte)"]
    if du.ht > proportionnel { lignes.append("porté au minimum : \(du.ht.texte)") }
    if du.ht < proportionnel { lignes.append("ramené au plafond : \(du.ht.texte)") }
    let tva = territoire.tva.value(on: jourDuBareme)
    return lignes + ["\(du.ht.texte) + TVA à \(tva.texte) = \(du.ttc.texte)"]
  }
}
