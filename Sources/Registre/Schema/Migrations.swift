import SQLEngine

/// The schema, step by step; an applied step never changes again.
enum Migrations {
  static let all: [Migration] = [
    Migration(numero: 1, nom: "phase comminatoire", sql: acteurs + fichiers + dossiers + journal + emissions),
    Migration(numero: 2, nom: "comptes du site", sql: comptes),
    Migration(numero: 3, nom: "recherche par référence", sql: recherche),
    Migration(numero: 4, nom: "saisies du site", sql: saisies),
    Migration(numero: 5, nom: "brouillons et fichiers des études", sql: brouillons),
    Migration(numero: 6, nom: "chiffres tenus à jour", sql: chiffres),
    Migration(numero: 7, nom: "bail du travail", sql: bail),
    Migration(numero: 8, nom: "vues des listes", sql: vues),
    Migration(numero: 9, nom: "transferts par CFT", sql: transferts),
    Migration(numero: 10, nom: "histoires et documents", sql: histoires + documents),
    Migration(numero: 11, nom: "vues du recouvrement judiciaire", sql: vuesJudiciaires),
  ]

  /// What a view or a first page picks out is found without reading all the dossiers.
  private static let vues = """
    CREATE INDEX dossier_departement ON dossier(departement, nom_tri, id) WHERE departement IS NOT NULL;
    CREATE INDEX dossier_etat ON dossier(etat, nom_tri, id);
    CREATE INDEX dossier_ecarte ON dossier(numero) WHERE etat = 'ECARTE';
    CREATE INDEX dossier_a_accuser ON dossier(nom_tri, id) WHERE etat = 'REMIS' AND NOT accuse;
    CREATE INDEX dossier_terme ON dossier(etat, terme, id) WHERE terme IS NOT NULL;
    CREATE INDEX dossier_lettre ON dossier(lettre_due, id) WHERE lettre_due IS NOT NULL;
    CREATE INDEX dossier_seconde_lettre ON dossier(seconde_lettre_due, id) WHERE seconde_lettre_due IS NOT NULL;
    CREATE INDEX dossier_reprise ON dossier(fin_le, id) WHERE reprise;
    CREATE INDEX encaissement_jour ON encaissement(jour, dossier);
    CREATE INDEX relance_injustifiee ON relance(dossier) WHERE NOT justifiee;

    """

  private static let bail = """
    CREATE TABLE bail(
      nom TEXT PRIMARY KEY, porteur TEXT NOT NULL, jeton INTEGER NOT NULL, jusqu INTEGER NOT NULL);

    """

  /// Figures of first pages and lists: reading them must not cost a reading of the dossiers.
  private static let chiffres = """
    CREATE TABLE chiffre(
      poste TEXT NOT NULL, etude TEXT NOT NULL, departement TEXT NOT NULL, etat TEXT NOT NULL,
      nombre INTEGER NOT NULL, montant INTEGER NOT NULL, recouvre INTEGER NOT NULL,
      reste INTEGER NOT NULL, PRIMARY KEY(poste, etude, departement, etat));
    CREATE INDEX chiffre_etude ON chiffre(etude);
    CREATE INDEX chiffre_departement ON chiffre(departement);
    INSERT INTO chiffre
      SELECT poste, COALESCE(etude, ''), COALESCE(departement, ''), etat, COUNT(*), SUM(montant), SUM(recouvre), SUM(reste)
      FROM dossier GROUP BY poste, COALESCE(etude, ''), COALESCE(departement, ''), etat;

    """

  private static let recherche = """
    CREATE INDEX dossier_reference ON dossier(reference_etude) WHERE reference_etude IS NOT NULL;
    CREATE INDEX dossier_prolongation ON dossier(prolongation, id) WHERE prolongation;

    """

  private static let saisies = """
    CREATE TABLE saisie(cle TEXT PRIMARY KEY, fichier INTEGER NOT NULL REFERENCES fichier_recu(id));

    """

