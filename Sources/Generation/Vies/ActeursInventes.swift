import Convention

/// The étude, postes and places of every life: their names are of no account.
enum ActeursInventes {
  static let etudes = ["E3101", "E3102", "E3103"].map { written(CodeEtude($0)) }
  static let codePostal = written(CodePostal("31770"))
  static let poste = written(Codique("031012"))
  static let autrePoste = written(Codique("031013"))
  static let etranger = written(Codique("075001"))
  static let departement = written(Departement("31"))
  /// Where the holidays differ: the whole country, Moselle, Réunion; none known.
  static let communes: [CodeInsee?] = ["31149", "57463", "97411"].map { CodeInsee($0) } + [nil]
  static let etat = "EP-1"

  /// A value written here: a wrong one is a fault of this file.
  static func written<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("what is written here is well formed") }
    return value
  }

  /// The first day of a life: any day of twenty years, often beside a leap day, a change of the VAT or a year's end.
  static func premierJour(_ alea: inout Alea) -> Jour {
    guard alea.chance(200) else { return Jour(2010, 12, 15).adding(days: alea.below(7305)) }
    let near = [Jour(2012, 2, 29), Jour(2013, 12, 31), Jour(2024, 2, 29), Jour(2028, 2, 29), Jour(2026, 10, 25)]
    return alea.pick(near).adding(days: alea.between(-80...2))
  }
}
