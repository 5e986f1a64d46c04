import Centre
import Convention
import Registre

/// What is said to the visitor of the demonstration: what was lived, who to be, where to look.
struct VisiteDeDemonstration: Sendable {
  let bilan: BilanDeSimulation
  let comptes: ComptesDeDemonstration
  let curiosites: Curiosites
  let centre: CentreSimule

  /// - Parameter adresse: where the site answers; nil without it.
  func tell(at adresse: String?, _ session: Session) async throws {
    if session.reglages.json { return session.ecran.json(json(adresse)) }
    let ecran = session.ecran
    ecran.ligne(
      "Trois mois d’un département inventé, jusqu’au \(Demo.dernierJour.texte), dans \(centre.dossier.nom)/ :")
    for ligne in bilan.lignes { ecran.ligne("  " + ligne) }
    ecran.ligne("\nTrois comptes :")
    for compte in comptes.comptes {
      ecran.ligne("  \(compte.identifiant)  \(compte.motDePasse)  \(compte.nom), \(compte.role)")
    }
    ecran.ligne("\nTrois choses à regarder :")
    for chose in choses(adresse) { ecran.ligne("  • \(chose)") }
    if let adresse { ecran.ligne("\nLe site répond : \(adresse)   (Ctrl-C l’arrête)") }
  }

  private func choses(_ adresse: String?) -> [String] {
    let (late, ambiguous, asked) = (curiosites.retard, curiosites.adresse, curiosites.prolongation)
    let people = comptes.comptes.map(\.identifiant)
    func place(_ chemin: String) -> String { adresse.map { " — \($0)\(chemin)" } ?? "" }
    return [
      late.map {
        "un dossier en retard et pourquoi, pour \(people[1]) : \($0.cle.numero)\(place("/dossiers/\($0.id)"))"
      },
      ambiguous.map {
        "une adresse à choisir, pour \(people[2]) : \($0.cle.numero)\(place("/quarantaine/dossiers/\($0.id)"))"
      },
      asked.map {
        "une prolongation à accorder ou refuser, pour \(people[0]) : \($0.cle.numero)\(place("/dossiers/\($0.id)"))"
      },
    ].compactMap { $0 }
  }

  private func json(_ adresse: String?) -> JSONValue {
    .objet([
      ("dossier", .texte(centre.dossier.nom)), ("jour", JSONValue(Demo.dernierJour)), ("adresse", JSONValue(adresse)),
      ("bilan", bilan.json),
      (
        "comptes",
        .liste(
          comptes.comptes.map {
            .objet([
              ("identifiant", .texte($0.identifiant)), ("mot_de_passe", .texte($0.motDePasse)),
              ("role", .texte($0.role)),
            ])
          })
      ),
      (
        "a_voir",
        .objet([
          ("retard", JSONValue(curiosites.retard?.cle.numero)), ("adresse", JSONValue(curiosites.adresse?.cle.numero)),
          ("prolongation", JSONValue(curiosites.prolongation?.cle.numero)),
        ])
      ),
    ])
  }
}
