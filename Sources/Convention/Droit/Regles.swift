/// The rules that explain a date or an amount, by the name that their explanations bear: the way from a rule to the text.
///
/// A test holds the list against every explanation of the sources.
public enum Regles {
  /// The requirements of each, from which its articles are known; what stands after a point in the name is within it.
  public static func exigences(_ nom: String) -> [String] {
    let base = nom.split(separator: ".").first.map { $0.lowercased() } ?? ""
    return toutes.first { $0.nom.lowercased() == base }?.exigences ?? []
  }

  /// By name.
  public static let toutes: [(nom: String, exigences: [String])] = [
    ("Actualisations", ["R026", "R031"]),
    ("BilanDesObjectifs", ["R028", "R029", "R175"]),
    ("Compte", ["R025", "R026", "R132"]),
    ("CompteDHonoraires", ["R059", "R060"]),
    ("ContenuDuRecapitulatif", ["R053"]),
    ("ContratDepartemental", ["R027", "R030", "R032", "R068", "R069", "R072"]),
    ("DelaiCL1A", ["R086"]),
    ("Disponibilite", ["R096", "R178"]),
    ("Dossier", ["R025", "R132", "R147", "R148"]),
    ("DroitDegressif", ["R063"]),
    ("EcartDeTarif", ["R060"]),
    ("Echeance", ["R148"]),
    ("EcheancierDeComptesRendus", ["R033"]),
    ("EcheancierDesRecapitulatifs", ["R053", "R054"]),
    ("FraisDuDossier", ["R059", "R060"]),
    ("HonoraireAmiable", ["R059", "R060"]),
    ("InteretsMoratoires", ["R067"]),
    ("LimiteDePaiement", ["R066"]),
    ("LimiteDeReversement", ["R055", "R056", "R057"]),
    ("Liquidation", ["R061", "R062", "R063", "R064"]),
    ("PartageDePaiement", ["R059"]),
    ("Prescription", ["R037"]),
    ("Recalcul", ["R017", "R060"]),
    ("ReceptionReputee", ["R027", "R156"]),
    ("RegistreDesSommes", ["R058"]),
    ("RegleDImputabilite", ["R093"]),
    ("Relance", ["R156", "R157", "R158"]),
    ("RenouvellementDeFormation", ["R187"]),
    ("SeuilOuvertureForcee", ["R034"]),
    ("TermeDePhase", ["R027", "R032"]),
  ]
}
