import ArgumentParser
import Centre
import Registre

struct RegistreReconstruire: Commande {
  static let configuration = CommandConfiguration(
    commandName: "reconstruire",
    abstract: "Refait toutes les projections depuis le journal et les compare à ce qu’elles étaient.",
    discussion: """
      En une transaction : arrêtée, elle ne change rien. Code de retour 1 si les projections différaient du journal \
      (elles ne diffèrent plus ensuite).

      Exemples :
        centre-serveur registre reconstruire
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let barre = BarreDeProgression(session.ecran)
    let result = try await session.alone {
      try await session.registre().reconstruire { barre.show($0, of: $1, "reconstruction") }
    }
    barre.finish()
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("dossiers", JSONValue(result.dossiers)), ("histoires", JSONValue(result.histoires)),
          ("evenements", JSONValue(result.evenements)),
          ("identique", .booleen(result.identique)),
        ]))
    } else {
      let same =
        result.identique ? "identiques à ce qu’elles étaient" : "DIFFÉRENTES de ce qu’elles étaient : remises en ordre"
      session.ecran.ligne(
        "\(accorde(result.dossiers, "dossier", "dossiers")) et \(accorde(result.histoires, "histoire", "histoires")) "
          + "(contrats, factures, devoirs…) refaits depuis "
          + "\(accorde(Int(result.evenements), "événement", "événements")) ; projections \(same).")
    }
    return result.identique ? .fait : .refuse
  }
}
