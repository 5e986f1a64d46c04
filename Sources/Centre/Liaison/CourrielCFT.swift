import Registre

/// What the exploitant is written of the CFT link.
enum CourrielCFT {
  /// The first word of their causes.
  static let genre = "cft"
  static let retard = "retard"
  static let refus = "refus"

  /// `cft:12:retard`: of a transfer that has not left; `cft:12:refus`: of a file that was received.
  static func cause(_ id: Int64, _ quoi: String) -> String { "\(genre):\(id):\(quoi)" }

  /// To the exploitant: a file refused, or one that has not left. No name of a debtor is in a file's name.
  static func texte(_ id: Int64, _ quoi: String, _ lecture: Lecture) throws -> String {
    if quoi == retard, let transfert = try lecture.transfert(id) {
      return """
        Le fichier \(transfert.nom) n’est pas parti vers \(transfert.partenaire) par CFT.

        Dernière réponse : \(transfert.diagnostic ?? "aucune"). Tentatives : \(transfert.tentatives).
        Il est tenté de nouveau de lui-même ; la page des transferts permet de le renvoyer aussitôt
        (annexe II.1.1.1 a de la convention).

        """
    }
    guard let fichier = try lecture.fichier(id) else { return "" }
    return """
      Le fichier \(safeName(fichier.nom)), reçu par CFT de \(fichier.partenaire ?? "?"), est \(AccuseCFT.sort(fichier)).

      Aucun accusé de réception ne lui est envoyé : son émetteur doit le corriger ou l’envoyer de nouveau
      (annexe II.1.1.1 a de la convention).

      """
  }
}
