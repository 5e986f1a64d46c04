/// The table of an état récapitulatif: one étude, one poste, one phase, one period; a row per nature of claim (R053).
public struct ContenuDuRecapitulatif: Hashable, Sendable, Codable {
  /// The row of a nature.
  public struct Ligne: Hashable, Sendable, Codable {
    public let nature: String
    public let chiffres: ChiffresRecapitules
  }

  /// The annexe with the model is missing from the text (art. 13, al. 1).
  public static let mention = "modèle proposé, non fourni par la convention"

  public let etude: CodeEtude
  public let poste: Codique
  public let phase: Phase
  public let periode: PeriodeRecapitulee
  public let departement: Departement?
  /// By nature, in the order of their codes.
  public let lignes: [Ligne]

  /// Keeps, among the dossiers given, those of this étude, poste, phase and period that such an état is for.
  ///
  /// Art. 13, al. 2 (R054): the fines of the phase comminatoire stay out. Throws for a category without cahier des charges.
  public init(
    etude: CodeEtude, poste: Codique, phase: Phase, periode: PeriodeRecapitulee, departement: Departement? = nil,
    dossiers: [LigneDeDossier]
  ) throws(Refus) {
    self.etude = etude
    self.poste = poste
    self.phase = phase
    self.periode = periode
    self.departement = departement
    var parNature: [String: ChiffresRecapitules] = [:]
    for ligne in dossiers
    where ligne.etude == etude && ligne.poste == poste.texte && ligne.phase == phase && ligne.periode == periode {
      guard try CahierDesCharges(code: ligne.categorie).recapitulatifDu(phase) else { continue }
      parNature.merge(ligne.chiffres, uniquingKeysWith: +)
    }
    lignes = parNature.sorted { $0.key < $1.key }.map { Ligne(nature: $0.key, chiffres: $0.value) }
  }

  /// The last row: the sum of the others.
  public var totaux: ChiffresRecapitules { lignes.reduce(.zero) { $0 + $1.chiffres } }
}

extension ContenuDuRecapitulatif {
  /// How the rates and the average delay of a row, or of the totals, come out.
  public func explication(_ chiffres: ChiffresRecapitules, of nature: String) -> Explication {
    let (soldes, termines) = (chiffres[.soldes], chiffres[.termines])
    let recouvre = chiffres[.recouvreSurTermines].texte
    let rates = [
      chiffres.tauxNombre.map { "taux en nombre : \(soldes.nombre) / \(termines.nombre) = \($0.texte)" },
      chiffres.tauxValeur.map { "taux en valeur : \(recouvre) / \(termines.montant.texte) = \($0.texte)" },
      chiffres.delaiMoyenDays.map { "délai moyen : \(chiffres.dureeDays) / \(termines.nombre) = \($0) jours" },
    ]
    return Explication(
      "État récapitulatif, \(nature)", regle: "ContenuDuRecapitulatif", articles: [Article(13, alinea: 1)],
      exigences: ["R053"], politique: ContenuDuRecapitulatif.mention,
      donnees: [
        .init("étude", etude.texte), .init("poste", poste.texte), .init("phase", phase.libelle),
        .init("période", periode.texte),
      ],
      calcul: rates.compactMap { $0 },
      resultat: "\(chiffres[.encaisse].texte) encaissés, \(chiffres[.aReverser].texte) à reverser")
  }
}
