"""All the measures, in order; the table on the standard output, the progress on the other."""
import os, platform, shutil, sqlite3, subprocess, sys, tempfile
from banc import ACTEURS, DOSSIERS, JOUR, PASSES, PROGRAMME, Fait, Tableau, dire, nombre
import decodage, pages, pesit, postgresql, preuve, reception, retours

MESURES = set(sys.argv[1:]) or {"decodage", "reception", "retours", "preuve", "pages", "postgresql", "pesit"}


def version(*commande):
    return subprocess.run(commande, capture_output=True, text=True).stdout.split("\n")[0].strip()


def machine():
    cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    memoire = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    print(f"Machine : {os.cpu_count()} cœurs {cpu}, {nombre(memoire)} Go de mémoire, Linux {platform.release()}.")
    print(f"Versions : centre-serveur {version(PROGRAMME, '--version')} ; {version('swift', '--version')} ; Python {platform.python_version()} ; "
          f"sqlite3 {version('sqlite3', '--version').split()[0]}.")
    print(f"Médianes de {PASSES} passes, le programme et son pair à tour de rôle ; {nombre(DOSSIERS)} dossiers.\n", flush=True)


def centre(atelier, tableau):
    dire(f"== Fabrication d'un aller de {nombre(DOSSIERS)} dossiers dans {atelier}")
    fichier = os.path.join(atelier, "aller.txt")
    Fait([PROGRAMME, "generer", "aller", "--dossiers", str(DOSSIERS), "--graine", "7", "--jour", JOUR, "--acteurs", ACTEURS,
          "--sortie", fichier])
    dire(f"   {nombre(os.path.getsize(fichier) / 1e6)} Mo")
    if "decodage" in MESURES:
        decodage.mesurer(fichier, tableau)
    if MESURES & {"reception", "retours", "preuve", "pages", "postgresql"}:
        base = reception.mesurer(atelier, fichier, tableau)
        shutil.rmtree(os.path.join(atelier, "pair"), ignore_errors=True)
        evenements = sqlite3.connect(os.path.join(base, "base.sqlite")).execute("SELECT MAX(position) FROM journal").fetchone()[0]
        if "retours" in MESURES:
            retours.mesurer(base, evenements, tableau)
        if "preuve" in MESURES:
            preuve.mesurer(base, evenements, tableau)
        if "pages" in MESURES:
            pages.mesurer(base, tableau)
        if "postgresql" in MESURES:
            postgresql.mesurer(atelier, fichier, base, tableau)


def main():
    machine()
    tableau = Tableau()
    atelier = tempfile.mkdtemp(prefix="bench-", dir=os.environ["ATELIER"])
    try:
        if "pesit" in MESURES:
            pesit.mesurer(tableau)
        if MESURES - {"pesit"}:
            centre(atelier, tableau)
    finally:
        shutil.rmtree(atelier, ignore_errors=True)
    tableau.ecrire()
    if tableau.manques:
        sys.exit(f"{tableau.manques} borne(s) manquée(s).")


main()
