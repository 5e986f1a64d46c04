import Convention
import Foundation

/// The communes of France with their postal codes, and the restoration of addresses against them.
///
/// R169, R170. The table is La Poste's, shipped with the program (`Referentiels/`) or replaced by configuration.
public struct Referentiel: Sendable {
  private let table: Table

  /// The table shipped with the program.
  ///
  /// - Throws: `ReferentielIllisible` when the program was installed without its data.
  public static func embarque() throws(ReferentielIllisible) -> Referentiel {
    guard let dossier = Bundle.module.url(forResource: "Referentiels", withExtension: nil) else {
      throw ReferentielIllisible(fichier: "Referentiels", ligne: nil, raison: "dossier absent du programme")
    }
    return try Referentiel(dossier: dossier)
  }

  /// Reads `communes.csv` and, if they are there, `complements.csv` and `etranger.csv`.
  ///
  /// - Throws: `ReferentielIllisible` with the file and the line at fault.
  public init(dossier: URL) throws(ReferentielIllisible) {
    self.table = try Chargement.table(dossier: dossier)
  }

  /// Source, date and licence of the table.
  public var notice: Notice { table.notice }

  /// Finds the commune and the postal code that an address means.
  ///
  /// Never fails: an address that says nothing is `introuvable`. Some microseconds, no input or output.
  public func restaurer(_ adresse: AdresseRecue) -> Restauration {
    Enquete(adresse, table).conclude()
  }

  /// The communes that a code serves, by INSEE code; none when the code is not in use.
  public func communes(of code: CodePostal) -> [(insee: CodeInsee, nom: String)] {
    served(by: code).map { (table.communes[Int($0)].insee, table.communes[Int($0)].nom) }
  }

  /// The name of a commune in capitals without accents, nil when the table has it not.
  public func nom(of insee: CodeInsee) -> String? {
    if let rank = table.rank(of: insee.texte) { return table.communes[Int(rank)].nom }
    return Ville.all.first { $0.insee == insee }?.nom
  }

  /// The départements of the communes that a code serves: usually one, two for a code astride a border.
  public func departements(of code: CodePostal) -> [Departement] {
    Set(served(by: code).map { table.communes[Int($0)].insee.departement }).sorted()
  }

  private func served(by code: CodePostal) -> [Int32] {
    guard let number = Int32(code.texte) else { return [] }
    return Set(table.parCode[number].map(\.commune)).sorted()
  }
}
