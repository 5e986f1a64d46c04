// The closing of a group: 3xx of the children, then of the father, then 4xx. One stage opens only if the one before is clean.

extension Controleur {
  func judge<M: Monde>(_ monde: inout M) throws {
    guard groupe.articles[0].estRattache else { return }
    if groupe.count > 1 { try judgeChildren(&monde) }
    guard !groupe.isRejectedAsAWhole else { return }
    try judge(0, (compiles + type(0)).pointee.reglesDuPere, &monde)
    guard !groupe.isRejectedAsAWhole else { return }
    for indice in 1..<max(1, groupe.count) {
      try judge(indice, (compiles + type(indice)).pointee.reglesDuReferentiel, &monde)
    }
    guard !groupe.isRejectedAsAWhole else { return }
    try judge(0, (compiles + type(0)).pointee.reglesDuReferentiel, &monde)
  }

  /// Each child by itself, in the order of the file; then those who are fathers too, from the innermost.
  private func judgeChildren<M: Monde>(_ monde: inout M) throws {
    var fathers: [Int] = []
    for indice in 1..<groupe.count where groupe.articles[indice].estRattache {
      let type = type(indice)
      try judge(indice, (compiles + type).pointee.reglesPropres, &monde)
      if !(compiles + type).pointee.reglesDesEnfants.isEmpty { fathers.append(indice) }
    }
    for indice in fathers.reversed() where !hasRejectedBelow(indice) {
      try judge(indice, (compiles + type(indice)).pointee.reglesDesEnfants, &monde)
    }
  }

  /// The type of a record of the group; the header's, which has no rules, for a stranger.
  private func type(_ indice: Int) -> Int {
    groupe.articles[indice].estRattache ? Int(groupe.articles[indice].typeIndex) : 0
  }

  /// Is something below that father rejected at the level of the dossier?
  private func hasRejectedBelow(_ indice: Int) -> Bool {
    for next in (indice + 1)..<max(indice + 1, groupe.end(of: indice)) {
      let article = groupe.articles[next]
      if article.estRattache, article.code != 0, article.niveau == .dossier { return true }
    }
    return false
  }

  private func judge<M: Monde>(
    _ indice: Int, _ regles: UnsafeBufferPointer<RegleCompilee>, _ monde: inout M
  ) throws {
    guard var regle = regles.baseAddress, groupe.articles[indice].code == 0 else { return }
    let end = regle + regles.count
    while regle < end {
      if regle.pointee.asksTheWorld {
        if monde.connait(regle.pointee.nom) { return try ask(regle, to: end, indice, &monde) }
      } else if groupe.breaks(regle, indice) {
        return reject(indice, regle.pointee.code, regle.pointee.champRejete)
      }
      regle += 1
    }
  }

  /// The same from the first rule of the world on: the record is made for it once.
  private func ask<M: Monde>(
    _ first: UnsafePointer<RegleCompilee>, to end: UnsafePointer<RegleCompilee>, _ indice: Int, _ monde: inout M
  ) throws {
    let record = groupe[indice]
    var regle = first
    while regle < end {
      if !regle.pointee.asksTheWorld {
        if groupe.breaks(regle, indice) { return reject(indice, regle.pointee.code, regle.pointee.champRejete) }
      } else if monde.connait(regle.pointee.nom), groupe.hasTerms(of: regle, indice),
        case .enfreinte(let champ) = try monde.juger(
          regle.pointee.regle.takeUnretainedValue(), record, dans: groupe)
      {
        return reject(indice, regle.pointee.code, champ.map { Int16($0) } ?? regle.pointee.champRejete)
      }
      regle += 1
    }
  }

  private func reject(_ indice: Int, _ code: Int16, _ champ: Int16) {
    let article = groupe.articles[indice]
    let niveau = groupe.octets.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.map { level($0 + article.debut, article.count, type(indice)) } ?? .enregistrement
    }
    groupe.articles[indice].code = code
    groupe.articles[indice].champ = champ
    groupe.articles[indice].niveau = niveau
  }
}
