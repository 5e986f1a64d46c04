extension Migrations {
  /// Objects beside the dossiers, each in a line. In the journal their number is negative: a dossier's stays what it is.
  static let histoires = """
    CREATE TABLE histoire(
      id INTEGER PRIMARY KEY, genre TEXT NOT NULL, cle TEXT NOT NULL, libelle TEXT NOT NULL, etat TEXT NOT NULL,
      poste TEXT, etude TEXT, departement TEXT, echeance TEXT, montant INTEGER, rang INTEGER NOT NULL,
      ouverte TEXT NOT NULL, UNIQUE(genre, cle));
    CREATE INDEX histoire_etat ON histoire(genre, etat, echeance);
    CREATE INDEX histoire_etude ON histoire(etude, genre) WHERE etude IS NOT NULL;
    CREATE INDEX histoire_departement ON histoire(departement, genre) WHERE departement IS NOT NULL;
    CREATE TABLE histoire_poste(
      histoire INTEGER NOT NULL REFERENCES histoire(id), poste TEXT NOT NULL, PRIMARY KEY(histoire, poste));
    CREATE INDEX histoire_par_poste ON histoire_poste(poste, histoire);

    """

  /// Proofs that were handed in (R081). They are not told by the journal: no reference stops its projections from being made
  /// again.
  static let documents = """
    CREATE TABLE document(
      id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, taille INTEGER NOT NULL CHECK(taille > 0), type TEXT NOT NULL,
      nom TEXT NOT NULL, dossier INTEGER, histoire INTEGER, auteur TEXT NOT NULL, instant INTEGER NOT NULL,
      jour TEXT NOT NULL, chemin TEXT NOT NULL, CHECK((dossier IS NULL) <> (histoire IS NULL)));
    CREATE INDEX document_dossier ON document(dossier, id) WHERE dossier IS NOT NULL;
    CREATE INDEX document_histoire ON document(histoire, id) WHERE histoire IS NOT NULL;

    """
}
