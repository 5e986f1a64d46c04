extension Enquete {
  /// The name is none of the table's: misspelt, shortened, cut off, or no commune at all.
  func approchee() -> Restauration {
    if let existing, let restauration = sousLeCode(existing) { return restauration }
    if let restauration = tronquee() { return restauration }
    if !namesDepartement, let restauration = debuts() { return restauration }
    let found = proches()
    let pistes = Piste.grouped(found.flatMap { table.parNom[$0.nom] })
    if let existing { return pasSousLeCode(existing, pistes) }
    if pistes.isEmpty { return debuts() ?? introuvable("aucune commune ne porte ce nom") }
    return partout(pistes, isSafe: isSafe(found))
  }

  // MARK: - Under the received code

  /// A commune served by the code has nearly this name, and no mistyped code explains the name better.
  private func sousLeCode(_ code: Int32) -> Restauration? {
    let near = ressemblances(under: code)
    guard let best = near.map(\.rank).min() else { return nil }
    let pistes = Piste.grouped(near.map(\.entree)).map { Piste(commune: $0.commune, codes: [code], isOfficial: true) }
    let rivals = rivals(of: pistes, upTo: best)
    if !rivals.isEmpty {
      return ambigue(pistes + rivals, "nom approché : le code reçu et un code voisin conviennent tous deux")
    }
    if pistes.count == 1 {
      return certaine(pistes[0].commune, code, .corrige, "nom approché, seule commune proche sous ce code")
    }
    return ambigue(pistes, code: code, "nom approché, plusieurs communes proches sous ce code")
  }

  /// Communes whose code is one typing fault away and whose name is about as near.
  private func rivals(of pistes: [Piste], upTo best: Int) -> [Piste] {
    guard !localite.isCedex, let digits else { return [] }
    let limit = best == Ressemblance.words ? best : min(best + 1, Voisinage.maximumFaults)
    let near = Chiffres.oneFault(from: digits).flatMap { ressemblances(under: $0) }.filter { $0.rank <= limit }
    return Piste.grouped(near.map(\.entree)).filter { rival in !pistes.contains { $0.commune == rival.commune } }
  }

  /// The code is in use but none of its communes has a name like this.
  private func pasSousLeCode(_ code: Int32, _ pistes: [Piste]) -> Restauration {
    if !pistes.isEmpty { return contradictoire(pistes, "nom approché, que le code reçu ne confirme pas") }
    let served = Piste.grouped(table.parCode[code]).map { Piste(commune: $0.commune, codes: [code], isOfficial: true) }
    return ambigue(served, code: code, "localité inconnue de la table ; le code postal existe et rien ne le contredit")
  }

  // MARK: - Anywhere

  /// The name fills its field and is how one or several names begin.
  private func tronquee() -> Restauration? {
    guard adresse.localite.utf8.count >= 30, localite.nom.count >= 24 else { return nil }
    let pistes = Piste.grouped(table.debuts.entrees(startingWith: localite.nom, table))
    guard pistes.count == 1 else { return nil }
    return certaine(pistes[0], "nom tronqué, un seul commence ainsi")
  }

  private func proches() -> [Voisinage.Voisin] {
    let compact = Ressemblance.Recue(localite.nom).compact
    guard compact.count >= 5 else { return [] }
    let limit = compact.count < 8 ? 1 : Voisinage.maximumFaults
    return table.voisinage.near(compact[...]).filter { $0.faults <= limit }
  }

  /// Whether the letters alone are enough: short words look too much alike.
  private func isSafe(_ found: [Voisinage.Voisin]) -> Bool {
    let length = localite.nom.count { $0 != 0x20 }
    let faults = found.map(\.faults).min() ?? 0
    return faults == 0 ? length >= 5 : faults == 1 ? length >= 7 : length >= 13
  }

  /// No code in use: the name must be near one commune only, and the département, if any, must agree.
  private func partout(_ pistes: [Piste], isSafe: Bool) -> Restauration {
    let designated = pistes.filter { isInDepartement($0.commune) || $0.codes.contains(where: isTypingFault) }
    if namesDepartement && designated.isEmpty {
      return introuvable("localité inconnue, et code qui ne va avec aucun nom voisin", indices: pistes)
    }
    let kept = namesDepartement ? designated : pistes
    guard isSafe || namesDepartement else {
      return introuvable("localité inconnue, trop peu de lettres pour la deviner", indices: kept)
    }
    if kept.count == 1 { return certaine(kept[0], "nom approché, aucun autre n’est aussi proche") }
    return ambigue(kept, "nom approché, plusieurs communes possibles")
  }

  /// Several communes have a name that begins with these words: `BEYRIE` for Beyrie-sur-Joyeuse or Beyrie-en-Béarn.
  private func debuts() -> Restauration? {
    let pistes = Piste.grouped(table.debuts.entrees(startingWith: localite.nom + [0x20], table)).filter(\.isOfficial)
    guard (2...20).contains(pistes.count), Set(pistes.flatMap(\.codes)).count > 1 else { return nil }
    let designated = pistes.filter { isInDepartement($0.commune) }
    return ambigue(designated.count > 1 ? designated : pistes, "début du nom de plusieurs communes")
  }
}
