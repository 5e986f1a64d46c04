import Adresses
import Convention
import Registre

/// Which étude gets a dossier (annexe qualité I.4, R169–R170; format README, « Adresse et répartition »).
struct Repartition {
  let annuaire: Annuaire
  let referentiel: Referentiel

  /// What the address of the principal redevable gives.
  func restaurer(_ adresse: Adresse) -> Restauration {
    referentiel.restaurer(
      AdresseRecue(
        ligne4: adresse.ligne(4), ligne5: adresse.ligne(5), codePostal: adresse.codePostal ?? "",
        localite: adresse.localite ?? "", codeInsee: adresse.insee, codePays: adresse.pays))
  }

  /// The étude for a postal code: the one designated, the only one under contract, or the one whose share is owed.
  func etude(
    for codePostal: CodePostal, designee: CodeEtude?, demandeDu: Jour, emiseLe: Jour, par voie: Voie,
    _ registre: Ecriture
  ) throws -> Etude? {
    let candidates = candidates(for: codePostal, designee: designee)
      .filter { Repartition.accepts($0, demandeDu: demandeDu, emiseLe: emiseLe, par: voie) }
    return try share(candidates, codePostal, registre)
  }

  /// 405: the contract holds on both days, and the way by which the demand came is open to it.
  static func accepts(_ etude: Etude, demandeDu: Jour, emiseLe: Jour, par voie: Voie) -> Bool {
    guard let contrat = etude.contrat(with: voie.poste, on: demandeDu) else { return false }
    return contrat.accepts(demandeDu: demandeDu, emiseLe: emiseLe)
      && refus(under: contrat, emiseLe: emiseLe, par: voie) == nil
  }

  /// Why a contract shuts the way by which a demand came; nil when it is open.
  static func refus(under contrat: ContratDepartemental, emiseLe: Jour, par voie: Voie) -> Refus? {
    do {
      try contrat.requireChannel(voie.canal, with: voie.poste, on: emiseLe)
      try contrat.requireReadiness(of: voie.application, by: voie.canal, on: emiseLe)
      return nil
    } catch {
      return error
    }
  }

  /// Competent études, whatever their contract.
  func candidates(
    for codePostal: CodePostal, designee: CodeEtude?, sauf refusees: Set<CodeEtude> = []
  ) -> [Etude] {
    annuaire.etudes(for: codePostal).filter {
      (designee == nil || $0.code == designee) && !refusees.contains($0.code)
    }
  }

  /// The étude furthest behind its share: fewest hand-overs for its weight, then by code.
  private func share(_ candidates: [Etude], _ codePostal: CodePostal, _ registre: Ecriture) throws -> Etude? {
    guard candidates.count > 1 else { return candidates.first }
    let remises = try registre.remisesPartagees(codePostal)
    return candidates.min { left, right in
      let (a, b) = (remises[left.code.texte] ?? 0, remises[right.code.texte] ?? 0)
      return a * Int64(right.part) < b * Int64(left.part)
    }
  }
}

extension Adresse {
  /// Line `numero` of the address, from 1; empty if absent.
  func ligne(_ numero: Int) -> String { lignes.indices.contains(numero - 1) ? lignes[numero - 1] : "" }
}
