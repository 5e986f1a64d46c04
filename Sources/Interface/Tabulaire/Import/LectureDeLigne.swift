/// One row, its cells converted, with what is wrong in it.
struct LectureDeLigne {
  struct Donnee {
    let colonne: EnteteDeFeuille.Colonne
    let valeur: String
    /// What the cell shows, for messages.
    let montree: String
  }

  let rang: Int
  let numero: String?
  let donnees: [Donnee]
  private(set) var erreurs: [ErreurDeLigne] = []

  init(_ ligne: Feuille.Ligne, _ entete: EnteteDeFeuille) {
    rang = ligne.rang
    var donnees: [Donnee] = []
    var faults: [(colonne: EnteteDeFeuille.Colonne, message: String, montree: String)] = []
    for colonne in entete.colonnes {
      let cellule = ligne[colonne.index]
      do {
        guard let valeur = try Conversion(champ: colonne.champ).convert(cellule) else { continue }
        donnees.append(Donnee(colonne: colonne, valeur: valeur, montree: cellule.texte))
      } catch {
        faults.append((colonne, error.message, cellule.texte))
      }
    }
    self.donnees = donnees
    numero = donnees.first { $0.colonne.champ.nom == EnteteDeFeuille.champDuNumero }?.valeur
    erreurs = faults.map { error($0.message, $0.colonne, montree: $0.montree) }
  }

  /// The values of a record's fields, the number of the demand apart.
  func champs(_ niveau: Gabarit.Niveau) -> [String: String] {
    let mine = donnees.filter {
      $0.colonne.champ.niveau == niveau && $0.colonne.champ.nom != EnteteDeFeuille.champDuNumero
    }
    return Dictionary(mine.map { ($0.colonne.champ.nom, $0.valeur) }) { first, _ in first }
  }

  func error(
    _ message: String, _ colonne: EnteteDeFeuille.Colonne? = nil, montree: String? = nil
  ) -> ErreurDeLigne {
    ErreurDeLigne(
      ligne: rang, colonne: colonne?.letter, intitule: colonne?.intitule, champ: colonne?.champ.nom,
      numeroDemande: numero, message: message, valeur: montree)
  }
}
