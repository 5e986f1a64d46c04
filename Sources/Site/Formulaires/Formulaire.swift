/// The fields of a form or of a query, in the order in which they came; a name may come several times.
public struct Formulaire: Hashable, Sendable {
  public private(set) var champs: [(nom: String, valeur: String)]
  /// Files, when the form carries some.
  public var fichiers: [Fichier] = []

  /// A file as it was sent.
  public struct Fichier: Hashable, Sendable {
    public let champ: String
    /// As the sender names it: to be shown or kept, never used as a path.
    public let nom: String
    public let octets: [UInt8]
    public init(champ: String, nom: String, octets: [UInt8]) {
      self.champ = champ
      self.nom = nom
      self.octets = octets
    }
  }

  public init(_ champs: [(nom: String, valeur: String)] = [], fichiers: [Fichier] = []) {
    self.champs = champs
    self.fichiers = fichiers
  }

  /// What was typed in a field, without spaces around; empty when absent.
  public subscript(nom: String) -> String { champs.first { $0.nom == nom }?.valeur.sansBords ?? "" }

  /// nil when the field is absent or blank.
  public func rempli(_ nom: String) -> String? {
    let valeur = self[nom]
    return valeur.isEmpty ? nil : valeur
  }

  public func toutes(_ nom: String) -> [String] { champs.filter { $0.nom == nom }.map(\.valeur.sansBords) }

  /// As it was typed, spaces kept: for passwords.
  public func brut(_ nom: String) -> String { champs.first { $0.nom == nom }?.valeur ?? "" }

  public static func == (left: Formulaire, right: Formulaire) -> Bool {
    left.champs.elementsEqual(right.champs, by: ==) && left.fichiers == right.fichiers
  }
  public func hash(into hasher: inout Hasher) {
    for champ in champs { hasher.combine(champ.nom) }
  }
}

extension String {
  /// Without the spaces, tabs and ends of line around it.
  var sansBords: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\t" || $0.isNewline }
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
