extension Bareme {
  /// The values in force on a day, one for each number at most, in the order of ``rubriques``; every one ever without a day.
  ///
  /// - Parameter nonVerifiees: only those whose text could not be read.
  public static func valeurs(on jour: Jour? = nil, nonVerifiees: Bool = false) -> [ValeurAppliquee] {
    rubriques.joined().filter { valeur in
      (jour.map(valeur.applies) ?? true) && !(nonVerifiees && valeur.verifiee)
    }
  }
}

extension ValeurAppliquee {
  public func applies(on jour: Jour) -> Bool { du <= jour && (au.map { jour <= $0 } ?? true) }

  /// « du 15/12/2010 au 26/06/2014 », « depuis le 15/12/2010 ».
  public var periode: String { au.map { "du \(du.texte) au \($0.texte)" } ?? "depuis le \(du.texte)" }
}
