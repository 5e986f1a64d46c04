import Convention
import Registre

/// What leaves by CFT and when: each issued file once, to the partner that it is for (R110, R113, R114).
public struct FileDEnvoi: Sendable {
  /// A partner as the queue sees it.
  public struct Destination: Hashable, Sendable {
    /// Its CFT identifier.
    public let partenaire: String
    /// Exploitations (`HELIOS/031`) and études (`E3101`) whose files it takes.
    public let destinataires: Set<String>
    /// The flow's name of a kind of file: `RI` → `CSHRI`.
    public let flux: [String: String]

    public init(partenaire: String, destinataires: Set<String>, flux: [String: String]) {
      self.partenaire = partenaire
      self.destinataires = destinataires
      self.flux = flux
    }
  }

  /// Files issued longer ago are not sent when a partner is new.
  private static let reculDays = 10
  private let centre: Centre
  private let destinations: [Destination]

  public init(_ centre: Centre, _ destinations: [Destination]) {
    self.centre = centre
    self.destinations = destinations
  }

  /// Inscribes what has been issued since.
  public func completer() async throws {
    let now = centre.horloge.instant
    let waiting = try await centre.registre.lire {
      try $0.fichiersSansTransfert(since: now.jour.adding(days: -Self.reculDays))
    }
    let leaving = waiting.compactMap { transfert($0, at: now) }
    guard !leaving.isEmpty else { return }
    try await centre.registre.ecrire { registre in
      for transfert in leaving { try registre.inscrire(transfert) }
    }
  }

  private func transfert(_ fichier: FichierEmis, at now: Instant) -> Transfert? {
    let destinataire =
      fichier.suite.etude.isEmpty
      ? FichierRecu.Destinataire.exploitation(
        application: fichier.suite.application, exploitation: fichier.suite.exploitation) : .etude(fichier.suite.etude)
    guard let destination = destinations.first(where: { $0.destinataires.contains(destinataire.texte) }),
      let flux = destination.flux[fichier.suite.genre]
    else { return nil }
    var transfert = Transfert(
      .emis, partenaire: destination.partenaire, flux: flux, nom: fichier.nom, cause: "emis:\(fichier.id)",
      etat: .attente, instant: now)
    transfert.fichier = fichier.id
    return transfert
  }
}

extension Annuaire {
  /// Whose files a partner's folder name takes: an étude, an exploitation, or all exploitations of a computer department.
  public func destinataires(partenaire: String) -> Set<String> {
    if let one = destinataire(partenaire: partenaire) { return [one.texte] }
    let all = applications.filter { $0.value.departementsInformatiques.contains(partenaire) }
    return Set(all.flatMap { nom, application in application.exploitations.map { "\(nom)/\($0)" } })
  }
}
