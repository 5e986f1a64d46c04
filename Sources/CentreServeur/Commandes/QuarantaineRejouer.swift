import ArgumentParser
import Centre

struct QuarantaineRejouer: Commande {
  static let configuration = CommandConfiguration(
    commandName: "rejouer", abstract: "Juge de nouveau le groupe d’une ligne rejetée, corrigé ou non.",
    discussion: """
      Après une mise à jour de l’annuaire ou des tables, ou avec des corrections LIGNE.CHAMP=VALEUR (la ligne est celle \
      du fichier d’origine ; un montant s’écrit en centimes). Ce qui est rejeté de nouveau attend de nouveau.

      Exemples :
        centre-serveur quarantaine rejouer 12:7
        centre-serveur quarantaine rejouer 12:7 --corriger 7.nom=MARTIN --corriger 7.code_postal=31000
      """)

  @Argument(help: ArgumentHelp("FICHIER:LIGNE.", valueName: "référence"))
  var reference: ReferenceDeRejet

  @Option(help: ArgumentHelp("Correction LIGNE.CHAMP=VALEUR ; peut se répéter.", valueName: "correction"))
  var corriger: [String] = []

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let corrections = try corriger.map(Self.correction)
    return try await session.deciding { centre, _ in
      let fichier = try await Quarantaine(centre).rejouer(
        fichier: reference.fichier, ligne: reference.ligne, corrections: corrections)
      let resultat = ResultatDeReception(argument: fichier.nom, fichier: fichier, faute: nil)
      if session.reglages.json {
        try await ResultatsEnJSON(centre: centre, detail: false).write([resultat], to: session.ecran)
      } else {
        try await ResultatEnTexte(centre: centre, ecran: session.ecran).write(resultat)
      }
      return fichier.bilan.rejets > 0 || !["A", "P"].contains(fichier.statut) ? .refuse : .fait
    }
  }

  private static func correction(_ text: String) throws -> Correction {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let place = sides[0].split(separator: ".", maxSplits: 1)
    guard sides.count == 2, place.count == 2, let ligne = Int(place[0]), ligne > 0 else {
      throw MauvaisUsage("Correction « \(text) » : LIGNE.CHAMP=VALEUR attendu.")
    }
    return Correction(ligne: ligne, champ: String(place[1]), valeur: String(sides[1]))
  }
}
