"""Un visiteur sans navigateur : des requêtes HTTP vraies, ses témoins, ses formulaires."""
import http.client, urllib.parse
from html.parser import HTMLParser


class Formulaire:
    def __init__(self, action, methode, genre):
        self.action, self.methode, self.genre, self.champs, self.boutons = action, methode, genre, [], []

    @property
    def valeurs(self):
        return {nom: valeur for nom, genre, valeur in self.champs if genre not in ("file", "checkbox", "radio")}

    @property
    def saisis(self):
        """Names of what a person fills in."""
        return [nom for nom, genre, _ in self.champs if genre != "hidden"]

    @property
    def vides(self):
        """What is sent when nothing is typed: hidden fields, and the first choice of each list."""
        garde = {nom for nom, genre, _ in self.champs if genre in ("hidden", "select")}
        return {nom: valeur if nom in garde else "" for nom, valeur in self.valeurs.items()}


class Lecteur(HTMLParser):
    """What the checks need of a page: its links, forms, heads, and whatever it loads."""

    def __init__(self, texte):
        super().__init__(convert_charrefs=True)
        self.liens, self.formulaires, self.charges, self.h1, self.titre, self.langue = [], [], [], 0, "", ""
        self.scripts = 0
        self._formulaire, self._choix, self._titre = None, False, False
        self.feed(texte)

    def handle_starttag(self, balise, attributs):
        a = dict(attributs)
        if balise == "a" and a.get("href"):
            self.liens.append(a["href"])
        elif balise == "form":
            self._formulaire = Formulaire(a.get("action", ""), a.get("method", "get").lower(), a.get("enctype", ""))
            self.formulaires.append(self._formulaire)
        elif balise in ("input", "textarea", "select", "button") and self._formulaire is not None:
            genre = a.get("type", "") if balise in ("input", "button") else balise
            if "hidden" in a:
                genre = "hidden"
            if balise == "button":
                self._formulaire.boutons.append((a.get("name"), a.get("value", ""), a.get("formaction")))
            elif a.get("name"):
                self._formulaire.champs.append((a["name"], genre, a.get("value") or ""))
                self._choix = balise == "select"
        elif balise == "option" and self._formulaire is not None and (self._choix or "selected" in a):
            # What the browser sends: the option chosen, else the first.
            nom, genre, _ = self._formulaire.champs[-1]
            self._formulaire.champs[-1] = (nom, genre, a.get("value") or "")
            self._choix = False
        elif balise == "html":
            self.langue = a.get("lang", "")
        elif balise == "h1":
            self.h1 += 1
        elif balise == "title":
            self._titre = True
        elif balise == "script":
            self.scripts += 1
        for nom in ("src", "srcset", "poster", "data"):
            if a.get(nom):
                self.charges.append(a[nom])
        if balise == "link":
            self.charges.append(a.get("href", ""))

    def handle_endtag(self, balise):
        if balise == "form":
            self._formulaire = None
        elif balise == "title":
            self._titre = False

    def handle_data(self, texte):
        if self._titre:
            self.titre += texte


class Reponse:
    def __init__(self, statut, en_tetes, octets, url):
        self.statut, self.en_tetes, self.octets, self.url = statut, en_tetes, octets, url

    def en_tete(self, nom):
        return self.en_tetes.get(nom) or ""

    @property
    def est_html(self):
        return self.en_tete("Content-Type").startswith("text/html")

    @property
    def texte(self):
        return self.octets.decode("utf-8", "replace")

    @property
    def page(self):
        return Lecteur(self.texte)

    def formulaire(self, action):
        for formulaire in self.page.formulaires:
            if formulaire.action == action:
                return formulaire
        raise SystemExit(f"FAUX : aucun formulaire vers {action} dans {self.url}")


class Visiteur:
    def __init__(self, port, temoins=None):
        self.port, self.temoins = port, dict(temoins or {})

    def demander(self, methode, chemin, corps=None, en_tetes=None):
        liaison = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            tous = dict(en_tetes or {})
            if self.temoins:
                tous["Cookie"] = "; ".join(f"{n}={v}" for n, v in self.temoins.items())
            liaison.request(methode, chemin, corps, tous)
            recu = liaison.getresponse()
            for nom, valeur in recu.getheaders():
                if nom.lower() == "set-cookie":
                    temoin, _, reste = valeur.partition(";")
                    cle, _, texte = temoin.partition("=")
                    if texte and "Max-Age=0" not in reste:
                        self.temoins[cle] = texte
                    else:
                        self.temoins.pop(cle, None)
            return Reponse(recu.status, recu.headers, recu.read(), chemin)
        finally:
            liaison.close()

    def lire(self, chemin):
        return self.demander("GET", chemin)

    def envoyer(self, chemin, champs):
        corps = urllib.parse.urlencode(champs).encode()
        return self.demander("POST", chemin, corps, {"Content-Type": "application/x-www-form-urlencoded"})

    def envoyer_fichier(self, chemin, champs, nom, fichier, octets, genre="application/octet-stream"):
        borne = b"----borne-d-essai"
        parts = [b'--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (borne, n.encode(), v.encode()) for n, v in champs.items()]
        parts.append(b'--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: %s\r\n\r\n%s\r\n'
                     % (borne, nom.encode(), fichier.encode(), genre.encode(), octets))
        corps = b"".join(parts) + b"--%s--\r\n" % borne
        return self.demander("POST", chemin, corps, {"Content-Type": "multipart/form-data; boundary=" + borne.decode()})

    def choisir_mot_de_passe(self, lien, mot_de_passe):
        formulaire = self.lire(lien).formulaire(lien)
        return self.envoyer(lien, {**formulaire.valeurs, "nouveau": mot_de_passe, "repete": mot_de_passe})

    def entrer(self, identifiant, mot_de_passe):
        formulaire = self.lire("/connexion").formulaire("/connexion")
        return self.envoyer("/connexion", {**formulaire.valeurs, "identifiant": identifiant, "mot_de_passe": mot_de_passe})
