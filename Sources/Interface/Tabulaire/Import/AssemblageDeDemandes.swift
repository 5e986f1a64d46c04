/// Gathers the rows of each demand, in the order of their first row; one bad row sets aside its demand, and it alone.
struct AssemblageDeDemandes {
  let gabarit: Gabarit
  let defaults: ValeursParDefaut
  private var brouillons: [BrouillonDeDemande] = []
  private var places: [String: Int] = [:]
  private var erreurs: [ErreurDeLigne] = []

  init(gabarit: Gabarit, defaults: ValeursParDefaut) {
    self.gabarit = gabarit
    self.defaults = defaults
  }

  mutating func add(_ lecture: LectureDeLigne) {
    erreurs += lecture.erreurs
    guard let numero = lecture.numero else {
      let faultyNumber = lecture.erreurs.contains { $0.champ == EnteteDeFeuille.champDuNumero }
      if !faultyNumber { erreurs.append(lecture.error("le numéro de la demande manque")) }
      return
    }
    let place = places[numero] ?? brouillons.count
    if place == brouillons.count {
      places[numero] = place
      brouillons.append(BrouillonDeDemande(numero: numero))
    }
    erreurs += brouillons[place].add(lecture, defaults: defaults, gabarit: gabarit)
  }

  consuming func finish() -> (demandes: [DemandeTabulaire], erreurs: [ErreurDeLigne]) {
    var demandes: [DemandeTabulaire] = []
    for brouillon in brouillons where !brouillon.isSetAside {
      do {
        demandes.append(try demande(brouillon))
      } catch {
        erreurs.append(
          ErreurDeLigne(
            ligne: brouillon.lignes[0], colonne: nil, intitule: nil, champ: "montant_total",
            numeroDemande: brouillon.numero, message: error.message, valeur: nil))
      }
    }
    let ordered = erreurs.enumerated().sorted {
      ($0.element.ligne, $0.offset) < ($1.element.ligne, $1.offset)
    }
    return (demandes, ordered.map(\.element))
  }
}

extension AssemblageDeDemandes {
  private func demande(_ brouillon: BrouillonDeDemande) throws(FauteDeCellule) -> DemandeTabulaire {
    var demande = defaults.filling(brouillon.champs[.demande] ?? [:], .demande)
    set("numero_demande", brouillon.numero, in: &demande)
    set("nombre_redevables", "1", in: &demande)
    set("nombre_titres", String(brouillon.titres.count), in: &demande)
    set("montant_total", try total(of: brouillon.titres), in: &demande)
    var redevable = defaults.filling(brouillon.champs[.redevable] ?? [:], .redevable)
    set("numero_demande", brouillon.numero, in: &redevable)
    set("rang_redevable", "1", in: &redevable)
    let titres = brouillon.titres.enumerated().map { index, titre in
      var titre = titre
      set("numero_demande", brouillon.numero, in: &titre)
      set("rang_titre", String(index + 1), in: &titre)
      return titre
    }
    return DemandeTabulaire(
      numero: brouillon.numero, lignes: brouillon.lignes, demande: demande, redevables: [redevable],
      titres: titres)
  }

  /// A table that has no such field gets none.
  private func set(_ nom: String, _ valeur: String, in champs: inout [String: String]) {
    if gabarit.champ(nom) != nil { champs[nom] = valeur }
  }

  /// Amounts have at most eighteen digits and titres are at most 999: the sum is checked against the field.
  private func total(of titres: [[String: String]]) throws(FauteDeCellule) -> String {
    var sum: Int64 = 0
    for titre in titres {
      let (next, isTooLarge) = sum.addingReportingOverflow(titre["reste_du"].flatMap { Int64($0) } ?? 0)
      guard !isTooLarge else { throw FauteDeCellule("le total de la demande est démesuré") }
      sum = next
    }
    let text = String(sum)
    guard text.count <= gabarit.champ("montant_total")?.longueur ?? 18 else {
      throw FauteDeCellule("le total de la demande est démesuré")
    }
    return text
  }
}
