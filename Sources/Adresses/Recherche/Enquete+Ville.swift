import Convention

extension Enquete {
  /// Paris, Lyon, Marseille: the arrondissement is in the name, after CEDEX, or in the code.
  func dansVille(_ lue: VilleLue) -> Restauration {
    let number = lue.arrondissement ?? numeroDeCedex(lue.ville)
    guard let number, let commune = table.rank(of: lue.ville.insee(arrondissement: number)) else {
      return sansArrondissement(lue.ville)
    }
    let raison =
      lue.arrondissement == nil
      ? "le numéro qui suit CEDEX est celui de l’arrondissement" : "numéro d’arrondissement lu dans le nom"
    return dansArrondissement(commune, lue.ville, raison)
  }

  private func numeroDeCedex(_ ville: Ville) -> Int? {
    localite.numeroCedex.flatMap { (1...ville.arrondissementCount).contains($0) ? $0 : nil }
  }

  private func dansArrondissement(_ commune: Int32, _ ville: Ville, _ raison: String) -> Restauration {
    let codes = codes(of: commune)
    if let existing, codes.contains(existing) {
      return certaine(commune, existing, code.isAsTyped ? .ok : .corrige, "code et arrondissement concordent")
    }
    if let existing, let other = arrondissement(existing, of: ville) {
      return contradiction(commune, codes, other, existing, ville)
    }
    let others = mistyped(ville)
    if !others.isEmpty, !codes.contains(where: isTypingFault) {
      let pistes = [Piste(commune: commune, codes: codes, isOfficial: true)] + others
      return inVille(ville, ambigue(pistes, "le code postal, mal tapé, évoque un autre arrondissement que le nom"))
    }
    return departager(certaine(Piste(commune: commune, codes: codes, isOfficial: true), raison))
  }

  /// The arrondissements whose code is one typing fault away from the received one.
  private func mistyped(_ ville: Ville) -> [Piste] {
    guard !localite.isCedex, let digits else { return [] }
    return Piste.grouped(
      Chiffres.oneFault(from: digits).flatMap { table.parCode[$0] }.filter { belongs($0, to: ville) })
  }

  private func belongs(_ entree: Entree, to ville: Ville) -> Bool {
    Ville.ofArrondissement(table.communes[Int(entree.commune)].insee.texte)?.insee == ville.insee
  }

  private func contradiction(
    _ commune: Int32, _ codes: [Int32], _ other: Int32, _ existing: Int32, _ ville: Ville
  ) -> Restauration {
    let pistes = [
      Piste(commune: commune, codes: codes, isOfficial: true),
      Piste(commune: other, codes: [existing], isOfficial: true),
    ]
    return inVille(ville, ambigue(pistes, "le code postal et le nom désignent deux arrondissements différents"))
  }

  private func sansArrondissement(_ ville: Ville) -> Restauration {
    if let existing, let commune = arrondissement(existing, of: ville) {
      return certaine(commune, existing, code.isAsTyped ? .ok : .corrige, "le code donne l’arrondissement")
    }
    let communes = (1...ville.arrondissementCount).compactMap { table.rank(of: ville.insee(arrondissement: $0)) }
    let pistes = communes.map { Piste(commune: $0, codes: codes(of: $0), isOfficial: true) }
    let ambigue = ambigue(pistes, "\(ville.nom) a \(ville.arrondissementCount) arrondissements : lequel ?")
    let tie = departager(ambigue)
    return tie.verdict == .ambigu && tie.insee == nil ? entire(ville, ambigue) : tie
  }

  private func arrondissement(_ code: Int32, of ville: Ville) -> Int32? {
    table.parCode[code].first { belongs($0, to: ville) }?.commune
  }

  private func codes(of commune: Int32) -> [Int32] {
    let nom = repliDeCommune(table.communes[Int(commune)].nom)
    return table.noms.find(nom).map { Piste.grouped(table.parNom[$0])[0].codes } ?? []
  }

  /// The town is certain, its arrondissement is not.
  private func inVille(_ ville: Ville, _ restauration: Restauration) -> Restauration {
    Restauration(
      verdict: .ambigu, codePostal: nil, insee: ville.insee, commune: ville.nom,
      candidats: restauration.candidats, codesPossibles: restauration.codesPossibles,
      raison: restauration.raison)
  }

  /// The same, its candidates named as the whole town: nothing points to one arrondissement rather than another.
  private func entire(_ ville: Ville, _ restauration: Restauration) -> Restauration {
    let codes = restauration.codesPossibles
    return Restauration(
      verdict: .ambigu, codePostal: nil, insee: ville.insee, commune: ville.nom,
      candidats: codes.map { Candidat(insee: ville.insee, codePostal: $0, commune: ville.nom) },
      codesPossibles: codes, raison: restauration.raison)
  }
}
