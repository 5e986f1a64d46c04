/// Where a dossier goes after its étude refused it.
public enum Relais: Hashable, Sendable {
  /// To another competent étude.
  case remise(DossierRemis)
  /// Several are competent: the exploitant designates one.
  case designation
  /// None is.
  case aucun
}

extension Dossier {
  /// The exploitant chooses the étude of a dossier that waits.
  ///
  /// Art. 1, al. 1 (R002, R169): in its area, under contract, and not one that refused. Throws a `Refus` otherwise.
  public func designer(_ remise: DossierRemis, to etude: Etude) throws(Refus) -> [Evenement] {
    guard case .enAttente = etat else {
      throw Refus(.dossierPasEnAttente, under: Article(.annexeQualite, "I.4"))
    }
    guard !refusee.contains(etude.code) else {
      throw Refus(.etudeDejaAttributaire, under: Article(.annexeQualite, "I.4"))
    }
    try etude.requireCompetence(for: remise.codePostal)
    let (poste, jour) = (Codique(demande.poste), remise.instant.jour)
    guard let contrat = etude.contrat(with: poste, on: jour) else { throw Dossier.sansContrat }
    guard contrat.isComplete else {
      throw Refus(.contratIncomplet, under: Article(1, alinea: 3))
    }
    guard contrat.isActive(on: jour) else { throw Dossier.sansContrat }
    // Handed over by a file, whatever brought it: not to an étude whose exchanges are back on paper (cahier 3, al. 5).
    try contrat.requireChannel(.fichier, with: poste, on: jour)
    return [.dossierRemis(remise)]
  }

  /// Nothing is exchanged without a contract in force between both (cahier 2, al. 3, R080).
  public static let sansContrat = Refus(.contratInactif, under: Article(.cahierDesCharges, "2", alinea: 3))

  /// The exploitant gives up a dossier that waits: 403 (no address) or 404 (no étude).
  public func ecarter(code: String, raison: String) throws(Refus) -> [Evenement] {
    guard case .enAttente = etat else {
      throw Refus(.dossierPasEnAttente, under: Article(.annexeQualite, "I.4"))
    }
    return [.demandeEcartee(DemandeEcartee(code: code, raison: raison))]
  }

  /// The étude refuses: another one, a human, or the end with motive 08.
  func refuser(_ fait: DossierRefuse, then relais: Relais) -> [Evenement] {
    let refused = Evenement.dossierRefuse(fait)
    switch relais {
    case .remise(let remise):
      return [refused, .dossierRemis(remise)]
    case .designation:
      return [refused, .dossierMisEnAttente(DossierMisEnAttente(raison: .etude))]
    case .aucun:
      return [refused, terminaison(.refusEtude, date: fait.entete.fait, reprise: true)]
    }
  }

  /// The end of the phase as the dossier now stands.
  func terminaison(
    _ motif: PhaseTerminee.Motif, date: Jour, reprise: Bool, numeroEvenement: Int64? = nil
  ) -> Evenement {
    .phaseTerminee(
      PhaseTerminee(
        motif: motif.rawValue, date: date, resteDu: resteDu, reprise: reprise, etude: remise?.etude,
        numeroEvenement: numeroEvenement))
  }
}
