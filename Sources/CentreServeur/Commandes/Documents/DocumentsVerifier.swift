import ArgumentParser
import Centre
import Registre

struct DocumentsVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier", abstract: "Relit chaque document et compare son empreinte à celle de son dépôt.",
    discussion: """
      Code de retour 1 si un document manque ou n’est plus celui qui a été remis.

      Exemples :
        centre-serveur documents verifier
        centre-serveur documents verifier --pour etude:E3101 --json
      """)

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let scope = try perimetre.perimetre()
    let centre = try await session.centre()
    let depot = session.depot(centre)
    let barre = BarreDeProgression(session.ecran)
    defer { barre.finish() }
    var (lus, fautes, last) = (0, [FauteDeDocument](), Int64(0))
    while true {
      let after = last
      let page = try await centre.registre.lire { try $0.documents(scope, after: after, limit: 500) }
      guard let end = page.last else { break }
      for document in page {
        do { _ = try await depot.lire(document.id, scope) } catch let faute as FauteDeDocument { fautes.append(faute) }
        lus += 1
      }
      last = end.id
    }
    tell(lus, fautes, session)
    return fautes.isEmpty ? .fait : .refuse
  }

  private func tell(_ lus: Int, _ fautes: [FauteDeDocument], _ session: Session) {
    for faute in fautes where !session.reglages.json { session.ecran.ligne("\(faute)") }
    session.tell(
      [("documents", JSONValue(lus)), ("fautes", .liste(fautes.map { .texte("\($0)") }))],
      "\(accorde(lus, "document relu", "documents relus")), \(accorde(fautes.count, "faute", "fautes")).")
  }
}
