import Adresses
import Centre
import Convention
import Foundation
import Interface
import Logging
import Registre

/// What the centre does by itself, one work at a time: takes what arrives, closes each day at its hour.
struct Permanence {
  private let session: Session
  private let registre: Registre
  private let referentiel: Referentiel
  private let formats: FormatsEnService
  private let journal: Logger
  private let echanges: DossierEchanges
  private var arrivees: Arrivees
  /// Every day up to this one is closed.
  private var closedThrough: Jour?
  private var mailRetry: ContinuousClock.Instant?
  private var mailCheck = ContinuousClock.now
  private var dutyCheck = ContinuousClock.now

  init(
    _ session: Session, _ registre: Registre, _ formats: FormatsEnService, _ journal: Logger,
    patience: Duration = .seconds(2)
  ) throws {
    self.session = session
    self.registre = registre
    self.formats = formats
    self.journal = journal
    referentiel = try Session.referentiel.get()
    echanges = try DossierEchanges(URL(fileURLWithPath: session.reglages.echanges))
    arrivees = Arrivees(echanges.entrant, patience: patience)
  }

  private var centre: Centre {
    Centre(
      registre: registre, formats: formats.formats, referentiel: referentiel, echanges: echanges,
      horloge: session.reglages.horloge, attestation: session.reglages.attestation,
      lectures: session.reglages.lectures)
  }

  /// Finishes what a stop interrupted; a file whose copy left `entrant/` has nothing more to be told.
  mutating func reprendre() async throws {
    let (centre, ecran) = (centre, session.ecran)
    let left = try await session.alone {
      let left = try await Reprises(centre, BarreDeProgression(ecran)).settle()
      let reception = try await Reception(centre)
      for fichier in left where fichier.canal == "dossier" && !Permanence.isWaiting(fichier, centre.echanges) {
        try await reception.clore(fichier)
      }
      return left.count
    }
    if left > 0 { journal.notice("Fichiers repris après un arrêt", metadata: ["nombre": "\(left)"]) }
  }

  private static func isWaiting(_ fichier: FichierRecu, _ echanges: DossierEchanges) -> Bool {
    let folder = fichier.partenaire.map { echanges.entrant.appendingPathComponent($0) } ?? echanges.entrant
    return FileManager.default.fileExists(atPath: folder.appendingPathComponent(fichier.nom).path)
  }

  /// One round; `isStopping` is asked between two works.
  mutating func ronde(isStopping: () -> Bool = { false }) async {
    await closeDays()
    await watchDuties()
    for depot in arrivees.ready() {
      if isStopping() { return }
      await take(depot)
    }
  }
}

extension Permanence {
  /// Receives one file and takes it away; what fails stays there and is tried again later.
  private mutating func take(_ depot: Arrivees.Depot) async {
    let (centre, barre) = (centre, BarreDeProgression(session.ecran))
    let accuse = AccuseCFT(centre, exploitant: session.reglages.valeurs[.cftCourriel])
    do {
      let taken = try await session.alone { () -> FichierRecu? in
        // Another instance may have taken it while this one waited for its turn.
        guard FileManager.default.fileExists(atPath: depot.url.path) else { return nil }
        return try await Permanence.receive(depot, centre, accuse, barre)
      }
      guard let fichier = taken else { return }
      journal.info("Fichier reçu", metadata: Permanence.metadata(fichier))
    } catch {
      arrivees.postpone(depot)
      journal.error(
        "Fichier non reçu, il sera repris",
        metadata: ["fichier": "\(depot.url.lastPathComponent)", "cause": "\(phrase(error))"])
    }
  }

  private static func receive(
    _ depot: Arrivees.Depot, _ centre: Centre, _ accuse: AccuseCFT, _ barre: BarreDeProgression
  ) async throws -> FichierRecu {
    var left = try await Reprises(centre, barre).settle(names: [depot.url.lastPathComponent])
    let reception = try await Reception(centre)
    let fichier = try await reception.recevoir(
      .init(url: depot.url, partenaire: depot.partenaire, canal: "dossier"), reprises: &left)
    try await accuse.repondre(fichier, partenaire: depot.partenaire, nom: depot.url.lastPathComponent)
    // Taken away only once integrated, and closed only once taken away: a stop in between finds it again as it was.
    try FileManager.default.removeItem(at: depot.url)
    try await reception.clore(fichier)
    return fichier
  }

  private static func metadata(_ fichier: FichierRecu) -> Logger.Metadata {
    [
      "id": "\(fichier.id)", "nom": "\(fichier.nom)", "statut": "\(fichier.statut ?? "-")",
      "code": "\(fichier.code ?? "-")",
      "acceptees": "\(fichier.bilan.acceptees)", "rejets": "\(fichier.bilan.rejets)",
    ]
  }

  /// Closes the days whose hour has passed.
  private mutating func closeDays() async {
    let now = session.reglages.horloge.instant
    let (hour, minute) = session.reglages.clotureMinutes.quotientAndRemainder(dividingBy: 60)
    let isDue = Instant(now.jour, heure: hour, minute: minute) <= now
    let target = isDue ? now.jour : now.jour.adding(days: -1)
    let isMailDue = await isMailDue()
    guard closedThrough.map({ $0 < target }) ?? true || isMailDue else { return }
    do {
      try await close(target)
    } catch {
      mailRetry = ContinuousClock.now + .seconds(60)
      journal.error(
        "Journée non close, nouvel essai dans une minute",
        metadata: ["jour": "\(target.iso)", "cause": "\(phrase(error))"])
    }
  }

  /// Once a minute: a notice whose limit has passed is signalled then, not in the evening.
  private mutating func watchDuties() async {
    guard dutyCheck <= ContinuousClock.now else { return }
    dutyCheck = ContinuousClock.now + .seconds(60)
    let (veille, now) = (VeilleDesDevoirs(registre), session.reglages.horloge.instant)
    do {
      guard try await !veille.aSignaler(at: now).isEmpty else { return }
      try await session.alone { try await veille.veiller(at: now) }
      journal.warning("Un devoir du centre est hors délai : voir la page des devoirs")
    } catch {
      journal.error("Devoirs non surveillés, nouvel essai dans une minute", metadata: ["cause": "\(phrase(error))"])
    }
  }

  /// What could not be sent waits for its hour; what has been owed since, a minute at most: a refusal does not wait for the
  /// evening.
  private mutating func isMailDue() async -> Bool {
    if let mailRetry { return mailRetry <= ContinuousClock.now }
    guard mailCheck <= ContinuousClock.now else { return false }
    mailCheck = ContinuousClock.now + .seconds(60)
    return (try? await registre.lire { try !$0.courrielsAEnvoyer().isEmpty }) ?? false
  }

  private mutating func close(_ target: Jour) async throws {
    let centre = centre
    let ecran = session.ecran
    let failures = try await session.alone {
      try await Soiree(centre, BarreDeProgression(ecran)).clore(until: target)
      return try await Journee(centre).envoyer()
    }
    if closedThrough != target { journal.info("Journées closes", metadata: ["jusqu’au": "\(target.iso)"]) }
    closedThrough = target
    mailRetry = failures.isEmpty ? nil : ContinuousClock.now + .seconds(600)
    for failure in failures { journal.warning("\(failure)") }
  }
}
