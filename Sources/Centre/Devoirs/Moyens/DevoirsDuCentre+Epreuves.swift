import Convention
import Registre

/// The trial of a poste's access (cahier 4, al. 2; R091): a code sent to its generic address, given back on the site by its
/// signed-in comptable, proves both the address and the connection.
extension DevoirsDuCentre {
  static let genreDEpreuve = "epreuve"

  /// Owes the code to the generic address; one a day for a poste.
  public func eprouver(_ poste: Codique) async throws {
    let (jour, instant) = (jour, instant)
    try await centre.registre.ecrire { ecriture in
      let lecture = ecriture.lecture
      guard try lecture.declaration() != nil else { throw FauteDeDevoir.sansDeclaration }
      let annuaire = try lecture.annuaire()
      guard annuaire.postes[poste.texte] != nil else { throw FauteDeDevoir.acteurInconnu("Le poste \(poste)") }
      guard let address = annuaire.adresse(of: .poste(poste)) else {
        throw Refus(.avisSansAdresse, under: Article(.cahierDesCharges, "4", alinea: 2))
      }
      try ecriture.devoir(
        CourrielDu(
          cause: "\(DevoirsDuCentre.genreDEpreuve):\(poste):\(jour.iso)", destinataire: address,
          objet: "Centre serveur : épreuve de votre accès", jour: jour, instant: instant))
    }
  }

  /// The code came back from the site: the trial is passed. Any of the codes of the last days does.
  ///
  /// - Parameter perimetre: of the comptable who gives it back.
  public func confirmerEpreuve(_ poste: Codique, code: String, _ perimetre: Perimetre) async throws {
    let (jour, days) = (jour, Bareme.epreuveDays.value(on: jour))
    guard perimetre.voit(poste) else { throw FauteDeDevoir.inconnu("\(poste)") }
    _ = try await declarer { declaration, lecture in
      let isGood = try (0..<days).contains {
        try lecture.codeDEpreuve(poste, jour.adding(days: -$0)) == code.uppercased()
      }
      guard isGood else { throw Refus(.epreuveInvalide, under: Article(.cahierDesCharges, "4", alinea: 2)) }
      return try declaration.decideEprouver(
        EpreuveDeConnexion(poste: poste, jour: jour, courrielVerifie: true, connexionReussie: true))
    }
  }

  static func texteDEpreuve(_ poste: String, _ jour: Jour, _ lecture: Lecture) throws -> String? {
    guard let codique = Codique(poste) else { return nil }
    return """
      Madame, Monsieur,

      Ce message vérifie l’adresse générique du poste \(poste) et son accès au site du centre serveur.

      Connectez-vous au site, ouvrez « Aide et contact », et recopiez-y ce code sous \(Bareme.epreuveDays.value(on: jour)) jours :

          \(try lecture.codeDEpreuve(codique, jour))

      (Point 4, alinéa 2 du cahier des charges.)

      """
  }
}
