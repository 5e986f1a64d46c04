import Convention
import Registre

// What happened in one night.
extension DemoRecit {
  func nuit(_ rang: Int, _ nuit: DemoNuit) -> [DemoPage.Bloc] {
    [.titre("Nuit \(rang + 1) — \(nuit.jour.enLettres)")] + fichiers(nuit) + demandes(nuit) + adresses(nuit)
      + remises(nuit)
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
          + ". \(compte(nuit.ambigues, "adresse admet", "adresses admettent")) plusieurs codes : une personne tranche, rien "
          + "n’est deviné. "
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
            ("Étude", false), ("Accusés", true), ("Refus", true), ("Actions", true), ("Constats", true),
            ("Autres", true),
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
      return
        "\(etude.nom) n’a accusé réception d’aucun de ses \(nombre(held)) dossiers des nuits passées. Au soir du huitième "
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
}
