import Convention
import Registre

/// The centre's own duties, one method per act (cahier 3, 4 and 5; annexe qualité II.2 and III; R082–R097, R178–R191): what a
/// command and a page do alike.
///
/// A dysfunction of the service is an `IncidentDeService`; the table `incident` holds other things, the signals of a day.
public struct DevoirsDuCentre: Sendable {
  public let centre: Centre
  let auteur: String

  /// - Parameter auteur: who acts, as the journal keeps it.
  public init(_ centre: Centre, par auteur: String = "exploitant") {
    self.centre = centre
    self.auteur = auteur
  }

  var instant: Instant { centre.horloge.instant }
  var jour: Jour { centre.horloge.jour }
  func texte(_ texte: String) throws(Refus) -> TexteLibre { try TexteLibre(texte, on: jour) }

  func trace(_ lecture: Lecture) throws -> Trace {
    Trace(auteur: auteur, instant: instant, jour: try lecture.jourDeTravail(jour))
  }

  /// Opens a history and gives it; what its opening needs beside is done in the same transaction.
  func ouvrir<H: Histoire>(
    _ type: H.Type, _ decide: @escaping @Sendable (Lecture) throws -> [H.Acte],
    puis: @escaping @Sendable (FicheDHistoire<H>, Ecriture) throws -> Void = { _, _ in }
  ) async throws -> FicheDHistoire<H> {
    try await centre.registre.ecrire { ecriture in
      let actes = try decide(ecriture.lecture)
      let fiche = try ecriture.ouvrir(H.self, actes, trace: try trace(ecriture.lecture))
      try puis(fiche, ecriture)
      return fiche
    }
  }

  /// Appends what is decided of a history within a scope.
  ///
  /// - Parameter rang: how many decisions it had when whoever decides saw it; ``FauteDeDevoir/change(_:)`` if it has more.
  func changer<H: Histoire>(
    _ type: H.Type, _ cle: String, rang: Int? = nil, dans perimetre: Perimetre = .exploitant,
    _ decide: @escaping @Sendable (H, Lecture) throws -> [H.Acte],
    puis: @escaping @Sendable (FicheDHistoire<H>, Ecriture) throws -> Void = { _, _ in }
  ) async throws -> FicheDHistoire<H> {
    try await centre.registre.ecrire { ecriture in
      guard var fiche = try ecriture.lecture.histoire(H.self, cle: cle, perimetre) else {
        throw FauteDeDevoir.inconnu(cle)
      }
      if let rang, rang != fiche.decisions { throw FauteDeDevoir.change(cle) }
      let actes = try decide(fiche.histoire, ecriture.lecture)
      try ecriture.ajouter(actes, to: &fiche, trace: try trace(ecriture.lecture))
      try puis(fiche, ecriture)
      return fiche
    }
  }
}

extension FicheDHistoire {
  /// How many of its facts somebody decided: the mails that leave meanwhile put no form out of date.
  public var decisions: Int {
    guard let incident = histoire as? IncidentDeService else { return rang }
    let plans = incident.plans.map { $0.envois.count + 1 }.reduce(0, +)
    return rang - incident.avis.count - plans - (incident.planEnCours?.envois.count ?? 0)
  }
}

/// Something named that is not there, or is no longer as it was seen.
public enum FauteDeDevoir: Error, Hashable, Sendable, CustomStringConvertible {
  case inconnu(String)
  case acteurInconnu(String)
  /// Another act came since the page was shown, or the form was sent twice.
  case change(String)
  case sansDeclaration
  /// What the cause alleges has no evidence in the base.
  case sansPreuve(String)

  public var description: String {
    switch self {
    case .inconnu(let cle): "« \(cle) » est inconnu. Rien n’a été changé."
    case .acteurInconnu(let code): "\(code) n’est pas dans l’annuaire (acteurs importer). Rien n’a été changé."
    case .change(let cle): "\(cle) a changé depuis que la page a été montrée. Rien n’a été ajouté."
    case .sansDeclaration: "Le centre n’a pas encore déposé sa déclaration de moyens."
    case .sansPreuve(let texte): "\(texte) Rien n’a été changé."
    }
  }
}
