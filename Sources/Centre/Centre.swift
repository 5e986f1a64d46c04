import Adresses
import Convention
import Interface
import Registre

/// The centre serveur at work: what it knows, where files come and go, and what day it is.
public struct Centre: Sendable {
  public private(set) var registre: Registre
  public let formats: Formats
  public let referentiel: Referentiel
  public let echanges: DossierEchanges
  public let horloge: Horloge
  public let attestation: ReglageAttestation
  /// What it follows where the texts leave a choice.
  public let lectures: LecturesDuCentre
  /// Causes of files already issued that are to be written again.
  var reproduit: Set<String> = []

  public init(
    registre: Registre, formats: Formats, referentiel: Referentiel, echanges: DossierEchanges, horloge: Horloge,
    attestation: ReglageAttestation, lectures: LecturesDuCentre = LecturesDuCentre()
  ) {
    self.registre = registre
    self.formats = formats
    self.referentiel = referentiel
    self.echanges = echanges
    self.horloge = horloge
    self.attestation = attestation
    self.lectures = lectures
  }

  /// The same centre, whose pages are read on a copy of the base.
  public func lisant(_ replique: Replique?) -> Centre {
    var centre = self
    centre.registre = registre.lisant(replique)
    return centre
  }

  /// The day to which work done now belongs.
  func jourDeTravail() async throws -> Jour {
    let jour = horloge.jour
    return try await registre.lire { try $0.jourDeTravail(jour) }
  }
}

/// How the hand-over is attested to postes (R123): at least one of the two means.
public struct ReglageAttestation: Sendable, Hashable {
  public let liste: Bool
  public let courriel: Bool
  public let messagerie: Messagerie
  public let expediteur: String

  /// Throws a `Refus` when both means are off.
  public init(
    liste: Bool = true, courriel: Bool = true, messagerie: Messagerie = .dossier,
    expediteur: String = "centre-serveur@localhost"
  ) throws(Refus) {
    guard liste || courriel else {
      throw Refus(.sansAttestation, under: Article(.annexeEchanges, "II.1.1.1 a"))
    }
    self.liste = liste
    self.courriel = courriel
    self.messagerie = messagerie
    self.expediteur = expediteur
  }
}
