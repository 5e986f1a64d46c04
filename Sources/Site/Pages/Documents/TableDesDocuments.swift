import Centre
import Convention
import Registre

/// The documents of a dossier, handed in or only announced.
struct TableDesDocuments: Vue {
  let documents: DocumentsDuDossier

  func ecrire(_ h: inout HTML) {
    if documents.deposes.isEmpty {
      h.paragraphe("Aucun document n’a encore été remis.")
    } else {
      h.vue(Tableau("Documents remis, le premier d’abord", deposes, documents.deposes))
    }
    guard !documents.attendus.isEmpty else { return }
    h.vue(Tableau("Documents annoncés, à remettre", attendus, documents.attendus) { _ in "alerte" })
  }

  private var deposes: [Tableau<DocumentDepose>.Colonne] {
    [
      .init("Document") { document, h in h.lien(document.nom, "/documents/\(document.id)") },
      .init("Remis le") { $0.instant.texte }, .init("Par") { $0.auteur },
      .init("Taille", classe: "nombre") { "\(($0.taille + 999) / 1000) ko" },
      .init("SHA-256", classe: "code") { "\($0.sha256.prefix(12))…" },
    ]
  }

  private var attendus: [Tableau<DocumentAnnonce>.Colonne] {
    [
      .init("Objet") { $0.objet }, .init("Annoncé le") { $0.entete.fait.texte },
      .init("Référence") { $0.reference ?? "—" }, .init("SHA-256", classe: "code") { "\($0.empreinte.prefix(12))…" },
      .init("État") { _, h in h.vue(Etiquette("annoncé, non reçu", .alerte)) },
    ]
  }
}
