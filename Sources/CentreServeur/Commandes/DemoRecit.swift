import Convention
import Foundation
import Preuve
import Registre

/// Tells the three nights to a clerk.
struct DemoRecit {
  let nuits: [DemoNuit]
  let scenario: DemoScenario
  let verdict: Verdict

  private var annuaire: Annuaire { scenario.annuaire }

  var page: DemoPage {
    DemoPage(
      titre: "Trois nuits du centre serveur",
      introduction: "Un département inventé : \(annuaire.postes.count) postes comptables, \(annuaire.etudes.count) études de "
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
        (nombre(sums(\.attente)), "dont en attente d’une adresse"), (nombre(sums(\.rejetees)), "rejetées, avec leur raison"),
        (nombre(sums(\.restaurees)), "codes postaux restaurés"), (nuits.map(\.montant).reduce(.zero, +).texte, "à recouvrer"),
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
              "\(etude.code) \(etude.nom)", etude.ressort.sorted().map(\.texte).joined(separator: ", "), String(etude.part),
              "\(etude.contrat.dureeComminatoireDays) jours",
            ]
          })),
    ]
  }

  // MARK: - One night

  private func nuit(_ rang: Int, _ nuit: DemoNuit) -> [DemoPage.Bloc] {
    [.titre("Nuit \(rang + 1) — \(nuit.jour.enLettres)")] + fichiers(nuit) + demandes(nuit) + adresses(nuit) + remises(nuit)
      + travaux(rang, nuit) + retours(nuit) + incidents(nuit)
  }

  private func fichiers(_ nuit: DemoNuit) -> [DemoPage.Bloc] {
    let rows = nuit.fichiers.map { fichier -> [String] in
      let bilan = fichier.bilan
      let isTaken = fichier.statut == "A" || fichier.statut == "P"
      let brings = isTaken && fichier.suite?.genre == "AL"
      let messages = bilan.messages.values.reduce(0, +)
      return [
        partenaire(fichier.partenaire), DemoMots.statut(fichier), brings ? nombre(bilan.acceptees) : "",
        brings ? nombre(bilan.rejetees) : "", isTaken ? nombre(messages) : "",
      ]
    }
    return [
      .soustitre("Fichiers reçus"),
      .tableau(
        .init(
          legende: "Dans l’ordre d’arrivée : demandes acceptées et rejetées, messages et actualisations acceptés",
          colonnes: [
            ("De", false), ("Ce qu’il en est", false), ("Acceptées", true), ("Rejetées", true), ("Messages", true),
          ], lignes: rows)),
    ]
  }

  private func partenaire(_ nom: String?) -> String {
    guard let nom else { return "Expéditeur inconnu" }
    if let code = CodeEtude(nom), let etude = annuaire.etudes[code] { return "\(code) \(etude.nom)" }
    return "Exploitation \(nom.split(separator: ".").last ?? "")"
  }

  private func demandes(_ nuit: DemoNuit) -> [DemoPage.Bloc] {
    let counts = [nuit.demandesRejetees, nuit.lignesRejetees]
    let codes = Set(counts.flatMap(\.keys)).sorted()
    let rows = codes.map { code in
      [DemoMots.raison(code), code] + counts.map { $0[code].map { nombre($0) } ?? "" }
    }
    let total = counts[0].values.reduce(0, +)
    var blocs: [DemoPage.Bloc] = [
      .soustitre("Demandes des comptables"),
      .paragraphe(
        "\(compte(nuit.acceptees, "demande acceptée", "demandes acceptées")) pour \(nuit.montant.texte), dont "
          + "\(nombre(nuit.attente)) en attente qu’une personne choisisse l’adresse ; "
          + "\(compte(total, "rejetée", "rejetées")). \(compte(nuit.actualisations, "actualisation", "actualisations")) de "
          + "demandes déjà transmises (annulations, paiements au comptable, délais, rappels)."),
    ]
    if !rows.isEmpty {
      blocs.append(
        .tableau(
          .init(
            legende: "Ce qui est rejeté, et pourquoi : le reste du fichier suit son cours.",
            colonnes: [("Raison", false), ("Code", false), ("Demandes", true), ("Lignes seules", true)], lignes: rows)))
    }
    return blocs
  }

  private func adresses(_ nuit: DemoNuit) -> [DemoPage.Bloc] {
    guard nuit.restaurees + nuit.ambigues > 0 else { return [] }
    let examples = nuit.exemples.map { "«\u{A0}\($0.recue)\u{A0}» : \($0.code)" }.joined(separator: ", ")
    let lost = nuit.demandesRejetees["403", default: 0]
    return [
      .soustitre("Adresses"),
      .paragraphe(
        "\(compte(nuit.restaurees, "code postal absent ou faux a été restauré", "codes postaux absents ou faux ont été restaurés"))"
          + (examples.isEmpty ? "" : " (\(examples))")
          + ". \(compte(nuit.ambigues, "adresse désigne", "adresses désignent")) une commune qui a plusieurs codes : une "
          + "personne tranche, rien n’est deviné. "
          + "\(compte(lost, "adresse est perdue ou à l’étranger : la demande retourne", "adresses sont perdues ou à l’étranger : les demandes retournent")) "
          + "au comptable."),
    ]
  }

  private func remises(_ nuit: DemoNuit) -> [DemoPage.Bloc] {
    guard !nuit.remises.isEmpty else { return [] }
    let rows = annuaire.etudes.values.sorted { $0.code < $1.code }.compactMap { etude -> [String]? in
      nuit.remises[etude.code.texte].map { ["\(etude.code) \(etude.nom)", nombre($0)] }
    }
    let relais = compte(nuit.relais, "dossier refusé par une étude a", "dossiers refusés par une étude ont")
    return [
      .soustitre("Dossiers remis aux études"),
      .tableau(
        .init(
          legende: nuit.relais > 0 ? "Dont \(relais) été remis aussitôt à l’autre étude compétente." : "Le soir même",
          colonnes: [("Étude", false), ("Dossiers", true)], lignes: rows)),
    ]
  }

  private func travaux(_ rang: Int, _ nuit: DemoNuit) -> [DemoPage.Bloc] {
    guard rang > 0 else { return [] }
    let rows = annuaire.etudes.values.sorted { $0.code < $1.code }.map { etude -> [String] in
      let item = nuit.travaux[etude.code.texte] ?? DemoNuit.Travail()
      return ["\(etude.code) \(etude.nom)"]
        + [item.accuses, item.refus, item.actions, item.constats, item.autres, item.fins, item.encaissements].map {
          $0 == 0 ? "" : nombre($0)
        } + [item.recu == .zero ? "" : item.recu.texte]
    }
    return [
      .soustitre("Ce que les études ont fait"),
      .tableau(
        .init(
          legende: "Faits rapportés dans la journée ; courriers, messages, appels et visites sont des actions.",
          colonnes: [
            ("Étude", false), ("Accusés", true), ("Refus", true), ("Actions", true), ("Constats", true), ("Autres", true),
            ("Fins", true), ("Paiements", true), ("Reçu", true),
          ], lignes: rows)),
      .paragraphe(money(nuit)),
    ] + silences(rang)
  }

  private func money(_ nuit: DemoNuit) -> String {
    let cancelled = nuit.travaux.values.map(\.annulations).reduce(0, +)
    let ends = nuit.fins.sorted { $0.key < $1.key }.map { "\(DemoMots.fin($0.key)) : \(nombre($0.value))" }
    return "Encaissé : \(nuit.recu.texte), dont \(nuit.creance.texte) pour les comptables, le reste en frais d’étude"
      + (cancelled > 0 ? " (\(compte(cancelled, "impayé déduit", "impayés déduits")))" : "") + "."
      + (ends.isEmpty ? "" : " Dossiers terminés — \(ends.joined(separator: ", ")).")
  }

  /// Études that hold dossiers and have never acknowledged any, so far.
  private func silences(_ rang: Int) -> [DemoPage.Bloc] {
    let past = nuits.prefix(rang + 1)
    let silent = annuaire.etudes.values.sorted { $0.code < $1.code }.compactMap { etude -> String? in
      let held = nuits.prefix(rang).map { $0.remises[etude.code.texte] ?? 0 }.reduce(0, +)
      guard held > 0, past.allSatisfy({ $0.travaux[etude.code.texte] == nil }) else { return nil }
      return "\(etude.nom) n’a accusé réception d’aucun de ses \(nombre(held)) dossiers des nuits passées. Au soir du huitième "
        + "jour, le centre le relancera et la réception sera réputée au jour de la remise."
    }
    return silent.map { .paragraphe($0) }
  }

  private func retours(_ nuit: DemoNuit) -> [DemoPage.Bloc] {
    let groups = Dictionary(grouping: nuit.emis) { [destinataire($0.suite), DemoMots.genre($0.suite)] }
    let rows = groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { names, files in
      names + [nombre(files.count), nombre(Int(files.compactMap(\.enregistrements).reduce(0, +)))]
    }
    return [
      .soustitre("Fichiers rendus"),
      .tableau(
        .init(
          legende: "Dans \(scenario.dossier.echanges)/sortant/",
          colonnes: [("À", false), ("Quoi", false), ("Fichiers", true), ("Lignes", true)], lignes: rows)),
    ]
  }

  private func destinataire(_ suite: FichierRecu.Suite) -> String {
    guard let code = CodeEtude(suite.etude) else { return "Exploitation \(suite.exploitation)" }
    return "\(code) \(annuaire.etudes[code]?.nom ?? "")"
  }

  private func incidents(_ nuit: DemoNuit) -> [DemoPage.Bloc] {
    guard !nuit.incidents.isEmpty else { return [] }
    return [.soustitre("À surveiller"), .liste(nuit.incidents.map(\.texte))]
  }

  // MARK: - Where to look further

  private var suite: [DemoPage.Bloc] {
    let place = scenario.dossier
    let last = scenario.jour(DemoScenario.nightCount - 1)
    let program = DemoRecit.programme
    let options = "\(program) --base \(DemoRecit.quoted(place.base)) --echanges \(DemoRecit.quoted(place.echanges)) --jour \(last.iso)"
    let number = nuits.reversed().compactMap(\.dossierPaye).first ?? "DEM\(scenario.premier.annee)-000001"
    let retour = nuits.flatMap(\.emis).last { $0.suite.genre == "RI" && $0.suite.exploitation == "031" }?.nom ?? ""
    return [
      .titre("Regarder plus loin"),
      .paragraphe("Cinq commandes à coller dans un terminal, depuis le dossier où la démonstration a été lancée."),
      .commandes([
        ("Un dossier : où il en est, pourquoi, son compte, son histoire.", "\(options) dossier \(number)"),
        ("Ce qui attend une décision : adresses à choisir, lignes rejetées et réparations proposées.", "\(options) quarantaine lister"),
        (
          "Un retour rendu à l’exploitation 031, champ par champ.",
          "\(program) format decoder \(DemoRecit.quoted("\(place.echanges)/sortant/\(retour)"))"
        ),
        ("La preuve : le journal entier et ses sceaux, vérifiés.", "\(options) preuve verifier"),
        ("La documentation du format d’échange, tirée de sa table.", "\(program) format decrire \(scenario.table.version)"),
      ]),
    ]
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
