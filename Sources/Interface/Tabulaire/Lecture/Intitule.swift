import Foundation

/// A heading or a label reduced to what makes it the same for a reader: case, accents, spaces and signs are ignored.
public struct Intitule: Hashable, Sendable {
  /// Lower-case letters and digits without accents; « N° » becomes `n`, œ `oe`.
  public let texte: String

  public init(_ texte: String) {
    let folded = texte.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
    var bare = ""
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "œ": bare += "oe"
      case "æ": bare += "ae"
      case "º", "°": break
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          bare.unicodeScalars.append(scalar)
        }
      }
    }
    self.texte = bare
  }
}
