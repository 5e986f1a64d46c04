"""Decoding and checking an aller file, against Python slicing and converting every field of the same lines."""
import os, sys
from banc import PASSES, PROGRAMME, RACINE, Fait, alterner, dire, mediane, nombre


def mesurer(fichier, tableau):
    dire("== Décodage et contrôle d'un fichier aller, contre Python qui découpe et convertit les mêmes champs")
    pair = os.path.join(RACINE, "Benchmarks", "pair_decodage.py")
    nous, python = alterner(
        PASSES, lambda: Fait([PROGRAMME, "format", "controler", fichier]),
        lambda: Fait([sys.executable, pair, fichier, os.path.join(RACINE, "Formats", "format-1.yaml")]))
    lignes = int(python[0].sortie.split()[0])
    rapport = mediane(python) / mediane(nous)
    tableau.ajouter("décodage et contrôle d'un aller", f"{nombre(lignes / mediane(nous))} enregistrements/s",
                    f"{nombre(lignes)} enregistrements en {nombre(mediane(nous), 2)} s")
    tableau.ajouter("— contre Python, champ par champ", f"{nombre(rapport, 1)} fois plus vite", "au moins 20", rapport >= 20)
