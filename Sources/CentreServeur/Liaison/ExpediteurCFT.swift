import Centre
import Convention
import Foundation
import Logging
import PeSIT
import Registre

/// Sends what is due: files at the partner's hours, acknowledgements at once; a cut is taken up where it was (R113, R114).
struct ExpediteurCFT: Sendable {
  let partenaires: [PartenaireCFT]
  let reglage: ReglageCFT
  let registre: Registre
  let echanges: DossierEchanges
  let horloge: Horloge
  /// The machine's clock: delays are real, whatever day is held.
  let montre: Horloge
  let journal: Logger

  /// How long an instance has a transfer before another may take it, in seconds: renewed while it lasts.
  private static let prise = 600
  /// Seconds between two attempts: doubled up to half an hour.
  private static func delai(_ tentatives: Int) -> Int { min(1800, 5 << min(tentatives, 9)) }

  /// Sends what is due now: those whose hour it is not do not stand before the others.
  func ronde() async {
    let joignables = partenaires.filter { $0.adresse != nil }
    let ouverts = joignables.filter(estALHeure)
    do {
      let due = try await registre.lire { [now = montre.instant] in
        try $0.transfertsDus(
          at: now, fichiers: ouverts.map(\.identifiant), accuses: joignables.map(\.identifiant), limit: 100)
      }
      for transfert in due where !Task.isCancelled { await envoyer(transfert) }
    } catch {
      journal.error("Envois CFT remis", metadata: ["cause": "\(phrase(error))"])
    }
  }

  private func envoyer(_ transfert: Transfert) async {
    guard let partenaire = partenaires.first(where: { $0.identifiant == transfert.partenaire }) else { return }
    let now = montre.instant
    do {
      let taken = try await registre.ecrire {
        try $0.prendre(transfert.id, at: now, until: now.adding(seconds: Self.prise))
      }
      guard var current = taken else { return }
      do {
        try await transmettre(&current, to: partenaire)
      } catch {
        echouer(&current, error)
      }
      try await registre.ecrire { [current] in try $0.avancer(current) }
      try await RetardCFT(registre, minutes: reglage.retardMinutes, exploitant: reglage.exploitant)
        .signaler(current, at: horloge.instant)
    } catch {
      journal.error("Transfert CFT non suivi", metadata: ["cause": "\(phrase(error))"])
    }
  }

  private func estALHeure(_ partenaire: PartenaireCFT) -> Bool {
    guard let heures = partenaire.heures else { return true }
    let (heure, minute, _) = montre.instant.time
    let now = heure * 60 + minute
    return heures.contains(now) || heures.contains(now + 1440)
  }

  private func transmettre(_ transfert: inout Transfert, to partenaire: PartenaireCFT) async throws {
    let client = try client(partenaire)
    if transfert.sens == .accuse {
      let identity = FileIdentity(transfert.identite.flatMap { Parameters(hexadecimal: $0) } ?? Parameters())
      try await client.send(Message(acknowledging: identity, text: transfert.texte.map { Text($0) }))
      transfert.etat = .acquitte
    } else {
      let request = try requete(transfert)
      transfert.octets = (try FileManager.default.attributesOfItem(atPath: request.path)[.size] as? Int64) ?? nil
      let suivi = SuiviDEnvoi(transfert, registre: registre, montre: montre, prise: Self.prise)
      let report = try await suivi.pendant {
        try await client.send(request, resuming: true) { suivi.noter($0) }
      }
      transfert = suivi.transfert
      transfert.etat = .transmis
      transfert.identite = report.parameters.hexadecimal
      transfert.octets = Int64(report.byteCount)
      transfert.point = Int64(report.byteCount)
      transfert.points = report.syncPoints
    }
    transfert.prochaine = nil
    transfert.diagnostic = nil
    journal.info("Transmis par CFT", metadata: metadata(transfert))
  }

  private func client(_ partenaire: PartenaireCFT) throws -> PeSITClient {
    let adresse = partenaire.adresse ?? ("", 0)
    var settings = ClientSettings(
      host: adresse.hote, port: adresse.port, identity: Text(reglage.identifiant), server: Text(partenaire.identifiant))
    settings.password = partenaire.notreMotDePasse.map { Text($0) }
    settings.access = .write
    settings.tls = partenaire.tls
    settings.maxEntity = 32_750
    return try PeSITClient(settings, state: try TransferState(Folder(reglage.etat(echanges))))
  }

  /// Fixed articles of 512 octets, without the line ends that the file has on disk.
  private func requete(_ transfert: Transfert) throws -> SendRequest {
    let path = try EnArticles(echanges, transfert.nom).path()
    var request = SendRequest(
      path: path, fileName: Text(transfert.flux),
      format: FileFormat(code: .binary, articles: .fixed, articleLength: EnArticles.longueur))
    request.label = Text(transfert.nom)
    let (annee, mois, jour) = transfert.jour.components
    let (heure, minute, seconde) = transfert.instant.time
    request.created = Timestamp(
      year: annee, month: mois, day: jour, hour: heure, minute: minute, second: seconde)
    return request
  }

  private func echouer(_ transfert: inout Transfert, _ error: any Error) {
    let fault = error as? SessionFault
    transfert.diagnostic = fault.map { "\($0.diagnostic) \($0.diagnostic.french)" } ?? phrase(error)
    let isHopeless = fault.map { $0.diagnostic == .transferRefused || $0.diagnostic == .messageNotAccepted } ?? false
    transfert.etat = isHopeless ? .refuse : .attente
    transfert.prochaine = isHopeless ? nil : montre.instant.adding(seconds: Self.delai(transfert.tentatives))
    journal.warning("Envoi CFT à reprendre", metadata: metadata(transfert))
  }

  private func metadata(_ transfert: Transfert) -> Logger.Metadata {
    [
      "partenaire": "\(transfert.partenaire)", "flux": "\(transfert.flux)", "nom": "\(transfert.nom)",
      "tentatives": "\(transfert.tentatives)", "diagnostic": "\(transfert.diagnostic ?? "-")",
    ]
  }
}

/// A file of `sortant/` as CFT carries it: articles end to end, without line ends.
struct EnArticles {
  static let longueur = 512
  private let source: URL
  private let target: URL

  init(_ echanges: DossierEchanges, _ nom: String) {
    source = echanges.emis(nom)
    target = echanges.racine.appendingPathComponent("cft/envois/\(nom)")
  }

  /// Made once: a transfer that is taken up finds the same file.
  func path() throws -> String {
    if FileManager.default.fileExists(atPath: target.path) { return target.path }
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    let beside = target.deletingLastPathComponent().appendingPathComponent(".\(target.lastPathComponent)")
    try? FileManager.default.removeItem(at: beside)
    _ = FileManager.default.createFile(atPath: beside.path, contents: nil)
    let (input, output) = (try FileHandle(forReadingFrom: source), try FileHandle(forWritingTo: beside))
    defer { try? input.close() }
    while let piece = try input.read(upToCount: 1 << 20), !piece.isEmpty {
      try output.write(contentsOf: piece.filter { $0 != 0x0A })
    }
    try output.synchronize()
    try output.close()
    try FileManager.default.moveItem(at: beside, to: target)
    return target.path
  }
}
