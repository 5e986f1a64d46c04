"""Ce que chacun vient faire sur le site, au clavier seul et sans JavaScript."""
import csv, io, re

from centre import MOT_DE_PASSE, PERSONNES
from clavier import Impasse, Personne
from webdriver import BAS, ENTREE, ESPACE


def exiger(condition, phrase):
    if not condition:
        raise Impasse(phrase)


def entrer(personne, role):
    identifiant, nom, _ = PERSONNES[role]
    personne.entrer(identifiant, MOT_DE_PASSE)
    exiger(nom in personne.navigateur.texte("header"), f"« {nom} » devrait être connecté : {personne.titre}\n{personne.page}")


def premiere_connexion(personne, centre, role):
    """The one-time link, a password refused, then one accepted; the door; out again."""
    personne.ouvrir(centre.liens[role])
    personne.voir("Choisir votre mot de passe")
    exiger(personne.lieu()["nom"] == "nouveau", "le premier champ attend la frappe sans qu'on le cherche")
    personne.ecrire("Nouveau mot de passe", "court")
    personne.ecrire("Le même", "court")
    exiger(personne.reculer()["nom"] == "nouveau", "Maj+Tab revient au champ d'avant")
    personne.valider()
    personne.voir("Le mot de passe doit avoir au moins 12 caractères.")
    personne.ecrire("Nouveau mot de passe", MOT_DE_PASSE)
    personne.ecrire("Le même", MOT_DE_PASSE)
    personne.presser("Enregistrer le mot de passe")
    personne.voir("Votre mot de passe est enregistré")
    entrer(personne, role)


def ouvrir_dossier(personne, numero):
    """Finds a dossier by its number, as one would read it on a letter."""
    personne.suivre("Dossiers", exact=True)
    personne.ecrire("Rechercher", numero)
    personne.valider()
    personne.suivre(numero)
    exiger(numero in personne.titre, f"la page du dossier {numero} : {personne.titre}")


def accuser(personne, numero):
    ouvrir_dossier(personne, numero)
    personne.suivre("Accuser réception")
    personne.ecrire("Votre référence", "26/0117")
    personne.presser("Accuser réception", ESPACE)
    personne.voir("L’accusé de réception est enregistré.", "26/0117")


def encaisser(personne, numero):
    """A payment with a slip of the hand, then right; the balance falls by as much, to the cent."""
    ouvrir_dossier(personne, numero)
    avant = reste(personne)
    personne.suivre("Noter un encaissement")
    personne.ecrire("Montant reçu", "douze euros")
    choisir_le_premier(personne, "Moyen")
    choisir_le_premier(personne, "À l’ordre de")
    choisir_le_premier(personne, "Circuit de reversement")
    personne.presser("Noter un encaissement")
    faute = personne.navigateur.textes("[aria-invalid=true]")
    exiger(len(faute) == 1, f"un champ en erreur attendu, {len(faute)} trouvé :\n{personne.page}")
    exiger(personne.lieu()["nom"] == "montant_recu", "après un refus, la frappe reprend au champ fautif")
    exiger(personne.lieu()["valeur"] == "douze euros", "ce qui a été tapé reste")
    personne.ecrire("Montant reçu", "12,34")
    personne.presser("Noter un encaissement")
    personne.voir("L’encaissement est enregistré.")
    # Paid to the étude and known by its sum alone: 7,52 of fee with tax (the minimum), the rest on the debt.
    exiger(reste(personne) == avant - 482, f"reste dû : {avant} puis {reste(personne)}")


def reste(personne):
    """What is still due, in cents, as the page says it."""
    trouve = re.search(r"Reste dû\s*([\d ]+),(\d\d)", personne.page)
    exiger(trouve, f"aucun reste dû dans la page :\n{personne.page[:800]}")
    return int(trouve[1].replace(" ", "")) * 100 + int(trouve[2])


def choisir_le_premier(personne, label):
    """The first real choice of a list, by one arrow."""
    personne.aller(label, ("select",))
    personne.navigateur.frapper(BAS)
    exiger(personne.lieu()["valeur"], f"la liste « {label} » n'a rien à choisir")


def demander_prolongation(personne, numero):
    ouvrir_dossier(personne, numero)
    personne.suivre("Demander une prolongation")
    personne.ecrire("Nouvelle fin souhaitée", "30/06/2026")
    choisir_le_premier(personne, "Motif")
    personne.presser("Demander une prolongation")
    personne.voir("La demande de prolongation est envoyée au comptable.")


def accorder(personne, numero):
    """From the list of what waits for a decision."""
    personne.suivre("Prolongations", exact=True)
    personne.suivre(f"Accorder, demande {numero}")
    exiger(personne.aller("Nouvelle fin", ("input",))["valeur"] == "30/06/2026", "la date demandée est proposée")
    personne.presser("Accorder une prolongation")
    personne.voir("La prolongation est accordée.", "30/06/2026")


