"""The evening: return files of all the events of a day, sealed."""
import json
from banc import centre, dire, nombre


def mesurer(dossier, evenements, tableau):
    dire(f"== Clôture de la journée : {nombre(evenements)} événements scellés et rendus")
    fait = centre(dossier, "journee", "--json")
    fichiers = json.loads(fait.sortie[fait.sortie.index("{"):])["fichiers"]
    tableau.ajouter(f"fichiers de retour, {nombre(evenements)} événements",
                    f"{nombre(fait.secondes, 1)} s, {nombre(evenements / fait.secondes)} événements/s, {nombre(fait.memoire)} Mo",
                    f"{len(fichiers)} fichiers émis ce jour")
