import ArgumentParser
import Centre
import Convention
import Registre

/// The documents handed in with dossiers.
struct GererDocuments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents", abstract: "Documents remis avec les dossiers : lister, déposer, extraire, vérifier.",
    subcommands: [DocumentsLister.self, DocumentsDeposer.self, DocumentsExtraire.self, DocumentsVerifier.self])
}

extension Session {
  /// Where documents are kept, up to the size that the configuration admits.
  func depot(_ centre: Centre) -> DepotDeDocuments {
    DepotDeDocuments(centre, maximum: reglages.site.documentMaximum)
  }

  /// The only dossier of that number within a scope.
  func dossier(_ numero: String, _ perimetre: Perimetre, _ registre: Registre) async throws -> Fiche {
    let found = try await registre.lire { try $0.dossiers(numero: numero, perimetre) }
    guard let fiche = found.first else { throw DemandeRefusee("Aucun dossier \(numero) dans ce périmètre.") }
    guard found.count == 1 else {
      throw DemandeRefusee("Plusieurs exploitations ont un dossier \(numero) : passez par le site.")
    }
    return fiche
  }
}

extension JSONValue {
  init(_ document: DocumentDepose) {
    self = .objet([
      ("document", JSONValue(document.id)), ("nom", .texte(document.nom)), ("taille", JSONValue(document.taille)),
      ("sha256", .texte(document.sha256)), ("instant", .texte(document.instant.iso)),
      ("jour", JSONValue(document.jour)),
      ("auteur", .texte(document.auteur)),
    ])
  }

  init(_ annonce: DocumentAnnonce) {
    self = .objetSansNul([
      ("objet", .texte(annonce.objet)), ("etude", .texte(annonce.entete.etude.texte)),
      ("numero_message", JSONValue(annonce.entete.numero)), ("jour", JSONValue(annonce.entete.fait)),
      ("reference", JSONValue(annonce.reference)), ("sha256", .texte(annonce.empreinte)),
    ])
  }
}
