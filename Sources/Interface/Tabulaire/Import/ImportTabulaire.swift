/// The demands found in a sheet, and what is wrong with the others (R139).
///
/// Only the form is judged here: the reception judges the demands, under the ordinary checks of the format.
public struct ImportTabulaire: Sendable {
  /// In the order of their first row.
  public let demandes: [DemandeTabulaire]
  /// In the order of rows, then of columns.
  public let erreurs: [ErreurDeLigne]
  /// Headings of the columns that fill nothing.
  public let colonnesIgnorees: [String]
  /// Rows read below the headings, the example of the model apart.
  public let rowCount: Int

  /// - Throws: when the sheet as a whole cannot be read: no headings, two columns for one field, a mapping that names
  ///   unknown fields.
  public init(
    _ feuille: Feuille, correspondance: Correspondance, gabarit: Gabarit
  ) throws(FauteTabulaire) {
    let entete = try EnteteDeFeuille(feuille, correspondance, gabarit)
    let defaults = try ValeursParDefaut(correspondance, gabarit)
    var atelier = AssemblageDeDemandes(gabarit: gabarit, defaults: defaults)
    var rowCount = 0
    for ligne in feuille.lignes where ligne.rang > entete.rang {
      let lecture = LectureDeLigne(ligne, entete)
      guard lecture.numero != ModeleDeTableur.numeroDExemple else { continue }
      rowCount += 1
      atelier.add(lecture)
    }
    (demandes, erreurs) = atelier.finish()
    colonnesIgnorees = entete.ignorees
    self.rowCount = rowCount
  }

  /// Reads a file and the demands in it; one too large is refused before it is read.
  public init(
    fichier: String, correspondance: Correspondance = .usuelle, gabarit: Gabarit,
    bornes: BornesTabulaires = BornesTabulaires()
  ) throws(FauteTabulaire) {
    let feuille = try Feuille(fichier: fichier, feuille: correspondance.feuille, bornes: bornes)
    try self.init(feuille, correspondance: correspondance, gabarit: gabarit)
  }

  /// Reads the bytes of a file and the demands in it.
  public init(
    octets: [UInt8], correspondance: Correspondance = .usuelle, gabarit: Gabarit,
    bornes: BornesTabulaires = BornesTabulaires()
  ) throws(FauteTabulaire) {
    let feuille = try Feuille(octets: octets, feuille: correspondance.feuille, bornes: bornes)
    try self.init(feuille, correspondance: correspondance, gabarit: gabarit)
  }
}

/// The values that fields take when no cell fills them, converted once.
struct ValeursParDefaut {
  private(set) var parNiveau: [Gabarit.Niveau: [String: String]] = [:]

  init(_ correspondance: Correspondance, _ gabarit: Gabarit) throws(FauteTabulaire) {
    for (nom, valeur) in correspondance.valeursParDefaut.sorted(by: { $0.key < $1.key }) {
      guard let champ = gabarit.champ(nom) else {
        throw FauteTabulaire("Une valeur par défaut est donnée au champ « \(nom) », que le format n'a pas.")
      }
      do {
        parNiveau[champ.niveau, default: [:]][nom] = try Conversion(champ: champ).convert(.texte(valeur))
      } catch {
        throw FauteTabulaire("La valeur par défaut du champ « \(nom) » ne convient pas : \(error.message).")
      }
    }
  }

  /// The fields of a record with the defaults of those that it lacks.
  func filling(_ champs: [String: String], _ niveau: Gabarit.Niveau) -> [String: String] {
    champs.merging(parNiveau[niveau] ?? [:]) { given, _ in given }
  }
}
