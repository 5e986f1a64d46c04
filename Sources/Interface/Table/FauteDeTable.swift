/// Why a table is refused, and where in its file.
public struct FauteDeTable: Error, Hashable, Sendable {
  /// Name of the YAML file.
  public let fichier: String
  /// Line in that file, from 1, where the fault has one.
  public let ligne: Int?
  /// The place in words: `genre aller, enregistrement 10, champ phase`.
  public let lieu: String
  /// French sentence.
  public let message: String

  public init(fichier: String, ligne: Int?, lieu: String, message: String) {
    self.fichier = fichier
    self.ligne = ligne
    self.lieu = lieu
    self.message = message
  }
}

extension FauteDeTable: CustomStringConvertible {
  public var description: String {
    let place = ligne.map { "\(fichier), ligne \($0)" } ?? fichier
    return lieu.isEmpty ? "\(place) : \(message)" : "\(place) (\(lieu)) : \(message)"
  }
}
