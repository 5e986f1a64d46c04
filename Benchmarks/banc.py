"""What every measure uses: running a command, its time and its memory, and the table of the end."""
import os, statistics, subprocess, sys, time

RACINE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAMME = os.environ["CENTRE_SERVEUR"]
ACTEURS = os.path.join(RACINE, "Tests", "InterfaceTests", "Echantillons", "referentiel.json")
DOSSIERS = int(os.environ["DOSSIERS"])
JOUR = "2026-11-17"
PASSES = int(os.environ.get("PASSES", "3"))


def dire(phrase):
    print(phrase, file=sys.stderr, flush=True)


def nombre(valeur, decimales=0):
    """1 234,5 as it is written in French."""
    return f"{valeur:,.{decimales}f}".replace(",", "\u202f").replace(".", ",")


class Fait:
    """A command that ran: seconds from start to exit, greatest memory in MB, what it printed."""

    def __init__(self, commande, entree=None, attendu=0):
        self.sortie_url = os.path.join(os.environ["ATELIER"], f"banc-{os.getpid()}.sortie")
        with open(self.sortie_url, "wb") as sortie:
            debut = time.monotonic()
            processus = subprocess.Popen(commande, stdin=subprocess.PIPE if entree else subprocess.DEVNULL, stdout=sortie,
                                         stderr=subprocess.STDOUT)
            if entree:
                processus.stdin.write(entree.encode())
                processus.stdin.close()
            _, statut, usage = os.wait4(processus.pid, 0)
            self.secondes = time.monotonic() - debut
        processus.returncode = os.waitstatus_to_exitcode(statut)
        self.memoire = usage.ru_maxrss / 1024
        self.processeur = usage.ru_utime + usage.ru_stime
        with open(self.sortie_url, errors="replace") as lue:
            self.sortie = lue.read()
        os.unlink(self.sortie_url)
        if processus.returncode != attendu:
            sys.exit(f"« {' '.join(commande[:4])} » a rendu {processus.returncode} :\n{self.sortie[-3000:]}")


def centre(dossier, *mots, **reglages):
    """One command of the centre on the base of that folder."""
    return Fait([PROGRAMME, *mots, "--base", "sqlite:" + os.path.join(dossier, "base.sqlite"),
                 "--echanges", os.path.join(dossier, "echanges"), "--jour", JOUR], **reglages)


def alterner(passes, *travaux):
    """Runs the works in turn, so that what disturbs one disturbs the others; a list of results for each."""
    resultats = [[] for _ in travaux]
    for _ in range(passes):
        for liste, travail in zip(resultats, travaux):
            liste.append(travail())
    return resultats


def mediane(faits):
    return statistics.median(fait.secondes for fait in faits)


class Tableau:
    """The lines of the end, and whether each bound holds."""

    def __init__(self):
        self.lignes = []
        self.manques = 0

    def ajouter(self, mesure, valeur, borne="", tenue=None):
        if tenue is False:
            self.manques += 1
        verdict = {None: "", True: "tenu", False: "MANQUÉ"}[tenue]
        self.lignes.append((mesure, valeur, borne, verdict))
        dire(f"   {mesure} : {valeur} {borne and '(' + borne + ')'} {verdict}")

    def ecrire(self):
        print("| mesure | valeur | borne | |\n|---|---|---|---|")
        for ligne in self.lignes:
            print("| " + " | ".join(ligne) + " |")
