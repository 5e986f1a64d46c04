import ArgumentParser
import Centre
import Registre

struct DocumentsLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Les documents d’un dossier : remis, ou annoncés et non reçus.",
    discussion: """
      Un document est annoncé par son empreinte SHA-256 dans un message de l’étude ; il est reçu quand un document de \
      cette empreinte a été remis avec le même dossier.

      Exemples :
        centre-serveur documents lister DEM2026-000101
        centre-serveur documents lister DEM2026-000101 --pour etude:E3101 --json
      """)

  @Argument(help: ArgumentHelp("Numéro de la demande.", valueName: "numéro"))
  var numero: String

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let registre = try await session.registre()
    let fiche = try await session.dossier(numero, try perimetre.perimetre(), registre)
    let documents = try await registre.lire { lecture in
      DocumentsDuDossier(
        try lecture.histoire(of: fiche).map(\.evenement), try lecture.documents(of: .dossier(fiche.id)))
    }
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("remis", .liste(documents.deposes.map { JSONValue($0) })),
          ("attendus", .liste(documents.attendus.map { JSONValue($0) })),
        ]))
      return .fait
    }
    for ligne in documents.lignes { session.ecran.ligne(ligne) }
    session.ecran.ligne(
      "\(accorde(documents.deposes.count, "document remis", "documents remis")), "
        + "\(accorde(documents.attendus.count, "annoncé et non reçu", "annoncés et non reçus")).")
    return .fait
  }
}

extension DocumentsDuDossier {
  /// One document a line.
  var lignes: [String] {
    deposes.map {
      "\($0.id)  \($0.instant.texte)  \($0.nom), \($0.taille) octets, \($0.sha256.prefix(12))… [\($0.auteur)]"
    }
      + attendus.map { "annoncé, non reçu : \($0.objet) du \($0.entete.fait.texte), \($0.empreinte.prefix(12))…" }
  }
}
