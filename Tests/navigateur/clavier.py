"""Une personne au clavier : elle ne clique jamais, elle n'atteint que ce que Tab atteint, et elle voit toujours où elle est."""
import time

from webdriver import BAS, CTRL, DEBUT, ENTREE, ESPACE, MAJ, TAB


class Impasse(Exception):
    """What the keyboard could not do, and on which page."""


class Personne:
    PAS_MAXIMUM = 400

    def __init__(self, navigateur, site):
        self.navigateur, self.site, self.pas = navigateur, site, 0

    # Where am I?

    def lieu(self):
        """What has the focus, once it is seen to have it: the eye too waits for the page to be drawn."""
        for _ in range(40):
            lu = self.foyer()
            if lu["visible"]:
                return lu
            time.sleep(0.05)
        raise Impasse(f"le focus ne se voit pas sur « {lu['label']} » ({lu['balise']}) dans {self.navigateur.url}")

    def foyer(self):
        return self.navigateur.lire(
            "const e = document.activeElement; const l = e.labels && e.labels[0];"
            "const d = e.closest && e.closest('form, section, nav, table, li, fieldset');"
            "return {balise: e.localName, genre: e.type || '', nom: e.name || '', valeur: e.value || '', coche: !!e.checked,"
            " label: (e.getAttribute('aria-label') || (l ? l.innerText : e.innerText) || '').trim().replace(/\\s+/g, ' '),"
            " href: e.getAttribute('href') || '', choix: e.localName === 'select' ? (e.selectedOptions[0] || {text: ''}).text : '',"
            " formulaire: e.form ? e.form.getAttribute('action') : '',"
            " visible: e === document.body || e.localName === 'main' || getComputedStyle(e).outlineStyle !== 'none'};")

    def avancer(self):
        self.pas += 1
        self.navigateur.frapper(TAB)
        return self.lieu()

    def reculer(self):
        self.pas += 1
        self.navigateur.frapper(MAJ, TAB)
        return self.lieu()

    def aller(self, label, balises=("a", "button", "input", "select", "textarea"), formulaire=None, exact=False):
        """Tabs to what has this name; names may say more (« (facultatif) »)."""
        lieu = self.lieu()
        for _ in range(self.PAS_MAXIMUM):
            nom = lieu["label"]
            voulu = nom == label if exact else nom.startswith(label)
            if voulu and lieu["balise"] in balises and (formulaire is None or lieu["formulaire"] == formulaire):
                return lieu
            lieu = self.avancer()
        raise Impasse(f"« {label} » n'est pas atteint par Tab dans {self.navigateur.url} :\n{self.navigateur.texte()[:1500]}")

    # What I do.

    def ecrire(self, label, texte, **ou):
        """Goes to a field and types; a text field reached by Tab is selected, so that typing replaces."""
        lieu = self.aller(label, ("input", "textarea"), **ou)
        if lieu["valeur"]:
            self.navigateur.frapper(CTRL, "a")
        self.navigateur.taper(texte)

    def choisir(self, label, option, **ou):
        """Goes to a list and moves in it by arrows until it shows the option."""
        lieu = self.aller(label, ("select",), **ou)
        self.navigateur.frapper(DEBUT)
        precedent = None
        for _ in range(200):
            lieu = self.lieu()
            if lieu["choix"].startswith(option) or lieu["valeur"] == option:
                return
            if precedent is not None and lieu["choix"] == precedent:
                break
            precedent = lieu["choix"]
            self.navigateur.frapper(BAS)
        raise Impasse(f"la liste « {label} » n'a pas « {option} », elle finit à « {lieu['choix']} »")

    def cocher(self, label, **ou):
        lieu = self.aller(label, ("input",), **ou)
        if not lieu["coche"]:
            self.navigateur.frapper(ESPACE)
        if not self.lieu()["coche"]:
            raise Impasse(f"« {label} » ne se coche pas")

    def suivre(self, label, **ou):
        self.aller(label, ("a",), **ou)
        self.valider()

    def presser(self, label, touche=ENTREE, **ou):
        self.aller(label, ("button",), **ou)
        self.valider(touche)

    def valider(self, touche=ENTREE):
        """A key that leads to another page: nothing is read before it is there."""
        avant = self.navigateur.page_lue()
        self.navigateur.frapper(touche)
        if not self.navigateur.attendre_autre_page(avant):
            raise Impasse(f"aucune page ne vient de {self.navigateur.url} :\n{self.page[:1500]}")

    def demander_fichier(self, label):
        """A link that brings a file: the page stays."""
        self.aller(label, ("a",))
        self.navigateur.frapper(ENTREE)
        return self.navigateur.telecharge()

    def joindre(self, label, chemin):
        self.aller(label, ("input",))
        self.navigateur.deposer(chemin)

    # What I see.

    @property
    def titre(self):
        return self.navigateur.texte("h1").replace("\u00a0", " ")

    @property
    def page(self):
        return self.navigateur.texte("main").replace("\u00a0", " ").replace("\u202f", " ")

    def voir(self, *phrases):
        lue = self.page
        for phrase in phrases:
            if phrase not in lue:
                raise Impasse(f"« {phrase} » n'est pas dans {self.navigateur.url} :\n{lue[:2500]}")

    def ouvrir(self, chemin):
        """An address typed in the browser's bar."""
        self.navigateur.ouvrir(self.site + chemin)

    def entrer(self, identifiant, mot_de_passe):
        self.ouvrir("/connexion")
        self.ecrire("Identifiant", identifiant)
        self.ecrire("Mot de passe", mot_de_passe)
        self.valider()

    def sortir(self):
        self.presser("Se déconnecter")
        self.voir("Vous êtes déconnecté.")
