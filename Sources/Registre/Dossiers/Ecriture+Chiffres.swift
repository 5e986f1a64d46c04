import Convention
import SQLEngine

/// What a transaction changes of the figures: counted in memory, written once at its end.
///
/// Always in the same order, so that two writers never wait for each other's rows.
struct EcartsDeChiffres {
  /// One row of the table `chiffre`; an absent étude or département is the empty text.
  private struct Cle: Hashable, Comparable {
    let poste: String
    let etude: String
    let departement: String
    let etat: String

    init(_ dossier: Dossier) {
      poste = dossier.demande.poste
      etude = dossier.attributaire?.texte ?? ""
      departement = dossier.remise?.departement?.texte ?? ""
      etat = dossier.etatTexte
    }

    var texts: [String] { [poste, etude, departement, etat] }
    static func < (left: Cle, right: Cle) -> Bool { left.texts.lexicographicallyPrecedes(right.texts) }
  }

  private struct Ecart: Equatable {
    var nombre: Int64 = 0
    var montant: Int64 = 0
    var recouvre: Int64 = 0
    var reste: Int64 = 0

    mutating func add(_ dossier: Dossier, _ sign: Int64) {
      nombre += sign
      montant += sign * dossier.demande.montant.cents
      recouvre += sign * dossier.recouvre.cents
      reste += sign * dossier.resteDu.cents
    }
  }
  private var ecarts: [Cle: Ecart] = [:]

  /// A dossier is now as `dossier` says, and was as `before` says; nil when it has just been opened.
  mutating func note(_ dossier: Dossier, before: Dossier?) {
    if let before { add(before, -1) }
    add(dossier, 1)
  }

  private mutating func add(_ dossier: Dossier, _ sign: Int64) {
    ecarts[Cle(dossier), default: Ecart()].add(dossier, sign)
  }

  mutating func write(_ connection: any SQLConnection) throws {
    // What a dossier only went through within the transaction leaves nothing.
    for (cle, ecart) in ecarts.sorted(by: { $0.key < $1.key }) where ecart != Ecart() {
      let key = cle.texts.map { SQLValue.text($0) }
      try connection.runLater(
        """
        INSERT INTO chiffre(poste, etude, departement, etat, nombre, montant, recouvre, reste)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT(poste, etude, departement, etat) DO UPDATE SET nombre = chiffre.nombre + $5,
          montant = chiffre.montant + $6, recouvre = chiffre.recouvre + $7, reste = chiffre.reste + $8
        """, key + [.int(ecart.nombre), .int(ecart.montant), .int(ecart.recouvre), .int(ecart.reste)])
      guard ecart.nombre < 0 else { continue }
      try connection.runLater(
        "DELETE FROM chiffre WHERE poste = $1 AND etude = $2 AND departement = $3 AND etat = $4 AND nombre = 0", key)
    }
    ecarts = [:]
  }
}
