// A record's place in the group, and how far its reject reaches.

extension Controleur {
  /// Attaches a record to the open group, or opens one; an orphan is rejected (301), alone.
  @inline(__always)
  func attach(_ article: Article, _ judged: inout ArticleJuge, _ indice: Int) {
    let typeIndex = Int(judged.typeIndex)
    guard typeIndex > 0, !cumuls.isOver, typeIndex != genre.enQueue.index else { return }
    if (compiles + typeIndex).pointee.parent >= 0 {
      attachToFather(article, &judged, indice)
    } else if !judged.isMalformed || holdsLinks(article, typeIndex) {
      judged.estRattache = true
      open[typeIndex] = Int32(indice)
    }
    guard judged.estRattache else {
      if judged.code == 0 { judged.code = 301 }
      return
    }
    if judged.code != 0 { judged.niveau = level(article.octets, article.count, typeIndex) }
  }

  /// Behind its father, whose link fields it repeats, and not before a brother of a later type.
  @inline(__always)
  private func attachToFather(_ article: Article, _ judged: inout ArticleJuge, _ indice: Int) {
    let typeIndex = Int(judged.typeIndex)
    let father = Int(open[(compiles + typeIndex).pointee.parent])
    guard father >= 0, groupe.articles[father].lastChildType <= judged.typeIndex,
      linksMatch(article, typeIndex, father)
    else { return }
    judged.estRattache = true
    judged.parent = Int32(father)
    groupe.articles[father].lastChildType = judged.typeIndex
    closeBelow((compiles + typeIndex).pointee.parent)
    open[typeIndex] = Int32(indice)
  }

  /// A new child closes the children of its brothers.
  private func closeBelow(_ typeIndex: Int) {
    for child in (compiles + typeIndex).pointee.enfants where open[child] >= 0 {
      open[child] = -1
      closeBelow(child)
    }
  }

  @inline(__always)
  private func linksMatch(_ article: Article, _ typeIndex: Int, _ father: Int) -> Bool {
    let (start, count) = (groupe.articles[father].debut, groupe.articles[father].count)
    return groupe.octets.withUnsafeBufferPointer { bytes in
      guard let his = bytes.baseAddress.map({ $0 + start }) else { return false }
      for lien in (compiles + typeIndex).pointee.liens {
        guard lien.mien.fin <= article.count, lien.sien.fin <= count else { return false }
        guard same(article.octets, lien.mien, his, lien.sien) else { return false }
      }
      return true
    }
  }

  /// Byte for byte; fields of different widths compare without their right blanks.
  @inline(__always)
  private func same(_ one: Octets, _ mien: Plan.Place, _ other: Octets, _ sien: Plan.Place) -> Bool {
    let (mine, his) = (one + Int(mien.debut), other + Int(sien.debut))
    var count = Int(mien.longueur)
    if mien.longueur != sien.longueur {
      count = mine.trimmedCount(count)
      guard count == his.trimmedCount(Int(sien.longueur)) else { return false }
    }
    for offset in 0..<count where mine[offset] != his[offset] { return false }
    return true
  }

  /// A cut father still opens his group if the fields that his children repeat are whole.
  private func holdsLinks(_ article: Article, _ typeIndex: Int) -> Bool {
    (compiles + typeIndex).pointee.champsDeLien.allSatisfy { $0.fin <= article.count }
  }

  /// `niveau_rejet`, or the other level when the field that decides is readable and has another value.
  func level(_ octets: Octets, _ count: Int, _ typeIndex: Int) -> Portee {
    let type = compiles + typeIndex
    guard let sauf = type.pointee.sauf, sauf.place.fin <= count, let holds = sauf.holds(octets) else {
      return type.pointee.niveau
    }
    return holds ? type.pointee.niveau : type.pointee.niveauSauf
  }
}
