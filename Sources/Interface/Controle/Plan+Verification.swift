/// The verdict of the field checks: code 0 when all is well, else the smallest code and its leftmost field.
struct Constat {
  var code: Int = 0
  var champ: Int = -1
  /// A value is replaced: `Plan.warnings` says which.
  var hasWarning = false

  @inline(__always)
  mutating func note(_ code: Int, _ champ: Int) {
    if self.code == 0 || code < self.code || (code == self.code && champ < self.champ) {
      self.code = code
      self.champ = champ
    }
  }
}

extension Plan {
  /// A step where it stands: copying it would cost more than the check.
  private typealias Pas = UnsafePointer<Etape>

  /// Checks every field of a record of the right length.
  @inline(__always)
  func verify(_ record: Octets) -> Constat {
    var constat = Constat()
    guard var step = etapes.baseAddress else { return constat }
    let end = step + etapes.count
    while step < end {
      let field = record + Int(step.pointee.debut)
      let count = Int(step.pointee.longueur)
      if field.isBlank(count) {
        if step.pointee.obligatoire || isRequiredByAnother(step, record) {
          constat.note(201, Int(step.pointee.champ))
        }
      } else {
        verify(step, field, count, record, &constat)
      }
      step += 1
    }
    return constat
  }

  /// The values that the table replaces, for the few records that have one.
  func warnings(_ record: Octets) -> [Avertissement] {
    etapes.filter { etape in
      guard etape.isReplaceable, etape.liste >= 0 else { return false }
      let field = record + Int(etape.debut)
      let count = Int(etape.longueur)
      guard !field.isBlank(count) else { return false }
      let skipped = etape.type == .texte ? field.leadingBlanks(count) : 0
      let value = field + skipped
      return listes[Int(etape.liste)].find(listKey(value, value.trimmedCount(count - skipped))) == nil
    }.map { Avertissement(code: CodeAnomalie(rawValue: Int($0.avertissement)), champ: Int($0.champ)) }
  }

  @inline(__always)
  private func isRequiredByAnother(_ step: Pas, _ record: Octets) -> Bool {
    step.pointee.siAbsent >= 0 && isBlank(record, Int(step.pointee.siAbsent))
  }

  @inline(__always)
  func isBlank(_ record: Octets, _ champ: Int) -> Bool {
    (record + Int(places[champ].debut)).isBlank(Int(places[champ].longueur))
  }

  @inline(__always)
  private func verify(
    _ etape: Pas, _ field: Octets, _ count: Int, _ record: Octets, _ constat: inout Constat
  ) {
    let champ = Int(etape.pointee.champ)
    switch etape.pointee.type {
    case .entier:
      guard let value = field.entier(count) else { return constat.note(202, champ) }
      if value > etape.pointee.plafond { constat.note(207, champ) }
    case .montant: if field.entier(count) == nil { constat.note(203, champ) }
    case .date: if !field.isDate() { constat.note(204, champ) }
    case .horodatage: if !field.isHorodatage() { constat.note(205, champ) }
    case .constante: if !isConstant(etape, field) { constat.note(208, champ) }
    case .indicateur: verifyMark(etape, field, UInt8(ascii: "O"), UInt8(ascii: "N"), record, &constat)
    case .signe: verifyMark(etape, field, UInt8(ascii: "+"), UInt8(ascii: "-"), record, &constat)
    case .code: verifyText(etape, field, field.trimmedCount(count), record, &constat)
    case .texte:
      let skipped = field.leadingBlanks(count)
      let value = field + skipped
      verifyText(etape, value, value.trimmedCount(count - skipped), record, &constat)
    case .reserve: break
    }
  }

  @inline(__always)
  private func isConstant(_ etape: Pas, _ field: Octets) -> Bool {
    for offset in 0..<Int(etape.pointee.longueur)
    where field[offset] != constantes[Int(etape.pointee.constante) + offset] {
      return false
    }
    return true
  }

