"""Toutes les pages qu'un profil peut atteindre : suivies de lien en lien, puis chaque formulaire envoyé vide, pour ses pages d'erreur."""
import re

# Of each page of the site, as many examples as differ.
EXEMPLES = 3


class Page:
    def __init__(self, role, route, chemin, reponse, formulaire=None):
        self.role, self.route, self.chemin, self.reponse, self.formulaire = role, route, chemin, reponse, formulaire

    @property
    def nom(self):
        comment = f" après {self.formulaire} vide" if self.formulaire else ""
        return f"{self.role} : {self.chemin}{comment}"


def motif(chemin):
    return re.compile("^" + re.sub(r":\w+", "[^/]+", chemin) + "$")


class Cueillette:
    def __init__(self, routes):
        self.routes = [(r, motif(r["chemin"])) for r in routes]
        self.pages, self.fautes, self.vues = [], [], set()

    def route(self, methode, chemin):
        """The first route of the table that this address takes; a written word wins over a parameter, as in the router."""
        trouvees = [r["chemin"] for r, m in self.routes if r["methode"] == methode and m.match(chemin)]
        return min(trouvees, key=lambda c: c.count(":")) if trouvees else None

    def suivre(self, role, visiteur, departs):
        """Every page from these addresses on, following links; downloads are looked at, not kept."""
        attente, connues, nombre = list(departs), set(departs), {}
        while attente:
            chemin = attente.pop(0)
            route = self.route("GET", chemin.split("?")[0])
            if route is None:
                self.fautes.append(f"{role} : un lien mène à {chemin}, qui n'est pas une page du site")
                continue
            genre = (route, chemin.partition("?")[2].split("=")[0])
            if nombre.get(genre, 0) >= EXEMPLES:
                continue
            nombre[genre] = nombre.get(genre, 0) + 1
            reponse = visiteur.lire(chemin)
            if reponse.statut == 303:
                suite = reponse.en_tete("Location")
                if suite not in connues:
                    connues.add(suite)
                    attente.append(suite)
                continue
            if reponse.statut != 200:
                self.fautes.append(f"{role} : le lien {chemin} répond {reponse.statut}")
            self.vues.add((role, route))
            if not reponse.est_html:
                continue
            self.pages.append(Page(role, route, chemin, reponse))
            for lien in reponse.page.liens:
                lien = lien.split("#")[0]
                if lien.startswith("/") and lien not in connues:
                    connues.add(lien)
                    attente.append(lien)

    def envoyer_vides(self, role, visiteur):
        """Each form in which something is typed, sent empty: it refuses, says why, and breaks nothing."""
        faits = set()
        for page in [p for p in self.pages if p.role == role]:
            for formulaire in page.reponse.page.formulaires:
                route = self.route("POST", formulaire.action)
                if formulaire.methode != "post" or not formulaire.saisis or route in faits:
                    continue
                if route is None:
                    self.fautes.append(f"{page.nom} : un formulaire va vers {formulaire.action}, qui n'est pas une page du site")
                    continue
                faits.add(route)
                vides = formulaire.vides
                if formulaire.genre == "multipart/form-data":
                    fichier = next(n for n, g, _ in formulaire.champs if g == "file")
                    reponse = visiteur.envoyer_fichier(formulaire.action, vides, fichier, "", b"")
                else:
                    reponse = visiteur.envoyer(formulaire.action, vides)
                if reponse.statut not in (200, 303, 422):
                    self.fautes.append(f"{page.nom} : le formulaire {formulaire.action} vide répond {reponse.statut}")
                if reponse.est_html:
                    self.pages.append(Page(role, route, page.chemin, reponse, formulaire.action))

    def refusee(self, role, chemin, reponse):
        """A page that says no is a page too."""
        if reponse.est_html:
            self.pages.append(Page(role, f"refus {reponse.statut}", chemin, reponse))

    def differentes(self, role):
        """One page of each kind (two of those that name something), and one after each form: filled otherwise they are alike."""
        vues, choisies = {}, []
        for page in self.pages:
            if page.role != role:
                continue
            genre = (page.route, page.formulaire and self.route("POST", page.formulaire))
            vues[genre] = vues.get(genre, 0) + 1
            if vues[genre] <= (2 if ":" in page.route and not page.formulaire else 1):
                choisies.append(page)
        return choisies

    def manquantes(self, role, metier):
        """Pages open to this profession that no link reaches."""
        ouvertes = {r["chemin"] for r, _ in self.routes if r["methode"] == "GET" and (r["metiers"] is None or metier in r["metiers"])}
        return sorted(ouvertes - {route for qui, route in self.vues if qui == role})
