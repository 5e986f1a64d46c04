extension Migrations {
  /// Who signs in to the site, and what protects the door (annexe qualité II.2, R183).
  ///
  /// No secret is kept: of sessions and links only the SHA-256, of passwords what scrypt made of them, of names tried at the
  /// door only a fingerprint.
  static let comptes = """
    CREATE TABLE utilisateur(
      id INTEGER PRIMARY KEY, identifiant TEXT NOT NULL UNIQUE, nom TEXT NOT NULL,
      metier TEXT NOT NULL CHECK(metier IN ('exploitant', 'comptable', 'etude', 'direction', 'central')),
      mot_de_passe TEXT, bloque BOOLEAN NOT NULL, cree INTEGER NOT NULL);
    CREATE TABLE habilitation(
      utilisateur INTEGER NOT NULL REFERENCES utilisateur(id), code TEXT NOT NULL, PRIMARY KEY(utilisateur, code));
    CREATE TABLE seance(
      empreinte BLOB PRIMARY KEY, utilisateur INTEGER NOT NULL REFERENCES utilisateur(id),
      ouverte INTEGER NOT NULL, vue INTEGER NOT NULL);
    CREATE INDEX seance_utilisateur ON seance(utilisateur);
    CREATE TABLE lien(
      empreinte BLOB PRIMARY KEY, utilisateur INTEGER NOT NULL REFERENCES utilisateur(id), fin INTEGER NOT NULL);
    CREATE TABLE tentative(empreinte BLOB PRIMARY KEY, echecs INTEGER NOT NULL, jusqu INTEGER NOT NULL);

    """
}
