extension Enquete {
  /// The name is none of the table's: misspelt, shortened, cut off, or no commune at all.
  func approchee() -> Restauration {
    if let restauration = chercher() { return restauration }
    for variante in variantesDeCommune(adresse.localite, otherThan: localite.nom) {
      var autre = self
      autre.localite.nom = variante
      if let nom = table.noms.find(variante) { return autre.exacte(table.parNom[nom]).corrected("nom approché") }
      if let restauration = autre.chercher() { return restauration }
    }
    guard let existing else { return introuvable("aucune commune ne porte ce nom") }
    let raison = "localité inconnue de la table ; le code postal existe et rien ne le contredit"
    return ambigue(underCode(table.parCode[existing], existing), code: existing, raison)
  }

  /// nil when nothing in the table looks like the name.
  private func chercher() -> Restauration? {
    let recu = NomRecu(localite.nom)
    if let existing, let restauration = sousLeCode(existing, recu) { return restauration }
    if let ville = VilleLue(approached: localite.nom) { return dansVille(ville).corrected("nom approché") }
    if let restauration = tronquee() { return restauration }
    if !namesDepartement, let restauration = debuts() { return restauration }
    let found = recu.compact.count < 5 ? [] : table.voisinage.near(recu.compact[...])
    let pistes = Piste.grouped(found.flatMap { table.parNom[$0.nom] })
    if let existing { return pasSousLeCode(existing, recu, pistes) }
    if pistes.isEmpty { return debuts() }
    return partout(pistes, isSafe: isSafe(found, recu))
  }

  // MARK: - Under the received code

  /// A commune served by the code has nearly this name, and no mistyped code explains the name better.
  private func sousLeCode(_ code: Int32, _ recu: NomRecu) -> Restauration? {
    let near = recu.ressemblances(table.parCode[code], in: table, limit: recu.doubt, words: true)
    guard let best = near.map(\.rang).min(), best <= recu.tolerance || best == Ressemblance.mots else { return nil }
    // A name equal but for its spaces has no rival under the same code.
    let pistes = underCode(best == 0 ? near.filter { $0.rang == 0 }.map(\.entree) : near.map(\.entree), code)
    let rivals = rivals(of: pistes, best, recu)
    if !rivals.isEmpty {
      return ambigue(pistes + rivals, "nom approché : le code reçu et un code voisin conviennent tous deux")
    }
    if pistes.count == 1 {
      return certaine(pistes[0].commune, code, .corrige, "nom approché, seule commune proche sous ce code")
    }
    return ambigue(pistes, code: code, "nom approché, plusieurs communes proches sous ce code")
  }

  private func underCode(_ entrees: some Sequence<Entree>, _ code: Int32) -> [Piste] {
    Piste.grouped(entrees).map { Piste(commune: $0.commune, codes: [code], isOfficial: true) }
  }

  /// Communes whose code is one typing fault away and whose name is about as near.
  private func rivals(of pistes: [Piste], _ best: Int, _ recu: NomRecu) -> [Piste] {
    let near = ressemblancesNearCode(
      recu, limit: min(best + 1, recu.doubt), words: best == Ressemblance.mots)
    return Piste.grouped(near.map(\.entree)).filter { rival in !pistes.contains { $0.commune == rival.commune } }
  }

  /// The names like the one received under the codes that are one typing fault away.
  func ressemblancesNearCode(_ recu: NomRecu, limit: Int, words: Bool = false) -> [Ressemblance] {
    guard !localite.isCedex, let digits else { return [] }
    return Chiffres.oneFault(from: digits).flatMap { code in
      recu.ressemblances(table.parCode[code], in: table, limit: limit, words: words)
    }
  }

  /// The code is in use but none of its communes has a name like this; nil if no other has either.
  private func pasSousLeCode(_ code: Int32, _ recu: NomRecu, _ pistes: [Piste]) -> Restauration? {
    let served = underCode(table.parCode[code], code)
    let others = pistes + rivals(of: served + pistes, recu.doubt, recu)
    return others.isEmpty ? nil : contradictoire(others, "nom approché, que le code reçu ne confirme pas")
  }

  // MARK: - Anywhere

  /// The name fills its field and is how one or several names begin.
  private func tronquee() -> Restauration? {
    guard adresse.localite.utf8.count >= 30, localite.nom.count >= 24 else { return nil }
    let pistes = Piste.grouped(table.debuts.entrees(startingWith: localite.nom, table))
    guard pistes.count == 1 else { return nil }
    return certaine(pistes[0], "nom tronqué, un seul commence ainsi")
  }

  /// Whether the letters alone are enough: short words look too much alike.
  private func isSafe(_ found: [Voisinage.Voisin], _ recu: NomRecu) -> Bool {
    let faults = found.map(\.faults).min() ?? 0
    return recu.compact.count >= [5, 7, 13][faults]
  }

  /// No code in use: the name must be near one commune only, and the département, if any, must agree.
  private func partout(_ pistes: [Piste], isSafe: Bool) -> Restauration {
    let designated = pistes.filter(isDesignated)
    if namesDepartement && designated.isEmpty {
      return introuvable("localité inconnue, et code qui ne va avec aucun nom voisin", indices: pistes)
    }
    let kept = namesDepartement ? designated : pistes
    guard isSafe, kept.count <= 20 else {
      return introuvable("localité inconnue, trop peu de lettres pour la deviner", indices: kept)
    }
    if kept.count == 1 { return certaine(kept[0], "nom approché, aucun autre n’est aussi proche") }
    return ambigue(kept, "nom approché, plusieurs communes possibles")
  }

  /// Several communes have a name that begins with these words: `BEYRIE` for Beyrie-sur-Joyeuse or Beyrie-en-Béarn.
  private func debuts() -> Restauration? {
    let pistes = Piste.grouped(table.debuts.entrees(startingWith: localite.nom + [0x20], table)).filter(\.isOfficial)
    guard (2...20).contains(pistes.count), Set(pistes.flatMap(\.codes)).count > 1 else { return nil }
    let designated = pistes.filter(isDesignated)
    return ambigue(designated.count > 1 ? designated : pistes, "début du nom de plusieurs communes")
  }
}
