// The rules that a group decides by itself. A rule that lacks a term, or finds it unreadable, is not evaluated.

extension Groupe {
  /// A rule where it stands.
  typealias Pointeur = UnsafePointer<RegleCompilee>

  /// Is that rule of that record broken?
  func breaks(_ regle: Pointeur, _ indice: Int) -> Bool {
    octets.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      guard holds(regle.pointee.si, articles[indice], base) else { return false }
      switch regle.pointee.nom {
      case .datePasApres: return compareDates(regle, indice, base).map { $0 > 0 } ?? false
      case .dateApres: return compareDates(regle, indice, base).map { $0 <= 0 } ?? false
      case .montantPositif: return number(regle.pointee.champ, articles[indice], base).map { $0 <= 0 } ?? false
      case .montantInferieur: return isNotBelow(regle, indice, base)
      case .sommeChamps: return hasWrongSum(regle, articles[indice], base)
      case .enfantRequis: return !hasChild(regle, indice, base)
      case .compteEnfants: return hasWrongCount(regle, indice, base)
      case .sommeEnfants: return hasWrongChildrenSum(regle, indice, base)
      case .enfantsUniques: return hasTwins(regle, indice, base)
      default: return false
      }
    }
  }

  /// Are the terms of a rule of the world there? One of the fields is enough for `cible_connue`.
  func hasTerms(of regle: Pointeur, _ indice: Int) -> Bool {
    octets.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      let article = articles[indice]
      guard holds(regle.pointee.si, article, base) else { return false }
      if let champ = regle.pointee.champ, isBlank(champ, article, base) { return false }
      for champ in regle.pointee.egaux where isBlank(champ, article, base) { return false }
      if regle.pointee.nom == .cibleConnue { return regle.pointee.champs.contains { !isBlank($0, article, base) } }
      for champ in regle.pointee.champs where isBlank(champ, article, base) { return false }
      return hasLimit(regle, indice, base)
    }
  }

  /// Blank, or unreadable because the record is of wrong form.
  @inline(__always)
  func isBlank(_ place: Plan.Place, _ article: ArticleJuge, _ base: Octets) -> Bool {
    article.isMalformed || (base + article.debut + Int(place.debut)).isBlank(Int(place.longueur))
  }

  /// An integer or an amount, nil if absent or unreadable.
  @inline(__always)
  func number(_ place: Plan.Place?, _ article: ArticleJuge, _ base: Octets) -> Int64? {
    guard let place, !article.isMalformed else { return nil }
    return (base + article.debut + Int(place.debut)).entier(Int(place.longueur))
  }

  @inline(__always)
  func holds(
    _ conditions: UnsafeBufferPointer<ConditionCompilee>, _ article: ArticleJuge, _ base: Octets
  ) -> Bool {
    for condition in conditions {
      guard !article.isMalformed, condition.holds(base + article.debut) ?? false else { return false }
    }
    return true
  }
}

// Dates and amounts of one record.
extension Groupe {
  /// Milliseconds of an instant, or days of a date; nil if absent or unreadable.
  private enum Moment {
    case jour(Int64)
    case instant(Horodatage)
  }

  @inline(__always)
  private func moment(_ place: Plan.Place, _ record: Octets) -> Moment? {
    let field = record + Int(place.debut)
    switch place.type {
    case .date: return field.isDate() ? field.valueOfDigits(8).map { .jour($0) } : nil
    case .horodatage: return field.horodatage().map { .instant($0) }
    default: return nil
    }
  }

  /// Negative, zero or positive as the field is before, on or after its limit; nil if one of them is missing.
  private func compareDates(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Int64? {
    guard let champ = regle.pointee.champ, !articles[indice].isMalformed else { return nil }
    guard let left = moment(champ, base + articles[indice].debut),
      let right = limit(regle, indice, base)
    else { return nil }
    switch (left, right) {
    case (.jour(let left), .jour(let right)): return left - right
    case (.instant(let left), .instant(let right)):
      return left.instant.milliseconds - right.instant.milliseconds
    case (.instant(let left), .jour(let right)): return compactDay(left) - right
    case (.jour(let left), .instant(let right)): return left - compactDay(right)
    }
  }

  /// The day written in an instant, as AAAAMMJJ.
  private func compactDay(_ horodatage: Horodatage) -> Int64 {
    let (annee, mois, jour) = horodatage.jour.components
    return Int64(annee * 10000 + mois * 100 + jour)
  }

  private func limit(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Moment? {
    switch regle.pointee.limite {
    case .none: return nil
    case .entete(let place):
      return entete.octets.withUnsafeBufferPointer { $0.baseAddress.flatMap { moment(place, $0) } }
    case .parent(let place):
      let parent = Int(articles[indice].parent)
      guard parent >= 0, !articles[parent].isMalformed else { return nil }
      return moment(place, base + articles[parent].debut)
    case .meme(let place): return moment(place, base + articles[indice].debut)
    }
  }

  fileprivate func hasLimit(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Bool {
    if case .none = regle.pointee.limite { return true }
    return limit(regle, indice, base) != nil
  }

  fileprivate func isNotBelow(_ regle: Pointeur, _ indice: Int, _ base: Octets) -> Bool {
    guard let value = number(regle.pointee.champ, articles[indice], base) else { return false }
    let limit: Int64?
    switch regle.pointee.limite {
    case .none: limit = nil
    case .entete(let place): limit = entete.entier(Int(place.champ))
    case .meme(let place): limit = number(place, articles[indice], base)
    case .parent(let place):
      let parent = Int(articles[indice].parent)
      limit = parent < 0 ? nil : number(place, articles[parent], base)
    }
    return limit.map { value >= $0 } ?? false
  }

  /// field = sum of `plus` − sum of `moins`; an absent optional term counts zero.
  fileprivate func hasWrongSum(_ regle: Pointeur, _ article: ArticleJuge, _ base: Octets) -> Bool {
    guard let value = number(regle.pointee.champ, article, base) else { return false }
    var sum = Somme128()
    for champ in regle.pointee.plus {
      guard let term = term(champ, article, base) else { return false }
      sum.add(term)
    }
    for champ in regle.pointee.moins {
      guard let term = term(champ, article, base) else { return false }
      sum.add(-term)
    }
    return sum != value
  }

  private func term(_ place: Plan.Place, _ article: ArticleJuge, _ base: Octets) -> Int64? {
    if isBlank(place, article, base) { return place.obligatoire ? nil : 0 }
    return number(place, article, base)
  }
}

/// A sum that never overflows for as many eighteen-digit terms as a file can hold.
struct Somme128 {
  private var value: Int128 = 0
  mutating func add(_ term: Int64) { value += Int128(term) }
  static func != (left: Somme128, right: Int64) -> Bool { left.value != Int128(right) }
}
