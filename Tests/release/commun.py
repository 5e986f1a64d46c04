"""Ce que partagent les contrôles du programme sur PostgreSQL : un serveur d'essai, des schémas, un centre mené par ses commandes."""
import base64, hashlib, json, os, resource, signal, subprocess, sys, time, urllib.error, urllib.request

PROGRAMME = os.environ["CENTRE_SERVEUR"]
RACINE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ECHANTILLONS = os.path.join(RACINE, "Tests", "InterfaceTests", "Echantillons")
ACTEURS = os.path.join(ECHANTILLONS, "referentiel.json")
JOURS = ["2026-11-17", "2026-11-18"]


def sur_serveur():
    """Starts again beside a server of its own, unless it is already; returns the folder of the server."""
    if "CENTRE_SERVEUR_POSTGRESQL" not in os.environ:
        serveur = os.path.join(RACINE, "script", "postgresql")
        os.execv(serveur, [serveur, sys.executable, os.path.abspath(sys.argv[0])])
    return os.environ["CENTRE_SERVEUR_POSTGRESQL"].split("host=")[1].split("&")[0]


def verifier(condition, phrase):
    if not condition:
        sys.exit("FAUX : " + phrase)


def generer(chemin, dossiers, graine, sequence=1):
    """The file of a day; those of other days have other demands."""
    subprocess.run([PROGRAMME, "generer", "aller", "--dossiers", str(dossiers), "--graine", str(graine), "--jour", JOURS[sequence - 1], "--acteurs",
                    ACTEURS, "--sequence", str(sequence), "--premier-numero", str((sequence - 1) * dossiers + 1), "--sortie", chemin],
                   check=True, capture_output=True)
    return chemin


def psql(sql, adresse=None):
    fait = subprocess.run(["psql", "-qAt", "-v", "ON_ERROR_STOP=1", adresse or os.environ["CENTRE_SERVEUR_POSTGRESQL"]], input=sql, capture_output=True, text=True)
    verifier(fait.returncode == 0, fait.stderr)
    return fait.stdout


def schema(nom, base="postgres"):
    """The address of a schema of its own, through the server's socket."""
    adresse = os.environ["CENTRE_SERVEUR_POSTGRESQL"].replace("///postgres?", f"///{base}?")
    psql(f"CREATE SCHEMA {nom}", adresse)
    return adresse + f"&options=-csearch_path%3D{nom}"


def pg_programme(dossier, nom, *mots, taille=None):
    """One of PostgreSQL's programs, as the user who owns the server: it refuses root. `taille`: bytes of a file of the server, at most."""
    binaires = sorted(os.listdir("/usr/lib/postgresql"), key=int)[-1]
    commande = [f"/usr/lib/postgresql/{binaires}/bin/{nom}", *mots]
    if os.getuid() == 0:
        commande = ["runuser", "-u", "postgres", "--", *commande]
    subprocess.run(commande, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=dossier,
                   preexec_fn=taille and (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (taille, taille))))


def pg_ctl(dossier, *mots, **bornes):
    pg_programme(dossier, "pg_ctl", "-D", os.path.join(dossier, "base"), "-w", *mots, **bornes)


def seance(centre, identifiant, *profil):
    """The cookie of someone of that profession, with a session as signing in would open it."""
    secret, maintenant = os.urandom(32), int(time.time() * 1000)
    centre.faire("utilisateurs", "ajouter", identifiant, "--nom", "Essai", *profil)
    psql(f"INSERT INTO seance(empreinte, utilisateur, ouverte, vue) "
         f"SELECT '\\x{hashlib.sha256(secret).hexdigest()}', MAX(id), {maintenant}, {maintenant} FROM utilisateur")
    return "seance=" + base64.urlsafe_b64encode(secret).decode().rstrip("=")


class Centre:
    def __init__(self, atelier, nom, base):
        self.dossier = os.path.join(atelier, nom)
        os.makedirs(self.dossier, exist_ok=True)
        self.base, self.jour = base, JOURS[0]

    @property
    def options(self):
        return ["--base", self.base, "--echanges", os.path.join(self.dossier, "echanges"), "--jour", self.jour]

    def lancer(self, *mots):
        return subprocess.Popen([PROGRAMME, *mots, *self.options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def dire(self, *mots):
        fait = self.lancer(*mots)
        sortie, erreur = fait.communicate(timeout=300)
        return fait.returncode, sortie, erreur

    def faire(self, *mots):
        code, sortie, erreur = self.dire(*mots)
        verifier(code == 0, f"{mots} : {code} {sortie}{erreur}")
        return sortie

    def vivre(self, *allers):
        self.faire("acteurs", "importer", ACTEURS)
        for self.jour, aller in zip(JOURS, allers):
            self.faire("recevoir", aller)
        self.faire("journee")
        return self.bilan()

    def bilan(self):
        """The last seal, once the journal has been verified, and the dossiers by state."""
        faits = json.loads(self.faire("registre", "informations", "--json"))
        self.faire("preuve", "verifier")
        return faits["dernier_sceau"], faits["dossiers"]


class Site:
    """`servir` on a free port, stopped at the end, cleanly or it is a fault."""

    def __init__(self, atelier, centre, *options):
        self.journal = os.path.join(atelier, "site.log")
        configuration = os.path.join(atelier, "site.yaml")
        with open(configuration, "w") as fichier:
            fichier.write("site:\n  port: 0\n")
        with open(self.journal, "w") as dit:
            self.processus = subprocess.Popen([PROGRAMME, "servir", "--config", configuration, *centre.options, *options], stderr=dit)

    def dit(self):
        with open(self.journal) as lu:
            return lu.read()

    def __enter__(self):
        for _ in range(300):
            self.adresse = next((mot.split("=", 1)[1] for mot in self.dit().split() if mot.startswith("adresse=")), None)
            if self.adresse:
                return self
            time.sleep(0.1)
        self.processus.kill()
        verifier(False, "le site devait répondre en trente secondes")

    def __exit__(self, *_):
        self.processus.send_signal(signal.SIGTERM)
        verifier(self.processus.wait(60) == 0, "servir devait s'arrêter proprement")

    def lire(self, chemin, cookie="", corps=None):
        """Status, text and cookies of a page."""
        demande = urllib.request.Request(self.adresse + chemin, headers={"Cookie": cookie}, data=corps)
        try:
            with urllib.request.urlopen(demande, timeout=60) as reponse:
                return reponse.status, reponse.read().decode(errors="replace"), str(reponse.headers.get_all("Set-Cookie"))
        except urllib.error.HTTPError as refus:
            return refus.code, refus.read().decode(), ""
