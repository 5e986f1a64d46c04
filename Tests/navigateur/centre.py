"""Un centre d'essai : sa base, faite par les vraies commandes du programme livré, et son site qui répond."""
import json, os, re, shutil, subprocess, tempfile, time

PROGRAMME = os.environ.get("CENTRE_SERVEUR", "centre-serveur")
RACINE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ECHANTILLONS = os.path.join(RACINE, "Tests", "InterfaceTests", "Echantillons")
VEILLE, JOUR = "2026-03-02", "2026-03-03"

# A name that a page would run, or that would break out of an attribute, if it were not written harmlessly.
NOM_HOSTILE = "<script>alert(1)</script>'\"&amp;<b>"
# A name that a spreadsheet would run.
NOM_ACTIF = '=HYPERLINK("http://ailleurs.example")'
MOT_DE_PASSE = "Neuf hirondelles, 4 nids"

# Everyone who signs in, with the options of `utilisateurs ajouter`.
PERSONNES = {
    "exploitant": ("claire.martin", "Claire Martin", ["--exploitant"]),
    "comptable": ("jean.dubois", "Jean Dubois", ["--poste", "031012"]),
    "etude": ("anne.albert", "Anne Albert", ["--etude", "E3101"]),
    "direction": ("marc.leroy", "Marc Leroy", ["--departement", "31"]),
    "central": ("lea.fabre", "Léa Fabre", ["--central"]),
    "autre comptable": ("paul.muret", "Paul Simon", ["--poste", "031020"]),
    "autre étude": ("eva.carriere", "Eva Carrière", ["--etude", "E3102"]),
    "autre direction": ("luc.gers", "Luc Bernard", ["--departement", "32"]),
}


class Centre:
    def __init__(self, dossiers=120):
        self.liens, self.processus = {}, None
        self.atelier = tempfile.mkdtemp(prefix="centre-")
        self.options = ["--base", f"sqlite:{self.atelier}/base.sqlite", "--echanges", f"{self.atelier}/echanges"]
        self.milieu = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
        self.milieu.update(CENTRE_SERVEUR_SITE_PORT="0", CENTRE_SERVEUR_JOURNAL_NIVEAU="detail",
                           CENTRE_SERVEUR_SITE_REFERENT="Service du recouvrement", CENTRE_SERVEUR_SITE_COURRIEL="centre@recouvrement.example")
        self.journal = os.path.join(self.atelier, "journal.txt")
        self.peupler(dossiers)

    def lancer(self, *mots, jour=JOUR):
        fait = subprocess.run([PROGRAMME, *mots, *self.options, "--jour", jour], capture_output=True, text=True, env=self.milieu)
        if fait.returncode != 0:
            raise SystemExit(f"FAUX : « {' '.join(mots)} » rend {fait.returncode} :\n{fait.stdout}{fait.stderr}")
        return fait.stdout

    def json(self, *mots):
        return json.loads(self.lancer(*mots, "--json"))

    def chemin(self, nom):
        return os.path.join(self.atelier, nom)

    # The world of the tests: two postes, two études, an ambiguous address, rejected lines, a hostile name.

    def peupler(self, dossiers):
        acteurs = os.path.join(ECHANTILLONS, "referentiel.json")
        self.lancer("acteurs", "importer", acteurs)
        self.lancer("recevoir", self.hostile(), jour=VEILLE)
        defauts = "commune-ambigue=5,total-faux=2,nom-absent=2"
        self.lancer("generer", "aller", "--acteurs", acteurs, "--dossiers", str(dossiers), "--graine", "7", "--sequence", "2", "--premier-numero", "2001",
                    "--defauts", defauts, "--actualisations", "0", "--sortie", self.chemin("aller-2.txt"))
        self.lancer("recevoir", self.chemin("aller-2.txt"))
        for role, (identifiant, nom, options) in PERSONNES.items():
            self.liens[role] = re.sub(r"^https?://[^/]+", "", self.json("utilisateurs", "ajouter", identifiant, "--nom", nom, *options)["lien"])

    def hostile(self):
        """The correct sample, two debtors renamed in the fixed width of the field."""
        octets = open(os.path.join(ECHANTILLONS, "aller-correct.txt"), "rb").read()
        for avant, apres in (("LEFÈVRE", NOM_HOSTILE), ("D'ANGLADE", NOM_ACTIF)):
            champ = avant.encode("latin-1").ljust(38)
            if champ not in octets:
                raise SystemExit(f"FAUX : l'échantillon n'a plus le nom « {avant} »")
            octets = octets.replace(champ, apres.encode("latin-1").ljust(38), 1)
        chemin = self.chemin("aller-1.txt")
        with open(chemin, "wb") as sortie:
            sortie.write(octets)
        return chemin

    def fichier_d_etude(self):
        """The étude's sample, of today: acknowledgements, actions and a payment about the dossiers of the first file."""
        octets = open(os.path.join(ECHANTILLONS, "etude.txt"), "rb").read()
        chemin = self.chemin("etude.txt")
        with open(chemin, "wb") as sortie:
            sortie.write(octets.replace(b"20260304", b"20260303"))
        return chemin

    def emis(self, nom):
        return open(os.path.join(self.atelier, "echanges", "sortant", nom), "rb").read()

    # The site.

    def servir(self):
        self.processus = subprocess.Popen([PROGRAMME, "servir", *self.options, "--jour", JOUR], stdout=open(self.journal, "ab"), stderr=subprocess.STDOUT, env=self.milieu)
        fin = time.monotonic() + 60
        while time.monotonic() < fin:
            port = re.search(r"adresse=http://127\.0\.0\.1:(\d+)", self.lire_journal())
            if port:
                self.port = int(port.group(1))
                self.url = f"http://127.0.0.1:{self.port}"
                return self
            if self.processus.poll() is not None:
                break
            time.sleep(0.1)
        raise SystemExit("FAUX : le site ne répond pas :\n" + self.lire_journal()[-3000:])

    def lire_journal(self):
        return open(self.journal, encoding="utf-8", errors="replace").read() if os.path.exists(self.journal) else ""

    def fermer(self):
        if self.processus and self.processus.poll() is None:
            self.processus.terminate()
            try:
                self.processus.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.processus.kill()
        shutil.rmtree(self.atelier, ignore_errors=True)
