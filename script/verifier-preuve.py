#!/usr/bin/env python3
"""Vérifie une preuve du centre serveur sans le centre serveur (l'algorithme : docs/preuve.md).
usage : verifier-preuve.py FICHIER [--sceau EMPREINTE]
FICHIER : un extrait de dossier, un export du journal, ou la base SQLite elle-même.
EMPREINTE : celle d'un sceau, telle que vous l'avez gardée ailleurs.
Codes de sortie : 0 vérifié, 1 anomalie, 2 mauvais usage.
"""
import hashlib, json, sqlite3, sys  # noqa: E401
from pathlib import Path
COLONNES = ("position", "dossier", "rang", "genre", "instant", "jour", "auteur", "fichier", "ligne",
            "sel", "octets", "empreinte", "purge_par", "purge_instant")
COLONNES_SCEAU = ("numero", "premiere", "derniere", "racine", "precedent", "instant", "empreinte")
anomalies = []
note = anomalies.append

def sha(usage, *valeurs, prefixe=b""):
    """SHA-256 ; un entier : huit octets, gros-boutiste ; un texte ou des octets : leur longueur, puis eux."""
    calcul = hashlib.sha256(prefixe)
    for valeur in (usage, *valeurs):
        octets = valeur.encode() if isinstance(valeur, str) else valeur
        entier, suite = (octets, b"") if isinstance(octets, int) else (len(octets), octets)
        calcul.update(entier.to_bytes(8, "big", signed=True) + suite)
    return calcul.digest()

def empreinte(e, position):
    return sha("centre-serveur/evenement/1", position, e["dossier"], e["sel"], e["octets"])

def feuille(e):
    champs = ("position", "dossier", "rang", "instant", "genre", "empreinte")
    return sha("centre-serveur/feuille/1", *(e[c] for c in champs), prefixe=b"\0")

def noeud(gauche, droite):
    return hashlib.sha256(b"\1" + gauche + droite).digest()

def a_gauche(nombre):
    """Combien de feuilles vont à gauche : la plus grande puissance de deux qui en laisse à droite (RFC 6962)."""
    return 1 << (nombre - 1).bit_length() - 1

def racine(feuilles):
    if len(feuilles) == 1:
        return feuilles[0]
    k = a_gauche(len(feuilles))
    return noeud(racine(feuilles[:k]), racine(feuilles[k:]))

def mene_a(valeur, rang, nombre, chemin):
    """La racine où mène une preuve d'inclusion ; vide si elle n'a pas la bonne longueur."""
    if nombre == 1 or not chemin:
        return valeur if nombre == 1 and not chemin else b""
    k = a_gauche(nombre)
    if rang < k:
        return noeud(mene_a(valeur, rang, k, chemin[:-1]), chemin[-1])
    return noeud(chemin[-1], mene_a(valeur, rang - k, nombre - k, chemin[:-1]))

def verifie_sceaux(sceaux, attendu=None):
    for s in sceaux:
        if sha("centre-serveur/sceau/1", *(s[c] for c in COLONNES_SCEAU[:-1])) != s["empreinte"]:
            note(f"sceau n° {s['numero']} : altéré")
        elif s["derniere"] < s["premiere"] or attendu and (s["numero"], s["premiere"], s["precedent"]) != attendu:
            note(f"sceau n° {s['numero']} : ne prolonge pas le sceau précédent")
        attendu = (s["numero"] + 1, s["derniere"] + 1, s["empreinte"])

