import ArgumentParser
import Centre
import Convention
import Registre
import Site

/// Who signs in to the site.
struct GererUtilisateurs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "utilisateurs", abstract: "Comptes du site : ajouter, bloquer, remettre un lien, lister.",
    subcommands: [
      UtilisateursAjouter.self, UtilisateursBloquer.self, UtilisateursDebloquer.self, UtilisateursReinitialiser.self,
      UtilisateursLister.self,
    ])
}

/// For whom an account is: exactly one profession.
struct OptionsProfil: ParsableArguments {
  @Flag(help: "Exploitant du centre.")
  var exploitant = false

  @Option(help: ArgumentHelp("Comptable de ce poste ; se répète.", valueName: "codique"))
  var poste: [String] = []

  @Option(help: ArgumentHelp("Commissaire de justice de cette étude ; se répète.", valueName: "code"))
  var etude: [String] = []

  @Option(help: ArgumentHelp("Direction de ce département.", valueName: "département"))
  var departement: String?

  @Flag(help: "Bureau CL1A : des chiffres seulement.")
  var central = false

  /// Throws when the profession is not one, or a code is not in the directory.
  func profil(_ annuaire: Annuaire) throws -> Profil {
    let choices = [exploitant, !poste.isEmpty, !etude.isEmpty, departement != nil, central].filter { $0 }
    guard choices.count == 1 else {
      throw MauvaisUsage("Un profil, et un seul : --exploitant, --poste, --etude, --departement ou --central.")
    }
    if exploitant { return .exploitant }
    if central { return .central }
    if let departement {
      guard let code = Departement(departement) else { throw MauvaisUsage("Département « \(departement) » inconnu.") }
      return .direction(code)
    }
    return poste.isEmpty ? .etude(try etudes(annuaire)) : .comptable(try postes(annuaire))
  }

  private func postes(_ annuaire: Annuaire) throws -> Set<Codique> {
    Set(
      try poste.map { text in
        guard let code = Codique(text), annuaire.postes[text] != nil else {
          throw DemandeRefusee("Le poste \(text) n’est pas dans l’annuaire (acteurs importer).")
        }
        return code
      })
  }

  private func etudes(_ annuaire: Annuaire) throws -> Set<CodeEtude> {
    Set(
      try etude.map { text in
        guard let code = CodeEtude(text), annuaire.etudes[code] != nil else {
          throw DemandeRefusee("L’étude \(text) n’est pas dans l’annuaire (acteurs importer).")
        }
        return code
      })
  }
}

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

struct UtilisateursReinitialiser: Commande {
  static let configuration = CommandConfiguration(
    commandName: "reinitialiser", abstract: "Ferme les séances d’un compte et donne un nouveau lien de 24 heures.",
    discussion: """
      L’ancien mot de passe et les anciens liens ne valent plus rien.

      Exemples :
        centre-serveur utilisateurs reinitialiser claire.martin
      """)

  @Argument(help: ArgumentHelp("Identifiant du compte.", valueName: "identifiant"))
  var identifiant: String
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let utilisateur = try await compte(identifiant, registre)
    let lien = LienUnique(session.reglages.site, instant: Reglages.montre.instant)
    try await registre.ecrire { try $0.reinitialiser(utilisateur.id, empreinte: lien.empreinte, fin: lien.fin) }
    session.tell(
      [("utilisateur", JSONValue(utilisateur)), ("lien", .texte(lien.url)), ("fin", .texte(lien.fin.texte))],
      lien.phrase)
    return .fait
  }
}

struct UtilisateursBloquer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "bloquer", abstract: "Ferme la porte à un compte : ses séances et ses liens s’arrêtent aussitôt.",
    discussion: """
      Exemples :
        centre-serveur utilisateurs bloquer claire.martin
      """)

  @Argument(help: ArgumentHelp("Identifiant du compte.", valueName: "identifiant"))
  var identifiant: String
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let utilisateur = try await compte(identifiant, registre)
    try await registre.ecrire { try $0.bloquer(utilisateur.id) }
    session.tell([("bloque", .texte(utilisateur.identifiant))], "Compte « \(utilisateur.identifiant) » bloqué.")
    return .fait
  }
}

struct UtilisateursDebloquer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "debloquer", abstract: "Rouvre la porte à un compte bloqué.",
    discussion: """
      Exemples :
        centre-serveur utilisateurs debloquer claire.martin
      """)

  @Argument(help: ArgumentHelp("Identifiant du compte.", valueName: "identifiant"))
  var identifiant: String
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let utilisateur = try await compte(identifiant, registre)
    try await registre.ecrire { try $0.debloquer(utilisateur.id) }
    session.tell([("debloque", .texte(utilisateur.identifiant))], "Compte « \(utilisateur.identifiant) » rouvert.")
    return .fait
  }
}

struct UtilisateursLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Tous les comptes du site, leur profil et leur état.",
    discussion: """
      Exemples :
        centre-serveur utilisateurs lister
        centre-serveur utilisateurs lister --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let comptes = try await registre.lire { try $0.comptes() }
    if session.reglages.json {
      session.ecran.json(.liste(comptes.map { JSONValue($0.utilisateur) }))
      return .fait
    }
    for compte in comptes {
      let utilisateur = compte.utilisateur
      let etat = utilisateur.bloque ? "bloqué" : compte.motDePasse == nil ? "attend son premier mot de passe" : "ouvert"
      session.ecran.ligne("\(utilisateur.identifiant) — \(utilisateur.nom), \(utilisateur.profil.libelle) : \(etat)")
    }
    session.ecran.ligne(accorde(comptes.count, "compte", "comptes") + ".")
    return .fait
  }
}

/// The account of an identifier, or a refusal.
private func compte(_ identifiant: String, _ registre: Registre) async throws -> Utilisateur {
  let folded = Utilisateur.identifiant(identifiant) ?? identifiant
  guard let compte = try await registre.lire({ try $0.compte(identifiant: folded) }) else {
    throw FauteDeCompte.inconnu(folded)
  }
  return compte.utilisateur
}

extension LienUnique {
  fileprivate var phrase: String { "Lien à remettre, valable jusqu’au \(fin.texte) :\n\(url)" }
}

extension JSONValue {
  fileprivate init(_ utilisateur: Utilisateur) {
    self = .objet([
      ("identifiant", .texte(utilisateur.identifiant)), ("nom", .texte(utilisateur.nom)),
      ("metier", .texte(utilisateur.profil.metier.rawValue)),
      ("codes", .liste(utilisateur.profil.codes.map { .texte($0) })), ("bloque", .booleen(utilisateur.bloque)),
    ])
  }
}
