import Convention
import Registre

/// The end-to-end acknowledgement of a file that came by CFT (annexe II.1.1.1 a, R122): dated to the second, once the
/// reception has taken it into account. A file that is refused or cut has none: an incident is opened and the exploitant told.
public struct AccuseCFT: Sendable {
  private let centre: Centre
  /// Where the exploitant is told; nil when nowhere.
  private let exploitant: String?

  public init(_ centre: Centre, exploitant: String?) {
    self.centre = centre
    self.exploitant = exploitant
  }

  /// The name under which a file that came is inscribed.
  public static func cause(partenaire: String, nom: String) -> String { "recu:\(partenaire):\(nom)" }

  /// After the reception of a file found in a partner's folder; nothing when it did not come by CFT, or was answered before.
  public func repondre(_ fichier: FichierRecu, partenaire: String?, nom: String) async throws {
    guard let partenaire else { return }
    let owed = exploitant.flatMap { Self.courriel(fichier, to: $0) }
    try await centre.registre.ecrire { registre in
      let cause = AccuseCFT.cause(partenaire: partenaire, nom: nom)
      guard var transfert = try registre.lecture.transfert(cause: cause), transfert.etat == .recu else { return }
      transfert.etat = .transmis
      transfert.fichier = fichier.id
      try registre.avancer(transfert)
      if fichier.isTakenIntoAccount {
        try registre.inscrire(AccuseCFT.accuse(of: fichier, transfert))
      } else {
        try registre.signaler(AccuseCFT.incident(fichier, partenaire))
        if let owed { try registre.devoir(owed) }
      }
    }
  }

  /// `CSHUIS RECU`, the instant, the sequence, the first half of the fingerprint.
  static func texte(_ fichier: FichierRecu) -> String {
    let number = String(fichier.sequence ?? 0)
    let sequence = String(repeating: "0", count: max(0, 6 - number.count)) + number
    return "CSHUIS RECU \(fichier.instant.iso) \(sequence) \(fichier.empreinte.prefix(16))"
  }

  private static func accuse(of fichier: FichierRecu, _ transfert: Transfert) -> Transfert {
    var accuse = Transfert(
      .accuse, partenaire: transfert.partenaire, flux: transfert.flux, nom: transfert.nom,
      cause: "accuse:\(transfert.id)", etat: .attente, instant: fichier.instant)
    accuse.fichier = fichier.id
    accuse.identite = transfert.identite
    accuse.texte = texte(fichier)
    return accuse
  }

  private static func incident(_ fichier: FichierRecu, _ partenaire: String) -> Incident {
    Incident(
      jour: fichier.jour, instant: fichier.instant, genre: "cft", cause: "cft:\(fichier.id)",
      texte: "Fichier « \(safeName(fichier.nom)) » de \(partenaire), reçu par CFT : \(sort(fichier)). "
        + "Aucun accusé ne lui est envoyé (annexe II.1.1.1 a).")
  }

  private static func courriel(_ fichier: FichierRecu, to address: String) -> CourrielDu? {
    guard !fichier.isTakenIntoAccount else { return nil }
    return CourrielDu(
      cause: CourrielCFT.cause(fichier.id, CourrielCFT.refus), destinataire: address,
      objet: "Fichier reçu par CFT et non pris en compte", jour: fichier.jour, instant: fichier.instant)
  }

  static func sort(_ fichier: FichierRecu) -> String {
    let what = fichier.statut == "I" ? "incomplet" : "refusé"
    return fichier.code.map { "\(what) (code \($0))" } ?? what
  }
}

extension FichierRecu {
  /// Whole, in part, or already: the sender need not send it again.
  fileprivate var isTakenIntoAccount: Bool { ["A", "P", "D"].contains(statut) }
}
