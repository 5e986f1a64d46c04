// The rules that a group decides by itself. A rule that lacks a term, or finds it unreadable, is not evaluated.

extension Groupe {
  /// Is that rule of that record broken?
  func breaks(_ regle: Regle, _ indice: Int) -> Bool {
    octets.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      guard holds(regle.si, articles[indice], base) else { return false }
      switch regle.nom {
      case .datePasApres: return compareDates(regle, indice, base).map { $0 > 0 } ?? false
      case .dateApres: return compareDates(regle, indice, base).map { $0 <= 0 } ?? false
      case .montantPositif: return number(regle.champ, articles[indice], base).map { $0 <= 0 } ?? false
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
  func hasTerms(of regle: Regle, _ indice: Int) -> Bool {
    octets.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      let article = articles[indice]
      guard holds(regle.si, article, base) else { return false }
      if let champ = regle.champ, isBlank(champ, article, base) { return false }
      for champ in regle.egaux where isBlank(champ, article, base) { return false }
      if regle.nom == .cibleConnue { return regle.champs.contains { !isBlank($0, article, base) } }
      for champ in regle.champs where isBlank(champ, article, base) { return false }
      return hasLimit(regle, indice, base)
    }
  }

  @inline(__always)
  func place(_ champ: Int, _ article: ArticleJuge) -> Plan.Place {
    genre.enregistrements[Int(article.typeIndex)].plan.places[champ]
  }

  /// Blank, or unreadable because the record is of wrong form.
  @inline(__always)
  func isBlank(_ champ: Int, _ article: ArticleJuge, _ base: Octets) -> Bool {
    let place = place(champ, article)
    return article.isMalformed || (base + article.debut + Int(place.debut)).isBlank(Int(place.longueur))
  }

  /// An integer or an amount, nil if absent or unreadable.
  @inline(__always)
  func number(_ champ: Int?, _ article: ArticleJuge, _ base: Octets) -> Int64? {
    guard let champ, !article.isMalformed else { return nil }
    let place = place(champ, article)
    return (base + article.debut + Int(place.debut)).entier(Int(place.longueur))
  }

  func holds(_ conditions: [Regle.Condition], _ article: ArticleJuge, _ base: Octets) -> Bool {
    for condition in conditions {
      guard !article.isMalformed else { return false }
      guard place(condition.champ, article).equals(condition, base + article.debut) ?? false else { return false }
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
  private func compareDates(_ regle: Regle, _ indice: Int, _ base: Octets) -> Int64? {
    guard let champ = regle.champ, !articles[indice].isMalformed else { return nil }
    guard let left = moment(place(champ, articles[indice]), base + articles[indice].debut),
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

  private func limit(_ regle: Regle, _ indice: Int, _ base: Octets) -> Moment? {
    switch regle.limite {
    case nil: return nil
    case .entete(let champ):
      let place = genre.entete.plan.places[champ]
      return entete.octets.withUnsafeBufferPointer { $0.baseAddress.flatMap { moment(place, $0) } }
    case .parent(let champ):
      let parent = Int(articles[indice].parent)
      guard parent >= 0, !articles[parent].isMalformed else { return nil }
      return moment(place(champ, articles[parent]), base + articles[parent].debut)
    case .meme(let champ):
      return moment(place(champ, articles[indice]), base + articles[indice].debut)
    }
  }

  fileprivate func hasLimit(_ regle: Regle, _ indice: Int, _ base: Octets) -> Bool {
    regle.limite == nil || limit(regle, indice, base) != nil
  }

  fileprivate func isNotBelow(_ regle: Regle, _ indice: Int, _ base: Octets) -> Bool {
    guard let value = number(regle.champ, articles[indice], base) else { return false }
    let limit: Int64?
    switch regle.limite {
    case nil: limit = nil
    case .entete(let champ): limit = entete.entier(champ)
    case .meme(let champ): limit = number(champ, articles[indice], base)
    case .parent(let champ):
      let parent = Int(articles[indice].parent)
      limit = parent < 0 ? nil : number(champ, articles[parent], base)
    }
    return limit.map { value >= $0 } ?? false
  }

  /// field = sum of `plus` − sum of `moins`; an absent optional term counts zero.
  fileprivate func hasWrongSum(_ regle: Regle, _ article: ArticleJuge, _ base: Octets) -> Bool {
    guard let value = number(regle.champ, article, base) else { return false }
    var sum = Somme128()
    for champ in regle.plus {
      guard let term = term(champ, article, base) else { return false }
      sum.add(term)
    }
    for champ in regle.moins {
      guard let term = term(champ, article, base) else { return false }
      sum.add(-term)
    }
    return sum != value
  }

  private func term(_ champ: Int, _ article: ArticleJuge, _ base: Octets) -> Int64? {
    if isBlank(champ, article, base) { return place(champ, article).obligatoire ? nil : 0 }
    return number(champ, article, base)
  }
}

/// A sum that never overflows for as many eighteen-digit terms as a file can hold.
struct Somme128 {
  private var value: Int128 = 0
  mutating func add(_ term: Int64) { value += Int128(term) }
  static func != (left: Somme128, right: Int64) -> Bool { left.value != Int128(right) }
}
