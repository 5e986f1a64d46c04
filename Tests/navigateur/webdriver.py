"""Un client W3C WebDriver réduit à ce que ces essais demandent : chromium-driver, bibliothèque standard seule."""
import base64, json, os, shutil, socket, subprocess, tempfile, time, urllib.error, urllib.request

# Never through a proxy: everything here is on this machine.
OUVREUR = urllib.request.build_opener(urllib.request.ProxyHandler({}))

# Keys that have no character (WebDriver, § 17.4.2).
TAB, ENTREE, ESPACE, MAJ, CTRL, DEBUT, BAS = "\ue004", "\ue007", " ", "\ue008", "\ue009", "\ue011", "\ue015"


class FauteWebDriver(Exception):
    pass


def port_libre():
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        return prise.getsockname()[1]


class Pilote:
    """chromedriver, le temps de quelques navigateurs."""

    def __init__(self):
        self.adresse = f"http://127.0.0.1:{port_libre()}"
        self.journal = tempfile.TemporaryFile()
        port = self.adresse.rsplit(":", 1)[1]
        self.processus = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=self.journal, stderr=self.journal)
        for _ in range(200):
            try:
                if self.appel("GET", "/status")["ready"]:
                    return
            except OSError:
                time.sleep(0.05)
        raise FauteWebDriver("chromedriver ne répond pas")

    def appel(self, methode, chemin, corps=None):
        donnees = None if corps is None else json.dumps(corps).encode()
        demande = urllib.request.Request(self.adresse + chemin, donnees, {"Content-Type": "application/json"}, method=methode)
        try:
            with OUVREUR.open(demande, timeout=60) as reponse:
                return json.load(reponse)["value"]
        except urllib.error.HTTPError as faute:
            raise FauteWebDriver(json.load(faute)["value"]["message"].split("\n")[0]) from None

    def fermer(self):
        self.processus.terminate()
        self.processus.wait()
        self.journal.close()


class Navigateur:
    """Une fenêtre de chromium sans tête, avec ou sans JavaScript."""

    def __init__(self, pilote, javascript=False, largeur=1280, hauteur=900):
        self.pilote = pilote
        self.telechargements = tempfile.mkdtemp(prefix="telecharges-")
        preferences = {
            "download.default_directory": self.telechargements,
            "download.prompt_for_download": False,
            "credentials_enable_service": False,
            "profile.password_manager_leak_detection": False,
        }
        if not javascript:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=fr", "--hide-scrollbars",
                     "--no-first-run", "--disable-background-networking", "--no-proxy-server", f"--window-size={largeur},{hauteur}"],
            "prefs": preferences,
        }
        capacites = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"performance": "ALL", "browser": "ALL"}}
        self.seance = pilote.appel("POST", "/session", {"capabilities": {"alwaysMatch": capacites}})["sessionId"]
        # A window without a screen is never in front: the page is told that it is.
        self.cdp("Emulation.setFocusEmulationEnabled", enabled=True)

    def appel(self, methode, chemin, corps=None):
        return self.pilote.appel(methode, f"/session/{self.seance}{chemin}", corps)

    def fermer(self):
        self.appel("DELETE", "")
        shutil.rmtree(self.telechargements, ignore_errors=True)

    # Going and reading.

    def ouvrir(self, url):
        self.appel("POST", "/url", {"url": url})

    @property
    def url(self):
        return self.appel("GET", "/url")

    @property
    def source(self):
        return self.appel("GET", "/source")

    def lire(self, script, *arguments):
        """Runs a script of the driver in the page, to read it and nothing else."""
        return self.appel("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def lire_plus_tard(self, script, *arguments):
        """As `lire`, for a script that answers by calling its last argument."""
        return self.appel("POST", "/execute/async", {"script": script, "args": list(arguments)})

    def texte(self, css="main"):
        return self.lire("const e = document.querySelector(arguments[0]); return e ? e.innerText : ''", css)

    def textes(self, css):
        return self.lire("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())", css)

    # The keyboard.

    def frapper(self, *touches):
        """Presses keys together: the first ones stay down while the last is pressed."""
        gestes = [{"type": "keyDown", "value": t} for t in touches] + [{"type": "keyUp", "value": t} for t in reversed(touches)]
        self.appel("POST", "/actions", {"actions": [{"type": "key", "id": "clavier", "actions": gestes}]})

    def taper(self, texte):
        gestes = [{"type": g, "value": t} for t in texte for g in ("keyDown", "keyUp")]
        self.appel("POST", "/actions", {"actions": [{"type": "key", "id": "clavier", "actions": gestes}]})

    def deposer(self, chemin):
        """Gives a file to the field that has the focus: its dialog belongs to the system, no driver reaches it."""
        element = next(iter(self.appel("GET", "/element/active").values()))
        self.appel("POST", f"/element/{element}/value", {"text": chemin})

    def page_lue(self):
        return self.lire("return performance.timeOrigin")

    def attendre_autre_page(self, avant, secondes=60):
        """Whether another page than the one read before is there, whole."""
        fin = time.monotonic() + secondes
        while time.monotonic() < fin:
            try:
                if self.lire("return document.readyState === 'complete' && performance.timeOrigin") not in (avant, False):
                    return True
            except FauteWebDriver:
                pass  # Between two pages.
            time.sleep(0.02)
        return False

    def montrer(self, html):
        """Shows in this page the very bytes of another of the same site; for looking at what was answered to a form."""
        self.lire("document.open(); document.write(arguments[0]); document.close()", html)
        fin = time.monotonic() + 30
        while time.monotonic() < fin:
            if self.lire("return document.readyState === 'complete' && document.styleSheets.length > 0"):
                return
            time.sleep(0.02)
        raise FauteWebDriver("la page ne s'affiche pas")

    # What was loaded, and pictures.

    def adresses_chargees(self):
        """Every address asked for since the last call."""
        adresses = []
        for ligne in self.appel("POST", "/se/log", {"type": "performance"}):
            message = json.loads(ligne["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                adresses.append(message["params"]["request"]["url"])
        return adresses

    def taille(self, largeur, hauteur):
        self.cdp("Emulation.setDeviceMetricsOverride", width=largeur, height=hauteur, deviceScaleFactor=1, mobile=False)

    def capture(self):
        return base64.b64decode(self.cdp("Page.captureScreenshot", captureBeyondViewport=False)["data"])

    def cdp(self, commande, **parametres):
        return self.appel("POST", "/goog/cdp/execute", {"cmd": commande, "params": parametres})

    def telecharge(self, secondes=20):
        """The bytes and the name of the only file downloaded since the last call."""
        fin = time.monotonic() + secondes
        while time.monotonic() < fin:
            noms = [n for n in os.listdir(self.telechargements) if not n.endswith(".crdownload") and not n.startswith(".")]
            if len(noms) == 1 and len(os.listdir(self.telechargements)) == 1:
                chemin = os.path.join(self.telechargements, noms[0])
                octets = open(chemin, "rb").read()
                os.remove(chemin)
                return noms[0], octets
            time.sleep(0.05)
        raise FauteWebDriver(f"aucun fichier téléchargé en {secondes} s")
