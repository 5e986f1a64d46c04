import ArgumentParser
import Foundation
import Generation

struct GenererEtude: Commande {
  static let configuration = CommandConfiguration(
    commandName: "etude", abstract: "Fabrique la réponse d’une étude aux dossiers que le centre lui a remis.",
    discussion: """
      Les fichiers remis à l’étude (AL….ETUDE…, dans sortant/) disent ce qu’elle tient. Chaque dossier a, pour une graine, \
      une histoire fixée : accusé, courriers, appels, constats, encaissements ventilés ou non, impayés, prolongations, fins. \
      Le fichier porte ce qui tombe le jour dit ; donner chaque jour tous les fichiers remis jusque-là. Un dossier que \
      l’étude néglige ne reçoit rien, pas même un accusé. À côté du fichier F, F.attendu.json dit ce qu’un centre doit en \
      conclure.

      Défauts, en pour cent des messages ; chacun glisse un message fautif à côté d’un bon :
      \(DefautEtude.allCases.map { "  \($0.rawValue) : \($0.texte)" }.joined(separator: "\n"))

      Exemples :
        centre-serveur --jour 2026-03-03 generer etude echanges/sortant/AL.HELIOS.031.E3101.20260302.000001
        centre-serveur --jour 2026-03-04 generer etude --sequence 2 --defauts tous=2 echanges/sortant/AL.*.E3101.*
        centre-serveur generer etude --diligence 60 --refus 5 --sans-bilan remise.txt --sortie reponse.txt
      """)

  @Argument(help: ArgumentHelp("Fichiers remis à l’étude jusqu’à ce jour, dans leur ordre.", valueName: "fichier"))
  var remises: [String]

  @Option(help: ArgumentHelp("Graine du tirage.", valueName: "nombre"))
  var graine: UInt64 = 1

  @Option(help: ArgumentHelp("Numéro du fichier dans la suite de l’étude.", valueName: "nombre"))
  var sequence = 1

  @Option(help: ArgumentHelp("Pour cent des dossiers dont l’étude s’occupe.", valueName: "taux"))
  var diligence = 95

  @Option(help: ArgumentHelp("Pour cent des dossiers qu’elle refuse.", valueName: "taux"))
  var refus = 1

  @Flag(help: "L’étude ne demande pas la transmission de ses résultats aux comptables (R130).")
  var sansBilan = false

  @Option(help: ArgumentHelp("Défauts et leurs taux en pour cent : nom=0.5,nom=2,tous=1.", valueName: "liste"))
  var defauts: String?

  @Option(help: ArgumentHelp("Version du format ; la plus récente si rien n’est dit.", valueName: "version"))
  var versionFormat: Int?

  @Option(
    help: ArgumentHelp("Fichier à écrire ; le nom conseillé par le format si rien n’est dit.", valueName: "fichier"))
  var sortie: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    var plan = PlanEtude(remises: remises.map { URL(fileURLWithPath: $0) }, jour: session.jour)
    plan.graine = graine
    plan.sequence = sequence
    plan.diligenceParMille = try rate(diligence, "--diligence")
    plan.refusParMille = try rate(refus, "--refus")
    plan.transmetBilan = !sansBilan
    plan.defauts = try misusing { try Taux(defauts ?? "") }
    let ready = plan
    let table = try session.table(version: versionFormat)
    let formats = try session.formats()
    var generateur = try refusing { try GenerateurEtude(ready, table, formats) }
    let url = URL(fileURLWithPath: sortie ?? generateur.nomConseille)
    let attendu = try generateur.write(to: url)
    session.show(attendu, url, try attendu.write(beside: url))
    return .fait
  }

  /// Percent as typed, per thousand.
  private func rate(_ percent: Int, _ option: String) throws -> Int {
    guard (0...100).contains(percent) else {
      throw MauvaisUsage("\(option) : un taux en pour cent de 0 à 100 est attendu.")
    }
    return percent * 10
  }
}
