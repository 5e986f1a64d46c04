"""The pages of the site under wrk: a dossier and a list of 50, against the style sheet that the same program serves.

The style sheet is the only static answer of that class that production has; it is lighter than the pages, so the bound is
stricter than one at equal size.
"""
import base64, hashlib, os, re, socket, sqlite3, statistics, subprocess, time, urllib.request
from banc import JOUR, PASSES, PROGRAMME, centre, dire, nombre

SECONDES = 5


def mesurer(dossier, tableau):
    dire("== Pages du site, sous wrk")
    cookie = seance(dossier)
    with Serveur(dossier) as url:
        liste = lire(f"{url}/dossiers", cookie)
        style = re.search(rb'href="(/ressources/[^"]+\.css)"', liste)[1].decode()
        pages = {"feuille de style": (f"{url}{style}", len(lire(f"{url}{style}", cookie))),
                 "liste de 50 dossiers": (f"{url}/dossiers", len(liste))}
        un_dossier = re.search(rb'href="(/dossiers/\d+)"', liste)[1].decode()
        pages["page d'un dossier"] = (url + un_dossier, len(lire(url + un_dossier, cookie)))
        a64 = passer(pages, cookie, 64)
        a8 = passer(pages, cookie, 8)
    reference = a64["feuille de style"][0]
    tableau.ajouter(f"feuille de style ({ko(pages['feuille de style'])}), 64 connexions", debit(a64["feuille de style"]))
    for nom in ("page d'un dossier", "liste de 50 dossiers"):
        rapport = a64[nom][0] / reference
        tableau.ajouter(f"{nom} ({ko(pages[nom])}), 64 connexions", debit(a64[nom]), f"{nombre(rapport, 1)} fois la feuille de style ; au plus 4",
                        rapport <= 4)
        tableau.ajouter("— 8 connexions", debit(a8[nom]), "moins de 50 ms", a8[nom][0] < 50)


def ko(page):
    return f"{nombre(page[1] / 1000, 1)} ko"


def debit(mesure):
    return f"99 % en {nombre(mesure[0], 1)} ms, {nombre(mesure[1])} pages/s"


def passer(pages, cookie, connexions):
    """By page: the median of the 99th percentiles in milliseconds, and of the pages a second."""
    mesures = {nom: [] for nom in pages}
    for _ in range(PASSES):
        for nom, (url, _) in pages.items():
            mesures[nom].append(wrk(url, cookie, connexions))
    return {nom: tuple(statistics.median(m[rang] for m in liste) for rang in (0, 1)) for nom, liste in mesures.items()}


def wrk(url, cookie, connexions):
    dit = subprocess.run(["wrk", "-t1", f"-c{connexions}", f"-d{SECONDES}s", "--latency", "-H", f"Cookie: {cookie}", url],
                         capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in dit, dit
    valeur, unite = re.search(r"99%\s+([\d.]+)(us|ms|s)", dit).groups()
    return float(valeur) * {"us": 0.001, "ms": 1, "s": 1000}[unite], float(re.search(r"Requests/sec:\s+([\d.]+)", dit)[1])


def lire(url, cookie):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie})) as reponse:
        return reponse.read()


def seance(dossier):
    """A session of an étude, written in the base of the bench as signing in would."""
    centre(dossier, "utilisateurs", "ajouter", "banc", "--nom", "Banc d'essai", "--etude", "E3101")
    secret = os.urandom(32)
    maintenant = int(time.time() * 1000)
    base = sqlite3.connect(os.path.join(dossier, "base.sqlite"))
    base.execute("INSERT INTO seance(empreinte, utilisateur, ouverte, vue) SELECT ?, MAX(id), ?, ? FROM utilisateur",
                 (hashlib.sha256(secret).digest(), maintenant, maintenant))
    base.commit()
    base.close()
    return "seance=" + base64.urlsafe_b64encode(secret).decode().rstrip("=")


class Serveur:
    """`servir` on a free port of this machine, for the time of the measure."""

    def __init__(self, dossier):
        with socket.socket() as libre:
            libre.bind(("127.0.0.1", 0))
            self.port = libre.getsockname()[1]
        self.config = os.path.join(dossier, "banc.yaml")
        with open(self.config, "w") as fichier:
            fichier.write(f"site:\n  adresse: 127.0.0.1\n  port: {self.port}\n")
        self.commande = [PROGRAMME, "servir", "--config", self.config, "--base", "sqlite:" + os.path.join(dossier, "base.sqlite"),
                         "--echanges", os.path.join(dossier, "echanges"), "--jour", JOUR]

    def __enter__(self):
        self.processus = subprocess.Popen(self.commande, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/connexion").close()
                return f"http://127.0.0.1:{self.port}"
            except OSError:
                time.sleep(0.1)
        self.__exit__()
        raise SystemExit("le site n'a pas répondu en trente secondes")

    def __exit__(self, *_):
        self.processus.terminate()
        self.processus.wait()
