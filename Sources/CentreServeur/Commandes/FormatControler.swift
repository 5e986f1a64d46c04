import ArgumentParser
import Centre
import Interface

struct FormatControler: Commande {
  static let configuration = CommandConfiguration(
    commandName: "controler", abstract: "Contrôle un fichier avant de l’envoyer : tout ce qu’il dit par lui-même.",
    discussion: """
      Chaque enregistrement et chaque règle, sauf ce que seuls l’annuaire et l’histoire du centre savent (contrôles 4xx, \
      demandes déjà reçues). Rien n’est reçu. Code de retour 1 si le fichier est refusé ou si un enregistrement est rejeté.

      Exemples :
        centre-serveur format controler AL.HELIOS.031.20260302.000001
      """)

  @Argument(help: ArgumentHelp("Fichier à contrôler.", valueName: "fichier"))
  var fichier: String

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let donne = try FichierDonne(fichier, session)
    guard let controleur = try Controleur(donne.ouverture(), donne.source) else { throw try donne.refus() }
    let codes = try Self.judge(controleur)
    let anomalies = (controleur.estIncomplet ? [9] : []) + controleur.cumuls.anomalies
    show(controleur, codes, anomalies, session)
    return codes.isEmpty && anomalies.isEmpty ? .fait : .refuse
  }

  /// How many records each code rejects.
  private static func judge(_ controleur: Controleur) throws -> [CodeAnomalie: Int] {
    var codes: [CodeAnomalie: Int] = [:]
    var monde = MondeFerme()
    while try controleur.advance(&monde) {
      for indice in controleur.groupe.rejets {
        if let code = controleur.groupe[indice].rejet?.code { codes[code, default: 0] += 1 }
      }
    }
    return codes
  }

  private func show(
    _ controleur: Controleur, _ codes: [CodeAnomalie: Int], _ anomalies: [CodeAnomalie], _ session: Session
  ) {
    let cumuls = controleur.cumuls
    let sorted = codes.sorted { $0.key < $1.key }
    guard !session.reglages.json else {
      return session.ecran.json(
        .objet([
          ("enregistrements", JSONValue(cumuls.total)), ("rejets", JSONValue(cumuls.rejets)),
          ("codes", .objet(sorted.map { ($0.key.texte, JSONValue($0.value)) })),
          ("anomalies", .liste(anomalies.map { .texte($0.texte) })),
        ]))
    }
    session.ecran.ligne(
      "\(accorde(cumuls.total, "enregistrement", "enregistrements")), \(accorde(cumuls.rejets, "rejet", "rejets")).")
    for (code, count) in sorted {
      let sense = controleur.table.anomalie(code)?.sens ?? ""
      session.ecran.ligne("  \(code.texte)  \(accorde(count, "enregistrement", "enregistrements")) : \(sense)")
    }
    for code in anomalies {
      session.ecran.ligne("  \(code.texte)  fichier : \(controleur.table.anomalie(code)?.sens ?? "")")
    }
  }
}
