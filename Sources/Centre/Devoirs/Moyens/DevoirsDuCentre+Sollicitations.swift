import Convention
import Registre

/// What comptables ask or remark, and the answers (annexe qualité III; cahier 3, al. 2; R084, R191).
extension DevoirsDuCentre {
  public typealias FicheDeSollicitation = FicheDHistoire<Sollicitation>

  /// Asked by a user for a poste of his scope; a renewal of the training, once a year (R187).
  ///
  /// - Parameters:
  ///   - numero: made from the key of the form, so that sending it twice asks once.
  ///   - demande: the number of a demand of that poste.
  public func poser(
    numero: String, _ poste: Codique, par utilisateur: Int64, _ objet: Sollicitation.Objet, _ texte: String,
    demande: String?, _ perimetre: Perimetre
  ) async throws -> FicheDeSollicitation {
    guard perimetre.voit(poste) else { throw FauteDeDevoir.inconnu("\(poste)") }
    let (texte, instant, jour) = (try self.texte(texte), instant, jour)
    let annee = centre.lectures.anneeDeFormation
    return try await ouvrir(
      Sollicitation.self,
      { lecture in
        if objet == .renouvellement { try lecture.requireRenouvellement(numero, of: poste, on: jour, annee) }
        let about = try demande.flatMap { numero in
          try lecture.dossiers(numero: numero, .postes([poste])).first?.dossier.demande.cle
        }
        if let demande, about == nil { throw FauteDeDevoir.inconnu(demande) }
        return Sollicitation.decidePoser(
          numero: numero, poste: poste, auteur: utilisateur, objet: objet, texte: texte, demande: about,
          instant: instant)
      })
  }

  /// - Parameter utilisateur: who answers; 0 from the command line.
  public func repondre(
    _ numero: String, _ texte: String, par utilisateur: Int64 = 0, rang: Int? = nil
  ) async throws -> FicheDeSollicitation {
    let reponse = Sollicitation.Reponse(texte: try self.texte(texte), par: utilisateur, instant: instant)
    return try await changer(Sollicitation.self, numero, rang: rang) { asked, _ in try asked.decideRepondre(reponse) }
  }

  public func cloreSollicitation(_ numero: String, rang: Int? = nil) async throws -> FicheDeSollicitation {
    let instant = instant
    return try await changer(Sollicitation.self, numero, rang: rang) { asked, _ in try asked.decideClore(instant) }
  }

  public func rouvrir(
    _ numero: String, _ texte: String, par utilisateur: Int64, rang: Int? = nil, _ perimetre: Perimetre
  ) async throws -> FicheDeSollicitation {
    let (texte, instant) = (try self.texte(texte), instant)
    return try await changer(Sollicitation.self, numero, rang: rang, dans: perimetre) { asked, _ in
      try asked.decideRouvrir(texte, par: utilisateur, instant: instant)
    }
  }
}
