"""`recevoir` from start to exit, against the same final rows imported by the sqlite3 shell."""
import os, shutil
from banc import ACTEURS, DOSSIERS, PASSES, Fait, alterner, centre, dire, mediane, nombre
import pair_reception


def mesurer(atelier, fichier, tableau):
    """Returns the folder of a centre that has received the file."""
    dire(f"== Réception de {nombre(DOSSIERS)} dossiers, contre l'import des mêmes lignes par sqlite3")
    dossier = os.path.join(atelier, "centre")
    dire("   une réception pour rien, d'où viennent les lignes du pair")
    recevoir(dossier, fichier)
    import_sqlite = pair_reception.preparer(dossier, os.path.join(atelier, "pair"))
    nous, pair = alterner(PASSES, lambda: recevoir(dossier, fichier), import_sqlite)
    rapport = mediane(pair) / mediane(nous)
    memoire = max(fait.memoire for fait in nous)
    tableau.ajouter(f"réception de {nombre(DOSSIERS)} dossiers", f"{nombre(mediane(nous), 1)} s, {nombre(DOSSIERS / mediane(nous))} dossiers/s",
                    f"import par sqlite3 : {nombre(mediane(pair), 1)} s")
    tableau.ajouter("— vitesse contre cet import", f"{nombre(rapport, 2)}", "au moins 0,4", rapport >= 0.4)
    tableau.ajouter("— mémoire, au plus haut", f"{nombre(memoire)} Mo", "moins de 256 Mo", memoire < 256)
    return dossier


def recevoir(dossier, fichier):
    shutil.rmtree(dossier, ignore_errors=True)
    os.makedirs(dossier)
    centre(dossier, "acteurs", "importer", ACTEURS)
    fait = centre(dossier, "recevoir", fichier)
    dire(f"   reçu en {nombre(fait.secondes, 1)} s ({nombre(fait.processeur, 1)} s de processeur, {nombre(fait.memoire)} Mo)")
    return fait
