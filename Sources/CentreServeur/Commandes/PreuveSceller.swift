import ArgumentParser
import Registre

struct PreuveSceller: Commande {
  static let configuration = CommandConfiguration(
    commandName: "sceller", abstract: "Scelle ce que le journal a de nouveau.",
    discussion: """
      L’empreinte du sceau engage tout ce qui précède : notez-la hors du centre, c’est elle qui prouve.

      Exemples :
        centre-serveur preuve sceller
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let (nouveau, dernier) = try await session.alone {
      let registre = try await session.registre()
      let nouveau = try await registre.sceller(instant: session.reglages.horloge.instant)
      return (nouveau, try await registre.lire { try $0.sceaux().last })
    }
    guard let sceau = nouveau ?? dernier else {
      session.reglages.json ? session.ecran.json(.nul) : session.ecran.ligne("Rien à sceller : le journal est vide.")
      return .fait
    }
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("numero", JSONValue(sceau.numero)), ("premiere", JSONValue(sceau.premiere)),
          ("derniere", JSONValue(sceau.derniere)), ("racine", .texte(sceau.racine.hexadecimal)),
          ("empreinte", .texte(sceau.empreinte.hexadecimal)), ("nouveau", .booleen(nouveau != nil)),
        ]))
    } else {
      let what = nouveau == nil ? "Rien de nouveau à sceller ; dernier sceau" : "Scellé : sceau"
      session.ecran.ligne("\(what) n° \(sceau.numero), événements \(sceau.premiere) à \(sceau.derniere)")
      session.ecran.ligne("  empreinte \(sceau.empreinte.hexadecimal)")
    }
    return .fait
  }
}
