extension Enquete {
  /// The locality says nothing: line 5 may name a place, the code may serve only one commune.
  func sansNom() -> Restauration {
    if let restauration = parLigne5Seule() { return restauration }
    switch code {
    case .complet(let code, _): return parCode(code)
    case .partiel(let digits): return parChiffres(digits)
    case .absent, .corse, .illisible, .etranger:
      return parLigne4() ?? introuvable("ni code postal ni commune lisibles")
    }
  }

  /// The whole of line 6 at the end of line 4, believed only when its code and its name agree.
  private func parLigne4() -> Restauration? {
    let words = repliDeCommune(adresse.ligne4).split(separator: 0x20)
    guard let index = words.lastIndex(where: { $0.count == 5 && $0.allSatisfy(Chiffres.isDigit) }),
      let code = Chiffres.number(words[index], count: 5),
      let nom = table.noms.find(Array(words[(index + 1)...].joined(separator: [0x20]))),
      table.parNom[nom].contains(where: { $0.code == code })
    else { return nil }
    var restante = self
    restante.code = .complet(code, asTyped: false)
    return restante.exacte(table.parNom[nom])
  }

  private func parCode(_ code: Int32) -> Restauration {
    let pistes = Piste.grouped(table.parCode[code])
    switch pistes.count {
    case 0: return introuvable("code postal inconnu, et pas de commune pour le corriger")
    case 1: return certaine(pistes[0].commune, code, .corrige, "une seule commune sous ce code")
    default: return departager(ambigue(pistes, code: code, "\(pistes.count) communes sous ce code"))
    }
  }

  /// Too few or too many digits and no name: what they may have been is only proposed.
  private func parChiffres(_ digits: [UInt8]) -> Restauration {
    let pistes = Chiffres.oneFault(from: digits).filter { table.exists(code: $0) }
      .flatMap { code in Piste.grouped(table.parCode[code]) }
    guard Set(pistes.flatMap(\.codes)).count > 1 else {
      return introuvable("code postal incomplet, et pas de commune pour le compléter", indices: pistes)
    }
    return ambigue(pistes, "code postal incomplet, et pas de commune pour le compléter")
  }

  /// Line 5 alone is believed when it names a place that the code confirms, or when there is no code.
  private func parLigne5Seule() -> Restauration? {
    let ligne = Localite(adresse.ligne5) { table.noms.find($0) != nil }
    guard !ligne.nom.isEmpty else { return nil }
    var restante = self
    restante.localite = ligne
    if restante.digits == nil { restante.code = ligne.code }
    if let ville = VilleLue(ligne.nom) { return restante.dansVille(ville).corrected("commune lue en ligne 5") }
    guard let nom = table.noms.find(ligne.nom) else { return nil }
    let entrees = table.parNom[nom]
    if let typed, !entrees.contains(where: { $0.code == typed }) { return nil }
    return restante.departager(restante.exacte(entrees)).corrected("commune lue en ligne 5")
  }
}

extension Restauration {
  /// The same, no longer `ok`: the name was not as, or where, it should be.
  func corrected(_ raison: String) -> Restauration {
    guard verdict == .ok else { return self }
    return Restauration(
      verdict: .corrige, codePostal: codePostal, insee: insee, commune: commune, candidats: candidats,
      codesPossibles: codesPossibles, raison: raison)
  }
}
