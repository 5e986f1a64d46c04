// The closing of a group: 3xx of the children, then of the father, then 4xx. One stage opens only if the one before is clean.

extension Controleur {
  func judge<M: Monde>(_ monde: inout M) throws {
    guard groupe.articles[0].estRattache else { return }
    if groupe.count > 1 { try judgeChildren(&monde) }
    guard !groupe.isRejectedAsAWhole else { return }
    try judge(0, type(0).reglesDuPere, &monde)
    guard !groupe.isRejectedAsAWhole else { return }
    for indice in 1..<max(1, groupe.count) { try judge(indice, type(indice).reglesDuReferentiel, &monde) }
    guard !groupe.isRejectedAsAWhole else { return }
    try judge(0, type(0).reglesDuReferentiel, &monde)
  }

  /// Each child by itself, in the order of the file; then those who are fathers too, from the innermost.
  private func judgeChildren<M: Monde>(_ monde: inout M) throws {
    var fathers: [Int] = []
    for indice in 1..<groupe.count where groupe.articles[indice].estRattache {
      let type = type(indice)
      if !type.reglesPropres.isEmpty { try judge(indice, type.reglesPropres, &monde) }
      if !type.reglesDesEnfants.isEmpty { fathers.append(indice) }
    }
    for indice in fathers.reversed() where !hasRejectedBelow(indice) {
      try judge(indice, type(indice).reglesDesEnfants, &monde)
    }
  }

  /// The type of a record of the group whose type is known; the header's for a stranger, which has no rules.
  private func type(_ indice: Int) -> TypeEnregistrement {
    genre.enregistrements[max(0, groupe.articles[indice].estRattache ? Int(groupe.articles[indice].typeIndex) : 0)]
  }

  /// Is something below that father rejected at the level of the dossier? Records below stand behind him, up to his next brother.
  private func hasRejectedBelow(_ indice: Int) -> Bool {
    var below: Set<Int32> = [Int32(indice)]
    for next in (indice + 1)..<max(indice + 1, groupe.count) {
      let article = groupe.articles[next]
      guard article.estRattache else { continue }
      guard below.contains(article.parent) else { return false }
      if article.code != 0, article.niveau == .dossier { return true }
      below.insert(Int32(next))
    }
    return false
  }

  private func judge<M: Monde>(_ indice: Int, _ regles: [Regle], _ monde: inout M) throws {
    guard groupe.articles[indice].code == 0 else { return }
    var record: Enregistrement?
    for regle in regles {
      if regle.nom.asksTheWorld {
        try ask(regle, indice, &record, &monde)
      } else if groupe.breaks(regle, indice) {
        reject(indice, regle.code, regle.champRejete)
      }
      if groupe.articles[indice].code != 0 { return }
    }
  }

  private func ask<M: Monde>(
    _ regle: Regle, _ indice: Int, _ record: inout Enregistrement?, _ monde: inout M
  ) throws {
    guard groupe.hasTerms(of: regle, indice) else { return }
    let asked = record ?? groupe[indice]
    record = asked
    switch try monde.juger(regle, asked, dans: groupe) {
    case .respectee, .sansObjet: return
    case .enfreinte(let champ): reject(indice, regle.code, champ ?? regle.champRejete)
    }
  }

  private func reject(_ indice: Int, _ code: CodeAnomalie, _ champ: Int?) {
    let article = groupe.articles[indice]
    let niveau = groupe.octets.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { level($0 + article.debut, article.count, type(indice)) } ?? .enregistrement
    }
    groupe.articles[indice].reject(code, champ: champ, niveau: niveau)
  }
}
