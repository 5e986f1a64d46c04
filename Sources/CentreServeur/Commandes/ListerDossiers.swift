import ArgumentParser
import Centre
import Convention
import Registre

/// A list of dossiers, its totals, and its export.
struct ListerDossiers: Commande {
  static let configuration = CommandConfiguration(
    commandName: "dossiers", abstract: "Liste des dossiers, avec leurs totaux ; export CSV ou XLSX.",
    discussion: """
      Les filtres s’ajoutent. La liste est triée par nom ; l’export la donne en entier.

      Exemples :
        centre-serveur dossiers --etat remis --sans-accuse
        centre-serveur dossiers --pour poste:031012 --terme-avant 2026-05-31
        centre-serveur dossiers --etude E3101 --a-appeler --export a-appeler.xlsx
      """)

  @OptionGroup var filtre: OptionsFiltre
  @OptionGroup var perimetre: OptionsPerimetre

  @Option(help: ArgumentHelp("Page à montrer, à partir de 1.", valueName: "n"))
  var page = 1

  @Option(help: ArgumentHelp("Dossiers par page, de 1 à 1000.", valueName: "n"))
  var taille = 50

  @Option(help: ArgumentHelp("Écrit toute la liste dans ce fichier (.csv ou .xlsx).", valueName: "fichier"))
  var export: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard page >= 1, (1...1000).contains(taille) else {
      throw MauvaisUsage("--page part de 1 et --taille va de 1 à 1000.")
    }
    let (scope, filter) = (try perimetre.perimetre(), try filtre.filtre(on: session.jour))
    if scope == .national {
      throw DemandeRefusee("Le périmètre national ne montre aucun dossier, seulement des chiffres.")
    }
    let registre = try await session.registre()
    let totaux = try await registre.lire { try $0.totaux(scope, filter) }
    if let export {
      try await ExportDeDossiers(
        registre: registre, perimetre: scope, filtre: filter, total: totaux.nombre, session: session
      )
      .write(to: export)
      return .fait
    }
    let offset = (page - 1) * taille
    let lignes = try await registre.lire { try $0.dossiers(scope, filter, limit: taille, offset: offset) }
    try show(lignes, totaux, session)
    return .fait
  }

  private func show(_ lignes: [LigneDossier], _ totaux: TotauxDossiers, _ session: Session) throws {
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("totaux", Self.json(totaux)), ("page", JSONValue(page)), ("taille", JSONValue(taille)),
          ("dossiers", .liste(lignes.map(ListeDeDossiers.json))),
        ]))
      return
    }
    if !lignes.isEmpty { session.ecran.ecrire(try ListeDeDossiers.texte(lignes, session.reglages.horloge.instant)) }
    let pages = max(1, (totaux.nombre + taille - 1) / taille)
    session.ecran.ligne(
      "\(accorde(totaux.nombre, "dossier", "dossiers")) (page \(page) sur \(pages)) ; demandé \(totaux.montant.texte), "
        + "recouvré \(totaux.recouvre.texte), reste dû \(totaux.reste.texte).")
  }

  private static func json(_ totaux: TotauxDossiers) -> JSONValue {
    .objet([
      ("nombre", JSONValue(totaux.nombre)), ("montant", JSONValue(totaux.montant)),
      ("recouvre", JSONValue(totaux.recouvre)), ("reste_du", JSONValue(totaux.reste)),
    ])
  }
}

/// What is asked of a list of dossiers.
struct OptionsFiltre: ParsableArguments {
  @Option(help: ArgumentHelp("Dossiers de cette étude.", valueName: "code"))
  var etude: String?

  @Option(help: ArgumentHelp("Dossiers de ce poste.", valueName: "codique"))
  var poste: String?

  @Option(help: ArgumentHelp("remis, attente, clos ou ecarte.", valueName: "état"))
  var etat: String?

  @Option(help: ArgumentHelp("Début du nom du redevable.", valueName: "nom"))
  var nom: String?

  @Flag(help: "Remis et sans accusé de l’étude.")
  var sansAccuse = false

  @Flag(help: "Avec un téléphone, un reste dû et sans suspension.")
  var aAppeler = false

  @Flag(help: "Première lettre en retard, ou seconde lettre manquante près du terme.")
  var lettreManquante = false

  @Flag(help: "Relancé, sans que l’étude ait justifié son retard.")
  var retardInjustifie = false

  @Flag(help: "Accord demandé au comptable, sans réponse (article 10).")
  var accordDemande = false

  @Flag(help: "Prescription proche ou passée (article 10, alinéa 5).")
  var prescriptionProche = false

  @Flag(help: "Compte rendu de l’avancement en retard (article 10, alinéa 2).")
  var compteRenduEnRetard = false

  @Flag(help: "Suspension dont le formulaire est attendu (article 12).")
  var formulaireAttendu = false

  @Option(help: ArgumentHelp("Terme au plus tard ce jour-là.", valueName: "jour"))
  var termeAvant: String?

  @Option(help: ArgumentHelp("Remis à une étude ce jour-là : l’attestation du jour.", valueName: "jour"))
  var remisLe: String?

  @Option(help: ArgumentHelp("Chez une étude, sans rien d’elle ni paiement depuis ce nombre de jours.", valueName: "n"))
  var sansNouvelle: Int?

  @Option(help: ArgumentHelp("Venus par ce fichier reçu (son numéro interne).", valueName: "numéro"))
  var fichier: Int64?

  func filtre(on today: Jour) throws -> FiltreDossiers {
    if let sansNouvelle, !(1...3_650).contains(sansNouvelle) {
      throw MauvaisUsage("--sans-nouvelle va de 1 à 3650.")
    }
    var filtre = FiltreDossiers(
      etat: try etat.map { try EtatDeDossier(option: $0).rawValue }, etude: etude, poste: poste, fichier: fichier,
      nom: nom, sansAccuse: sansAccuse, aAppelerLe: aAppeler ? today : nil,
      lettreManquanteLe: lettreManquante ? today : nil, retardInjustifie: retardInjustifie,
      termeAvant: try termeAvant.map { try jour($0, of: "--terme-avant") },
      remisLe: try remisLe.map { try jour($0, of: "--remis-le") },
      sansNouvelleDepuis: sansNouvelle.map { today.adding(days: -$0) })
    filtre.accordDemande = accordDemande
    filtre.formulaireAttendu = formulaireAttendu
    filtre.prescriptionProcheLe = prescriptionProche ? today : nil
    filtre.compteRenduEnRetardLe = compteRenduEnRetard ? today : nil
    return filtre
  }
}
