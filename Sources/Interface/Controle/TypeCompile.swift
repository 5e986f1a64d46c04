/// What judging a record of one type needs, in flat memory; the type's own `Memoire` keeps it alive.
///
/// `@unchecked Sendable`, as `Plan`: written before anyone sees it, only read afterwards.
struct TypeCompile: @unchecked Sendable {
  /// Two fields that must be equal: the child's, the father's.
  struct Lien {
    let mien: Plan.Place
    let sien: Plan.Place
  }

  let plan: Plan
  /// Type of the father, -1 for none.
  let parent: Int
  let enfants: UnsafeBufferPointer<Int>
  let liens: UnsafeBufferPointer<Lien>
  /// Fields that this record shares with a father or with children.
  let champsDeLien: UnsafeBufferPointer<Plan.Place>
  let niveau: Portee
  /// The other level, and what the field must differ from.
  let sauf: ConditionCompilee?
  let niveauSauf: Portee
  /// 3xx of the record itself, 3xx on its children, all 3xx, 4xx; each in the order of evaluation: smallest code, then leftmost
  /// field.
  let reglesPropres: UnsafeBufferPointer<RegleCompilee>
  let reglesDesEnfants: UnsafeBufferPointer<RegleCompilee>
  let reglesDuPere: UnsafeBufferPointer<RegleCompilee>
  let reglesDuReferentiel: UnsafeBufferPointer<RegleCompilee>
}

/// A field and the value it must have.
struct ConditionCompilee {
  let place: Plan.Place
  let octets: UnsafeBufferPointer<UInt8>
  /// The value as a number, for an integer field.
  let nombre: Int64
  let isNombre: Bool

  init(_ condition: Regle.Condition, _ plan: Plan, in memoire: Memoire) {
    place = plan.places[condition.champ]
    octets = memoire.copy(Latin9.bytes(condition.valeur))
    nombre = Int64(condition.valeur) ?? -1
    isNombre = place.type == .entier || place.type == .montant
  }

  /// nil if the field is blank or unreadable.
  @inline(__always)
  func holds(_ record: Octets) -> Bool? {
    let field = record + Int(place.debut)
    let width = Int(place.longueur)
    guard !field.isBlank(width) else { return nil }
    if isNombre { return field.entier(width).map { $0 == nombre } }
    let skipped = place.type == .texte ? field.leadingBlanks(width) : 0
    let value = field + skipped
    guard value.trimmedCount(width - skipped) == octets.count else { return false }
    for offset in 0..<octets.count where value[offset] != octets[offset] { return false }
    return true
  }
}

/// A rule with the places of its fields.
struct RegleCompilee {
  enum Limite {
    case none
    case entete(Plan.Place)
    case parent(Plan.Place)
    case meme(Plan.Place)
  }
  let nom: Regle.Nom
  let asksTheWorld: Bool
  let siPresent: Bool
  let code: Int16
  /// -1 for none.
  let champRejete: Int16
  /// Type of the children looked at, -1 for none.
  let enfant: Int16
  let champ: Plan.Place?
  let champEnfant: Plan.Place?
  let limite: Limite
  let champs: UnsafeBufferPointer<Plan.Place>
  let plus: UnsafeBufferPointer<Plan.Place>
  let moins: UnsafeBufferPointer<Plan.Place>
  let egaux: UnsafeBufferPointer<Plan.Place>
  let si: UnsafeBufferPointer<ConditionCompilee>
  let valeurs: UnsafeBufferPointer<ConditionCompilee>
  /// For the world; its record type owns it.
  let regle: Unmanaged<Regle>
}

extension RegleCompilee {
  /// The plans of the header, the father, the record itself and the children looked at.
  struct Plans {
    let entete: Plan
    let parent: Plan?
    let propre: Plan
    let enfant: Plan?
  }

  init(_ regle: Regle, _ plans: Plans, in memoire: Memoire) {
    nom = regle.nom
    asksTheWorld = regle.nom.asksTheWorld
    siPresent = regle.siPresent
    code = Int16(regle.code.rawValue)
    champRejete = Int16(regle.champRejete ?? -1)
    enfant = Int16(regle.enfant ?? -1)
    let own = plans.propre.places
    champ = regle.champ.map { own[$0] }
    champEnfant = regle.champEnfant.flatMap { plans.enfant?.places[$0] }
    let cited = regle.nom == .enfantsUniques ? plans.enfant?.places ?? own : own
    champs = memoire.copy(regle.champs.map { cited[$0] })
    plus = memoire.copy(regle.plus.map { own[$0] })
    moins = memoire.copy(regle.moins.map { own[$0] })
    egaux = memoire.copy(regle.egaux.map { own[$0] })
    si = memoire.copy(regle.si.map { ConditionCompilee($0, plans.propre, in: memoire) })
    valeurs = memoire.copy(regle.valeurs.map { ConditionCompilee($0, plans.enfant ?? plans.propre, in: memoire) })
    limite = RegleCompilee.limite(regle, plans)
    self.regle = Unmanaged.passUnretained(regle)
  }

  private static func limite(_ regle: Regle, _ plans: Plans) -> Limite {
    switch regle.limite {
    case nil: .none
    case .entete(let champ): .entete(plans.entete.places[champ])
    case .parent(let champ): plans.parent.map { .parent($0.places[champ]) } ?? .none
    case .meme(let champ): .meme(plans.propre.places[champ])
    }
  }
}
