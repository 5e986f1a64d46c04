/// A place in the convention of 15/12/2010 or one of its annexes, as a clerk cites it.
public struct Article: Hashable, Sendable, Codable, CustomStringConvertible {
  public enum Texte: String, Sendable, Codable {
    case convention
    case cahierDesCharges
    case annexeEchanges
    case annexeQualite
    case codeProcedureCivile
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
    }
  }
}
