// The rules of a father on his children.

extension Groupe {
  /// A child that is not rejected has these values.
  func hasChild(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Bool {
    for child in below(indice) where isKept(child, of: indice, type: regle.pointee.enfant) {
      if holds(regle.pointee.valeurs, articles[child], base) { return true }
    }
    return false
  }

  /// Children attached, rejected or not: a rejected codebtor still counts in 316.
  func hasWrongCount(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Bool {
    guard let announced = number(regle.pointee.champ, articles[indice], base) else { return false }
    var found: Int64 = 0
    for child in below(indice) where isBelow(child, indice, regle.pointee.enfant) {
      found += 1
    }
    return announced != found
  }

  func hasWrongChildrenSum(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Bool {
    guard let announced = number(regle.pointee.champ, articles[indice], base) else { return false }
    var sum = Somme128()
    var found = 0
    for child in below(indice) where isBelow(child, indice, regle.pointee.enfant) {
      guard let term = number(regle.pointee.champEnfant, articles[child], base) else { return false }
      sum.add(term)
      found += 1
    }
    return (found > 0 || !regle.pointee.siPresent) && sum != announced
  }

  /// Two children, neither rejected, with the same key. A blank part of the key compares as a blank; a key wholly blank
  /// is no key.
  func hasTwins(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Bool {
    if count <= 12 { return hasTwinsAmongFew(regle, indice, base) }
    var seen: Set<[UInt8]> = []
    for child in below(indice) where isKept(child, of: indice, type: regle.pointee.enfant) {
      let key = key(regle.pointee.champs, articles[child], base)
      guard key.contains(where: { $0 != Octet.blanc }) else { continue }
      if !seen.insert(key).inserted { return true }
    }
    return false
  }

  /// Two by two, without making keys.
  private func hasTwinsAmongFew(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Bool {
    for one in below(indice) where isKept(one, of: indice, type: regle.pointee.enfant) {
      for other in (one + 1)..<max(one + 1, count) where isKept(other, of: indice, type: regle.pointee.enfant) {
        let isSame = regle.pointee.champs.allSatisfy { same($0, one, other, base) }
        if isSame, !regle.pointee.champs.allSatisfy({ isBlank($0, articles[one], base) }) { return true }
      }
    }
    return false
  }

  private func below(_ indice: Int) -> Range<Int> { (indice + 1)..<max(indice + 1, end(of: indice)) }

  @inline(__always)
  private func isBelow(_ child: Int, _ indice: Int, _ type: Int16) -> Bool {
    articles[child].typeIndex == type && articles[child].estRattache && articles[child].parent == indice
  }

  @inline(__always)
  private func isKept(_ child: Int, of indice: Int, type: Int16) -> Bool {
    articles[child].code == 0 && isBelow(child, indice, type)
  }

  @inline(__always)
  private func same(_ place: Plan.Place, _ one: Int, _ other: Int, _ base: Octets) -> Bool {
    let (left, right) = (base + articles[one].debut, base + articles[other].debut)
    for offset in Int(place.debut)..<place.fin where left[offset] != right[offset] { return false }
    return true
  }

  private func key(
    _ places: UnsafeBufferPointer<Plan.Place>, _ article: ArticleJuge, _ base: Octets
  ) -> [UInt8] {
    var key: [UInt8] = []
    for place in places {
      key.append(
        contentsOf: UnsafeBufferPointer(
          start: base + article.debut + Int(place.debut), count: Int(place.longueur)))
    }
    return key
  }
}