  private static let brouillons = """
    CREATE TABLE brouillon(
      id INTEGER PRIMARY KEY, utilisateur INTEGER NOT NULL REFERENCES utilisateur(id), poste TEXT NOT NULL,
      cle TEXT NOT NULL UNIQUE, contenu TEXT NOT NULL, instant INTEGER NOT NULL);
    CREATE INDEX brouillon_utilisateur ON brouillon(utilisateur, instant);
    CREATE INDEX fichier_emis_etude ON fichier_emis(etude, id);
    CREATE INDEX fichier_recu_destinataire ON fichier_recu(destinataire, id) WHERE destinataire IS NOT NULL;

    """

  private static let acteurs = """
    CREATE TABLE reglage(cle TEXT PRIMARY KEY, valeur TEXT NOT NULL);
    CREATE TABLE secret(numero INTEGER PRIMARY KEY, octets BLOB NOT NULL);
    CREATE TABLE application(
      application TEXT NOT NULL, exploitation TEXT NOT NULL, PRIMARY KEY(application, exploitation));
    CREATE TABLE departement_informatique(
      application TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY(application, code));
    CREATE TABLE poste(
      codique TEXT PRIMARY KEY, libelle TEXT NOT NULL, ouvert BOOLEAN NOT NULL, courriel TEXT,
      acces_verifie BOOLEAN NOT NULL, exploitation TEXT, arrondissement TEXT);
    CREATE TABLE etude(
      code TEXT PRIMARY KEY, nom TEXT NOT NULL, adresse TEXT NOT NULL, code_postal TEXT NOT NULL,
      localite TEXT NOT NULL, telephone TEXT NOT NULL, courriel TEXT NOT NULL, siret TEXT,
      part INTEGER NOT NULL CHECK(part > 0), transmet_bilan BOOLEAN NOT NULL, contrat TEXT NOT NULL);
    CREATE TABLE ressort(
      code_postal TEXT NOT NULL, etude TEXT NOT NULL REFERENCES etude(code) ON DELETE CASCADE,
      PRIMARY KEY(code_postal, etude));
    CREATE TABLE flux(
      genre TEXT NOT NULL, application TEXT NOT NULL, exploitation TEXT NOT NULL, etude TEXT NOT NULL,
      periode TEXT NOT NULL, depuis TEXT NOT NULL, PRIMARY KEY(genre, application, exploitation, etude));

    """

  private static let fichiers = """
    CREATE TABLE fichier_recu(
      id INTEGER PRIMARY KEY, canal TEXT NOT NULL, partenaire TEXT, nom TEXT NOT NULL, chemin TEXT NOT NULL,
      taille INTEGER NOT NULL, sha256 TEXT NOT NULL, empreinte TEXT NOT NULL,
      instant INTEGER NOT NULL, jour TEXT NOT NULL,
      genre TEXT, version INTEGER, application TEXT, exploitation TEXT, etude TEXT, environnement TEXT,
      sequence INTEGER, date_emission TEXT, entete TEXT NOT NULL, destinataire TEXT,
      etat TEXT NOT NULL CHECK(etat IN ('EN_COURS', 'INTEGRE', 'CLOS')),
      statut TEXT CHECK(statut IN ('A', 'P', 'D', 'R', 'I')), code TEXT,
      octet INTEGER NOT NULL DEFAULT 0, ligne INTEGER NOT NULL DEFAULT 0, cumuls TEXT, bilan TEXT);
    CREATE UNIQUE INDEX fichier_recu_sequence
      ON fichier_recu(genre, environnement, application, exploitation, etude, sequence)
      WHERE statut IS NULL OR statut IN ('A', 'P');
    CREATE INDEX fichier_recu_jour ON fichier_recu(jour, id);
    CREATE INDEX fichier_recu_emission
      ON fichier_recu(genre, environnement, application, exploitation, etude, date_emission);
    CREATE TABLE rejet(
      fichier INTEGER NOT NULL REFERENCES fichier_recu(id), ligne INTEGER NOT NULL, type TEXT NOT NULL,
      application TEXT, exploitation TEXT, numero_demande TEXT, poste TEXT,
      niveau TEXT NOT NULL CHECK(niveau IN ('D', 'E')), code TEXT NOT NULL, champ TEXT, valeur TEXT,
      octet INTEGER NOT NULL, longueur INTEGER NOT NULL,
      groupe_octet INTEGER NOT NULL, groupe_longueur INTEGER NOT NULL, groupe_ligne INTEGER NOT NULL,
      etat TEXT NOT NULL DEFAULT 'OUVERT' CHECK(etat IN ('OUVERT', 'REJOUE', 'CLASSE')),
      PRIMARY KEY(fichier, ligne));
    CREATE INDEX rejet_etat ON rejet(etat, fichier, ligne);
    CREATE INDEX rejet_demande ON rejet(fichier, numero_demande);

    """

