// The rules of a father on his children.

extension Groupe {
  /// A child that is not rejected has these values.
  func hasChild(_ regle: Regle, _ indice: Int, _ base: Octets) -> Bool {
    for child in (indice + 1)..<max(indice + 1, count) where isKept(child, of: indice, type: regle.enfant) {
      if holds(regle.valeurs, articles[child], base) { return true }
    }
    return false
  }

  /// Children attached, rejected or not: a rejected codebtor still counts in 316.
  func hasWrongCount(_ regle: Regle, _ indice: Int, _ base: Octets) -> Bool {
    guard let announced = number(regle.champ, articles[indice], base) else { return false }
    var found: Int64 = 0
    for child in (indice + 1)..<max(indice + 1, count) where isChild(child, of: indice, type: regle.enfant) {
      found += 1
    }
    return announced != found
  }

  func hasWrongChildrenSum(_ regle: Regle, _ indice: Int, _ base: Octets) -> Bool {
    guard let announced = number(regle.champ, articles[indice], base) else { return false }
    var sum = Somme128()
    var found = 0
    for child in (indice + 1)..<max(indice + 1, count) where isChild(child, of: indice, type: regle.enfant) {
      guard let term = number(regle.champEnfant, articles[child], base) else { return false }
      sum.add(term)
      found += 1
    }
    return (found > 0 || !regle.siPresent) && sum != announced
  }

  /// Two children, neither rejected, with the same key. A blank part of the key compares as a blank; a key wholly blank
  /// is no key.
  func hasTwins(_ regle: Regle, _ indice: Int, _ base: Octets) -> Bool {
    if count <= 12 { return hasTwinsAmongFew(regle, indice, base) }
    var seen: Set<[UInt8]> = []
    for child in (indice + 1)..<max(indice + 1, count) where isKept(child, of: indice, type: regle.enfant) {
      let key = key(regle.champs, articles[child], base)
      guard key.contains(where: { $0 != Octet.blanc }) else { continue }
      if !seen.insert(key).inserted { return true }
    }
    return false
  }

  /// Two by two, without making keys.
  private func hasTwinsAmongFew(_ regle: Regle, _ indice: Int, _ base: Octets) -> Bool {
    for one in (indice + 1)..<max(indice + 1, count) where isKept(one, of: indice, type: regle.enfant) {
      for other in (one + 1)..<max(one + 1, count) where isKept(other, of: indice, type: regle.enfant) {
        let isSame = regle.champs.allSatisfy { same($0, one, other, base) }
        if isSame, !regle.champs.allSatisfy({ isBlank($0, articles[one], base) }) { return true }
      }
    }
    return false
  }

  @inline(__always)
  private func isKept(_ child: Int, of indice: Int, type: Int?) -> Bool {
    articles[child].code == 0 && isChild(child, of: indice, type: type)
  }

  private func same(_ champ: Int, _ one: Int, _ other: Int, _ base: Octets) -> Bool {
    let place = self.place(champ, articles[one])
    let (left, right) = (base + articles[one].debut, base + articles[other].debut)
    for offset in Int(place.debut)..<place.fin where left[offset] != right[offset] { return false }
    return true
  }

  private func key(_ champs: [Int], _ article: ArticleJuge, _ base: Octets) -> [UInt8] {
    var key: [UInt8] = []
    for champ in champs {
      let place = self.place(champ, article)
      key.append(
        contentsOf: UnsafeBufferPointer(
          start: base + article.debut + Int(place.debut), count: Int(place.longueur)))
    }
    return key
  }
}
