import Adresses
import Convention
import Foundation
import Generation
import Interface
import Registre

/// The three nights: what partners leave at the door, and when.
struct DemoScenario {
  let dossier: DemoDossier
  let premier: Jour
  let graine: UInt64
  let total: Int
  let annuaire: Annuaire
  let formats: Formats
  let table: TableFormat
  static let nightCount = 3

  func jour(_ nuit: Int) -> Jour { premier.adding(days: nuit) }

  /// Demands sent by an exploitation in a night, nil when it sends nothing: the second one misses the second night.
  func demandes(_ nuit: Int, _ exploitation: String) -> Int? {
    let shares = [["031": 45, "032": 17], ["031": 18], ["031": 11, "032": 9]]
    guard let share = shares[nuit][exploitation] else { return nil }
    guard nuit == 2, exploitation == "032" else { return total * share / 100 }
    return total - [45, 17, 18, 11].map { total * $0 / 100 }.reduce(0, +)
  }

  private static let defauts = """
    code-absent=3,code-interverti=2,commune-abregee=3,commune-mal-ecrite=2,commune-ambigue=1,adresse-perdue=0.8,\
    adresse-etrangere=0.2,hors-ressort=0.6,nom-absent=0.4,montant-negatif=0.3,titre-ampute=0.3,siret-faux=0.3,\
    titre-posterieur=0.3,total-faux=0.3,poste-ferme=0.3,doublon=0.2,codebiteur-fautif=0.3,evenement-inconnu=0.3,\
    demande-inconnue=0.3,type-inconnu=0.2,nature-inconnue=0.5
    """

  // MARK: - What the exploitations send

  /// Makes an exploitation's file; nil when it sends nothing that night.
  func aller(_ nuit: Int, _ exploitation: String) throws -> URL? {
    guard let count = demandes(nuit, exploitation) else { return nil }
    var plan = PlanAller(
      exploitation: exploitation, departementInformatique: DemoActeurs.departementInformatique,
      centre: DemoActeurs.centre,
      jour: jour(nuit), dossiers: count, postes: postes(exploitation),
      codesPostaux: Array(Set(annuaire.etudes.values.flatMap(\.ressort))))
    plan.application = DemoActeurs.application
    plan.graine = graine
    plan.sequence = sent(exploitation, before: nuit).count + 1
    plan.premierNumero = firstNumber(nuit, exploitation)
    plan.postesConnus = Set(annuaire.postes.keys)
    plan.postesFermes = annuaire.postes.values.filter { !$0.echange }.map(\.codique.texte)
    plan.defauts = try Taux(DemoScenario.defauts)
    plan.anterieures = try sent(exploitation, before: nuit).flatMap { try DemandeAnterieure.read($0, formats) }
    let url = dossier.fabrique(plan.nomConseille)
    var generateur = try GenerateurAller(plan, table, try Session.referentiel.get())
    try generateur.write(to: url).write(beside: url)
    return url
  }

  /// Numbers of one exploitation begin far from the other's, so that a number alone names a dossier.
  private func firstNumber(_ nuit: Int, _ exploitation: String) -> Int {
    let earlier = (0..<nuit).compactMap { demandes($0, exploitation) }.reduce(0, +)
    return (exploitation == "031" ? 1 : 500_001) + earlier
  }

  private func postes(_ exploitation: String) -> [PosteGenere] {
    annuaire.postes.values.filter { $0.echange && $0.exploitation == exploitation }.sorted { $0.codique < $1.codique }
      .map { PosteGenere(codique: $0.codique.texte, libelle: $0.libelle, courriel: $0.courrielGenerique) }
  }

  /// Files made for an exploitation in earlier nights.
  private func sent(_ exploitation: String, before nuit: Int) -> [URL] {
    let nights = (0..<nuit).filter { demandes($0, exploitation) != nil }
    return nights.enumerated().map { rank, night in
      let number = String(repeating: "0", count: 6 - String(rank + 1).count) + String(rank + 1)
      return dossier.fabrique("AL.\(DemoActeurs.application).\(exploitation).\(jour(night).compact).\(number)")
    }
  }

  // MARK: - What the études answer

  /// Makes an étude's file; nil when it has nothing to answer, or never does.
  func etude(_ nuit: Int, _ code: String) throws -> URL? {
    let remises = try dossier.remises(code)
    guard nuit > 0, code != DemoActeurs.etudeMuette, !remises.isEmpty else { return nil }
    var plan = PlanEtude(remises: remises, jour: jour(nuit))
    plan.graine = graine
    plan.sequence = nuit
    plan.refusParMille = code == DemoActeurs.etudeQuiRefuse ? 80 : 4
    plan.defauts = try Taux("tous=0.6")
    var generateur = try GenerateurEtude(plan, table, formats)
    let url = dossier.fabrique(generateur.nomConseille)
    try generateur.write(to: url).write(beside: url)
    return url
  }
}