  private static let dossiers = """
    CREATE TABLE dossier(
      id INTEGER PRIMARY KEY, application TEXT NOT NULL, exploitation TEXT NOT NULL, numero TEXT NOT NULL,
      poste TEXT NOT NULL, phase TEXT NOT NULL CHECK(phase IN ('C', 'J')), categorie TEXT NOT NULL,
      date_demande TEXT NOT NULL, nature TEXT NOT NULL,
      etat TEXT NOT NULL CHECK(etat IN ('ATTENTE', 'REMIS', 'CLOS', 'ECARTE')),
      etude TEXT, departement TEXT, code_postal TEXT, insee TEXT, corrige BOOLEAN NOT NULL, avertissement TEXT,
      montant INTEGER NOT NULL CHECK(montant >= 0), reste INTEGER NOT NULL CHECK(reste >= 0),
      recouvre INTEGER NOT NULL, excedent INTEGER NOT NULL CHECK(excedent >= 0),
      nom TEXT NOT NULL, nom_tri TEXT NOT NULL, localite TEXT NOT NULL, telephone BOOLEAN NOT NULL,
      remis_instant INTEGER, remis_le TEXT, recu_le TEXT, recu_repute BOOLEAN NOT NULL, accuse BOOLEAN NOT NULL,
      reference_etude TEXT, terme TEXT, suspendu_jusqu TEXT, actions INTEGER NOT NULL, derniere_action TEXT,
      lettre_due TEXT, seconde_lettre_due TEXT,
      fin_motif TEXT, fin_le TEXT, reprise BOOLEAN, prolongation BOOLEAN NOT NULL, reveil TEXT,
      fichier INTEGER NOT NULL REFERENCES fichier_recu(id), ligne INTEGER NOT NULL,
      octet INTEGER NOT NULL, longueur INTEGER NOT NULL, lignes INTEGER NOT NULL, jour TEXT NOT NULL);
    CREATE UNIQUE INDEX dossier_cle ON dossier(numero, exploitation, application) WHERE etat <> 'ECARTE';
    CREATE INDEX dossier_poste ON dossier(poste, nom_tri, id);
    CREATE INDEX dossier_etude ON dossier(etude, nom_tri, id);
    CREATE INDEX dossier_nom ON dossier(nom_tri, id);
    CREATE INDEX dossier_reveil ON dossier(reveil, id) WHERE reveil IS NOT NULL;
    CREATE INDEX dossier_fichier ON dossier(fichier, etude, octet);
    CREATE INDEX dossier_attente ON dossier(etat, id) WHERE etat = 'ATTENTE';
    CREATE TABLE message(
      etude TEXT NOT NULL, numero INTEGER NOT NULL, dossier INTEGER NOT NULL REFERENCES dossier(id),
      PRIMARY KEY(etude, numero));
    CREATE TABLE encaissement(
      etude TEXT NOT NULL, numero TEXT NOT NULL, dossier INTEGER NOT NULL REFERENCES dossier(id),
      fichier INTEGER, jour TEXT NOT NULL, sens TEXT NOT NULL CHECK(sens IN ('+', '-')),
      recu INTEGER NOT NULL CHECK(recu > 0), creance INTEGER NOT NULL, excedent INTEGER NOT NULL,
      annule TEXT, annule_par TEXT, PRIMARY KEY(etude, numero));
    CREATE INDEX encaissement_dossier ON encaissement(dossier);
    CREATE TABLE actualisation(
      dossier INTEGER NOT NULL REFERENCES dossier(id), numero INTEGER NOT NULL, fichier INTEGER,
      octet INTEGER, longueur INTEGER, PRIMARY KEY(dossier, numero));
    CREATE INDEX actualisation_fichier ON actualisation(fichier, octet);
    CREATE TABLE partage(
      code_postal TEXT NOT NULL, etude TEXT NOT NULL, remis INTEGER NOT NULL, PRIMARY KEY(code_postal, etude));
    CREATE TABLE relance(
      dossier INTEGER NOT NULL REFERENCES dossier(id), etude TEXT NOT NULL, rang TEXT NOT NULL, objet TEXT NOT NULL,
      jour TEXT NOT NULL, justifiee BOOLEAN NOT NULL DEFAULT FALSE, PRIMARY KEY(dossier, jour, rang));
    CREATE INDEX relance_jour ON relance(jour, etude);

    """

