import Centre
import Convention
import Foundation
import Registre

/// The files of an étude: those that it sends, those that the centre sends it (annexe II.1).
enum PageDesFichiers {
  static let routes = [
    Route(.get, "/fichiers", pour: [.etude]) { requete, visiteur in try await montrer(requete, visiteur) },
    Route(.post, "/fichiers", pour: [.etude]) { requete, visiteur in try await deposer(requete, visiteur) },
    Route(.get, "/fichiers/emis/:id", .fichierEmis, pour: [.etude]) { requete, visiteur in
      try await telecharger(requete, visiteur)
    },
    Route(.get, "/fichiers/recus/:id", .fichierRecu, pour: [.etude]) { requete, visiteur in
      try await ResultatDeFichier.montrer(requete, visiteur)
    },
  ]

  static let parPage = 50

  private static func montrer(
    _ requete: Requete, _ visiteur: Visiteur, faute: String? = nil
  ) async throws -> Reponse {
    let page = min(max(Int(requete.recherche["page"]) ?? 1, 1), 10_000)
    let (emis, recus) = try await requete.registre.consulter { lecture in
      (
        try lecture.fichiersEmis(to: visiteur.etudes, limit: parPage + 1, offset: (page - 1) * parPage),
        try lecture.fichiersRecus(of: visiteur.etudes, limit: 20)
      )
    }
    let echanges = requete.centre.echanges
    let annonce = faute.map { Annonce(.refus, "Rien n’est reçu.", fautes: [("champ-fichier", $0)]) }
    return .page(
      Page("Fichiers", requete: requete, visiteur: visiteur, rubrique: "/fichiers", annonce: annonce) { h in
        h.titre(2, "Déposer un fichier")
        formulaire(visiteur, requete.formulaire["etude"], faute, &h)
        if !recus.isEmpty {
          h.titre(2, "Fichiers déposés")
          h.vue(Tableau("Les derniers fichiers déposés", colonnes, recus))
        }
        h.titre(2, "Fichiers à prendre")
        liste(Array(emis.prefix(parPage)), echanges, &h)
        h.vue(
          Pagination(page: page, nombre: emis.count > parPage ? page + 1 : page) { "/fichiers?page=\($0)" })
      }, statut: faute == nil ? 200 : 422)
  }

  private static func formulaire(_ visiteur: Visiteur, _ choisie: String, _ faute: String?, _ h: inout HTML) {
    h.formulaire("/fichiers", jeton: visiteur.jeton, fichiers: true) { h in
      if visiteur.etudes.count > 1 {
        h.vue(
          Champ(
            "etude", "Étude", .liste(visiteur.etudes.sorted().map { Champ.Option($0.texte, $0.texte) }),
            valeur: choisie, requis: true))
      }
      h.vue(
        Champ(
          "fichier", "Fichier d’étude", .fichier(accepte: ".txt"),
          aide: "Au format d’interface, en-tête ET, 9 Mo au plus. Un fichier déjà reçu n’est pas repris.",
          erreur: faute,
          requis: true, premier: faute != nil))
      h.bouton("Déposer le fichier")
    }
  }

  private static var colonnes: [Tableau<FichierRecu>.Colonne] {
    [
      .init("Fichier") { fichier, h in h.lien(fichier.nom, "/fichiers/recus/\(fichier.id)") },
      .init("Déposé le", texte: { $0.instant.texte }), .init("Résultat", texte: { $0.sort }),
      .init("Messages acceptés", classe: "nombre", texte: { "\($0.bilan.messages.values.reduce(0, +))" }),
      .init("Lignes rejetées", classe: "nombre", texte: { "\($0.bilan.rejets)" }),
    ]
  }

  /// A file that was taken away by its exchange folder is no longer here to be downloaded.
  private static func liste(_ emis: [FichierEmis], _ echanges: DossierEchanges, _ h: inout HTML) {
    guard !emis.isEmpty else { return h.paragraphe("Aucun fichier n’a encore été émis.") }
    h.vue(
      Tableau(
        "Les fichiers que le centre a émis, le dernier d’abord",
        [
          .init("Fichier") { fichier, h in
            if FileManager.default.fileExists(atPath: echanges.emis(fichier.nom).path) {
              h.lien(fichier.nom, "/fichiers/emis/\(fichier.id)")
            } else {
              h.texte("\(fichier.nom) (déjà retiré)")
            }
          },
          .init("Genre", texte: { $0.suite.genre == "AL" ? "dossiers et événements" : "accusés et relances" }),
          .init("Jour", texte: { $0.jour.texte }), .init("Numéro", classe: "nombre", texte: { "\($0.sequence)" }),
          .init("Lignes", classe: "nombre", texte: { "\($0.enregistrements ?? 0)" }),
        ], emis))
  }

  private static func telecharger(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let id = try requete.numero()
    guard let fichier = try await requete.registre.consulter({ try $0.fichierEmis(id, to: visiteur.etudes) }) else {
      throw FauteDePage.introuvable
    }
    let url = requete.centre.echanges.emis(fichier.nom)
    guard FileManager.default.fileExists(atPath: url.path) else { throw FauteDePage.introuvable }
    return .telechargement(.fichier(url, ephemere: false), nom: fichier.nom, type: "text/plain; charset=iso-8859-15")
  }
}

extension PageDesFichiers {
  private static func deposer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let chosen = visiteur.etudes.count == 1 ? visiteur.etudes.first : CodeEtude(requete.formulaire["etude"])
    guard let etude = chosen, visiteur.etudes.contains(etude) else { throw FauteDePage.introuvable }
    guard let fichier = requete.formulaire.fichiers.first(where: { $0.champ == "fichier" }) else {
      return try await montrer(requete, visiteur, faute: "Choisissez un fichier.")
    }
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("depot-\(UUID().uuidString).txt")
    try Data(fichier.octets).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let centre = requete.centre
    let recu = try await requete.seul {
      var none: [FichierRecu] = []
      let reception = try await Reception(centre)
      let recu = try await reception.recevoir(
        .init(url: url, nom: fichier.nomCourt, partenaire: etude.texte, canal: FichierRecu.depot), reprises: &none)
      try await reception.clore(recu)
      return recu
    }
    return .redirection("/fichiers/recus/\(recu.id)")
  }
}

extension Formulaire.Fichier {
  /// Its name without folders nor control characters, as it is kept and shown: 120 characters at most.
  var nomCourt: String {
    let last = nom.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let plain = last.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    let short = String(String.UnicodeScalarView(plain)).suffix(120)
    return short.isEmpty ? "fichier" : String(short)
  }
}
