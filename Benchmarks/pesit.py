"""PeSIT on the loopback against the same bootstrap without any protocol: write and read, plain and TLS; many at once."""
import os, shutil, statistics, subprocess, tempfile, threading, time
from banc import PASSES, PROGRAMME, dire, nombre

PESIT = os.environ.get("PESIT", os.path.join(os.path.dirname(PROGRAMME), "pesit"))
PAIR = os.environ.get("PESIT_PAIR", os.path.join(os.path.dirname(PROGRAMME), "PesitPair"))
OCTETS = int(os.environ.get("PESIT_OCTETS", str(10**9)))
OPTIONS = ["--id", "BANC", "--server", "NOUS", "--sync-interval", "256", "--sync-window", "4"]


class Serveur:
    """A server and the port that it says it has; its greatest memory in MB once it is ended."""

    def __init__(self, *commande):
        self.processus = subprocess.Popen(commande, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = self.processus.stdout.readline().strip().rpartition(":")[2]

    def memoire(self):
        with open(f"/proc/{self.processus.pid}/status") as lue:
            return next(int(ligne.split()[1]) / 1024 for ligne in lue if ligne.startswith("VmHWM"))

    def finir(self):
        self.processus.terminate()
        self.processus.wait()


def certificats(atelier):
    """An authority and a server's certificate signed by it."""
    def openssl(*mots):
        subprocess.run(["openssl", *mots], cwd=atelier, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Banc", "-days", "2")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "cle.pem", "-out", "demande.pem", "-subj", "/CN=127.0.0.1")
    openssl("x509", "-req", "-in", "demande.pem", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "cert.pem", "-days", "2")
    return [os.path.join(atelier, nom) for nom in ("cert.pem", "cle.pem", "ca.pem")]


def chrono(*commande):
    debut = time.monotonic()
    subprocess.run(commande, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - debut


def pair(atelier, fichier, tls):
    cible = os.path.join(atelier, "pair.dat")
    serveur = Serveur(PAIR, "ecouter", cible, *(tls[:2] if tls else []))
    try:
        return chrono(PAIR, "envoyer", serveur.port, fichier, *([tls[2]] if tls else []))
    finally:
        serveur.processus.wait()
        os.unlink(cible)


def ecriture(atelier, fichier, tls, serveur):
    securite = ["--tls-ca", tls[2]] if tls else []
    secondes = chrono(PESIT, "send", f"127.0.0.1:{serveur.port}", *OPTIONS, "--name", "BANC", *securite, fichier)
    shutil.rmtree(os.path.join(atelier, "echanges", "in", "BANC"))
    return secondes


def lecture(atelier, fichier, tls, serveur):
    securite = ["--tls-ca", tls[2]] if tls else []
    cible = os.path.join(atelier, "lu.dat")
    secondes = chrono(PESIT, "receive", f"127.0.0.1:{serveur.port}", *OPTIONS, "--name", os.path.basename(fichier), "--output", cible, *securite)
    os.unlink(cible)
    return secondes


def serveur_pesit(atelier, tls):
    return Serveur(PESIT, "serve", "--listen", "127.0.0.1:0", "--id", "NOUS", "--directory", os.path.join(atelier, "echanges"),
                   *(["--tls-certificate", tls[0], "--tls-key", tls[1]] if tls else []))


def comparer(atelier, fichier, tls, tableau, nom=None, borne="au moins 0,7×"):
    nom = nom or ("TLS" if tls else "TCP")
    serveur = serveur_pesit(atelier, tls)
    try:
        passes = [(pair(atelier, fichier, tls), ecriture(atelier, fichier, tls, serveur), lecture(atelier, fichier, tls, serveur))
                  for _ in range(PASSES)]
        memoire = serveur.memoire()
    finally:
        serveur.finir()
    temps_pair, ecrit, lu = (statistics.median(colonne) for colonne in zip(*passes))
    for quoi, temps in (("écriture", ecrit), ("lecture", lu)):
        rapport = temps_pair / temps
        tableau.ajouter(f"PeSIT, {quoi} de {nombre(OCTETS / 1e6)} Mo, {nom}, contre le même transport sans protocole",
                        f"{nombre(rapport, 2)}× ({nombre(OCTETS / 1e6 / temps)} Mo/s, pair {nombre(OCTETS / 1e6 / temps_pair)})",
                        borne, rapport >= 0.7 if borne else None)
    tableau.ajouter(f"PeSIT, mémoire du serveur, {nom}", f"{nombre(memoire)} Mo")


def en_memoire(fichier, tableau):
    """For information: both on a file system in memory, where forcing the disk costs nothing."""
    if not os.path.isdir("/dev/shm") or shutil.disk_usage("/dev/shm").free < 3 * OCTETS:
        return dire("   en mémoire : /dev/shm n'a pas la place")
    atelier = tempfile.mkdtemp(prefix="bench-pesit-", dir="/dev/shm")
    try:
        os.makedirs(os.path.join(atelier, "echanges", "out"))
        comparer(atelier, shutil.copy(fichier, os.path.join(atelier, "echanges", "out")), None, tableau, "TCP, en mémoire", "")
    finally:
        shutil.rmtree(atelier, ignore_errors=True)


def ensemble(atelier, tableau):
    """200 transfers at once of 5 MB each."""
    fichier = os.path.join(atelier, "petit.dat")
    with open(fichier, "wb") as sortie:
        sortie.write(os.urandom(5_000_000))
    serveur = serveur_pesit(atelier, None)
    fautes = []
    def un():
        if subprocess.run([PESIT, "send", f"127.0.0.1:{serveur.port}", *OPTIONS, "--name", "NOMBREUX", fichier],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
            fautes.append(1)
    try:
        debut = time.monotonic()
        fils = [threading.Thread(target=un) for _ in range(200)]
        for fil in fils: fil.start()
        for fil in fils: fil.join()
        secondes, memoire = time.monotonic() - debut, serveur.memoire()
    finally:
        serveur.finir()
    arrives = [nom for nom in os.listdir(os.path.join(atelier, "echanges", "in", "NOMBREUX")) if not nom.endswith(".json")]
    tableau.ajouter("PeSIT, 200 transferts de 5 Mo à la fois", f"{nombre(secondes, 1)} s, mémoire du serveur {nombre(memoire)} Mo",
                    "tous arrivés", not fautes and len(arrives) == 200)


def mesurer(tableau):
    atelier = tempfile.mkdtemp(prefix="bench-pesit-", dir=os.environ["ATELIER"])
    try:
        os.makedirs(os.path.join(atelier, "echanges", "out"))
        fichier = os.path.join(atelier, "echanges", "out", "gros.dat")
        dire(f"== PeSIT : {nombre(OCTETS / 1e6)} Mo, points tous les 256 Ko, fenêtre de 4")
        with open(fichier, "wb") as sortie:
            bloc = os.urandom(1 << 20)
            for _ in range(OCTETS // len(bloc)): sortie.write(bloc)
            sortie.write(bloc[:OCTETS % len(bloc)])
        comparer(atelier, fichier, None, tableau)
        comparer(atelier, fichier, certificats(atelier), tableau)
        en_memoire(fichier, tableau)
        os.unlink(fichier)
        ensemble(atelier, tableau)
    finally:
        shutil.rmtree(atelier, ignore_errors=True)
