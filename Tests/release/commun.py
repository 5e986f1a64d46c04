"""Ce que partagent les contrôles du programme sur PostgreSQL : un serveur d'essai, des schémas, un centre mené par ses commandes."""
import json, os, resource, subprocess, sys

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


def schema(nom, base="postgres"):
    """The address of a schema of its own, through the server's socket."""
    adresse = os.environ["CENTRE_SERVEUR_POSTGRESQL"].replace("///postgres?", f"///{base}?")
    subprocess.run(["psql", "-q", adresse, "-c", f"CREATE SCHEMA {nom}"], check=True)
    return adresse + f"&options=-csearch_path%3D{nom}"


def pg_ctl(dossier, *mots, taille=None):
    """As the user who owns the server: it refuses root. `taille`: bytes that a file of the server may have, at most."""
    binaires = sorted(os.listdir("/usr/lib/postgresql"), key=int)[-1]
    commande = [f"/usr/lib/postgresql/{binaires}/bin/pg_ctl", "-D", os.path.join(dossier, "base"), "-w", *mots]
    if os.getuid() == 0:
        commande = ["runuser", "-u", "postgres", "--", *commande]
    subprocess.run(commande, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=dossier,
                   preexec_fn=taille and (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (taille, taille))))


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
