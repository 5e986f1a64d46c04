"""The pages of the site under wrk: a dossier and a list of 50, each against a static answer of its own size.

The static answers are the two files that production serves, the style sheet and the icon, given the sizes of the two pages beside
a copy of the program: same program, same server, same run.
"""
import base64, glob, hashlib, os, re, shutil, socket, sqlite3, statistics, subprocess, time, urllib.request
from banc import JOUR, PASSES, PROGRAMME, centre, dire, nombre

SECONDES = 10
# A 99th percentile of one pass says as much of the neighbours of the machine as of the program.
PASSES_DES_PAGES = max(PASSES, 3)
NOUVELLE_ETUDE = ("utilisateurs", "ajouter", "--nom", "Banc d'essai", "--etude", "E3101")
TEMOINS = {"liste de 50 dossiers": ("site.css", rb'href="(/ressources/[^"]+\.css)"'),
           "page d'un dossier": ("icone.svg", rb'href="(/ressources/[^"]+\.svg)"')}


def mesurer(dossier, tableau):
    dire("== Pages du site, sous wrk")
    cookie = seance(dossier)
    with Serveur(dossier, PROGRAMME) as url:
        liste = lire(f"{url}/dossiers", cookie)
        chemins = {"liste de 50 dossiers": "/dossiers", "page d'un dossier": re.search(rb'href="(/dossiers/\d+)"', liste)[1].decode()}
        tailles = {nom: len(lire(url + chemin, cookie)) for nom, chemin in chemins.items()}
    with Serveur(dossier, avec_temoins(dossier, tailles)) as url:
        liste = lire(f"{url}/dossiers", cookie)
        for nom, (_, adresse) in TEMOINS.items():
            chemins[temoin(nom)] = re.search(adresse, liste)[1].decode()
            assert len(lire(url + chemins[temoin(nom)], cookie)) == tailles[nom] == len(lire(url + chemins[nom], cookie)), nom
        a64 = passer(url, chemins, cookie, 64)
        a8 = passer(url, chemins, cookie, 8)
    for nom, taille in tailles.items():
        rapport = a64[nom][0] / a64[temoin(nom)][0]
        tableau.ajouter(f"fichier statique de {ko(taille)}, 64 connexions", debit(a64[temoin(nom)]))
        tableau.ajouter(f"{nom} ({ko(taille)}), 64 connexions", debit(a64[nom]), f"{nombre(rapport, 1)} fois le fichier statique ; au plus 4",
                        rapport <= 4)
        tableau.ajouter("— 8 connexions", debit(a8[nom]), "moins de 50 ms", a8[nom][0] < 50)


def temoin(nom):
    return f"témoin : {nom}"


def avec_temoins(dossier, tailles):
    """A copy of the program whose static files have the sizes of the pages."""
    copie = os.path.join(dossier, "temoins")
    os.mkdir(copie)
    programme = shutil.copy(PROGRAMME, copie)
    for ressources in glob.glob(os.path.join(os.path.dirname(PROGRAMME), "*.resources")):
        shutil.copytree(ressources, os.path.join(copie, os.path.basename(ressources)))
    for nom, (fichier, _) in TEMOINS.items():
        [chemin] = glob.glob(os.path.join(copie, "centre-serveur_Site.resources", "**", fichier), recursive=True)
        with open(chemin, "rb") as lu:
            contenu = lu.read()
        with open(chemin, "wb") as ecrit:
            ecrit.write((contenu + b" " * tailles[nom])[:tailles[nom]])
    return programme


def ko(taille):
    return f"{nombre(taille / 1000, 1)} ko"


def debit(mesure):
    return f"99 % en {nombre(mesure[0], 1)} ms, {nombre(mesure[1])} pages/s"


def passer(url, chemins, cookie, connexions):
    """By page: the median of the 99th percentiles in milliseconds, and of the pages a second."""
    mesures = {nom: [] for nom in chemins}
    for _ in range(PASSES_DES_PAGES):
        for nom, chemin in chemins.items():
            mesures[nom].append(wrk(url + chemin, cookie, connexions))
    return {nom: mediane(liste) for nom, liste in mesures.items()}


def mediane(mesures):
    return tuple(statistics.median(mesure[rang] for mesure in mesures) for rang in (0, 1))


def wrk(url, cookie, connexions, script=None):
    dit = subprocess.run(["wrk", "-t1", f"-c{connexions}", f"-d{SECONDES}s", "--latency", *(["-s", script] if script else []),
                          "-H", f"Cookie: {cookie}", url], capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in dit, dit
    valeur, unite = re.search(r"99%\s+([\d.]+)(us|ms|s)", dit).groups()
    return float(valeur) * {"us": 0.001, "ms": 1, "s": 1000}[unite], float(re.search(r"Requests/sec:\s+([\d.]+)", dit)[1])


def lire(url, cookie):
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie})) as reponse:
        return reponse.read()


def seance(dossier):
    """A session of an étude, written in the base of the bench as signing in would."""
    centre(dossier, *NOUVELLE_ETUDE, os.urandom(4).hex())
    cookie, empreinte, maintenant = secret()
    base = sqlite3.connect(os.path.join(dossier, "base.sqlite"))
    base.execute("INSERT INTO seance(empreinte, utilisateur, ouverte, vue) SELECT ?, MAX(id), ?, ? FROM utilisateur",
                 (empreinte, maintenant, maintenant))
    base.commit()
    base.close()
    return cookie


def secret():
    """A new cookie, the fingerprint that a base keeps of it, and now."""
    octets = os.urandom(32)
    cookie = "seance=" + base64.urlsafe_b64encode(octets).decode().rstrip("=")
    return cookie, hashlib.sha256(octets).digest(), int(time.time() * 1000)


class Serveur:
    """`servir` on a free port of this machine, for the time of the measure."""

    def __init__(self, dossier, programme, base=None):
        with socket.socket() as libre:
            libre.bind(("127.0.0.1", 0))
            self.port = libre.getsockname()[1]
        self.config = os.path.join(dossier, "banc.yaml")
        with open(self.config, "w") as fichier:
            fichier.write(f"site:\n  adresse: 127.0.0.1\n  port: {self.port}\n")
        self.commande = [programme, "servir", "--config", self.config, "--base", base or "sqlite:" + os.path.join(dossier, "base.sqlite"),
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
