/// What a case costs under another version of the tariff or another policy, beside what it costs as it was lived.
///
/// Art. 15 and 16 (R017, R060): nothing is changed in the case; the difference is only said.
public struct Recalcul: Hashable, Sendable {
  /// What the études earn and what reaches the debt.
  public struct Cout: Hashable, Sendable {
    public let principal: Montant
    public let honoraire: Honoraire

    public static let nul = Cout(principal: .zero, honoraire: .zero)
    public static func + (left: Cout, right: Cout) -> Cout {
      Cout(principal: left.principal + right.principal, honoraire: left.honoraire + right.honoraire)
    }
    public static func - (left: Cout, right: Cout) -> Cout {
      Cout(principal: left.principal - right.principal, honoraire: left.honoraire - right.honoraire)
    }
  }

  public let version: VersionDeCalcul
  public let avant: Cout
  public let apres: Cout

  /// After less before.
  public var difference: Cout { apres - avant }

  /// A dossier of the phase comminatoire.
  public init(_ dossier: Dossier, _ territoire: TerritoireFiscal, sous version: VersionDeCalcul) throws(Refus) {
    self.version = version
    let lived = try CompteDHonoraires(dossier, territoire)
    let again = try Recalcul.compte(dossier, territoire, version)
    avant = Cout(principal: lived.recouvre, honoraire: lived.du)
    apres = Cout(principal: again.recouvre, honoraire: again.du)
  }

  /// A judicial dossier; the right that the debtor owes is counted with what the director owes.
  public init(
    _ cadre: CadreDeLiquidation, _ prestations: [PrestationJudiciaire], redevableDuDroit: RedevableDuDroit = .defaut,
    sous version: VersionDeCalcul
  ) throws(Refus) {
    self.version = version
    let lived = try Liquidation(cadre, prestations, redevableDuDroit: redevableDuDroit)
    let again = try Liquidation(
      cadre, prestations, redevableDuDroit: redevableDuDroit, jourDuBareme: version.jourDuBareme)
    avant = Cout(principal: .zero, honoraire: lived.total + lived.totalDuDebiteur)
    apres = Cout(principal: .zero, honoraire: again.total + again.totalDuDebiteur)
  }

  /// The payments again, each sum parted by the policy if there is one, up to the debt of the demand.
  private static func compte(
    _ dossier: Dossier, _ territoire: TerritoireFiscal, _ version: VersionDeCalcul
  ) throws(Refus) -> CompteDHonoraires {
    var compte = CompteDHonoraires(territoire, jourDuBareme: version.jourDuBareme)
    let dette = dossier.demande.titres.reduce(.zero) { $0 + $1.resteDu }
    for fait in dossier.encaissements {
      var item = fait.encaissement
      if item.annule == nil, let politique = version.politique, politique != .partDeclaree {
        let partage = try compte.partage(
          item.recu, le: fait.entete.fait, politique, resteDu: max(.zero, dette - compte.recouvre))
        (item.creance, item.fraisHT, item.tva) = (partage.principal, partage.honoraire.ht, partage.honoraire.tva)
      }
      try compte.record(item, de: fait.entete.etude, le: fait.entete.fait)
    }
    return compte
  }
}

extension Recalcul {
  public var explication: Explication {
    Explication(
      "Recalcul", regle: "Recalcul", articles: [Article(15), Article(16)], exigences: ["R017", "R060"],
      politique: version.politique?.libelle,
      donnees: version.jourDuBareme.map { [.init("barème du", $0.texte)] } ?? [],
      calcul: [
        "tel que vécu : \(avant.honoraire.texte)", "recalculé : \(apres.honoraire.texte)",
        "principal : \(avant.principal.texte), puis \(apres.principal.texte)",
      ],
      resultat: "différence de \(difference.honoraire.ttc.texte) TTC")
  }
}
