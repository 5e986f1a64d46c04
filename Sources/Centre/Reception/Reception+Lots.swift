import Convention
import Interface
import Registre

extension Reception {
  /// Integrates the next groups of a file in one transaction; in the test environment, judges them all and keeps nothing.
  func lot(_ fichier: FichierRecu, _ examen: Examen, _ source: SourceOctets) async throws -> FichierRecu {
    let centre = centre
    let annuaire = annuaire
    let batchSize = batchSize
    let memoire = memoire
    return try await centre.registre.ecrire { registre in
      let repartition = Repartition(annuaire: annuaire, referentiel: centre.referentiel)
      var lot = Lot(registre: registre, repartition: repartition, examen: examen, source: source)
      if let memoire { lot.memoire = memoire }
      guard fichier.suite?.environnement == "T" else {
        return try registre.saving(try lot.integrer(fichier, limit: batchSize))
      }
      let (judged, rejets) = try registre.essayer {
        (try lot.integrer(fichier, limit: .max), try registre.lecture.rejets(of: fichier.id))
      }
      for rejet in rejets {
        try registre.ecarter(rejet)
        try registre.marquer(rejet, .classe)
      }
      return try registre.saving(judged)
    }
  }
}

extension Ecriture {
  fileprivate func saving(_ fichier: FichierRecu) throws -> FichierRecu {
    try avancer(fichier)
    return fichier
  }
}

/// One transaction's worth of groups.
struct Lot {
  let registre: Ecriture
  let repartition: Repartition
  let examen: Examen
  let source: SourceOctets
  /// Dossiers remembered at most: more than a transaction has groups, except for a file in the test environment.
  var memoire = 4_000

  func integrer(_ fichier: FichierRecu, limit: Int) throws -> FichierRecu {
    try registre.auparavant { try integrer(fichier, limit: limit, avant: $0) }
  }

  private func integrer(_ fichier: FichierRecu, limit: Int, avant: Lecture) throws -> FichierRecu {
    let reprise = try fichier.cumuls.map { try JSON.decode(Reprise.self, $0) }
    guard let controleur = try Controleur(examen.ouverture, source, depuis: reprise) else {
      throw FauteDeReception(
        fichier: fichier.nom,
        message: "sa réception a commencé avec une table de format qui n’est plus en service ; remettez-la")
    }
    var monde = MondeDuCentre(registre, repartition, fichier, avant: avant, memoire: memoire)
    let integration = Integration(
      registre: registre, monde: monde, table: controleur.table, instant: fichier.instant, jour: fichier.jour)
    var current = fichier
    for _ in 0..<limit {
      guard try controleur.advance(&monde) else { return finished(current, controleur) }
      try integration.suivre(controleur.groupe, &current.bilan)
    }
    current.octet = controleur.reprise.position
    current.ligne = controleur.reprise.ligne
    current.cumuls = try JSON.encode(controleur.reprise)
    return current
  }

  private func finished(_ fichier: FichierRecu, _ controleur: Controleur) -> FichierRecu {
    var result = fichier
    result.bilan.enregistrements = Int64(examen.enregistrements)
    for code in controleur.cumuls.anomalies { result.bilan.signal(code.texte) }
    let signalled = result.bilan.anomalies.contains { $0.hasPrefix("9") }
    result.statut = result.bilan.rejets > 0 || signalled ? "P" : "A"
    result.etat = .integre
    result.octet = examen.octetCount
    result.cumuls = nil
    return result
  }
}
