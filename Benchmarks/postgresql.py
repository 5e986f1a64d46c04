"""PostgreSQL: `recevoir` against `psql \\copy` of the same rows; pages against those on SQLite; growth to two million dossiers."""
import json, os, re, subprocess
import pages
from banc import ACTEURS, DOSSIERS, JOUR, PASSES, PROGRAMME, RACINE, Fait, alterner, dire, mediane, nombre

GRAND = os.environ.get("GRAND") == "1"
CROISSANCE = int(os.environ.get("CROISSANCE", "2000000"))
PETIT = 20_000


class Serveur:
    """The server of `script/postgresql`, durable as in production, for the time of the measures."""

    def __enter__(self):
        self.processus = subprocess.Popen(
            [os.path.join(RACINE, "script", "postgresql"), "bash", "-c", 'echo "$CENTRE_SERVEUR_POSTGRESQL"; read'], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": os.environ["ATELIER"], "CENTRE_SERVEUR_POSTGRESQL_REGLAGES": "-c shared_buffers=1GB -c max_wal_size=8GB"})
        self.adresse = self.processus.stdout.readline().strip()
        assert self.adresse, "le serveur d'essai n'a pas démarré"
        return self

    def __exit__(self, *_):
        self.processus.communicate("\n")

    def psql(self, sql):
        return subprocess.run(["psql", "-qAt", "-v", "ON_ERROR_STOP=1", self.adresse], input=sql, capture_output=True, text=True, check=True).stdout

    def neuve(self, schema):
        """The address of an empty schema of that name."""
        self.psql(f"DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}")
        return f"{self.adresse}&options=-csearch_path%3D{schema}"


def mesurer(atelier, fichier, dossier, tableau):
    """`dossier`: a centre on SQLite that has received the same file."""
    with Serveur() as serveur:
        reception(atelier, fichier, serveur, tableau)
        comparer(atelier, dossier, serveur, tableau)
        if GRAND:
            grandir(atelier, serveur, tableau)


def centre(base, atelier, *mots):
    return Fait([PROGRAMME, *mots, "--base", base, "--echanges", os.path.join(atelier, "echanges-pg"), "--jour", JOUR])


def reception(atelier, fichier, serveur, tableau):
    dire(f"== Réception de {nombre(DOSSIERS)} dossiers sur PostgreSQL, contre psql \\copy des mêmes lignes")

    def recevoir():
        base = serveur.neuve("centre")
        centre(base, atelier, "acteurs", "importer", ACTEURS)
        fait = centre(base, atelier, "recevoir", fichier)
        dire(f"   reçu en {nombre(fait.secondes, 1)} s ({nombre(fait.processeur, 1)} s de processeur, {nombre(fait.memoire)} Mo)")
        return fait

    dire("   une réception pour rien, d'où viennent les lignes du pair")
    recevoir()
    pair = os.path.join(atelier, "pair-pg")
    os.makedirs(pair, exist_ok=True)
    tables = serveur.psql("SELECT tablename FROM pg_tables WHERE schemaname = 'centre' ORDER BY 1").split()
    for table in tables:
        with open(os.path.join(pair, table), "wb") as sortie:
            subprocess.run(["psql", "-q", serveur.adresse, "-c", f"COPY centre.{table} TO STDOUT"], stdout=sortie, check=True)

    def copier():
        base = serveur.neuve("pair")
        centre(base, atelier, "registre", "informations")
        serveur.psql(f"TRUNCATE {', '.join('pair.' + table for table in tables)}")
        script = ["BEGIN;"] + [f"\\copy pair.{table} FROM '{os.path.join(pair, table)}'" for table in tables] + ["COMMIT;"]
        fait = Fait(["psql", "-q", "-v", "ON_ERROR_STOP=1", serveur.adresse], entree="\n".join(script) + "\n")
        lus = int(serveur.psql("SELECT COUNT(*) FROM pair.dossier"))
        assert lus == int(serveur.psql("SELECT COUNT(*) FROM centre.dossier")), lus
        dire(f"   copié en {nombre(fait.secondes, 1)} s")
        return fait

    nous, eux = alterner(PASSES, recevoir, copier)
    rapport = mediane(eux) / mediane(nous)
    tableau.ajouter(f"PostgreSQL : réception de {nombre(DOSSIERS)} dossiers", f"{nombre(mediane(nous), 1)} s, {nombre(DOSSIERS / mediane(nous))} dossiers/s",
                    f"psql \\copy : {nombre(mediane(eux), 1)} s")
    tableau.ajouter("— vitesse contre cette copie", nombre(rapport, 2), "au moins 0,4", rapport >= 0.4)


def comparer(atelier, dossier, serveur, tableau):
    dire("== Pages sur PostgreSQL et sur SQLite, sous wrk")
    base = f"{serveur.adresse}&options=-csearch_path%3Dcentre"
    cookies = {"SQLite": pages.seance(dossier), "PostgreSQL": seance(base, atelier, serveur, "centre")}
    bases = {"SQLite": pages.Serveur(dossier, PROGRAMME), "PostgreSQL": pages.Serveur(atelier, PROGRAMME, base)}
    mesures = {}
    with bases["SQLite"] as a, bases["PostgreSQL"] as b:
        for moteur, url in (("SQLite", a), ("PostgreSQL", b)):
            mesures[moteur] = (url, chemins(url, cookies[moteur]))
        resultats = {(moteur, nom): [] for moteur in mesures for nom in mesures[moteur][1]}
        for _ in range(pages.PASSES_DES_PAGES):
            for moteur, nom in resultats:
                url, voies = mesures[moteur]
                resultats[moteur, nom].append(pages.wrk(url + voies[nom], cookies[moteur], 64))
    for nom in mesures["SQLite"][1]:
        (lite, _), (pg, debit) = (pages.mediane(resultats[moteur, nom]) for moteur in ("SQLite", "PostgreSQL"))
        tableau.ajouter(f"PostgreSQL : {nom}, 64 connexions", pages.debit((pg, debit)), f"{nombre(pg / lite, 1)} fois SQLite ; au plus 2", pg <= 2 * lite)


def chemins(url, cookie):
    liste = pages.lire(f"{url}/dossiers", cookie)
    return {"liste de 50 dossiers": "/dossiers", "page d'un dossier": re.search(rb'href="(/dossiers/\d+)"', liste)[1].decode()}


def seance(base, atelier, serveur, schema):
    secret, empreinte, maintenant = pages.secret()
    centre(base, atelier, *pages.NOUVELLE_ETUDE, os.urandom(4).hex())
    serveur.psql(f"INSERT INTO {schema}.seance(empreinte, utilisateur, ouverte, vue) "
                 f"SELECT '\\x{empreinte.hex()}', MAX(id), {maintenant}, {maintenant} FROM {schema}.utilisateur")
    return secret


def grandir(atelier, serveur, tableau):
    """The same base small, then full: pages as fast, reception too."""
    base = serveur.neuve("grand")
    acteurs = avec_exploitations(atelier)
    centre(base, atelier, "acteurs", "importer", acteurs)
    lot = max(CROISSANCE // 10, PETIT)
    dire(f"== De {nombre(PETIT)} à {nombre(CROISSANCE)} dossiers sur PostgreSQL")
    recevoir(atelier, base, acteurs, PETIT, 1, 1)
    cookie = seance(base, atelier, serveur, "grand")
    petit = a8(atelier, base, cookie)
    faits, premier, rang = [], PETIT + 1, 2
    while premier <= CROISSANCE:
        nombre_du_lot = min(lot, CROISSANCE - premier + 1)
        faits.append((nombre_du_lot, recevoir(atelier, base, acteurs, nombre_du_lot, rang, premier)))
        premier, rang = premier + nombre_du_lot, rang + 1
    serveur.psql("ANALYZE")
    grand = a8(atelier, base, cookie)
    for nom, (attente, debit) in grand.items():
        tableau.ajouter(f"PostgreSQL, {nombre(CROISSANCE)} dossiers : {nom}, 8 connexions", pages.debit((attente, debit)),
                        f"{nombre(attente / petit[nom][0], 1)} fois {nombre(PETIT)} dossiers ; au plus 2, et 50 ms",
                        attente <= 2 * petit[nom][0] and attente < 50)
    debut, fin = (combien / fait.secondes for combien, fait in (faits[0], faits[-1]))
    tableau.ajouter("— réception du dernier dixième", f"{nombre(fin)} dossiers/s", f"{nombre(fin / debut, 2)} fois le premier ; au moins 0,8", fin >= 0.8 * debut)
    octets = int(serveur.psql("SELECT SUM(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'grand'::regnamespace"))
    tableau.ajouter("— place", f"{nombre(octets / 1e9, 1)} Go, {nombre(octets / CROISSANCE)} octets par dossier reçu")


def avec_exploitations(atelier):
    """The actors of the bench, with an exploitation for each file: days that pass would bring the reminders of the first files."""
    with open(ACTEURS) as lu:
        acteurs = json.load(lu)
    acteurs["applications"][0]["exploitations"] = [exploitation(rang) for rang in range(1, 13)]
    fichier = os.path.join(atelier, "acteurs.json")
    with open(fichier, "w") as ecrit:
        json.dump(acteurs, ecrit)
    return fichier


def exploitation(rang):
    return f"{30 + rang:03}"


def recevoir(atelier, base, acteurs, dossiers, rang, premier):
    fichier = os.path.join(atelier, "lot.txt")
    Fait([PROGRAMME, "generer", "aller", "--dossiers", str(dossiers), "--graine", str(rang), "--jour", JOUR, "--acteurs", acteurs,
          "--exploitation", exploitation(rang), "--premier-numero", str(premier), "--sortie", fichier])
    fait = centre(base, atelier, "recevoir", fichier)
    dire(f"   {nombre(dossiers)} dossiers de plus en {nombre(fait.secondes, 1)} s")
    return fait


def a8(atelier, base, cookie):
    with pages.Serveur(atelier, PROGRAMME, base) as url:
        voies = chemins(url, cookie)
        mesures = {nom: [pages.wrk(url + voie, cookie, 8) for _ in range(pages.PASSES_DES_PAGES)] for nom, voie in voies.items()}
        # Words that are searched stand in no address: they are posted.
        jeton = re.search(rb'name="jeton" value="([^"]+)"', pages.lire(f"{url}/dossiers", cookie))[1].decode()
        script = os.path.join(atelier, "recherche.lua")
        with open(script, "w") as lua:
            lua.write(f'wrk.method = "POST"\nwrk.body = "recherche=MARTIN&jeton={jeton}"\n'
                      'wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"\n')
        mesures["recherche d'un nom"] = [pages.wrk(f"{url}/dossiers/recherche", cookie, 8, script) for _ in range(pages.PASSES_DES_PAGES)]
    return {nom: pages.mediane(liste) for nom, liste in mesures.items()}
