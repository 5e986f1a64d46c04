import Centre
import Convention
import Foundation
import Interface

/// The dossiers whose amounts change, the totals, and those that the version cannot price.
struct VueDeRejeu {
  let bilan: RejeuDesDossiers.Bilan

  func write(to ecran: Ecran) {
    for ecart in bilan.ecarts {
      let recalcul = ecart.recalcul
      ecran.ligne(
        "\(ecart.cle)  clos le \(ecart.fin.texte), étude \(ecart.etude) : "
          + "frais \(recalcul.avant.honoraire.ttc.texte) → \(recalcul.apres.honoraire.ttc.texte) TTC "
          + "(\(VueDeRejeu.signe(recalcul.difference.honoraire.ttc)))"
          + (recalcul.difference.principal == .zero
            ? "" : ", dette \(VueDeRejeu.signe(recalcul.difference.principal))"))
    }
    for item in bilan.impossibles { ecran.ligne("\(item.cle)  non recalculé : \(item.refus)") }
    let difference = bilan.apres - bilan.avant
    ecran.ligne(
      "\(accorde(bilan.recalcules, "dossier recalculé", "dossiers recalculés")), "
        + "\(accorde(bilan.ecarts.count, "change", "changent")), "
        + "\(accorde(bilan.impossibles.count, "non recalculé", "non recalculés")). "
        + "Frais : \(bilan.avant.honoraire.ttc.texte) → \(bilan.apres.honoraire.ttc.texte) TTC "
        + "(\(VueDeRejeu.signe(difference.honoraire.ttc))) ; "
        + "dette : \(VueDeRejeu.signe(difference.principal)).")
  }

  private static func signe(_ montant: Montant) -> String {
    montant > .zero ? "+\(montant.texte)" : montant.texte
  }

  var json: JSONValue {
    .objet([
      (
        "totaux",
        .objet([
          ("recalcules", JSONValue(bilan.recalcules)), ("ecarts", JSONValue(bilan.ecarts.count)),
          ("impossibles", JSONValue(bilan.impossibles.count)), ("avant", VueDeRejeu.json(bilan.avant)),
          ("apres", VueDeRejeu.json(bilan.apres)), ("difference", VueDeRejeu.json(bilan.apres - bilan.avant)),
        ])
      ),
      (
        "dossiers",
        .liste(
          bilan.ecarts.map { item in
            .objet([
              ("numero_demande", .texte(item.cle.numero)), ("application", .texte(item.cle.application)),
              ("exploitation", .texte(item.cle.exploitation)), ("phase", .texte(item.phase.rawValue)),
              ("etude", .texte(item.etude.texte)), ("fin", JSONValue(item.fin)),
              ("avant", VueDeRejeu.json(item.recalcul.avant)), ("apres", VueDeRejeu.json(item.recalcul.apres)),
              ("difference", VueDeRejeu.json(item.recalcul.difference)),
            ])
          })
      ),
      (
        "impossibles",
        .liste(
          bilan.impossibles.map {
            .objet([
              ("dossier", .texte("\($0.cle)")), ("code", .texte($0.refus.motif.code)),
              ("raison", .texte("\($0.refus)")),
            ])
          })
      ),
    ])
  }

  private static func json(_ cout: Recalcul.Cout) -> JSONValue {
    .objet([("principal", JSONValue(cout.principal)), ("honoraire", JSONValue(cout.honoraire))])
  }

  private static let tableau = Tableau(
    titre: "Recalcul",
    colonnes: [
      .init("Demande", .texte, cle: "numero_demande", largeur: 18), .init("Application", .texte),
      .init("Exploitation", .texte), .init("Phase", .texte), .init("Étude", .texte), .init("Clos le", .jour),
      .init("Frais HT avant", .montant), .init("Frais HT après", .montant), .init("Frais TTC avant", .montant),
      .init("Frais TTC après", .montant), .init("Écart TTC", .montant), .init("Écart sur la dette", .montant),
    ])

  private static func cellules(_ item: RejeuDesDossiers.Ecart) -> [Tableau.Cellule] {
    let (avant, apres) = (item.recalcul.avant, item.recalcul.apres)
    return [
      .texte(item.cle.numero), .texte(item.cle.application), .texte(item.cle.exploitation),
      .texte(item.phase.libelle), .texte(item.etude.texte), .init(item.fin), .montant(avant.honoraire.ht),
      .montant(apres.honoraire.ht), .montant(avant.honoraire.ttc), .montant(apres.honoraire.ttc),
      .montant(item.recalcul.difference.honoraire.ttc), .montant(item.recalcul.difference.principal),
    ]
  }

  /// All the differences, in a file.
  func export(to path: String, _ session: Session) throws {
    let format: FormatDeListe
    switch path {
    case _ where path.hasSuffix(".csv"): format = .csv
    case _ where path.hasSuffix(".xlsx"): format = .xlsx
    case _: throw MauvaisUsage("« \(path) » : un nom en .csv ou .xlsx est attendu.")
    }
    let octets = try VueDeRejeu.tableau.octets(
      bilan.ecarts.map(VueDeRejeu.cellules), en: format, instant: session.reglages.horloge.instant)
    try Data(octets).write(to: URL(fileURLWithPath: path), options: .atomic)
    session.ecran.signaler("\(accorde(bilan.ecarts.count, "dossier écrit", "dossiers écrits")) dans \(path).")
  }
}
