import Adresses
import Convention
import Foundation
import Interface
import Registre

/// What waits for the exploitant: dossiers without an étude, records set aside (annexe qualité I.4, R169–R170).
public struct Quarantaine: Sendable {
  let centre: Centre
  let annuaire: Annuaire

  public init(_ centre: Centre) async throws {
    self.centre = centre
    annuaire = try await centre.registre.lire { try $0.annuaire() }
  }

  /// A dossier that waits for an étude, and from what to choose.
  public struct Attente: Sendable {
    public let fiche: Fiche
    public let raison: String
    public let choix: [Choix]
  }

  /// One way to hand a dossier over.
  public struct Choix: Hashable, Sendable {
    public let codePostal: CodePostal
    public let commune: String?
    public let insee: CodeInsee?
    public let etudes: [CodeEtude]
  }

  /// Dossiers that wait, in the order of reception.
  public func enAttente(limit: Int = 1_000) async throws -> [Attente] {
    let quarantaine = self
    return try await centre.registre.lire { lecture in
      try lecture.dossiers(.exploitant, FiltreDossiers(etat: "ATTENTE"), limit: limit)
        .compactMap { try lecture.fiche($0.id) }.map { quarantaine.attente($0) }
    }
  }

  private func attente(_ fiche: Fiche) -> Attente {
    if let remise = fiche.dossier.remise {
      let choix = Choix(
        codePostal: remise.codePostal, commune: remise.insee.flatMap { centre.referentiel.nom(of: $0) },
        insee: remise.insee, etudes: competentes(remise.codePostal, fiche.dossier))
      return Attente(
        fiche: fiche, raison: "L’étude a refusé le dossier ; plusieurs autres sont compétentes.", choix: [choix])
    }
    let restored = restauration(fiche.dossier)
    let choix = restored.codesPossibles.map { code in
      let candidates = restored.candidats.filter { $0.codePostal == code }
      return Choix(
        codePostal: code, commune: candidates.count == 1 ? candidates[0].commune : nil,
        insee: candidates.count == 1 ? candidates[0].insee : nil, etudes: competentes(code, fiche.dossier))
    }
    return Attente(fiche: fiche, raison: restored.raison, choix: choix)
  }

  private func restauration(_ dossier: Dossier) -> Restauration {
    let adresse = dossier.demande.principal?.adresse ?? Adresse(lignes: [])
    return Repartition(annuaire: annuaire, referentiel: centre.referentiel).restaurer(adresse)
  }

  private func competentes(_ code: CodePostal, _ dossier: Dossier) -> [CodeEtude] {
    annuaire.etudes(for: code).map(\.code).filter { !dossier.refusee.contains($0) }
  }
}

extension Quarantaine {
  /// The exploitant's choice of postal code and étude; the dossier is handed over at once.
  ///
  /// Throws a `Refus` if the étude is not competent, not under contract, or has refused; a ``FauteDeQuarantaine`` if the dossier
  /// or the étude is unknown or the code is not among those possible.
  public func designer(numero: String, etude code: CodeEtude, codePostal: CodePostal?) async throws {
    let attente = try await trouver(numero)
    guard let etude = annuaire.etudes[code] else { throw FauteDeQuarantaine("L’étude \(code) est inconnue.") }
    guard
      let choix = attente.choix.first(where: {
        codePostal == nil ? $0.etudes.contains(code) : $0.codePostal == codePostal
      })
    else {
      throw FauteDeQuarantaine(
        "Ce code postal n’est pas de ceux que l’adresse admet ; voir « quarantaine voir \(numero) ».")
    }
    let received = attente.fiche.dossier.demande.principal?.adresse.codePostal
    let remise = DossierRemis(
      etude: code, instant: centre.horloge.instant, codePostal: choix.codePostal, insee: choix.insee,
      corrige: choix.codePostal.texte != received, avertissement: choix.codePostal.texte != received ? "802" : nil,
      delaiDays: etude.contrat.delaiDays(attente.fiche.dossier.demande.phase))
    try await decider(attente.fiche) { try $0.designer(remise, to: etude) }
    let jour = try await centre.jourDeTravail()
    try await Remise(centre: centre, annuaire: annuaire).remettre(designationsDu: jour)
  }

  /// The demand is given up and rejected: 403 no address, 404 no étude.
  public func renoncer(numero: String, code: String) async throws {
    guard code == "403" || code == "404" else {
      throw FauteDeQuarantaine("On renonce avec le code 403 (adresse introuvable) ou 404 (aucune étude).")
    }
    let attente = try await trouver(numero)
    try await decider(attente.fiche) {
      try $0.ecarter(code: code, raison: centre.phrase(code: code) ?? "rejet \(code)")
    }
  }

  private func trouver(_ numero: String) async throws -> Attente {
    let found = try await centre.registre.lire { lecture in
      try lecture.dossiers(numero: numero, .exploitant).filter {
        if case .enAttente = $0.dossier.etat { true } else { false }
      }
    }
    guard let fiche = found.first else { throw FauteDeQuarantaine("Aucun dossier \(numero) n’attend de décision.") }
    guard found.count == 1 else {
      throw FauteDeQuarantaine("Plusieurs exploitations ont un dossier \(numero) en attente : traitez-les au site.")
    }
    return attente(fiche)
  }

  private func decider(_ fiche: Fiche, _ body: @Sendable (Dossier) throws -> [Evenement]) async throws {
    let jour = try await centre.jourDeTravail()
    let trace = Trace(auteur: "exploitant", instant: centre.horloge.instant, jour: jour)
    try await centre.registre.ecrire { registre in
      guard var current = try registre.lecture.fiche(fiche.id) else { return }
      try registre.ajouter(try body(current.dossier), to: &current, trace: trace)
    }
  }
}

/// A decision that names something that is not there.
public struct FauteDeQuarantaine: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  init(_ message: String) { self.message = message }
  public var description: String { message }
}
