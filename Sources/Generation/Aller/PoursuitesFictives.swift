import Convention

/// What a judicial demand rests on: its état de poursuites, the measure, the permissions (art. 4, 6 and 10).
package struct PoursuitesFictives: Sendable {
  /// The amicable demand that it takes up.
  package let precedente: String?
  let numero: String
  let date: Jour
  /// A code of the list `mesure_execution`.
  let mesure: String
  /// The comptable lets doors be forced, from the demand on.
  let permetLOuverture: Bool

  package init(precedente: String?, numero: String, date: Jour, mesure: String, permetLOuverture: Bool) {
    self.precedente = precedente
    self.numero = numero
    self.date = date
    self.mesure = mesure
    self.permetLOuverture = permetLOuverture
  }

  /// Fields of the record 10.
  var valeurs: [(nom: String, valeur: Valeur?)] {
    [
      ("demande_precedente", precedente.map { .texte($0) }), ("numero_etat_poursuites", .texte(numero)),
      ("date_etat_poursuites", .jour(date)), ("mesure_demandee", .texte(mesure)), ("type_autorisation", .texte("P")),
      ("date_autorisation", .jour(date.adding(days: -30))),
      ("ouverture_forcee", permetLOuverture ? .indicateur(true) : nil),
      ("reference_ouverture", permetLOuverture ? .texte("PERMISSION \(numero)") : nil),
      ("date_ouverture", permetLOuverture ? .jour(date) : nil),
    ]
  }
}

extension DemandeFictive {
  /// The judicial demand of what is still due, dated from that day: what was paid meanwhile went to the oldest titres.
  package func judiciaire(
    _ numero: String, _ jour: Jour, reste: Montant, _ poursuites: PoursuitesFictives
  ) -> DemandeFictive {
    var next = self
    var paid = max(.zero, total - reste)
    let oldest = titres.indices.sorted { (titres[$0].emission, $0) < (titres[$1].emission, $1) }
    for index in oldest {
      let part = min(paid, titres[index].resteDu)
      guard part > .zero else { continue }
      next.titres[index].paye = (titres[index].paye ?? .zero) + part
      paid = paid - part
    }
    next.titres.removeAll { $0.resteDu == .zero }
    (next.numero, next.phase, next.date, next.poursuites) = (numero, .judiciaire, jour, poursuites)
    return next
  }
}
