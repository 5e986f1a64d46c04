import Convention
import Foundation
import Preuve
import Registre

/// Tells the three nights to a clerk.
struct DemoRecit {
  let nuits: [DemoNuit]
  let scenario: DemoScenario
  let verdict: Verdict

  var annuaire: Annuaire { scenario.annuaire }

  var page: DemoPage {
    DemoPage(
      titre: "Trois nuits du centre serveur",
      introduction:
        "Un département inventé : \(annuaire.postes.count) postes comptables, \(annuaire.etudes.count) études de "
        + "commissaires de justice, deux exploitations informatiques. Tous les noms sont imaginaires ; le travail, lui, est "
        + "celui du programme en service : fichiers au format d’échange, reçus, contrôlés, répartis, suivis, rendus et scellés.",
      blocs: ensemble + departement + nuits.enumerated().flatMap { nuit($0.offset, $0.element) } + suite)
  }

  // MARK: - The whole

  private var ensemble: [DemoPage.Bloc] {
    let sums = { (count: (DemoNuit) -> Int) in nuits.map(count).reduce(0, +) }
    return [
      .titre("En tout"),
      .chiffres([
        (nombre(sums { $0.acceptees + $0.rejetees }), "demandes reçues"), (nombre(sums(\.acceptees)), "acceptées"),
        (nombre(sums(\.attente)), "dont en attente d’une adresse"),
        (nombre(sums(\.rejetees)), "rejetées, avec leur raison"),
        (nombre(sums(\.restaurees)), "codes postaux restaurés"),
        (nuits.map(\.montant).reduce(.zero, +).texte, "à recouvrer"),
        (nuits.map(\.recu).reduce(.zero, +).texte, "encaissés par les études"),
        (nuits.map(\.creance).reduce(.zero, +).texte, "dont dus aux comptables"),
      ]),
      .paragraphe(
        "Le journal garde \(compte(Int(verdict.evenements), "événement", "événements")) sous "
          + "\(compte(Int(verdict.sceaux), "sceau", "sceaux")), un par soir. "
          + (verdict.estVerifie ? "Vérification faite : rien n’a été changé, ôté ni déplacé." : verdict.texte)),
    ]
  }

  private var departement: [DemoPage.Bloc] {
    let etudes = annuaire.etudes.values.sorted { $0.code < $1.code }
    return [
      .soustitre("Les études et leurs ressorts"),
      .tableau(
        .init(
          legende: "Un dossier va à l’étude du code postal du redevable ; un code partagé se répartit selon les parts.",
          colonnes: [("Étude", false), ("Ressort", false), ("Part", true), ("Délai amiable", true)],
          lignes: etudes.map { etude in
            [
              "\(etude.code) \(etude.nom)", etude.ressort.sorted().map(\.texte).joined(separator: ", "),
              String(etude.part),
              "\(etude.contrat.dureeComminatoireDays) jours",
            ]
          })),
    ]
  }

  // MARK: - Where to look further

  private var suite: [DemoPage.Bloc] {
    [
      .titre("Regarder plus loin"),
      .paragraphe("Cinq commandes à coller dans un terminal, depuis le dossier où la démonstration a été lancée."),
      .commandes(commandes),
    ]
  }

  private var commandes: [(phrase: String, commande: String)] {
    let place = scenario.dossier
    let last = scenario.jour(DemoScenario.nightCount - 1)
    let program = DemoRecit.programme
    let options =
      "\(program) --base \(DemoRecit.quoted(place.base)) --echanges \(DemoRecit.quoted(place.echanges)) --jour \(last.iso)"
    let number = nuits.reversed().compactMap(\.dossierPaye).first ?? "DEM\(scenario.premier.annee)-000001"
    let retour = nuits.flatMap(\.emis).last { $0.suite.genre == "RI" && $0.suite.exploitation == "031" }?.nom ?? ""
    return [
      ("Un dossier : où il en est, pourquoi, son compte, son histoire.", "\(options) dossier \(number)"),
      (
        "Ce qui attend une décision : adresses à choisir, lignes rejetées et réparations proposées.",
        "\(options) quarantaine lister"
      ),
      (
        "Un retour rendu à l’exploitation 031, champ par champ.",
        "\(program) format decoder \(DemoRecit.quoted("\(place.echanges)/sortant/\(retour)"))"
      ),
      ("La preuve : le journal entier et ses sceaux, vérifiés.", "\(options) preuve verifier"),
      (
        "La documentation du format d’échange, tirée de sa table.",
        "\(program) format decrire \(scenario.table.version)"
      ),
    ]
  }

  /// The figures of each night and the five commands, for scripts.
  var json: JSONValue {
    .objet([
      ("dossier", .texte(scenario.dossier.nom)), ("page", .texte("\(scenario.dossier.nom)/page.html")),
      ("verifie", .booleen(verdict.estVerifie)), ("evenements", .entier(verdict.evenements)),
      ("nuits", .liste(nuits.map(DemoRecit.json))), ("commandes", .liste(commandes.map { .texte($0.commande) })),
    ])
  }

  private static func json(_ nuit: DemoNuit) -> JSONValue {
    .objet([
      ("jour", JSONValue(nuit.jour)), ("fichiers", .liste(nuit.fichiers.map { JSONValue($0.statut) })),
      ("acceptees", JSONValue(nuit.acceptees)), ("attente", JSONValue(nuit.attente)),
      ("rejetees", JSONValue(nuit.rejetees)),
      ("restaurees", JSONValue(nuit.restaurees)), ("remises", JSONValue(nuit.remises.values.reduce(0, +))),
      ("recu", JSONValue(nuit.recu)), ("emis", JSONValue(nuit.emis.count)),
      ("incidents", JSONValue(nuit.incidents.count)),
    ])
  }

  /// How this program was called, so that the commands work where it was.
  private static var programme: String {
    let first = CommandLine.arguments.first ?? ""
    return first.contains("/") ? quoted(first) : "centre-serveur"
  }

  /// As a shell reads it.
  private static func quoted(_ texte: String) -> String {
    let isPlain = texte.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || Array("/._-:+=,@".utf8).contains(byte)
    }
    return isPlain && !texte.isEmpty ? texte : "'" + texte.replacing("'", with: "'\\''") + "'"
  }
}
