import Centre
import Convention
import Foundation
import Logging
import PeSIT
import Registre

/// What the centre answers to CFT partners: who may come in, where their files go, which of ours they acknowledge.
struct AccueilCFT: PeSITService {
  let partenaires: [Text: PartenaireCFT]
  let registre: Registre
  let echanges: DossierEchanges
  let horloge: Horloge
  let journal: Logger

  init(
    _ partenaires: [PartenaireCFT], registre: Registre, echanges: DossierEchanges, horloge: Horloge, journal: Logger
  ) {
    self.partenaires = Dictionary(partenaires.map { (Text($0.identifiant), $0) }) { first, _ in first }
    self.registre = registre
    self.echanges = echanges
    self.horloge = horloge
    self.journal = journal
  }

  func accept(_ connect: Connect, from caller: Caller) async -> ConnectionDecision {
    guard let partenaire = partenaires[connect.requester] else { return .refuse(.calledUnknown, "") }
    let isHere = partenaire.reseaux.isEmpty || partenaire.reseaux.contains { $0.contains(caller.networkAddress) }
    guard isHere else { return .refuse(.callerNotAuthorised, "") }
    guard let expected = partenaire.motDePasse else { return .accept }
    let isRight = connect.accessControl?.isPassword(Text(expected)) ?? false
    return isRight ? .accept : .refuse(.callerNotAuthorised, "")
  }

  func receive(_ create: Create, from caller: Caller) async -> ReceptionDecision {
    guard let partenaire = partenaires[caller.partner], partenaire.envoie(create.fileName.description) else {
      return .refuse(.transferRefused, "flux non autorise")
    }
    let folder = echanges.entrant.appendingPathComponent(partenaire.dossier, isDirectory: true)
    let label = create.label.flatMap { $0.isBlank ? nil : $0 } ?? create.fileName
    return .accept(
      FileDestination(folder: Folder(folder.path), name: "\(create.transferID)-\(safeName(label.description))"))
  }

  /// Inscribed before it is seen: the reception that finds the file finds whom to acknowledge it to.
  func publish(_ file: ReceivedFile) async throws(FileFault) -> String {
    let partenaire = partenaires[file.caller.partner]
    return try await file.destination.publish(file.partName) { nom async throws(FileFault) in
      guard let partenaire else { return true }
      return try await inscrire(file, partenaire, nom)
    }
  }

  /// False when the name was another file's.
  private func inscrire(_ file: ReceivedFile, _ partenaire: PartenaireCFT, _ nom: String)
    async throws(FileFault) -> Bool
  {
    guard !file.destination.folder.has(nom) else { return false }
    var transfert = Transfert(
      .recu, partenaire: partenaire.identifiant, flux: file.create.fileName.description, nom: nom,
      cause: AccuseCFT.cause(partenaire: partenaire.dossier, nom: nom), etat: .recu, instant: horloge.instant)
    transfert.octets = Int64(file.totals.offset)
    transfert.point = transfert.octets ?? 0
    transfert.points = file.totals.number
    transfert.identite = file.create.parameters.hexadecimal
    do {
      return try await registre.ecrire { [transfert] registre in
        if try registre.inscrire(transfert) { return true }
        // Asked again for the same file after a stop: it is inscribed and was not published.
        let known = try registre.lecture.transfert(cause: transfert.cause)
        return known?.etat == .recu && known?.identite == transfert.identite
      }
    } catch {
      journal.error("Transfert reçu non inscrit", metadata: ["cause": "\(phrase(error))"])
      throw FileFault(call: "inscription", path: nom, code: EIO)
    }
  }

  func provide(_ select: Select, to caller: Caller) async -> ProvisionDecision { .refuse(.noSuchFile, "") }

  /// The partner acknowledges one of our files from end to end.
  func receive(_ received: ReceivedMessage) async -> MessageDecision {
    let message = received.message
    guard message.kind == .acknowledgement, let partenaire = partenaires[received.caller.partner] else {
      journal.notice("Message CFT reçu", metadata: ["partenaire": "\(received.caller.partner)"])
      return message.kind == .acknowledgement ? .refuse(.messageNotAccepted, "") : .accept(answer: nil)
    }
    do {
      let isKnown = try await acquitter(FileIdentity(message.parameters), partenaire.identifiant, message.text)
      return isKnown ? .accept(answer: nil) : .refuse(.messageNotAccepted, "")
    } catch {
      journal.error("Accusé CFT non inscrit", metadata: ["cause": "\(phrase(error))"])
      return .refuse(.systemResources, "")
    }
  }

  private func acquitter(_ accuse: FileIdentity, _ partenaire: String, _ texte: Text?) async throws -> Bool {
    try await registre.ecrire { registre in
      let sent = try [Transfert.Etat.transmis, .acquitte].flatMap {
        try registre.lecture.transferts(with: partenaire, $0, limit: 500)
      }
      let found = sent.first { transfert in
        guard transfert.sens == .emis, let parameters = transfert.identite.flatMap(Parameters.init(hexadecimal:)) else {
          return false
        }
        return FileIdentity(parameters).isAcknowledged(by: accuse)
      }
      guard var transfert = found else { return false }
      transfert.etat = .acquitte
      transfert.texte = texte?.description
      try registre.avancer(transfert)
      return true
    }
  }

  func happened(_ event: ServerEvent) async {
    switch event {
    case .refused(let caller, let diagnostic):
      journal.warning("Connexion CFT refusée", metadata: Self.metadata(caller, "\(diagnostic)"))
    case .received(let caller, let key, _, let totals):
      journal.info(
        "Fichier reçu par CFT",
        metadata: ["partenaire": "\(caller.partner)", "flux": "\(key.fileName)", "octets": "\(totals.offset)"])
    case .failed(let caller, _, let fault):
      journal.warning("Transfert CFT interrompu", metadata: Self.metadata(caller, "\(fault.diagnostic)"))
    case .connected, .receiving, .sending, .sent, .ended: break
    }
  }

  private static func metadata(_ caller: Caller, _ diagnostic: String) -> Logger.Metadata {
    ["partenaire": "\(caller.partner)", "adresse": "\(caller.networkAddress)", "diagnostic": "\(diagnostic)"]
  }
}
