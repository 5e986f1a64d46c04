/// A place in the convention of 15/12/2010, in one of its annexes or in a text that they apply, as a clerk cites it.
public struct Article: Hashable, Sendable, Codable, CustomStringConvertible {
  public enum Texte: String, Sendable, Codable {
    case convention
    case cahierDesCharges
    case annexeEchanges
    case annexeQualite
    case codeProcedureCivile
    /// Loi de finances rectificative 2004-1485 of 30/12/2004.
    case loi2004
    /// Décret 2008-554 of 11/06/2008 and the arrêté of the same day: the fee of the amicable phase.
    case decret2008, arrete2008
    /// Décret 96-1080 of 12/12/1996: the tariff at the signature.
    case decret1996
    /// The tariff since 2016.
    case codeCommerce
    case codeExecution
    case codeCollectivites
    case codeGeneralImpots
    case codeMarches
    case codeCommandePublique
    case codeCivil
  }

  public let texte: Texte
  public let numero: String
  public let alinea: Int?

  public init(_ texte: Texte, _ numero: String, alinea: Int? = nil) {
    self.texte = texte
    self.numero = numero
    self.alinea = alinea
  }

  /// An article of the convention itself.
  public init(_ numero: Int, alinea: Int? = nil) {
    self.init(.convention, String(numero), alinea: alinea)
  }

  /// « article 9, alinéa 1, de la convention ».
  public var description: String {
    let place = alinea.map { ", alinéa \($0)," } ?? ""
    return switch texte {
    case .convention: "article \(numero)\(place) de la convention"
    case .cahierDesCharges: "point \(numero)\(place) du cahier des charges"
    case .annexeEchanges: "point \(numero)\(place) de l’annexe II (échanges)"
    case .annexeQualite: "point \(numero)\(place) de l’annexe qualité"
    case .codeProcedureCivile: "article \(numero)\(place) du code de procédure civile"
    case .loi2004: "article \(numero)\(place) de la loi n° 2004-1485 du 30 décembre 2004"
    case .decret2008: "article \(numero)\(place) du décret n° 2008-554 du 11 juin 2008"
    case .arrete2008: "article \(numero)\(place) de l’arrêté du 11 juin 2008"
    case .decret1996: "article \(numero)\(place) du décret n° 96-1080 du 12 décembre 1996"
    case .codeCommerce: "article \(numero)\(place) du code de commerce"
    case .codeExecution: "article \(numero)\(place) du code des procédures civiles d’exécution"
    case .codeCollectivites: "article \(numero)\(place) du code général des collectivités territoriales"
    case .codeGeneralImpots: "article \(numero)\(place) du code général des impôts"
    case .codeMarches: "article \(numero)\(place) du code des marchés publics"
    case .codeCommandePublique: "article \(numero)\(place) du code de la commande publique"
    case .codeCivil: "article \(numero)\(place) du code civil"
    }
  }
}
