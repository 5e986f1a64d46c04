extension Liquidation {
  /// A line and why it is so much.
  public struct Ligne: Hashable, Sendable {
    public let ligne: LigneDeFacture
    /// The alinéa of art. 16 that pays it.
    public let article: Article
    let exigence: String
    /// Number in the tariff.
    let numero: String
    /// The day whose values were read.
    let jourDuBareme: Jour
    let territoire: TerritoireFiscal
    let calcul: [String]

    /// Made when asked, with the part of the tariff that the line uses.
    public var explication: Explication {
      Explication(
        "\(ligne.libelle) (n° \(numero))", regle: "Liquidation", articles: articles,
        exigences: [exigence], politique: "taxe forfaitaire : exonérée, acte à la demande d’un comptable public",
        donnees: [.init("date", ligne.cle.jour.texte), .init("état de poursuites", ligne.etatPoursuites)],
        valeurs: valeurs, calcul: calcul + [taxe], resultat: ligne.honoraire.texte)
    }

    private var articles: [Article] {
      let tarif = Bareme.tarifJudiciaire.value(on: jourDuBareme)
      return [article] + tarif.articles(of: ligne.cle) + (ligne.transport > .zero ? [tarif.articleDuTransport] : [])
    }

    private var valeurs: [ValeurAppliquee] {
      let transport = ligne.transport > .zero ? [Bareme.transport.appliquee(on: jourDuBareme)] : []
      return [Bareme.tarifJudiciaire.appliquee(on: jourDuBareme, for: ligne.cle)] + transport
        + [territoire.tva.appliquee(on: jourDuBareme), Bareme.taxeForfaitaire.appliquee(on: jourDuBareme)]
    }

    private var taxe: String {
      let taux = territoire.tva.value(on: jourDuBareme)
      return "\(ligne.honoraire.ht.texte) + TVA à \(taux.texte) = \(ligne.honoraire.ttc.texte)"
    }
  }
}