def resoudre(personne):
    """An address that leaves a choice: the exploitant sends the dossier to one étude."""
    personne.suivre("Quarantaine", exact=True)
    avant = len(personne.navigateur.textes("main table:first-of-type tbody tr"))
    numero = personne.navigateur.textes("main table a")[0]
    personne.suivre(numero)
    personne.voir("Pourquoi elle attend")
    personne.presser("Remettre le dossier")
    exiger(personne.lieu()["nom"] == "choix", "sans choix, la frappe revient à la liste")
    choisir_le_premier(personne, "Code postal et étude")
    personne.presser("Remettre le dossier")
    personne.voir("Le dossier est remis à l’étude")
    exiger(len(personne.navigateur.textes("main table:first-of-type tbody tr")) == avant - 1, "un dossier de moins attend")
    ouvrir_dossier(personne, numero)
    personne.voir("E310")


def exporter(personne):
    """The list as CSV: UTF-8 with its mark, semicolons, decimal commas, no cell that a spreadsheet would run."""
    personne.suivre("Dossiers", exact=True)
    compte = int(re.search(r"(\d+) dossiers?", personne.navigateur.texte(".resume"))[1])
    nom, octets = personne.demander_fichier("CSV")
    exiger(nom.endswith(".csv") and octets.startswith(b"\xef\xbb\xbf"), f"{nom} commence par {octets[:8]!r}")
    lignes = list(csv.reader(io.StringIO(octets[3:].decode("utf-8")), delimiter=";"))
    exiger(len(lignes) == compte + 1, f"{compte} dossiers dans la page, {len(lignes) - 1} dans le fichier")
    exiger(len(lignes[0]) > 5 and all(len(l) == len(lignes[0]) for l in lignes), "des lignes de longueurs différentes")
    tout = [cellule for ligne in lignes for cellule in ligne]
    exiger(any(re.fullmatch(r"\d+,\d\d", c) for c in tout), "aucun montant à virgule décimale")
    exiger(not any(re.fullmatch(r"\d+\.\d\d", c) for c in tout), "un montant à point décimal")
    exiger(not any(c[:1] in "=+-@" and c for c in tout), f"une cellule active : {[c for c in tout if c[:1] in '=+-@' and c][:3]}")
    exiger(any("=HYPERLINK" in c for c in tout), "le nom qui commence par = doit être là, neutralisé")
    nom, octets = personne.demander_fichier("tableur XLSX")
    exiger(nom.endswith(".xlsx") and octets.startswith(b"PK"), f"{nom} : {octets[:4]!r}")


def saisir_demande(personne):
    """A demand with two titres, kept at every step; a wrong total is refused, then put right."""
    personne.suivre("Saisir une demande", exact=True)
    personne.presser("Commencer une demande")
    numero = re.search(r"Demande (\S+)", personne.titre)[1]
    personne.ecrire("Total réclamé", "200,00")
    personne.presser("Ajouter un redevable")
    personne.ecrire("Nom ou raison sociale", "VILLENEUVE")
    personne.ecrire("Prénom", "Zoé")
    personne.ecrire("Numéro et voie", "3 RUE DU PORT")
    personne.ecrire("Code postal", "31770")
    personne.ecrire("Commune", "COLOMIERS")
    personne.presser("Enregistrer", exact=True)
    personne.presser("Ajouter un titre")
    titre(personne, "4501", "01/06/2025", "123,40")
    personne.presser("Enregistrer et ajouter un titre")
    exiger(personne.aller("Créancier", ("input",))["valeur"] == "COMMUNE DE COLOMIERS", "le créancier du titre d'avant est proposé")
    titre(personne, "812", "01/09/2025", "59,10")
    personne.presser("Enregistrer", exact=True)
    personne.voir("Somme des titres : 182,50")
    personne.presser("Transmettre la demande")
    personne.voir("La demande n’est pas transmise")
    personne.ecrire("Total réclamé", "182,50")
    personne.presser("Transmettre la demande", ESPACE)
    personne.voir("La demande est transmise.", "182,50", "E3101")
    exiger(numero in personne.titre, f"la page du dossier {numero} : {personne.titre}")


def titre(personne, numero, emission, montant):
    personne.ecrire("Créancier", "COMMUNE DE COLOMIERS")
    if not personne.aller("Nature du créancier", ("select",))["valeur"]:
        choisir_le_premier(personne, "Nature du créancier")
    personne.ecrire("Code de la collectivité", "600")
    personne.ecrire("Exercice", "2025")
    personne.ecrire("Numéro du titre", numero)
    personne.ecrire("Date d’émission du titre", emission)
    personne.choisir("Nature de la créance", "EAU")
    personne.ecrire("Montant du titre", montant)