class Controle:
    """Les événements un par un, et dans leur dossier : empreinte, colonnes, rang, chaîne, purge."""
    def __init__(self):
        self.nombre, self.purges, self.dossiers, self.attendues, self.suspects = 0, 0, {}, {}, []

    def ajoute(self, e):
        ici = f"position {e['position']} (dossier {e['dossier']}, rang {e['rang']})"
        self.nombre, tete, calcul = self.nombre + 1, None, e["empreinte"]
        if e["sel"] is not None and e["octets"] is not None:
            calcul = empreinte(e, e["position"])
            tete = self.lit(e, ici) if calcul == e["empreinte"] else self.suspects.append((ici, e))
        elif e["sel"] is not e["octets"] or None in (e["purge_par"], e["purge_instant"]):
            note(f"{ici} : contenu effacé en partie, ou sans auteur ni date de purge")
        else:
            self.purges += 1
            self.attendues.setdefault((e["dossier"], e["purge_par"], e["purge_instant"]), ici)
        rang, precedents = self.dossiers.get(e["dossier"], (0, (None,)))
        if e["rang"] != rang + 1:
            note(f"{ici} : rang {rang + 1} attendu dans ce dossier")
        elif tete and tete.get("precedent") not in precedents:
            note(f"{ici} : ne prolonge pas l'événement précédent de ce dossier")
        if e["rang"] > rang:
            self.dossiers[e["dossier"]] = e["rang"], (e["empreinte"].hex(), calcul.hex())

    def lit(self, e, ici):
        try:
            tete = json.loads(e["octets"])
            ecarts = [c for c in COLONNES[2:9] + COLONNES[12:] if e[c] is not None and tete.get(c) != e[c]]
        except Exception:
            return note(f"{ici} : octets intacts mais qui ne sont pas ceux d'un événement")
        if ecarts:
            note(f"{ici} : la colonne « {ecarts[0]} » ne dit pas ce que disent les octets")
        if e["genre"] == "DossierPurge":
            self.attendues.pop((e["dossier"], tete.get("auteur"), tete.get("instant")), None)
        return tete

    def finit(self, quoi, scelles):
        for ici in self.attendues.values():
            note(f"{ici} : effacé sans l'événement de purge qui en répond")
        for ici, e in self.suspects:
            venu = [a["position"] for _, a in self.suspects[:64] if empreinte(e, a["position"]) == e["empreinte"]]
            note(f"{ici} : " + (f"vient de la position {venu[0]}" if venu else "octets, sel ou empreinte altérés"))
        return f"{quoi} : {self.nombre} événement(s) dont {self.purges} purgé(s), {scelles} scellé(s)"

def verifie_journal(sceaux, evenements):
    verifie_sceaux(sceaux, (1, 1, bytes(32)))
    controle, reste, s, feuilles, suivante, scelles = Controle(), iter([*sceaux, None]), {"derniere": 0}, [], 1, 0
    for e in evenements:
        position = e["position"]
        if position != suivante:
            note(f"position {position} là où {suivante} est attendue : absence(s), désordre ou doublon")
        suivante = max(suivante, position + 1)
        controle.ajoute(e)
        while s and s["derniere"] < position:
            s, feuilles = next(reste), []
        if s and s["premiere"] <= position:
            scelles += 1
            feuilles.append(feuille(e) if position == s["premiere"] + len(feuilles) else None)
            if position == s["derniere"] and None not in feuilles and racine(feuilles) != s["racine"]:
                note(f"sceau n° {s['numero']} : les événements {s['premiere']} à {s['derniere']} ont changé")
    if sceaux and sceaux[-1]["derniere"] >= suivante:
        note(f"le journal s'arrête à la position {suivante - 1}, le dernier sceau va à {sceaux[-1]['derniere']}")
    return controle.finit("journal", scelles)

def verifie_extrait(fichier, _):
    extrait, controle, scelles = json.loads(fichier.read()), Controle(), 0
    sceaux = [lu(s, COLONNES_SCEAU) for s in extrait["sceaux"]]
    verifie_sceaux(sceaux)
    for piece in extrait["evenements"]:
        e, chemin = lu(piece["journal"], COLONNES), [bytes.fromhex(frere) for frere in piece.get("chemin", [])]
        controle.ajoute(e)
        s = next((s for s in sceaux if s["premiere"] <= e["position"] <= s["derniere"]), None)
        scelles += bool(s)
        annonce = (extrait["dossier"], piece.get("sceau"))
        if (e["dossier"], s and s["numero"]) != annonce or s and s["racine"] != mene_a(
                feuille(e), e["position"] - s["premiere"], s["derniere"] - s["premiere"] + 1, chemin):
            note(f"position {e['position']} : la preuve d'inclusion ne mène pas au sceau de ce dossier")
    if controle.nombre != extrait["nombre"]:
        note(f"{extrait['nombre']} événement(s) annoncé(s), {controle.nombre} présent(s)")
    return sceaux, controle.finit(f"dossier {extrait['dossier']}", scelles)

