extension Migrations {
  /// What the views of the judicial recovery pick out. Absent on a dossier that was there before, until
  /// ``Registre/completerLesProjections()`` has told it from the journal.
  static let vuesJudiciaires = """
    ALTER TABLE dossier ADD COLUMN accord_demande BOOLEAN;
    ALTER TABLE dossier ADD COLUMN formulaire_attendu BOOLEAN;
    ALTER TABLE dossier ADD COLUMN prescription_due TEXT;
    ALTER TABLE dossier ADD COLUMN compte_rendu_due TEXT;
    CREATE INDEX dossier_accord ON dossier(nom_tri, id) WHERE accord_demande;
    CREATE INDEX dossier_formulaire ON dossier(nom_tri, id) WHERE formulaire_attendu;
    CREATE INDEX dossier_prescription ON dossier(prescription_due, id) WHERE prescription_due IS NOT NULL;
    CREATE INDEX dossier_compte_rendu ON dossier(compte_rendu_due, id) WHERE compte_rendu_due IS NOT NULL;
    CREATE INDEX dossier_a_completer ON dossier(id) WHERE accord_demande IS NULL;

    """
}
