// From records to groups: form of the record (1xx), fields (2xx), attachment to the group (301).

extension Controleur {
  /// Fills `groupe` with the next records; false at the end.
  func fill() throws(FauteDeLecture) -> Bool {
    groupe.clear()
    for index in open.indices { open[index] = -1 }
    strangerCount = 0
    if ligne == 1 { try readHeader() }
    while let article = try nextArticle() {
      let index = typeIndex(article)
      if closesGroup(index) {
        pending = article
        return true
      }
      absorb(article, typeIndex: index)
      if groupe.articles[0].estRattache == false { return true }
    }
    return groupe.count > 0
  }

  private func nextArticle() throws(FauteDeLecture) -> Article? {
    guard let article = pending else { return try lecteur.next() }
    pending = nil
    return article
  }

  /// The header has been examined: it is only counted.
  private func readHeader() throws(FauteDeLecture) {
    guard let article = try lecteur.next() else { return }
    cumuls.count(typeIndex: 0)
    checkRank(article)
    ligne += 1
  }

  /// A record without father, a trailer or a second header closes the open group; a line of unknown type does not.
  @inline(__always)
  private func closesGroup(_ typeIndex: Int) -> Bool {
    guard groupe.count > 0 else { return false }
    guard typeIndex >= 0 else { return isTooLarge }
    return (compiles + typeIndex).pointee.parent < 0 || isTooLarge
  }

  private var isTooLarge: Bool {
    groupe.octets.count > Controleur.greatestGroup || strangerCount > Controleur.greatestStrangerCount
  }

  private func absorb(_ article: Article, typeIndex: Int) {
    let indice = groupe.count
    var judged = ArticleJuge(
      debut: groupe.octets.count, count: article.count, position: article.position,
      positionSuivante: article.positionSuivante, longueur: article.longueur, ligne: ligne,
      typeIndex: Int16(typeIndex))
    cumuls.count(typeIndex: typeIndex)
    checkRank(article)
    ligne += 1
    let isTrailer = verify(article, &judged, indice)
    if !isTrailer { attach(article, &judged, indice) }
    if typeIndex >= 0 { totaux.add(article, typeIndex: typeIndex, isMalformed: judged.isMalformed, to: &cumuls) }
    if !judged.estRattache { strangerCount += 1 }
    groupe.octets.append(contentsOf: UnsafeBufferPointer(start: article.octets, count: article.count))
    groupe.articles.append(judged)
  }

  /// 902 where the line number is readable and is not the physical rank.
  @inline(__always)
  private func checkRank(_ article: Article) {
    guard article.count >= 10, let rank = (article.octets + 2).entier(8), rank != Int64(ligne) else { return }
    cumuls.signal(902)
  }

  /// 1xx, then 2xx if the form is good. True for the first readable trailer, which nothing rejects.
  @inline(__always)
  private func verify(_ article: Article, _ judged: inout ArticleJuge, _ indice: Int) -> Bool {
    let typeIndex = Int(judged.typeIndex)
    let isWhole = article.longueur == table.longueur
    let hasWitness = isWhole && article.octets[article.count - 1] == table.temoin
    if hasWitness, typeIndex == genre.enQueue.index, !cumuls.isOver {
      cumuls.isOver = true
      enQueue = Enregistrement(
        type: genre.enQueue, ligne: judged.ligne, position: article.position, longueur: article.count,
        octets: Array(UnsafeBufferPointer(start: article.octets, count: article.count))[...])
      return true
    }
    let code = formFault(article, isWhole: isWhole, hasWitness: hasWitness, typeIndex: typeIndex)
    if code != 0 {
      judged.isMalformed = code <= 103
      judged.code = Int16(code)
    } else {
      verifyFields(article, &judged, indice)
    }
    return false
  }

  @inline(__always)
  private func formFault(_ article: Article, isWhole: Bool, hasWitness: Bool, typeIndex: Int) -> Int {
    if !isWhole { return 101 }
    if !hasWitness { return 102 }
    if article.octets.hasControl(article.count) { return 103 }
    if typeIndex < 0 { return 104 }
    if cumuls.isOver { return 105 }
    return typeIndex == 0 ? 106 : 0
  }

  @inline(__always)
  private func verifyFields(_ article: Article, _ judged: inout ArticleJuge, _ indice: Int) {
    let type = compiles + Int(judged.typeIndex)
    let constat = type.pointee.plan.verify(article.octets)
    if constat.hasWarning {
      for warning in type.pointee.plan.warnings(article.octets) {
        groupe.avertissements.append((indice, warning))
      }
    }
    judged.code = Int16(constat.code)
    judged.champ = Int16(constat.champ)
  }
}
