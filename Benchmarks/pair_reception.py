"""The peer of `recevoir`: its final rows as CSV, imported table by table in one transaction into an empty base.

Same schema, same indexes, same pragmas as the centre. A CSV has no NULL: where an index leaves NULL out, the peer's leaves the
empty text out, so that both write the same entries.
"""
import os, sqlite3, subprocess
from banc import Fait, dire, nombre

PRAGMAS = ["journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"]
# Fathers before sons.
ORDRE = ["etude", "fichier_recu", "dossier"]


def preparer(dossier, pair):
    """Dumps the centre's base; returns the work that imports it."""
    os.makedirs(pair, exist_ok=True)
    base = sqlite3.connect(os.path.join(dossier, "base.sqlite"))
    schema = base.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
                          "ORDER BY type = 'index'").fetchall()
    tables = [nom for genre, nom, _ in schema if genre == "table"]
    tables.sort(key=lambda nom: (ORDRE.index(nom) if nom in ORDRE else -1 if nom == "reglage" else len(ORDRE), nom))
    for table in tables:
        deverser(dossier, base, table, os.path.join(pair, f"{table}.csv"))
    base.close()
    dire(f"   lignes du pair : {nombre(sum(os.path.getsize(os.path.join(pair, f'{t}.csv')) for t in tables) / 1e6)} Mo de CSV")
    return lambda: importer(pair, schema, tables)


def deverser(dossier, base, table, csv):
    colonnes = [f"hex({nom})" if genre == "BLOB" else nom for _, nom, genre, *_ in base.execute(f"PRAGMA table_info({table})")]
    with open(csv, "wb") as sortie:
        subprocess.run(["sqlite3", "-readonly", "-csv", os.path.join(dossier, "base.sqlite"),
                        f"SELECT {', '.join(colonnes)} FROM {table}"], stdout=sortie, check=True)


def importer(pair, schema, tables):
    base = os.path.join(pair, "base.sqlite")
    for suffixe in ("", "-wal", "-shm"):
        if os.path.exists(base + suffixe):
            os.unlink(base + suffixe)
    vide = sqlite3.connect(base)
    vide.execute("PRAGMA journal_mode=WAL")
    for genre, _, sql in schema:
        vide.execute(sql.replace("IS NOT NULL", "<> ''") if genre == "index" else sql)
    vide.commit()
    vide.close()
    script = [f"PRAGMA {pragma};" for pragma in PRAGMAS] + [".mode csv", "BEGIN;"]
    script += [f".import {os.path.join(pair, table)}.csv {table}" for table in tables] + ["COMMIT;"]
    fait = Fait(["sqlite3", base], entree="\n".join(script) + "\n")
    verifier(base, pair)
    dire(f"   importé en {nombre(fait.secondes, 1)} s ({nombre(fait.processeur, 1)} s de processeur)")
    return fait


def verifier(base, pair):
    """Every row is there."""
    importee = sqlite3.connect(base)
    lues = importee.execute("SELECT COUNT(*) FROM journal").fetchone()[0]
    with open(os.path.join(pair, "journal.csv"), "rb") as csv:
        attendues = sum(1 for _ in csv)
    importee.close()
    assert lues == attendues, f"{lues} lignes du journal importées sur {attendues}"