  @inline(__always)
  private func verifyMark(
    _ etape: Pas, _ field: Octets, _ one: UInt8, _ other: UInt8, _ record: Octets,
    _ constat: inout Constat
  ) {
    guard field[0] == one || field[0] == other else { return constat.note(206, Int(etape.pointee.champ)) }
    if etape.pointee.liste >= 0 { verifyText(etape, field, 1, record, &constat) }
  }

  @inline(__always)
  private func verifyText(
    _ etape: Pas, _ value: Octets, _ count: Int, _ record: Octets, _ constat: inout Constat
  ) {
    let champ = Int(etape.pointee.champ)
    if etape.pointee.liste >= 0 {
      if let found = listes[Int(etape.pointee.liste)].find(listKey(value, count)) {
        if found.pointee.exigeCount > 0 { verifyRequired(found.pointee, record, &constat) }
      } else if etape.pointee.isReplaceable {
        constat.hasWarning = true
      } else {
        constat.note(206, champ)
      }
    } else if etape.pointee.type == .code, value[0] == Octet.blanc {
      constat.note(207, champ)
    }
    if etape.pointee.motif >= 0, !matches(etape, value, count) { constat.note(207, champ) }
    if etape.pointee.cle != .none, !hasGoodKey(etape, value, count, record) { constat.note(209, champ) }
  }

  @inline(__always)
  private func matches(_ etape: Pas, _ value: Octets, _ count: Int) -> Bool {
    guard let classes = automates.baseAddress.map({ $0 + Int(etape.pointee.motif) }) else { return false }
    let table = classes + 256
    var row = Int(etape.pointee.motifStart)
    for offset in 0..<count { row = Int(table[row + Int(classes[Int(value[offset])])]) }
    return table[row + Int(etape.pointee.motifClasses)] == 1
  }

  @inline(never)
  private func verifyRequired(_ valeur: ListeCompilee.Case, _ record: Octets, _ constat: inout Constat) {
    for offset in 0..<Int(valeur.exigeCount) {
      let champ = Int(exiges[Int(valeur.exigeStart) + offset])
      if isBlank(record, champ) { constat.note(201, champ) }
    }
  }

  /// Check digits (209); « selon » looks at the kind of identifier in the other field, and asks nothing for other kinds.
  private func hasGoodKey(_ etape: Pas, _ value: Octets, _ count: Int, _ record: Octets) -> Bool {
    switch etape.pointee.cle {
    case .none: return true
    case .siret: return isSiret(value, count)
    case .siren: return isSiren(value, count)
    case .selon:
      let place = places[Int(etape.pointee.cleChamp)]
      let kind = record + Int(place.debut)
      guard kind.trimmedCount(Int(place.longueur)) == 2, kind[0] == Octet.zero else { return true }
      if kind[1] == UInt8(ascii: "1") { return isSiret(value, count) }
      return kind[1] == UInt8(ascii: "2") ? isSiren(value, count) : true
    }
  }
}

/// Fourteen digits, Luhn on all and on the first nine; La Poste's when the sum of the digits is a multiple of five.
private func isSiret(_ value: Octets, _ count: Int) -> Bool {
  guard count == 14, value.areDigits(14), luhn(value, 9) else { return false }
  if luhn(value, 14) { return true }
  let sum = (0..<14).reduce(0) { $0 + Int(value[$1] &- Octet.zero) }
  return (value + 0).entier(9) == 356_000_000 && sum % 5 == 0
}

private func isSiren(_ value: Octets, _ count: Int) -> Bool {
  count == 9 && value.areDigits(9) && luhn(value, 9)
}

@inline(__always)
private func luhn(_ digits: Octets, _ count: Int) -> Bool {
  var sum = 0
  for offset in 0..<count {
    let digit = Int(digits[offset] &- Octet.zero)
    let doubled = (count - offset) & 1 == 0
    sum += doubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit
  }
  return sum % 10 == 0
}