  private static let journal = """
    CREATE TABLE journal(
      position INTEGER PRIMARY KEY, dossier INTEGER NOT NULL, rang INTEGER NOT NULL,
      genre TEXT NOT NULL, instant INTEGER NOT NULL, jour TEXT NOT NULL, auteur TEXT NOT NULL,
      fichier INTEGER, ligne INTEGER, octet INTEGER, longueur INTEGER, lignes INTEGER, sel BLOB, octets BLOB, empreinte BLOB NOT NULL,
      purge_par TEXT, purge_instant INTEGER);
    CREATE UNIQUE INDEX journal_dossier ON journal(dossier, rang);
    CREATE INDEX journal_fichier ON journal(fichier, genre) WHERE fichier IS NOT NULL;
    CREATE INDEX journal_jour ON journal(jour, genre, position);
    CREATE TABLE sceau(
      numero INTEGER PRIMARY KEY, premiere INTEGER NOT NULL, derniere INTEGER NOT NULL, racine BLOB NOT NULL,
      precedent BLOB NOT NULL, instant INTEGER NOT NULL, empreinte BLOB NOT NULL);

    """

  private static let emissions = """
    CREATE TABLE fichier_emis(
      id INTEGER PRIMARY KEY, genre TEXT NOT NULL, environnement TEXT NOT NULL, application TEXT NOT NULL,
      exploitation TEXT NOT NULL, etude TEXT NOT NULL, sequence INTEGER NOT NULL CHECK(sequence > 0),
      version INTEGER NOT NULL, jour TEXT NOT NULL, instant INTEGER NOT NULL, origine INTEGER, cause TEXT NOT NULL,
      nom TEXT NOT NULL, empreinte TEXT, enregistrements INTEGER, UNIQUE(cause));
    CREATE UNIQUE INDEX fichier_emis_sequence
      ON fichier_emis(genre, environnement, application, exploitation, etude, sequence);
    CREATE INDEX fichier_emis_jour ON fichier_emis(jour, id);
    CREATE TABLE courriel(
      id INTEGER PRIMARY KEY, cause TEXT NOT NULL UNIQUE, destinataire TEXT NOT NULL, objet TEXT NOT NULL,
      jour TEXT NOT NULL, instant INTEGER NOT NULL, envoye BOOLEAN NOT NULL DEFAULT FALSE);
    CREATE TABLE journee(jour TEXT PRIMARY KEY, instant INTEGER NOT NULL, etape TEXT NOT NULL);
    CREATE TABLE incident(
      id INTEGER PRIMARY KEY, jour TEXT NOT NULL, instant INTEGER NOT NULL, genre TEXT NOT NULL, cause TEXT NOT NULL UNIQUE,
      texte TEXT NOT NULL);

    """
}
