import Convention
import SQLEngine

/// Where those who have neither poste nor étude are written to (cahier 3, al. 4; annexe qualité II.2; R086, R180).
public struct Correspondants: Hashable, Sendable {
  /// The bureau CL1A.
  public var cl1a: String?
  /// The DDFiP or DRFiP of each département.
  public var directions: [Departement: String]

  public init(cl1a: String? = nil, directions: [Departement: String] = [:]) {
    self.cl1a = cl1a
    self.directions = directions
  }

  static let cleCL1A = "courriel_cl1a"
  static let cleDirection = "courriel_direction:"
}

extension Lecture {
  func correspondants() throws -> Correspondants {
    var found = Correspondants(cl1a: try reglage(Correspondants.cleCL1A))
    try connection.forEach("SELECT cle, valeur FROM reglage ORDER BY cle") { row in
      let key = row.text(0)
      guard key.hasPrefix(Correspondants.cleDirection),
        let departement = Departement(String(key.dropFirst(Correspondants.cleDirection.count)))
      else { return }
      found.directions[departement] = row.text(1)
    }
    return found
  }
}

extension Ecriture {
  /// Those that are not named stay as they are.
  func importer(_ correspondants: Correspondants) throws {
    if let cl1a = correspondants.cl1a { try regler(Correspondants.cleCL1A, cl1a) }
    for (departement, address) in correspondants.directions.sorted(by: { $0.key < $1.key }) {
      try regler(Correspondants.cleDirection + departement.texte, address)
    }
  }
}
