extension Resultat {
  /// What one dossier brings to an axis by titre: its nature of claim or its collectivité (art. 9, R028; annexe qualité II.1).
  ///
  /// Readings: money goes to each titre; a dossier counts once, where its first titre is. A collectivité is its type and its
  /// code, as the demand has them: « 01-600 ». The whole and the poste need no titre.
  public static func parTitre(_ dossier: Dossier, _ axe: Objectif.Axe) -> [Resultat] {
    let titres = dossier.demande.titres.sorted { $0.rang < $1.rang }
    let recouvre = Dictionary(dossier.recouvreParTitre) { $0 + $1 }
    return titres.enumerated().map { index, titre in
      Resultat(
        Objectif.Cible(axe, titre.code(on: axe)), demande: titre.resteDu, recouvre: recouvre[titre.rang] ?? .zero,
        nombre: index == 0 ? 1 : 0)
    }
  }

  /// One result a place, from those of many dossiers.
  public static func rassembler(_ resultats: some Sequence<Resultat>) -> [Resultat] {
    Dictionary(grouping: resultats, by: \.cible).map { Resultat.sum($0.value, as: $0.key) }
      .sorted { ($0.cible.axe.rang, $0.cible.code) < ($1.cible.axe.rang, $1.cible.code) }
  }
}

extension Titre {
  fileprivate func code(on axe: Objectif.Axe) -> String {
    switch axe {
    case .nature: nature
    case .collectivite: "\(typeCollectivite)-\(codeCollectivite)"
    case .general, .poste: ""
    }
  }
}

extension Dossier {
  /// What came in on each titre, by rank: payments that were not taken back; what no titre got goes to the first.
  var recouvreParTitre: [(Int, Montant)] {
    let first = demande.titres.map(\.rang).min() ?? 0
    return encaissements.filter { encaissement($0.encaissement.numero, of: $0.entete.etude) == $0 }.flatMap { fait in
      let parts = fait.imputations.map { ($0.rangTitre, $0.montant) }
      return parts + [(first, fait.encaissement.creance - parts.reduce(.zero) { $0 + $1.1 })]
    }
  }
}
