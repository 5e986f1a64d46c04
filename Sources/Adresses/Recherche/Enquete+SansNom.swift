extension Enquete {
  /// The locality says nothing: line 5 may name a place, the code may serve only one commune.
  func sansNom() -> Restauration {
    if let restauration = parLigne5Seule() { return restauration }
    switch code {
    case .complet(let code, _): return parCode(code)
    case .partiel(let digits): return parChiffres(digits)
    case .absent, .corse, .illisible, .etranger: return introuvable("ni code postal ni commune lisibles")
    }
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
    if let ville = VilleLue(ligne.nom) { return restante.dansVille(ville) }
    guard let nom = table.noms.find(ligne.nom) else { return nil }
    let entrees = table.parNom[nom]
    if let typed, !entrees.contains(where: { $0.code == typed }) { return nil }
    return restante.departager(restante.exacte(entrees)).corrected
  }
}

extension Restauration {
  /// The same, no longer `ok`: the name was not where it should be.
  var corrected: Restauration {
    guard verdict == .ok else { return self }
    return Restauration(
      verdict: .corrige, codePostal: codePostal, insee: insee, commune: commune, candidats: candidats,
      codesPossibles: codesPossibles, raison: "commune lue en ligne 5")
  }
}
