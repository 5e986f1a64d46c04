import Convention
import Registre

/// Whom a dysfunction concerns, as it is told: postes, études, whole départements, or all that exchange (R087).
public struct Portee: Hashable, Sendable {
  public var postes: Set<Codique>
  public var etudes: Set<CodeEtude>
  /// All the postes and études of these; their directions too.
  public var departements: Set<Departement>
  /// All the postes that exchange and all the études.
  public var tous: Bool

  public init(
    postes: Set<Codique> = [], etudes: Set<CodeEtude> = [], departements: Set<Departement> = [], tous: Bool = false
  ) {
    self.postes = postes
    self.etudes = etudes
    self.departements = departements
    self.tous = tous
  }

  /// Those concerned, with the directions of the départements of the postes and of the études named one by one; of all
  /// the études when there is no poste. An étude is in the départements of its area.
  func concernes(_ annuaire: Annuaire) throws -> Concernes {
    try requireKnown(annuaire)
    let open = annuaire.postes.values.filter(\.echange).map(\.codique)
    let inside = open.filter { tous || $0.departement.map(departements.contains) ?? false }
    let all = annuaire.etudes.values.filter { tous || !$0.departements.isDisjoint(with: departements) }.map(\.code)
    let allPostes = postes.union(inside)
    let allEtudes = etudes.union(all)
    let places = allPostes.compactMap(\.departement)
    let areas = (places.isEmpty ? allEtudes : etudes).compactMap { annuaire.etudes[$0] }.flatMap(\.departements)
    return try Concernes(
      postes: allPostes, etudes: allEtudes, departements: departements.union(places).union(areas))
  }

  private func requireKnown(_ annuaire: Annuaire) throws {
    for poste in postes where annuaire.postes[poste.texte] == nil {
      throw FauteDeDevoir.acteurInconnu("Le poste \(poste)")
    }
    for code in etudes where annuaire.etudes[code] == nil { throw FauteDeDevoir.acteurInconnu("L’étude \(code)") }
  }
}

extension Etude {
  /// Those of the postal codes of its area.
  var departements: Set<Departement> { Set(ressort.compactMap { Departement(commune: $0.texte) }) }
}
