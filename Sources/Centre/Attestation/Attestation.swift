import Convention
import Registre

/// The evening's e-mails: attestations of hand-over to postes (R123–R125), grouped reminders to études (R154).
///
/// An attestation names demands and études; no debtor, address or amount.
struct Attestation {
  let registre: Registre
  let annuaire: Annuaire

  /// Registers what is owed for a day; the same day again owes nothing more.
  func preparer(_ jour: Jour, parCourriel: Bool) async throws {
    let annuaire = annuaire
    try await registre.ecrire { registre in
      let owed =
        try (parCourriel ? postes(jour, registre.lecture, annuaire) : []) + etudes(jour, registre.lecture, annuaire)
      for courriel in owed { try registre.devoir(courriel) }
    }
  }

  private func postes(_ jour: Jour, _ lecture: Lecture, _ annuaire: Annuaire) throws -> [CourrielDu] {
    try lecture.postesServis(jour).compactMap { codique in
      guard let address = annuaire.postes[codique]?.courrielGenerique, !address.isEmpty else { return nil }
      return CourrielDu(
        cause: "attestation:\(jour.iso):\(codique)", destinataire: address,
        objet: "Dossiers remis aux études le \(jour.texte)", jour: jour, instant: Horloge.cloture(jour))
    }
  }

  private func etudes(_ jour: Jour, _ lecture: Lecture, _ annuaire: Annuaire) throws -> [CourrielDu] {
    try lecture.etudesRelancees(jour).compactMap { code in
      guard let etude = CodeEtude(code).flatMap({ annuaire.etudes[$0] }), !etude.courriel.isEmpty else { return nil }
      return CourrielDu(
        cause: "relance:\(jour.iso):\(code)", destinataire: etude.courriel,
        objet: "Dossiers en attente de votre action au \(jour.texte)", jour: jour, instant: Horloge.cloture(jour))
    }
  }

  /// The body of any e-mail that the centre owes; nil when what it tells of is over and nothing is to be said any more.
  static func corps(_ courriel: CourrielDu, _ lecture: Lecture) throws -> String? {
    if let avis = CourrielDAvis(cause: courriel.cause) { return try avis.texte(lecture) }
    let parts = courriel.cause.split(separator: ":").map(String.init)
    guard parts.count == 3, parts[0] == DevoirsDuCentre.genreDEpreuve else { return try texte(courriel, lecture) }
    return try DevoirsDuCentre.texteDEpreuve(parts[1], courriel.jour, lecture)
  }

  /// The body of an e-mail of the day's work, made from what it tells of.
  static func texte(_ courriel: CourrielDu, _ lecture: Lecture) throws -> String {
    let parts = courriel.cause.split(separator: ":").map(String.init)
    guard parts.count == 3 else { return "" }
    if parts[0] == CourrielCFT.genre, let id = Int64(parts[1]) { return try CourrielCFT.texte(id, parts[2], lecture) }
    return parts[0] == "attestation"
      ? attestation(try lecture.attestation(courriel.jour, poste: parts[2]), courriel.jour)
      : relance(try lecture.relances(courriel.jour, etude: parts[2]), courriel.jour)
  }

  private static func attestation(_ lines: [LigneAttestation], _ jour: Jour) -> String {
    let rows = lines.map { line in
      [line.numero, line.etude, line.nomEtude, line.instant.texte, line.sequence.map { "\($0)" } ?? "rejeu"]
    }
    return """
      Madame, Monsieur,

      Le centre serveur atteste avoir remis aux études compétentes, le \(jour.texte), \(lines.count) dossier(s) de
      votre poste :

      \(columns([["Demande", "Étude", "Nom", "Remise", "Fichier"]] + rows))

      Le détail de chaque dossier se consulte dans la liste des dossiers remis.
      (Annexe II.1.1.1 a de la convention : attestation de remise.)

      """
  }

  private static func relance(_ items: [(cle: CleDemande, objet: Relance.Objet)], _ jour: Jour) -> String {
    """
    Maître,

    Au \(jour.texte), le centre serveur constate pour les dossiers suivants :

    \(columns([["Demande", "Origine", "Constat"]] + items.map {
      [$0.cle.numero, "\($0.cle.application)/\($0.cle.exploitation)", $0.objet.phrase]
    }))

    Merci d’agir dans les meilleurs délais et de justifier tout retard
    (annexe qualité I.2 de la convention).

    """
  }

  /// Rows aligned in columns of characters.
  private static func columns(_ rows: [[String]]) -> String {
    let widths = rows.first.map { row in row.indices.map { index in rows.map { $0[index].count }.max() ?? 0 } } ?? []
    return rows.map { row in
      zip(row, widths).map { text, width in text + String(repeating: " ", count: width - text.count) }
        .joined(separator: "  ").trimmingTrailingSpaces
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
