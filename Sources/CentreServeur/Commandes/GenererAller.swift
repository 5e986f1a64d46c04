import Adresses
import ArgumentParser
import Convention
import Foundation
import Generation
import Interface
import Registre

struct GenererAller: Commande {
  static let configuration = CommandConfiguration(
    commandName: "aller", abstract: "Fabrique un fichier de demandes, et ce qu’un centre doit en conclure.",
    discussion: """
      Personnes, sociétés et créances sont inventées ; les communes viennent de la table officielle, dans les ressorts des \
      études sous contrat. La même graine donne les mêmes octets. À côté du fichier F, F.attendu.json dit combien de \
      demandes sont acceptées, lesquelles sont rejetées et pourquoi, et les totaux.

      Défauts, en pour cent des demandes, un au plus par demande ; « tous » se partage entre les autres :
      \(DefautAller.allCases.map { "  \($0.rawValue) : \($0.texte)" }.joined(separator: "\n"))

      Exemples :
        centre-serveur generer aller --acteurs referentiel.json --dossiers 2000
        centre-serveur --jour 2026-03-02 generer aller --dossiers 100000 --graine 7 --defauts tous=2
        centre-serveur generer aller --defauts titre-ampute=0.5,code-absent=3 --sortie essai.txt
        centre-serveur generer aller --sequence 2 --premier-numero 2001 --precedent AL.HELIOS.031.20260302.000001
      """)

  @Option(
    help: ArgumentHelp(
      "Annuaire (YAML ou JSON) des postes et des études ; celui de la base si rien n’est dit.", valueName: "fichier"))
  var acteurs: String?

  @Option(help: ArgumentHelp("Nombre de demandes.", valueName: "nombre"))
  var dossiers = 100

  @Option(help: ArgumentHelp("Graine du tirage.", valueName: "nombre"))
  var graine: UInt64 = 1

  @Option(help: ArgumentHelp("Application d’origine ; la première de l’annuaire si rien n’est dit.", valueName: "code"))
  var application: String?

  @Option(help: ArgumentHelp("Exploitation ; la première de l’application si rien n’est dit.", valueName: "code"))
  var exploitation: String?

  @Option(help: ArgumentHelp("Numéro du fichier dans sa suite.", valueName: "nombre"))
  var sequence = 1

  @Option(help: ArgumentHelp("Numéro de la première demande.", valueName: "nombre"))
  var premierNumero = 1

  @Option(
    help: ArgumentHelp(
      "Codes postaux où vivent les redevables ; les ressorts des études si rien n’est dit.", valueName: "codes"))
  var codesPostaux: String?

  @Option(help: ArgumentHelp("Défauts et leurs taux en pour cent : nom=0.5,nom=2,tous=1.", valueName: "liste"))
  var defauts: String?

  @Option(help: ArgumentHelp("Actualisations pour mille demandes.", valueName: "nombre"))
  var actualisations = 30

  @Option(
    help: ArgumentHelp(
      "Fichier déjà fabriqué, dont les demandes peuvent être actualisées ; répétable.", valueName: "fichier"))
  var precedent: [String] = []

  @Flag(help: "Fichier d’essai : contrôlé et accusé, jamais intégré.")
  var essai = false

  @Option(help: ArgumentHelp("Version du format ; la plus récente si rien n’est dit.", valueName: "version"))
  var versionFormat: Int?

  @Option(
    help: ArgumentHelp("Fichier à écrire ; le nom conseillé par le format si rien n’est dit.", valueName: "fichier"))
  var sortie: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let table = try session.table(version: versionFormat)
    let plan = try plan(try await session.annuaire(acteurs), session.jour, try session.formats())
    let url = URL(fileURLWithPath: sortie ?? plan.nomConseille)
    var generateur = try refusing { try GenerateurAller(plan, table, try Referentiel.embarque()) }
    let barre = BarreDeProgression(session.ecran)
    let attendu = try generateur.write(to: url) { done in
      barre.show(Int64(done), of: Int64(dossiers), "demandes écrites")
    }
    barre.finish()
    session.show(attendu, url, try attendu.write(beside: url))
    return .fait
  }
}

extension GenererAller {
  private func plan(_ annuaire: Annuaire, _ jour: Jour, _ formats: Formats) throws -> PlanAller {
    guard let centre = annuaire.centre else { throw DemandeRefusee("L’annuaire ne dit pas le code du centre serveur.") }
    guard let name = application ?? annuaire.applications.keys.min(), let source = annuaire.applications[name],
      let exploitation = exploitation ?? source.exploitations.min(),
      let department = source.departementsInformatiques.min()
    else {
      throw DemandeRefusee("L’annuaire n’a pas l’application, l’exploitation ou le département informatique demandés.")
    }
    let postes = annuaire.postes.values.sorted { $0.codique < $1.codique }
    let open = postes.filter { $0.echange && ($0.exploitation ?? exploitation) == exploitation }
    var plan = PlanAller(
      exploitation: exploitation, departementInformatique: department, centre: centre, jour: jour, dossiers: dossiers,
      postes: open.map { PosteGenere(codique: $0.codique.texte, libelle: $0.libelle, courriel: $0.courrielGenerique) },
      codesPostaux: try codes(annuaire, jour))
    plan.application = name
    plan.postesConnus = Set(postes.map(\.codique.texte))
    plan.postesFermes = postes.filter { !$0.echange }.map(\.codique.texte)
    plan.codesServis = Set(annuaire.etudes.values.flatMap(\.ressort))
    try fill(&plan, formats)
    return plan
  }

  private func fill(_ plan: inout PlanAller, _ formats: Formats) throws {
    plan.graine = graine
    plan.sequence = sequence
    plan.premierNumero = premierNumero
    plan.environnement = essai ? "T" : "P"
    plan.actualisationsParMille = actualisations
    plan.defauts = try misusing { try Taux(defauts ?? "") }
    plan.anterieures = try precedent.flatMap { path in
      try refusing { try DemandeAnterieure.read(URL(fileURLWithPath: path), formats) }
    }
  }

  /// Areas of the études that may take a demand of these days, or the codes that were given.
  private func codes(_ annuaire: Annuaire, _ jour: Jour) throws -> [CodePostal] {
    guard let codesPostaux else {
      let first = jour.adding(days: -PlanAller.greatestDelayDays)
      return annuaire.etudes.values.filter { $0.contrats.contains { $0.accepts(demandeDu: first, emiseLe: jour) } }
        .flatMap(\.ressort)
    }
    return try codesPostaux.split(separator: ",").map { text in
      guard let code = CodePostal(String(text)) else {
        throw MauvaisUsage("Code postal « \(text) » : cinq chiffres attendus.")
      }
      return code
    }
  }
}
