import Convention
import Registre

extension Quarantaine {
  /// The exploitant's choice of postal code and étude; the dossier is handed over at once.
  ///
  /// Throws a `Refus` if the étude is not competent, not under contract, or has refused; a ``FauteDeQuarantaine`` if the dossier
  /// or the étude is unknown or the code is not among those possible.
  ///
  /// - Parameter auteur: who decides, as the journal keeps it.
  public func designer(
    dossier id: Int64, etude code: CodeEtude, codePostal: CodePostal?, auteur: String = "exploitant"
  ) async throws {
    let attente = try await trouver(id)
    guard let etude = annuaire.etudes[code] else { throw FauteDeQuarantaine("L’étude \(code) est inconnue.") }
    guard let choix = attente.choix(etude: code, codePostal: codePostal) else {
      throw FauteDeQuarantaine("Ce code postal n’est pas de ceux que l’adresse admet, ou cette étude ne le sert pas.")
    }
    let poste = Codique(attente.fiche.dossier.demande.poste)
    guard let contrat = etude.contrat(with: poste, on: centre.horloge.jour) else { throw Dossier.sansContrat }
    let received = attente.fiche.dossier.demande.principal?.adresse.codePostal
    let remise = DossierRemis(
      to: etude, under: contrat, attente.fiche.dossier.demande.phase, on: centre.horloge.jour,
      instant: centre.horloge.instant,
      codePostal: choix.codePostal, insee: choix.insee, corrige: choix.codePostal.texte != received,
      avertissement: choix.codePostal.texte != received ? "802" : nil)
    try await decider(attente.fiche, auteur) { try $0.designer(remise, to: etude) }
    let jour = try await centre.jourDeTravail()
    try await Remise(centre: centre, annuaire: annuaire).remettre(designationsDu: jour)
  }

  public func designer(numero: String, etude code: CodeEtude, codePostal: CodePostal?) async throws {
    try await designer(dossier: try await trouver(numero: numero), etude: code, codePostal: codePostal)
  }

  /// The demand is given up and rejected: 403 no address, 404 no étude.
  public func renoncer(dossier id: Int64, code: String, auteur: String = "exploitant") async throws {
    guard code == "403" || code == "404" else {
      throw FauteDeQuarantaine("On renonce avec le code 403 (adresse introuvable) ou 404 (aucune étude).")
    }
    let attente = try await trouver(id)
    try await decider(attente.fiche, auteur) {
      try $0.ecarter(code: code, raison: centre.phrase(code: code) ?? "rejet \(code)")
    }
  }

  public func renoncer(numero: String, code: String) async throws {
    try await renoncer(dossier: try await trouver(numero: numero), code: code)
  }

  private func trouver(_ id: Int64) async throws -> Attente {
    guard let attente = try await enAttente(dossier: id) else {
      throw FauteDeQuarantaine("Ce dossier n’attend pas, ou n’attend plus, de décision.")
    }
    return attente
  }

  /// The only dossier of that number that waits.
  private func trouver(numero: String) async throws -> Int64 {
    let found = try await centre.registre.lire { lecture in
      try lecture.dossiers(numero: numero, .exploitant).filter {
        if case .enAttente = $0.dossier.etat { true } else { false }
      }
    }
    guard let fiche = found.first else { throw FauteDeQuarantaine("Aucun dossier \(numero) n’attend de décision.") }
    guard found.count == 1 else {
      throw FauteDeQuarantaine("Plusieurs exploitations ont un dossier \(numero) en attente : traitez-les au site.")
    }
    return fiche.id
  }

  private func decider(
    _ fiche: Fiche, _ auteur: String, _ body: @escaping @Sendable (Dossier) throws -> [Evenement]
  ) async throws {
    let jour = try await centre.jourDeTravail()
    let trace = Trace(auteur: auteur, instant: centre.horloge.instant, jour: jour)
    try await centre.registre.ecrire { registre in
      guard var current = try registre.lecture.fiche(fiche.id) else { return }
      try registre.ajouter(try body(current.dossier), to: &current, trace: trace)
    }
  }
}

extension Quarantaine.Attente {
  /// The choice of that code, or the first that this étude serves.
  fileprivate func choix(etude: CodeEtude, codePostal: CodePostal?) -> Quarantaine.Choix? {
    choix.first { codePostal == nil ? $0.etudes.contains(etude) : $0.codePostal == codePostal }
  }
}

/// A decision that names something that is not there.
public struct FauteDeQuarantaine: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  init(_ message: String) { self.message = message }
  public var description: String { message }
}
