import Convention

/// A spreadsheet ready to be filled: the usual headings and one example row, which the import skips.
public enum ModeleDeTableur {
  /// The number of the example; a demand never bears it.
  public static let numeroDExemple = "EXEMPLE"

  /// The columns of the model: what a demand needs, and what helps to find the debtor.
  public static let tableau = Tableau(
    titre: "Demandes", colonnes: exemple.map { Tableau.Colonne(intitule(of: $0.champ), type(of: $0.valeur)) })

  /// The example, in the order of the columns: invented, and accepted as it stands under another number.
  public static let ligneDExemple = exemple.map(\.valeur)

  /// Writes the model as a workbook.
  public static func write(fichier: String, instant: Instant) throws {
    let ecrivain = try EcrivainXLSX(tableau, fichier: fichier, instant: instant)
    try ecrivain.write(ligneDExemple)
    try ecrivain.close()
  }

  static let exemple: [(champ: String, valeur: Tableau.Cellule)] = [
    ("numero_demande", .texte(numeroDExemple)),
    ("date_demande", .jour(Jour(2026, 3, 2))),
    ("codique_poste", .texte("031012")),
    ("categorie_creance", .texte("collectivité ou établissement public local")),
    ("civilite", .texte("Madame")),
    ("nom", .texte("EXEMPLE")),
    ("prenom", .texte("Camille")),
    ("adresse_ligne2", .texte("Appartement 12")),
    ("adresse_ligne4", .texte("3 rue des Lilas")),
    ("code_postal", .texte("31000")),
    ("localite", .texte("Toulouse")),
    ("telephone", .texte("0561000000")),
    ("courriel", .texte("camille@exemple.invalid")),
    ("type_collectivite", .texte("commune")),
    ("code_collectivite", .texte("001")),
    ("code_budget", .texte("00")),
    ("libelle_collectivite", .texte("Commune d'Exemple")),
    ("exercice", .texte("2025")),
    ("numero_bordereau", .texte("12")),
    ("numero_titre", .texte("345")),
    ("date_emission_titre", .jour(Jour(2025, 11, 17))),
    ("nature_creance", .texte("cantine et périscolaire")),
    ("objet", .texte("Cantine, octobre 2025")),
    ("montant_initial", .montant(Montant(cents: 1_234_56))),
    ("montant_frais", .montant(Montant(cents: 0))),
    ("montant_paye", .montant(Montant(cents: 234_56))),
    ("reste_du", .montant(Montant(cents: 1_000_00))),
  ]

  private static func intitule(of champ: String) -> String {
    Correspondance.intitulesUsuels.first { $0.champ == champ }?.intitules.first ?? champ
  }

  private static func type(of valeur: Tableau.Cellule) -> Tableau.TypeDeColonne {
    switch valeur {
    case .texte, .vide: .texte
    case .entier: .entier
    case .montant: .montant
    case .jour: .jour
    case .instant: .instant
    }
  }
}
