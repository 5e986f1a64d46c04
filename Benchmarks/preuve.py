"""Verifying the whole journal, against Python reading and hashing the same bytes."""
import os, sys
from banc import PASSES, RACINE, Fait, alterner, centre, dire, mediane, nombre


def mesurer(dossier, evenements, tableau):
    dire(f"== Vérification de {nombre(evenements)} événements, contre Python qui lit et hache les mêmes octets")
    pair = os.path.join(RACINE, "Benchmarks", "pair_preuve.py")
    nous, python = alterner(PASSES, lambda: centre(dossier, "preuve", "verifier"),
                            lambda: Fait([sys.executable, pair, os.path.join(dossier, "base.sqlite")]))
    rapport = mediane(nous) / mediane(python)
    tableau.ajouter(f"vérification de {nombre(evenements)} événements",
                    f"{nombre(mediane(nous), 2)} s, {nombre(evenements / mediane(nous))} événements/s",
                    f"Python : {nombre(mediane(python), 2)} s")
    tableau.ajouter("— durée contre Python", f"{nombre(rapport, 2)} fois", "au plus 3", rapport <= 3)
