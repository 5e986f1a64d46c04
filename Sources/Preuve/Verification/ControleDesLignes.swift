/// Checks events one by one and within their dossier, in the order of positions: salted fingerprint, columns, rank, chain, purge.
struct ControleDesLignes: Sendable {
  var constats = Constats()
  private(set) var purges: Int64 = 0
  private var dossiers: [Int64: Maillon] = [:]
  /// The first events whose fingerprint is wrong, to see in the end whether some were only moved.
  private var suspects: [LigneDuJournal] = []
  /// Purged events that no purge accounts for yet.
  private var attendues: [Purge: Etendue] = [:]

  /// The last event of a dossier.
  private struct Maillon {
    var rang: Int64
    var empreinte: Empreinte
    /// The fingerprint of its bytes, when the one recorded is not.
    var calculee: Empreinte?
  }

  private struct Purge: Hashable {
    let dossier: Int64
    let par: String
    let instant: Int64
  }

  private struct Etendue {
    var premiere: Int64
    var nombre: Int64
  }

  mutating func add(_ examinee: LigneExaminee) {
    let row = examinee.row
    if examinee.calculee == nil {
      checkPurge(row)
    } else if examinee.estIntacte {
      check(row, examinee.enTete)
    } else if suspects.count < 64 {
      suspects.append(row)
    } else {
      constats.add(judge(row))
    }
    follow(row, examinee.enTete, examinee.calculee)
  }

  /// Nothing more comes: what was still awaited is missing.
  mutating func finish() {
    for (purge, etendue) in attendues {
      constats.add(
        Anomalie(
          .purge, position: etendue.premiere, dossier: purge.dossier,
          "position \(etendue.premiere) (dossier \(purge.dossier)) : \(etendue.nombre) événement(s) effacé(s) sans "
            + "l'événement de purge qui en répond"))
    }
    for suspect in suspects { constats.add(judge(suspect)) }
    (attendues, suspects) = ([:], [])
  }

  /// What the bytes say against what the columns say.
  private mutating func check(_ row: LigneDuJournal, _ enTete: EnTete?) {
    guard let enTete else {
      return constats.add(Anomalie(.illisible, row, "octets intacts mais qui ne sont pas ceux d'un événement"))
    }
    if let column = enTete.difference(with: row) {
      constats.add(Anomalie(.colonne, row, "la colonne « \(column) » ne dit pas ce que disent les octets"))
    }
    if row.purgePar != nil || row.purgeInstant != nil {
      constats.add(Anomalie(.purge, row, "dit purgé alors que son contenu est là"))
    }
    if row.genre == LigneDuJournal.genrePurge {
      attendues[Purge(dossier: row.dossier, par: enTete.auteur, instant: enTete.instant)] = nil
    }
  }

  private mutating func checkPurge(_ row: LigneDuJournal) {
    guard row.sel == nil, row.octets == nil, let par = row.purgePar, let instant = row.purgeInstant else {
      constats.add(Anomalie(.purge, row, "contenu effacé en partie, ou sans auteur ni date de purge"))
      return
    }
    purges += 1
    attendues[
      Purge(dossier: row.dossier, par: par, instant: instant),
      default: Etendue(premiere: row.position, nombre: 0)
    ].nombre += 1
  }

  /// The rank and the chain within the dossier. What a faulty event entails is not told a second time.
  private mutating func follow(_ row: LigneDuJournal, _ enTete: EnTete?, _ calculee: Empreinte?) {
    let last = dossiers[row.dossier]
    let expected = (last?.rang ?? 0) &+ 1
    if row.rang != expected {
      constats.add(Anomalie(.rang, row, "rang \(expected) attendu dans ce dossier"))
    } else if let enTete, !continues(enTete.precedent, last) {
      constats.add(Anomalie(.chaine, row, "ne prolonge pas l'événement précédent de ce dossier"))
    }
    if row.rang >= expected {
      dossiers[row.dossier] = Maillon(
        rang: row.rang, empreinte: row.empreinte, calculee: calculee == row.empreinte ? nil : calculee)
    }
  }

  private func continues(_ precedent: Empreinte?, _ last: Maillon?) -> Bool {
    precedent == last?.empreinte || (precedent != nil && precedent == last?.calculee)
  }

  private func judge(_ suspect: LigneDuJournal) -> Anomalie {
    let origin = suspects.first { other in
      guard let sel = suspect.sel, let octets = suspect.octets else { return false }
      return Empreinte(position: other.position, dossier: suspect.dossier, sel: sel, octets: octets)
        == suspect.empreinte
    }
    if let origin {
      return Anomalie(.deplace, suspect, "cet événement a été scellé à la position \(origin.position)")
    }
    return Anomalie(.altere, suspect, "octets, sel ou empreinte altérés")
  }
}