TABLEUR = """Demande;Catégorie de créance;Nom;Prénom;Adresse;Code postal;Ville;Nature de la collectivité;Code collectivité;Budget;Collectivité;N° titre;Exercice;Date d'émission;Montant;Reste dû;Nature
T-1;CEP;DUPRÉ;Éloïse;3 rue des Lilas;31770;COLOMIERS;commune;600;00;Commune de Colomiers;345;2025;17/11/2025;234,56;234,56;EAU
T-2;CEP;MARTIN;;1 place du Port;31770;COLOMIERS;commune;600;00;Commune de Colomiers;1;2025;30/02/2025;10;10;EAU
"""


def importer_tableur(personne, centre):
    """Two demands by spreadsheet, one with a date that does not exist: it alone is set aside, by its row."""
    personne.suivre("Tableur", exact=True)
    nom, octets = personne.demander_fichier("Télécharger le modèle")
    exiger(nom.endswith(".xlsx") and octets.startswith(b"PK"), f"le modèle : {nom}")
    chemin = centre.chemin("demandes.csv")
    with open(chemin, "w", encoding="utf-8") as sortie:
        sortie.write(TABLEUR)
    personne.joindre("Tableur", chemin)
    personne.presser("Importer", exact=True)
    personne.voir("2 lignes lues", "1 demande transmise", "T-2", "cette date n")
    exiger(len(personne.navigateur.textes("main tbody tr")) == 1, "une seule ligne est refusée")
    ouvrir_dossier(personne, "T-1")
    personne.voir("234,56")


def deposer_fichier(personne, centre):
    """The étude's own file, its result, then the same again; and what the centre has for it, to the byte."""
    personne.suivre("Fichiers", exact=True)
    personne.joindre("Fichier d’étude", centre.fichier_d_etude())
    personne.presser("Déposer le fichier")
    personne.voir("Fichier accepté", "Messages acceptés")
    personne.suivre("Fichiers", exact=True)
    personne.joindre("Fichier d’étude", centre.fichier_d_etude())
    personne.presser("Déposer le fichier")
    personne.voir("déjà reçu")
    personne.suivre("Fichiers", exact=True)
    emis = [n for n in personne.navigateur.textes("main td a") if n.startswith("AL.")][0]
    nom, octets = personne.demander_fichier(emis)
    exiger(octets == centre.emis(emis), f"{nom} n'est pas, à l'octet près, le fichier émis")


def accuser_plusieurs(personne):
    personne.suivre("Accusés de réception", exact=True)
    personne.presser("Accuser réception des dossiers cochés")
    personne.voir("cochez au moins un dossier")
    cases = personne.navigateur.lire("return [...document.querySelectorAll('main input[type=checkbox]')].map(e => e.getAttribute('aria-label'))")
    for case in cases[:2]:
        personne.cocher(case)
    personne.presser("Accuser réception des dossiers cochés")
    personne.voir("2 accusés enregistrés.")


def sortir(personne):
    personne.sortir()
    personne.ouvrir("/dossiers")
    exiger(personne.titre == "Connexion", "après la sortie, une page mène à la porte")


def tout(navigateur, centre):
    """Every walk, in the order of a dossier's life."""
    personne = Personne(navigateur, centre.url)
    exiger(personne.navigateur.lire("return document.readyState") is not None, "le navigateur se lit")
    faits = []

    def pas(nom, action, *mots):
        action(personne, *mots)
        faits.append(nom)

    pas("première connexion de l'étude", premiere_connexion, centre, "etude")
    pas("accusé de réception", accuser, "DEM2026-000101")
    pas("encaissement", encaisser, "DEM2026-000101")
    pas("demande de prolongation", demander_prolongation, "DEM2026-000101")
    pas("accusés de plusieurs dossiers", accuser_plusieurs)
    pas("dépôt d'un fichier d'étude", deposer_fichier, centre)
    pas("sortie", sortir)
    pas("première connexion du comptable", premiere_connexion, centre, "comptable")
    pas("prolongation accordée", accorder, "DEM2026-000101")
    pas("export", exporter)
    pas("saisie d'une demande à deux titres", saisir_demande)
    pas("import d'un tableur", importer_tableur, centre)
    pas("sortie", sortir)
    pas("première connexion de l'exploitant", premiere_connexion, centre, "exploitant")
    pas("adresse ambiguë résolue", resoudre)
    pas("sortie", sortir)
    for role in ("direction", "central"):
        pas(f"première connexion : {role}", premiere_connexion, centre, role)
        pas("sortie", sortir)
    return faits, personne.pas
