"""The peer: every field of every line of an aller file cut and converted, as a careful script would do it."""
import re, sys
from datetime import date, datetime

MOTIF = re.compile(r"^\s+- \{nom: (\w+), debut: (\d+), longueur: (\d+), type: (\w+)")
TYPE = re.compile(r'^      - type: "(\w\w)"')


def champs(table):
    """Of each type of the first genre, the aller: name, first byte, end, kind."""
    types, courant = {}, None
    dans_genres, genres = False, 0
    for ligne in open(table, encoding="utf-8"):
        dans_genres = dans_genres or ligne.startswith("genres:")
        genres += dans_genres and ligne.startswith("  - nom:")
        if genres > 1:
            break
        if trouve := TYPE.match(ligne):
            courant = types.setdefault(trouve[1].encode(), [])
        elif courant is not None and (trouve := MOTIF.match(ligne)):
            debut = int(trouve[2]) - 1
            courant.append((trouve[1], debut, debut + int(trouve[3]), trouve[4]))
    return types


def jour(octets):
    return date(int(octets[0:4]), int(octets[4:6]), int(octets[6:8]))


def instant(octets):
    return datetime.strptime(octets.decode("ascii"), "%Y%m%d%H%M%S%z")


def texte(octets):
    return octets.decode("iso8859-15")


CONVERSIONS = {"entier": int, "montant": int, "date": jour, "horodatage": instant, "indicateur": b"O".__eq__,
               "signe": texte, "code": texte, "texte": texte, "constante": texte}


def main():
    types = {code: [(nom, debut, fin, CONVERSIONS[genre]) for nom, debut, fin, genre in liste if genre != "reserve"]
             for code, liste in champs(sys.argv[2]).items()}
    lus = valeurs = 0
    with open(sys.argv[1], "rb") as fichier:
        for ligne in fichier:
            article = {}
            for nom, debut, fin, convertir in types[ligne[:2]]:
                brut = ligne[debut:fin].rstrip()
                article[nom] = convertir(brut) if brut else None
            lus += 1
            valeurs += len(article)
    print(lus, "enregistrements,", valeurs, "champs")


main()
