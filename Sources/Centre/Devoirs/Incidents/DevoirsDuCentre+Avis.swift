import Convention
import Registre

/// The notices of a dysfunction: owed here, proved once they have left (R086–R087, R179–R180).
extension DevoirsDuCentre {
  /// Those still to be told who have no address in the directory.
  public func sansAdresse(_ incident: IncidentDeService) async throws -> [Avis.Destinataire] {
    let annuaire = try await centre.registre.lire { try $0.annuaire() }
    return incident.nonAvises(at: instant).filter { annuaire.adresse(of: $0) == nil }
  }

  /// Owes a notice to each of those who were not told, CL1A included once it must be and there is an action to say.
  ///
  /// Refused when none of them can be written to.
  public func aviser(_ numero: String, rang: Int? = nil) async throws -> FicheDIncident {
    let now = instant
    return try await changer(
      IncidentDeService.self, numero, rang: rang,
      { incident, _ in
        if incident.nonAvises(at: now) == [.cl1a], incident.actionsMenees.isEmpty, incident.actionsPrevues.isEmpty {
          throw Refus(.avisSansAction, under: Article(.cahierDesCharges, "3", alinea: 4))
        }
        return []
      }, puis: { fiche, ecriture in try devoirAvis(fiche, ecriture, strict: true) })
  }

  /// R180: the plan, owed to each comptable concerned, their directions and CL1A: all must have an address.
  public func presenterPlan(_ numero: String, _ texte: String, rang: Int? = nil) async throws -> FicheDIncident {
    let (plan, instant) = (try self.texte(texte), instant)
    return try await changer(
      IncidentDeService.self, numero, rang: rang,
      { incident, lecture in
        let annuaire = try lecture.annuaire()
        guard incident.destinatairesDuPlan.allSatisfy({ annuaire.adresse(of: $0) != nil }) else {
          throw DevoirsDuCentre.refusDAdresse
        }
        return try incident.decideRedigerPlan(plan, instant: instant)
      },
      puis: { fiche, ecriture in
        let rang = fiche.histoire.plans.count + 1
        try devoir(fiche.histoire.destinatairesDuPlan.map { CourrielDAvis(.plan, fiche.cle, $0, rang: rang) }, ecriture)
      })
  }

  static let refusDAdresse = Refus(.avisSansAdresse, under: Article(.cahierDesCharges, "3", alinea: 4))

  /// CL1A waits for an action: a notice that says none is refused.
  func devoirAvis(_ fiche: FicheDIncident, _ ecriture: Ecriture, strict: Bool = false) throws {
    let incident = fiche.histoire
    let hasAction = !incident.actionsMenees.isEmpty || !incident.actionsPrevues.isEmpty
    let left = incident.nonAvises(at: instant).filter { $0 != .cl1a || hasAction }
    let annuaire = try ecriture.lecture.annuaire()
    if strict, !left.isEmpty, left.allSatisfy({ annuaire.adresse(of: $0) == nil }) {
      throw DevoirsDuCentre.refusDAdresse
    }
    try devoir(left.map { CourrielDAvis(.avis, fiche.cle, $0) }, ecriture)
  }

  func devoir(_ courriels: [CourrielDAvis], _ ecriture: Ecriture) throws {
    let annuaire = try ecriture.lecture.annuaire()
    for courriel in courriels.sorted(by: { $0.cause < $1.cause }) {
      guard let address = annuaire.adresse(of: courriel.destinataire) else { continue }
      try ecriture.devoir(
        CourrielDu(
          cause: courriel.cause, destinataire: address, objet: courriel.objet, jour: jour, instant: instant))
    }
  }
}

extension Annuaire {
  /// The generic address of a poste, that of an étude, of a direction, of CL1A; nil if there is none.
  func adresse(of destinataire: Avis.Destinataire) -> String? {
    let address: String? =
      switch destinataire {
      case .poste(let codique): postes[codique.texte]?.courrielGenerique
      case .etude(let code): etudes[code]?.courriel
      case .direction(let departement): correspondants.directions[departement]
      case .cl1a: correspondants.cl1a
      }
    return address.flatMap { $0.isEmpty ? nil : $0 }
  }
}
