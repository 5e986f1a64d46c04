import Convention
import Simulation

/// What becomes of a made-up étude's contract, declared day after day through the directory (art. 9 and 18 to 21).
struct ContratInvente {
  /// An express renewal: the contract goes on from that day, for new dossiers with that length of phase.
  struct Renouvellement {
    let le: Jour
    let au: Jour
    let dureeComminatoireDays: Int
  }

  let du: Jour
  let au: Jour
  var dureeComminatoireDays = 75
  var renouvellement: Renouvellement?
  var denonceLe: Jour?
  var resilieLe: Jour?
  /// Share of the claims to recover, over all of them (art. 9, R028).
  var objectif: Taux?
  /// Share of one nature of claims to recover.
  var objectifDeNature: (code: String, taux: Taux)?
  /// The director's letter on forced openings, that day (art. 10, al. 3, R034).
  var seuil: (le: Jour, montant: Montant)?

  /// One is renewed, one runs, one is denounced, one has missed its objectives, one is terminated, one ends.
  static let tous: [String: ContratInvente] = [
    "E3101": ContratInvente(
      du: Jour(2023, 3, 16), au: Jour(2026, 3, 15),
      renouvellement: .init(le: Jour(2026, 3, 16), au: Jour(2029, 3, 15), dureeComminatoireDays: 75),
      objectif: Taux(centiemes: 15_00)),
    "E3102": ContratInvente(
      du: Jour(2025, 1, 1), au: Jour(2027, 12, 31), objectif: Taux(centiemes: 15_00),
      objectifDeNature: ("EAU", Taux(centiemes: 60_00)), seuil: (Jour(2026, 4, 1), Montant(cents: 150_00))),
    "E3103": ContratInvente(
      du: Jour(2025, 6, 1), au: Jour(2028, 5, 31), denonceLe: Jour(2026, 5, 29), objectif: Taux(centiemes: 12_00)),
    "E3104": ContratInvente(
      du: Jour(2023, 5, 1), au: Jour(2026, 4, 30),
      renouvellement: .init(le: Jour(2026, 5, 1), au: Jour(2029, 4, 30), dureeComminatoireDays: 60),
      objectif: Taux(centiemes: 55_00)),
    "E3105": ContratInvente(du: Jour(2025, 1, 1), au: Jour(2027, 12, 31), resilieLe: Jour(2026, 10, 1)),
    "E3106": ContratInvente(du: Jour(2023, 7, 1), au: Jour(2026, 6, 30)),
  ]

  /// As the directory knows it that day: what is to come is not in it.
  func contrat(on jour: Jour) -> ContratDepartemental {
    let renewed = renouvellement.flatMap { $0.le <= jour ? $0 : nil }
    return ContratDepartemental(
      du: du, au: renewed?.au ?? au, denonceLe: denonceLe.flatMap { $0 <= jour ? $0 : nil },
      resilieLe: resilieLe.flatMap { $0 <= jour ? $0 : nil },
      dureeComminatoireDays: renewed?.dureeComminatoireDays ?? dureeComminatoireDays)
  }

  /// The last day on which demands may go to the étude, everything counted.
  var dernierJour: Jour { contrat(on: .last).lastDay }

  /// As the étude and the accountants know it.
  var suivi: ContratSuivi {
    ContratSuivi(
      dernierJour: dernierJour, dureeComminatoireDays: dureeComminatoireDays,
      reduction: renouvellement.map { .init(du: $0.le, days: $0.dureeComminatoireDays) },
      seuil: seuil.map { .init(du: $0.le, montant: $0.montant) })
  }

  private var objectifs: [String] {
    [
      objectif.map { "{axe: GENERAL, taux: \($0.centiemes), du: \(du.iso)}" },
      objectifDeNature.map { "{axe: NATURE, code: \($0.code), taux: \($0.taux.centiemes), du: \(du.iso)}" },
    ].compactMap(\.self)
  }

  /// Its keys in the directory, each on its line.
  func yaml(on jour: Jour) -> String {
    let contrat = contrat(on: jour)
    var lines = [
      "contrat_du: \(contrat.du.iso)", "contrat_au: \(contrat.au.iso)",
      "signataires: {prefet: \(du.adding(days: -20).iso), directeur: \(du.adding(days: -16).iso), "
        + "huissier: \(du.adding(days: -9).iso)}",
      "duree_comminatoire_jours: \(contrat.dureeComminatoireDays)", "import_tableur: true",
    ]
    if let notified = contrat.denonceLe { lines.append("denonce_le: \(notified.iso)") }
    if let notified = contrat.resilieLe { lines.append("resilie_le: \(notified.iso)") }
    if !objectifs.isEmpty { lines.append("objectifs_dates: [\(objectifs.joined(separator: ", "))]") }
    return lines.joined(separator: "\n    ")
  }
}
