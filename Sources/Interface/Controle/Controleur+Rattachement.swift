// A record's place in the group, and how far its reject reaches.

extension Controleur {
  /// Attaches a record to the open group, or opens one; an orphan is rejected (301), alone.
  @inline(__always)
  func attach(_ article: Article, _ judged: inout ArticleJuge, _ indice: Int) {
    guard judged.typeIndex > 0, !isPastTheEnd(judged) else { return }
    let type = genre.enregistrements[Int(judged.typeIndex)]
    guard type !== genre.enQueue else { return }
    if let parent = type.parent {
      attach(article, &judged, indice, type: type, parentType: parent)
    } else if !judged.isMalformed || holdsLinks(article, type) {
      judged.estRattache = true
      open[type.index] = Int32(indice)
    }
    guard judged.estRattache else {
      if judged.code == 0 { judged.code = 301 }
      return
    }
    if judged.code != 0 { judged.niveau = level(article.octets, article.count, type) }
  }

  private func isPastTheEnd(_ judged: ArticleJuge) -> Bool { cumuls.isOver && judged.typeIndex > 0 }

  /// Behind its father, whose link fields it repeats, and not before a brother of a later type.
  @inline(__always)
  private func attach(
    _ article: Article, _ judged: inout ArticleJuge, _ indice: Int, type: TypeEnregistrement, parentType: Int
  ) {
    let father = Int(open[parentType])
    guard father >= 0, groupe.articles[father].lastChildType <= judged.typeIndex,
      linksMatch(article, type, father)
    else { return }
    judged.estRattache = true
    judged.parent = Int32(father)
    groupe.articles[father].lastChildType = judged.typeIndex
    closeBelow(genre.enregistrements[parentType])
    open[type.index] = Int32(indice)
  }

  /// A new child closes the children of its brothers.
  private func closeBelow(_ type: TypeEnregistrement) {
    for child in type.enfants where open[child] >= 0 {
      open[child] = -1
      closeBelow(genre.enregistrements[child])
    }
  }

  @inline(__always)
  private func linksMatch(_ article: Article, _ type: TypeEnregistrement, _ father: Int) -> Bool {
    let his = groupe.articles[father]
    return groupe.octets.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress.map({ $0 + his.debut }) else { return false }
      for lien in type.liens {
        let (mine, theirs) = (lien.mien, lien.sien)
        guard mine.fin <= article.count, theirs.fin <= his.count else { return false }
        guard
          same(
            article.octets + Int(mine.debut), Int(mine.longueur), base + Int(theirs.debut), Int(theirs.longueur))
        else { return false }
      }
      return true
    }
  }

  /// Byte for byte; fields of different widths compare without their right blanks.
  private func same(_ one: Octets, _ oneCount: Int, _ other: Octets, _ otherCount: Int) -> Bool {
    var (count, otherEnd) = (oneCount, otherCount)
    if oneCount != otherCount { (count, otherEnd) = (one.trimmedCount(oneCount), other.trimmedCount(otherCount)) }
    guard count == otherEnd else { return false }
    for offset in 0..<count where one[offset] != other[offset] { return false }
    return true
  }

  /// A cut father still opens his group if the fields that his children repeat are whole.
  private func holdsLinks(_ article: Article, _ type: TypeEnregistrement) -> Bool {
    type.champsDeLien.allSatisfy { $0.fin <= article.count }
  }

  /// `niveau_rejet`, or the other level when the field that decides is readable and has another value.
  func level(_ octets: Octets, _ count: Int, _ type: TypeEnregistrement) -> Portee {
    guard let sauf = type.niveauRejetSauf else { return type.niveauRejet }
    let place = type.plan.places[sauf.condition.champ]
    guard place.fin <= count, let equal = place.equals(sauf.condition, octets) else { return type.niveauRejet }
    return equal ? type.niveauRejet : sauf.niveau
  }
}

extension Plan.Place {
  /// Does a readable field of a record have that value? As a number for a number, as text otherwise; nil if blank or unreadable.
  func equals(_ condition: Regle.Condition, _ record: Octets) -> Bool? {
    let field = record + Int(debut)
    let width = Int(longueur)
    guard !field.isBlank(width) else { return nil }
    if type == .entier || type == .montant { return field.entier(width).map { $0 == condition.nombre } }
    let skipped = type == .texte ? field.leadingBlanks(width) : 0
    let value = UnsafeBufferPointer(start: field + skipped, count: (field + skipped).trimmedCount(width - skipped))
    return value.elementsEqual(condition.octets)
  }
}
