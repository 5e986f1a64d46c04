extension Enquete {
  /// The name is one of the table's, letter for letter once folded.
  func exacte(_ entrees: ArraySlice<Entree>) -> Restauration {
    if let typed, let restauration = concordante(entrees, typed) { return restauration }
    let pistes = Piste.grouped(entrees)
    let designated = pistes.filter(isDesignated)
    if designated.count == 1 { return sure(designated[0], among: pistes) }
    if !designated.isEmpty { return homonymes(designated, "plusieurs communes du département portent ce nom") }
    if pistes.count == 1 { return seule(pistes[0]) }
    return homonymes(
      pistes,
      namesDepartement ? "aucun des homonymes n’est dans le département du code" : "nom commun à plusieurs communes")
  }

  /// The code and the name agree: the code chooses among homonyms.
  private func concordante(_ entrees: ArraySlice<Entree>, _ code: Int32) -> Restauration? {
    var found: Entree?
    var isAlone = true
    for entree in entrees where entree.code == code {
      guard let other = found else {
        found = entree
        continue
      }
      if other.nature.isOfficial == entree.nature.isOfficial {
        isAlone = isAlone && other.commune == entree.commune
      } else if entree.nature.isOfficial {
        found = entree
        isAlone = true
      }
    }
    guard let found else { return nil }
    guard isAlone else {
      return ambigue(
        Piste.grouped(entrees.filter { $0.code == code }), code: code, "plusieurs communes de ce nom sous ce code")
    }
    guard found.nature.isOfficial else {
      return certaine(found.commune, code, .corrige, "ancienne commune ou lieu-dit de la commune, sous ce code")
    }
    let isClean = self.code.isAsTyped && !(localite.isCedex && adresse.codePostal.isEmpty)
    return certaine(found.commune, code, isClean ? .ok : .corrige, "code postal et nom concordent")
  }

  /// One commune that both the name and something of the code designate.
  private func sure(_ piste: Piste, among pistes: [Piste]) -> Restauration {
    if let rivals = rivalsUnderCode(piste) { return rivals }
    if localite.isCedex { return certaine(piste, "CEDEX : commune de ce nom, code de la rue") }
    if existing == nil && pistes.count > 1 { return certaine(piste, "un seul homonyme va avec le code reçu") }
    return certaine(piste, "nom sûr, code postal rectifié")
  }

  /// The only commune of that name, that nothing in the code confirms.
  private func seule(_ piste: Piste) -> Restauration {
    if let rivals = rivalsUnderCode(piste) { return rivals }
    guard existing == nil || (piste.isOfficial && localite.nom.count > 2) else {
      return contradictoire([piste], "nom trop peu sûr pour l’emporter sur un code qui existe")
    }
    return certaine(
      piste,
      typed == nil ? "nom porté par une seule commune" : "nom porté par une seule commune, le code est d’ailleurs")
  }

  /// A commune under the received code, or under one a typing fault away, has nearly this name: then the name
  /// itself may be the fault. A typing fault that explains this very commune leaves less room for doubt.
  private func rivalsUnderCode(_ piste: Piste) -> Restauration? {
    guard typed != nil else { return nil }
    let recu = NomRecu(localite.nom)
    let limit = piste.codes.contains(where: isTypingFault) ? 1 : recu.doubt
    let served = existing.map { table.parCode[$0] } ?? []
    let rivals =
      recu.ressemblances(served, in: table, limit: recu.doubt, words: true)
      + ressemblancesNearCode(recu, limit: limit)
    let others = Piste.grouped(rivals.lazy.map(\.entree).filter { $0.commune != piste.commune })
    guard !others.isEmpty else { return nil }
    return contradictoire([piste] + others, "le nom est celui d’une commune, le code celui d’une autre au nom voisin")
  }

  /// The name says one thing, the code another: both are proposed.
  func contradictoire(_ pistes: [Piste], _ raison: String) -> Restauration {
    let served = existing.map { code in
      Piste.grouped(table.parCode[code]).map { Piste(commune: $0.commune, codes: [code], isOfficial: true) }
    }
    return ambigue(pistes + (served ?? []), raison)
  }

  /// Homonyms: the communes of today outweigh former ones when they are several.
  private func homonymes(_ pistes: [Piste], _ raison: String) -> Restauration {
    let official = pistes.filter(\.isOfficial)
    let kept = official.count > 1 ? official : pistes
    // One code for all of them would be handed over, although the received one, which exists, says otherwise.
    let isContradicted = existing != nil && Set(kept.flatMap(\.codes)).count == 1
    return isContradicted ? contradictoire(kept, raison) : ambigue(kept, raison)
  }
}
