"""Ce que toute page doit être : du HTML valide, légère, sans rien d'ailleurs, accessible d'après axe-core."""
import json, os, re, subprocess, tempfile

LIMITE = 100 * 1000
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "centre-serveur")
AXE, VNU = os.path.join(CACHE, "axe.min.js"), os.path.join(CACHE, "vnu.jar")


def sobres(pages):
    """Weight, one h1, a language, a title, no script, nothing loaded from elsewhere."""
    fautes = []
    for page in pages:
        lue, octets = page.reponse.page, len(page.reponse.octets)
        if octets >= LIMITE:
            fautes.append(f"{page.nom} pèse {octets} octets")
        if lue.h1 != 1:
            fautes.append(f"{page.nom} a {lue.h1} titres h1")
        if lue.langue != "fr":
            fautes.append(f"{page.nom} n'est pas en français (lang)")
        if not lue.titre.strip():
            fautes.append(f"{page.nom} n'a pas de titre")
        if lue.scripts:
            fautes.append(f"{page.nom} a un script")
        if any(not re.match(r"/[^/]", c) for c in lue.charges):
            fautes.append(f"{page.nom} charge {lue.charges}")
        if re.search(rb'\sstyle="|\son[a-z]+="', page.reponse.octets):
            fautes.append(f"{page.nom} a un style ou un geste écrit dans la page, que sa politique de sécurité refuse")
    return fautes


def valides(pages):
    """The Nu validator, once on all pages."""
    with tempfile.TemporaryDirectory(prefix="pages-") as dossier:
        for rang, page in enumerate(pages):
            with open(os.path.join(dossier, f"{rang:04}.html"), "wb") as sortie:
                sortie.write(page.reponse.octets)
        fait = subprocess.run(["java", "-Xmx512m", "-jar", VNU, "--errors-only", "--format", "json", "--skip-non-html", dossier], capture_output=True, text=True)
        messages = json.loads(fait.stderr)["messages"]
    fautes = []
    for message in messages:
        rang = int(re.search(r"(\d{4})\.html$", message["url"]).group(1))
        fautes.append(f"{pages[rang].nom}, ligne {message.get('lastLine', '?')} : {message['message']} « {message.get('extract', '').strip()} »")
    return fautes


REGLES = "const fin = arguments[arguments.length - 1];" \
    "axe.run(document, {resultTypes: ['violations']}).then(r => fin(r.violations.map(v => v.id + ' : ' + v.help + ' — '" \
    " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))), e => fin(['axe : ' + e]));"


def accessibles(navigateur, nom):
    """axe-core on the page now shown, all its rules."""
    with open(AXE, encoding="utf-8") as source:
        navigateur.lire(source.read())
    return [f"{nom} : {v}" for v in navigateur.lire_plus_tard(REGLES)]
