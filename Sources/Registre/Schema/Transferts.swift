extension Migrations {
  /// What passes by CFT: files that came, files and acknowledgements that leave (R107, R112–R114, R122).
  static let transferts = """
    CREATE TABLE transfert(
      id INTEGER PRIMARY KEY, sens TEXT NOT NULL CHECK(sens IN ('RECU', 'EMIS', 'ACCUSE')), partenaire TEXT NOT NULL,
      flux TEXT NOT NULL, nom TEXT NOT NULL, cause TEXT NOT NULL UNIQUE,
      etat TEXT NOT NULL CHECK(etat IN ('ATTENTE', 'EN_COURS', 'RECU', 'TRANSMIS', 'ACQUITTE', 'REFUSE')),
      octets INTEGER, point INTEGER NOT NULL, points INTEGER NOT NULL, tentatives INTEGER NOT NULL, prochaine INTEGER, diagnostic TEXT,
      instant INTEGER NOT NULL, jour TEXT NOT NULL, fichier INTEGER, identite TEXT, texte TEXT);
    CREATE INDEX transfert_attente ON transfert(prochaine, id) WHERE prochaine IS NOT NULL;
    CREATE INDEX transfert_jour ON transfert(jour, id);
    CREATE INDEX transfert_partenaire ON transfert(partenaire, etat, id);

    """
}
