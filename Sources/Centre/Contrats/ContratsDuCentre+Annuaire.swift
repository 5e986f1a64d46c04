import Convention
import Registre

extension ContratsDuCentre {
  /// Imports a directory and its rhythms. A contract that has no acts yet opens its history; where there are some, they prevail over
  /// what the file declares.
  ///
  /// Gives a French sentence for each contract whose acts say otherwise than the file, or cannot be kept.
  public func importer(_ annuaire: Annuaire, _ flux: [Flux] = []) async throws -> [String] {
    try await ecrire { registre, trace in
      try registre.importer(annuaire)
      for item in flux { try registre.regler(item) }
      return try registre.suivre(contratsOf: annuaire, trace)
    }
  }

  /// The same for études already in the base: what a base made before the acts were kept needs once.
  public func reprendre() async throws -> [String] {
    try await ecrire { registre, trace in
      let annuaire = try registre.lecture.annuaire()
      let orphans = try annuaire.etudes.filter { try registre.lecture.contrats(of: $0.key, .exploitant).isEmpty }
      var some = Annuaire()
      some.etudes = orphans
      return try registre.suivre(contratsOf: some, trace)
    }
  }

  /// A directory with each contract as all its acts tell it, those of the days to come included: what an export writes.
  public func complet(_ annuaire: Annuaire, _ lecture: Lecture) throws -> Annuaire {
    var annuaire = annuaire
    for (code, _) in annuaire.etudes {
      let histoires = try lecture.contrats(of: code, .exploitant).map(\.histoire)
      if !histoires.isEmpty { annuaire.etudes[code]?.contrats = histoires.contrats(on: .last) }
    }
    return annuaire
  }

  /// One transaction, on the day to which the work belongs.
  func ecrire<T: Sendable>(
    par auteur: String = "exploitant", _ body: @escaping @Sendable (Ecriture, Trace) throws -> T
  ) async throws -> T {
    let (aujourdhui, instant) = (horloge.jour, horloge.instant)
    return try await registre.ecrire { registre in
      let jour = try registre.lecture.jourDeTravail(aujourdhui)
      return try body(registre, Trace(auteur: auteur, instant: instant, jour: jour))
    }
  }
}

extension Ecriture {
  fileprivate func suivre(contratsOf annuaire: Annuaire, _ trace: Trace) throws -> [String] {
    try annuaire.etudes.values.sorted { $0.code < $1.code }.flatMap { etude in
      let phrases = try etude.contrats.compactMap { try suivre($0, of: etude, trace) }
      try projeter(contratsOf: etude.code, on: trace.jour)
      return phrases.map { "étude \(etude.code) : \($0)" }
    }
  }

  private func suivre(_ contrat: ContratDepartemental, of etude: Etude, _ trace: Trace) throws -> String? {
    let named = contrat.clauses.departement
    let known = try lecture.contrats(of: etude.code, .exploitant)
      .filter { named == nil || $0.histoire.departement == named }
    if let fiche = known.first(where: { $0.histoire.overlaps(contrat) }) {
      return try ecart(contrat, fiche, trace.jour)
    }
    guard let departement = etude.departement(of: contrat) else {
      return "département inconnu (clé « departement ») : les actes du contrat ne sont pas tenus."
    }
    let first = HistoireDeContrat.reprendre(contrat, etude: etude.code, departement: departement)
    // What the evenings before would have found.
    let evening = HistoireDeContrat(first)?.decideSoir(trace.jour.adding(days: -1)) ?? []
    _ = try ouvrir(HistoireDeContrat.self, first + evening, trace: trace)
    return nil
  }

  /// What the file declares otherwise than the acts; nothing when it is as it was declared first, or as it now is.
  private func ecart(_ declare: ContratDepartemental, _ fiche: ContratsDuCentre.Fiche, _ jour: Jour) throws -> String? {
    let (histoire, perimetre) = (fiche.histoire, Perimetre.exploitant)
    let actes = try lecture.recit(HistoireDeContrat.self, id: fiche.id, perimetre)?.actes.map(\.acte) ?? []
    let told = [histoire.contrat(on: .last), histoire.contrat(on: jour), HistoireDeContrat.conclusion(actes)]
    guard !told.contains(declare) else { return nil }
    let commands = declare.commandes(since: histoire.contrat(on: .last))
    let change = commands.isEmpty ? "cette clause ne se change plus par l’annuaire" : commands.joined(separator: ", ")
    return
      "le contrat déclaré diffère de ses actes, qui prévalent (contrats voir \(fiche.cle)) ; pour le changer : \(change)."
  }
}

extension ContratDepartemental {
  /// The commands that make of another contract what this one says.
  fileprivate func commandes(since other: ContratDepartemental) -> [String] {
    [
      (au != other.au, "renouveler"), (signatures != other.signatures, "signer"),
      (clauses.engagement != other.clauses.engagement, "engager"), (denonceLe != other.denonceLe, "denoncer"),
      (resilieLe != other.resilieLe, "resilier"),
      (objectifs != other.objectifs || clauses.objectifs != other.clauses.objectifs, "objectif"),
      (clauses.seuils != other.clauses.seuils, "seuil"),
      (clauses.periodicites != other.clauses.periodicites, "periodicite"),
      (clauses.ouvertures != other.clauses.ouvertures, "ouvrir"), (importTableur != other.importTableur, "tableur"),
      (clauses.papier != other.clauses.papier, "papier ou contrats dematerialise"),
    ].filter(\.0).map { "contrats \($0.1)" }
  }
}
