import ArgumentParser

struct MontrerConfiguration: Commande {
  static let configuration = CommandConfiguration(
    commandName: "configuration", abstract: "Chaque réglage : à quoi il sert, sa valeur, d’où elle vient.",
    discussion: """
      Une option de la commande l’emporte sur l’environnement, l’environnement sur le fichier YAML (--config), le fichier \
      sur le défaut. Un point dans le nom d’une clé est un niveau du fichier YAML. Les secrets ne s’affichent pas.

      Exemples :
        centre-serveur configuration
        centre-serveur configuration --config /etc/centre-serveur.yaml --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let valeurs = session.reglages.valeurs
    if session.reglages.json {
      session.ecran.json(.liste(Cle.toutes.map { Self.json($0, valeurs) }))
      return .fait
    }
    for cle in Cle.toutes {
      session.ecran.ligne(
        "\(cle.nom) = \(Self.shown(cle, valeurs) ?? "(\(cle.sansValeur))")  [\(valeurs.origine(cle).texte)]")
      session.ecran.ligne("  \(cle.sens)")
      session.ecran.ligne("  Environnement : \(cle.variable). Défaut : \(cle.defaut ?? cle.sansValeur).")
    }
    return .fait
  }

  private static func shown(_ cle: Cle, _ valeurs: ValeursLues) -> String? {
    guard cle != .base, cle != .baseLecture else { return valeurs[cle].map(AdresseDeBase.montrable) }
    return valeurs[cle].map { cle.estSecrete ? "********" : $0 }
  }

  private static func json(_ cle: Cle, _ valeurs: ValeursLues) -> JSONValue {
    .objet([
      ("cle", .texte(cle.nom)), ("sens", .texte(cle.sens)), ("environnement", .texte(cle.variable)),
      ("defaut", JSONValue(cle.defaut)), ("sans_valeur", JSONValue(cle.defaut == nil ? cle.sansValeur : nil)),
      ("valeur", JSONValue(shown(cle, valeurs))), ("origine", .texte(valeurs.origine(cle).texte)),
    ])
  }
}
