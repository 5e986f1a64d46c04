import ArgumentParser
import Centre
import Convention
import Registre

struct FacturesLister: Commande {
  static let configuration = CommandConfiguration(
    commandName: "lister", abstract: "Liste des factures, celles dont la limite de paiement vient d’abord.",
    discussion: """
      Exemples :
        centre-serveur factures lister --en-retard
        centre-serveur factures lister --pour departement:31 --etat recue
        centre-serveur factures lister --pour etude:E3101 --json
      """)

  @Option(help: ArgumentHelp("emise, recue, payee ou rejetee.", valueName: "état"))
  var etat: String?

  @Flag(help: "Reçues, et dont la limite de paiement est passée.")
  var enRetard = false

  @Option(help: ArgumentHelp("Nombre de lignes montrées au plus.", valueName: "n"))
  var limite = 100

  @OptionGroup var perimetre: OptionsPerimetre
  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard limite > 0 else { throw MauvaisUsage("--limite part de 1.") }
    let (scope, filter) = (try perimetre.perimetre(), try filtre(session.jour))
    let registre = try await session.registre()
    let (lignes, nombres) = try await registre.lire { lecture in
      (
        try lecture.histoires(.facture, scope, filter, limit: limite),
        try lecture.nombresDHistoires(.facture, scope)
      )
    }
    if session.reglages.json {
      session.ecran.json(
        .objet([
          ("par_etat", .objet(Facture.Etat.allCases.map { ($0.rawValue, JSONValue(nombres[$0.rawValue] ?? 0)) })),
          ("factures", .liste(lignes.map { Self.json($0, session.jour) })),
        ]))
      return .fait
    }
    for ligne in lignes { session.ecran.ligne(Self.texte(ligne, session.jour)) }
    session.ecran.ligne("\(accorde(lignes.count, "facture", "factures")).")
    return .fait
  }

  private func filtre(_ jour: Jour) throws -> FiltreDHistoires {
    let asked = try etat.map { text in
      guard let etat = Facture.Etat(rawValue: text.uppercased()) else {
        throw MauvaisUsage("--etat « \(text) » : emise, recue, payee ou rejetee.")
      }
      return etat
    }
    guard enRetard else { return FiltreDHistoires(etat: asked?.rawValue) }
    guard asked == nil || asked == .recue else { throw MauvaisUsage("--en-retard ne regarde que les factures reçues.") }
    return FiltreDHistoires(etat: Facture.Etat.recue.rawValue, echeanceAuPlus: jour.adding(days: -1))
  }

  private static func texte(_ ligne: LigneDHistoire, _ jour: Jour) -> String {
    let etat = Facture.Etat(rawValue: ligne.etat)?.libelle ?? ligne.etat
    return "\(ligne.cle)  \(etat)  \(ligne.montant?.texte ?? "—")" + retard(ligne, jour)
  }

  private static func retard(_ ligne: LigneDHistoire, _ jour: Jour) -> String {
    guard let limite = ligne.echeance else { return "" }
    let days = jour.days(since: limite)
    return "  à payer au plus tard le \(limite.texte)"
      + (days > 0 ? ", en retard de \(accorde(days, "jour", "jours"))" : "")
  }

  private static func json(_ ligne: LigneDHistoire, _ jour: Jour) -> JSONValue {
    .objetSansNul([
      ("facture", .texte(ligne.cle)), ("etat", .texte(ligne.etat)), ("etude", JSONValue(ligne.etude?.texte)),
      ("departement", JSONValue(ligne.departement?.texte)), ("montant", JSONValue(ligne.montant?.cents)),
      ("emise_le", JSONValue(ligne.ouverte)), ("limite", JSONValue(ligne.echeance)),
      ("jours_restants", JSONValue(ligne.echeance?.days(since: jour))),
    ])
  }
}
