import ArgumentParser
import Centre
import Interface
import Registre

struct QuarantaineVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "Montre un dossier en attente et ses choix, ou une ligne rejetée champ par champ.",
    discussion: """
      Exemples :
        centre-serveur quarantaine voir DEM2026-000412
        centre-serveur quarantaine voir 12:7
      """)

  @Argument(help: ArgumentHelp("Numéro de demande, ou FICHIER:LIGNE.", valueName: "référence"))
  var reference: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let centre = try await session.centre()
    if let place = ReferenceDeRejet(argument: reference) {
      try await rejet(place, centre, session)
    } else {
      try await attente(centre, session)
    }
    return .fait
  }

  private func attente(_ centre: Centre, _ session: Session) async throws {
    let found = try await Quarantaine(centre).enAttente(limit: .max)
      .filter { $0.fiche.dossier.demande.cle.numero == reference }
    guard !found.isEmpty else { throw DemandeRefusee("Aucun dossier \(reference) n’attend de décision.") }
    if session.reglages.json { return session.ecran.json(.liste(found.map(VueDeQuarantaine.json))) }
    for attente in found {
      session.ecran.ligne(VueDeQuarantaine.texte(attente))
      let adresse = attente.fiche.dossier.demande.principal?.adresse.texte ?? []
      session.ecran.ligne("  Adresse reçue : \(adresse.joined(separator: ", "))")
      session.ecran.ligne("  Décider : quarantaine designer \(reference) --etude CODE --code-postal CODE")
      session.ecran.ligne("  Renoncer : quarantaine renoncer \(reference) --code 403")
    }
  }

  private func rejet(_ place: ReferenceDeRejet, _ centre: Centre, _ session: Session) async throws {
    let (rejet, fichier) = try await centre.registre.lire { lecture in
      (try lecture.rejet(of: place.fichier, ligne: place.ligne), try lecture.fichier(place.fichier))
    }
    guard let rejet, let fichier else {
      throw DemandeRefusee("Aucun rejet à la ligne \(place.ligne) du fichier \(place.fichier).")
    }
    if session.reglages.json { return session.ecran.json(VueDeQuarantaine.json(rejet)) }
    let ecran = session.ecran
    ecran.ligne("\(fichier.nom), ligne \(rejet.place.ligne) : \(rejet.code) \(centre.phrase(code: rejet.code) ?? "")")
    if let champ = rejet.champ {
      ecran.ligne("  Champ en cause : \(champ)\(rejet.valeur.map { " = « \($0) »" } ?? "")")
    }
    ecran.ligne("  \(Proposition.texte(for: rejet))")
    try fields(of: rejet, fichier, centre, ecran)
  }

  private func fields(of rejet: RejetConserve, _ fichier: FichierRecu, _ centre: Centre, _ ecran: Ecran) throws {
    guard let table = fichier.version.flatMap({ centre.formats.table(version: $0) }),
      let genre = fichier.suite.flatMap({ table.genre(code: $0.genre) })
    else { return }
    let source = try SourceOctets(url: centre.echanges.recu(fichier.chemin))
    let bytes = try source.octets(Int(rejet.place.longueur), at: rejet.place.octet)
    let record = Enregistrement(genre: genre, ligne: rejet.place.ligne, octets: bytes[...])
    guard let type = record.type, bytes.count == table.longueur else {
      ecran.ligne("  Ligne reçue : \(bytes.count) octets, type « \(record.codeType) »")
      return
    }
    for (index, champ) in type.champs.enumerated() where champ.type != .reserve && champ.type != .constante {
      guard let value = record.valeurBrute(index) else { continue }
      ecran.ligne("  \(champ.nom) = \(value)")
    }
  }
}
