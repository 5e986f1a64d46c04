/// What each diagnostic says, in English and in French (annex D; 2 228 to 2 254 and 3 323 to 3 336 as Transfer CFT has
/// them: other products give some of them another meaning, so nothing here decides by them).
enum DiagnosticTable {
  struct Entry: Sendable {
    let english: String
    let french: String
  }

  static let entries: [Diagnostic: Entry] = Dictionary(
    uniqueKeysWithValues: rows.map { row in
      (Diagnostic(type: row.0, reason: row.1), Entry(english: row.2, french: row.3))
    })

  private static let rows: [(UInt8, UInt16, String, String)] = [
    (0, 0, "success", "succès"),
    (1, 100, "transmission error", "erreur de transmission"),
    (2, 200, "file attributes insufficient", "attributs du fichier insuffisants"),
    (2, 201, "system resources short for now", "ressources du système insuffisantes pour le moment"),
    (2, 202, "user resources short for now", "ressources de l’utilisateur insuffisantes pour le moment"),
    (2, 203, "the transfer has no priority", "transfert non prioritaire"),
    (2, 204, "the file exists already", "le fichier existe déjà"),
    (2, 205, "no such file", "fichier inconnu"),
    (2, 206, "the disk quota would be exceeded", "le quota de disque serait dépassé"),
    (2, 207, "the file is busy", "fichier occupé"),
    (2, 208, "the file is too old", "fichier trop ancien"),
    (2, 209, "message not accepted", "message non accepté"),
    (2, 210, "compression not agreed", "compression non acceptée"),
    (2, 211, "the file cannot be opened", "ouverture du fichier impossible"),
    (2, 212, "the file cannot be closed", "fermeture du fichier impossible"),
    (2, 213, "input or output error", "erreur d’entrée-sortie"),
    (2, 214, "the restart point cannot be agreed", "point de reprise refusé"),
    (2, 215, "error of the system", "erreur propre au système"),
    (2, 216, "stopped on purpose", "arrêt volontaire"),
    (2, 217, "too many synchronisation points unacknowledged", "trop de points de synchronisation sans acquittement"),
    (2, 218, "resynchronisation impossible", "resynchronisation impossible"),
    (2, 219, "the file's space is exhausted", "espace du fichier épuisé"),
    (2, 220, "an article is longer than announced", "article plus long qu’annoncé"),
    (2, 221, "the end of the transmission was waited for too long", "fin de transmission attendue trop longtemps"),
    (2, 222, "too much data without a synchronisation point", "trop de données sans point de synchronisation"),
    (2, 223, "abnormal end of the transfer", "fin anormale du transfert"),
    (2, 224, "the file is larger than announced", "fichier plus grand qu’annoncé"),
    (2, 225, "the application is congested, the file was received", "application saturée, fichier bien reçu"),
    (2, 226, "transfer refused", "transfert refusé"),
    (2, 228, "file type not supported", "type de fichier non pris en charge"),
    (2, 229, "file type and direction do not agree", "type de fichier et sens incompatibles"),
    (2, 230, "file type and application do not agree", "type de fichier et application incompatibles"),
    (2, 231, "the transfer number is not unique", "numéro de transfert déjà pris"),
    (2, 232, "data code and file type do not agree", "code des données et type de fichier incompatibles"),
    (2, 233, "no context to restart from", "pas de contexte de reprise"),
    (2, 234, "entity and article lengths do not agree", "tailles d’entité et d’article incompatibles"),
    (2, 235, "article format and file type do not agree", "format d’article et type de fichier incompatibles"),
    (2, 236, "article length and file type do not agree", "longueur d’article et type de fichier incompatibles"),
    (2, 237, "bad client identifier", "identifiant du client incorrect"),
    (2, 238, "client not authorised", "client non autorisé"),
    (2, 239, "client not authorised", "client non autorisé"),
    (2, 240, "client not authorised", "client non autorisé"),
    (2, 241, "bad bank identifier", "identifiant de la banque incorrect"),
    (2, 242, "bad password", "mot de passe incorrect"),
    (2, 243, "bad new password", "nouveau mot de passe incorrect"),
    (2, 245, "bad file length", "longueur de fichier incorrecte"),
    (2, 246, "no file of that type", "pas de fichier de ce type"),
    (2, 247, "no file of that type", "pas de fichier de ce type"),
    (2, 248, "bad identifier type", "type d’identifiant incorrect"),
    (2, 249, "bad nominative reference", "référence nominative incorrecte"),
    (2, 250, "transferred already", "déjà transféré"),
    (2, 251, "bad reference type", "type de référence incorrect"),
    (2, 252, "bad start date", "date de début incorrecte"),
    (2, 253, "bad dates", "dates incorrectes"),
    (2, 254, "service closed", "service fermé"),
    (2, 299, "other reason", "autre raison"),
    (3, 300, "local congestion", "saturation locale"),
    (3, 301, "called identifier unknown", "identifiant appelé inconnu"),
    (3, 302, "called party not attached", "appelé non rattaché"),
    (3, 303, "too many connections at the remote side", "trop de connexions à distance"),
    (3, 304, "caller not authorised", "appelant non autorisé"),
    (3, 305, "read access not agreed", "accès en lecture non accepté"),
    (3, 306, "resynchronisation not agreed", "resynchronisation non acceptée"),
    (3, 307, "synchronisation not agreed", "synchronisation non acceptée"),
    (3, 308, "protocol version not supported", "version du protocole non prise en charge"),
    (3, 309, "too many connections for this centre", "trop de connexions pour ce centre"),
    (3, 310, "network incident", "incident de réseau"),
    (3, 311, "protocol error of the peer", "erreur de protocole du correspondant"),
    (3, 312, "service closed", "service fermé"),
    (3, 313, "connection idle for too long", "connexion inactive trop longtemps"),
    (3, 314, "idle connection given up for a new one", "connexion inactive libérée pour une autre"),
    (3, 315, "negotiation failed", "négociation échouée"),
    (3, 316, "stopped by an administrator", "arrêt par un administrateur"),
    (3, 317, "no answer in time", "pas de réponse à temps"),
    (3, 318, "parameter missing or incorrect", "paramètre absent ou incorrect"),
    (3, 319, "byte or article count incorrect", "compte d’octets ou d’articles incorrect"),
    (3, 320, "too many resynchronisations", "trop de resynchronisations"),
    (3, 321, "call the backup number", "appeler le numéro de secours"),
    (3, 322, "call later", "rappeler plus tard"),
    (3, 323, "checksum and mode do not agree", "contrôle et mode incompatibles"),
    (3, 324, "bad requester identifier", "identifiant du demandeur incorrect"),
    (3, 325, "bad password", "mot de passe incorrect"),
    (3, 326, "bad new password", "nouveau mot de passe incorrect"),
    (3, 327, "reception closed", "réception fermée"),
    (3, 328, "reception not supported", "réception non prise en charge"),
    (3, 329, "emission closed", "émission fermée"),
    (3, 330, "emission not supported", "émission non prise en charge"),
    (3, 331, "bad timer value", "valeur de temporisation incorrecte"),
    (3, 332, "write access was not negotiated", "accès en écriture non négocié"),
    (3, 333, "read access was not negotiated", "accès en lecture non négocié"),
    (3, 334, "reverse charging refused", "taxation au demandé refusée"),
    (3, 335, "bad calling number", "numéro appelant incorrect"),
    (3, 336, "bad server date", "date du serveur incorrecte"),
    (3, 399, "other reason", "autre raison"),
  ]
}

extension Diagnostic {
  /// In English; a code that is not of the table says so.
  public var english: String { DiagnosticTable.entries[self]?.english ?? "a code of the peer's own" }
  /// In French; a code that is not of the table says so.
  public var french: String { DiagnosticTable.entries[self]?.french ?? "code propre au correspondant" }
  /// Every code of the table, in ascending order.
  public static var all: [Diagnostic] {
    DiagnosticTable.entries.keys.sorted { ($0.type, $0.reason) < ($1.type, $1.reason) }
  }
}