def verifie_export(fichier, _):
    nombre = json.loads(fichier.readline())["sceaux"]
    sceaux = [lu(json.loads(fichier.readline()), COLONNES_SCEAU) for _ in range(nombre)]
    return sceaux, verifie_journal(sceaux, lit_export(fichier))

def verifie_base(_, chemin):
    base = sqlite3.connect(Path(chemin).resolve().as_uri() + "?mode=ro", uri=True)
    base.row_factory, base.text_factory = sqlite3.Row, lambda octets: octets.decode(errors="replace")
    sceaux = base.execute("SELECT * FROM sceau ORDER BY numero").fetchall()
    return sceaux, verifie_journal(sceaux, base.execute("SELECT * FROM journal ORDER BY position"))

def lu(objet, colonnes):
    """Un objet de JSON : ses empreintes et ses octets en octets, ce qui manque à None."""
    objet = {c: bytes.fromhex(v) if c in ("sel", "empreinte", "racine", "precedent") else v for c, v in objet.items()}
    if "octets" in objet or "octets_hexadecimal" in objet:
        objet["octets"] = objet["octets"].encode() if "octets" in objet else bytes.fromhex(objet["octets_hexadecimal"])
    if objet.keys() - {*colonnes, "octets_hexadecimal"}:
        raise ValueError("clé inconnue")
    return {c: objet.get(c) for c in colonnes}

def lit_export(lignes):
    for nombre, ligne in enumerate(lignes):
        try:
            objet = json.loads(ligne)
            if "fin" in objet:
                return objet["evenements"] == nombre or note(f"{objet['evenements']} événement(s) annoncé(s)")
            yield lu(objet, COLONNES)
        except Exception:
            note(f"événement n° {nombre + 1} de l'export : ligne illisible")
    note("l'export est coupé : sa dernière ligne manque")

DEBUTS = {b"SQLite format 3": verifie_base, b'{"format":"centre-serveur/extrait/1"': verifie_extrait,
          b'{"format":"centre-serveur/journal/1"': verifie_export}

def main(chemin=None, option="--sceau", garde=None, *reste):
    if chemin is None or option != "--sceau" or reste:
        return print(__doc__, file=sys.stderr) or 2
    try:
        with open(chemin, "rb") as fichier:
            lecteur = next((lecteur for debut, lecteur in DEBUTS.items() if fichier.peek().startswith(debut)), None)
            if not lecteur:
                return print(f"{chemin} : ni extrait, ni export, ni base du centre serveur", file=sys.stderr) or 2
            sceaux, contenu = lecteur(fichier, chemin)
    except OSError as erreur:
        return print(f"{chemin} : {erreur.strerror}", file=sys.stderr) or 2
    except Exception:
        sceaux, contenu = [], f"{chemin} : fichier endommagé, il ne se lit pas jusqu'au bout"
        note(contenu)
    if garde and garde.lower() not in [s["empreinte"].hex() for s in sceaux]:
        note("aucun des sceaux n'a l'empreinte que vous avez gardée")
    print(*(f"ANOMALIE — {anomalie}" for anomalie in anomalies[:1000]), sep="\n", end="\n" if anomalies else "")
    print("NON VÉRIFIÉ —" if anomalies else "VÉRIFIÉ —", contenu)
    if sceaux:
        print(f"Dernier sceau : n° {sceaux[-1]['numero']}, empreinte {sceaux[-1]['empreinte'].hex()}")
    return 1 if anomalies else 0

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
