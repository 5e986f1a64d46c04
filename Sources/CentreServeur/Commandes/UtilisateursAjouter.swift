import ArgumentParser
import Centre
import Registre
import Site

struct UtilisateursAjouter: Commande {
  static let configuration = CommandConfiguration(
    commandName: "ajouter",
    abstract: "Crée un compte et donne le lien, valable 24 heures, où choisir son mot de passe.",
    discussion: """
      Le lien ne se montre qu’une fois : remettez-le à la personne, et à elle seule. Il commence par site.url.

      Exemples :
        centre-serveur utilisateurs ajouter claire.martin --nom "Claire Martin" --exploitant
        centre-serveur utilisateurs ajouter t031012 --nom "Jean Dubois" --poste 031012 --poste 031020
        centre-serveur utilisateurs ajouter e3101 --nom "Anne Albert" --etude E3101
      """)

  @Argument(
    help: ArgumentHelp(
      "Identifiant : lettres sans accent, chiffres, « . », « - », « _ », « @ ».", valueName: "identifiant"))
  var identifiant: String

  @Option(help: ArgumentHelp("Nom montré sur le site.", valueName: "nom"))
  var nom: String

  @OptionGroup var profil: OptionsProfil
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let annuaire = try await registre.lire { try $0.annuaire() }
    let profil = try profil.profil(annuaire)
    let (identifiant, nom) = (identifiant, nom)
    let lien = LienUnique(session.reglages.site, instant: Reglages.montre.instant)
    let cree = try await registre.ecrire { ecriture in
      let cree = try ecriture.creer(
        identifiant: identifiant, nom: nom, profil: profil, instant: Reglages.montre.instant)
      try ecriture.reinitialiser(cree.id, empreinte: lien.empreinte, fin: lien.fin)
      return cree
    }
    session.tell(
      [("utilisateur", JSONValue(cree)), ("lien", .texte(lien.url)), ("fin", .texte(lien.fin.texte))],
      "Compte « \(cree.identifiant) » créé.\n\(lien.phrase)")
    return .fait
  }
}
