import Convention
import Interface
import Registre

/// The columns of a list of dossiers, on screen and in files.
public enum ListeDeDossiers {
  public static let tableau = Tableau(
    titre: "Dossiers",
    colonnes: [
      .init("Demande", .texte, cle: "numero_demande", largeur: 18), .init("Poste", .texte), .init("État", .texte),
      .init("Étude", .texte), .init("Redevable", .texte, largeur: 30), .init("Code postal", .texte),
      .init("Localité", .texte, largeur: 24), .init("Demandé", .montant, cle: "montant"), .init("Reste dû", .montant),
      .init("Remis le", .jour), .init("Reçu le", .jour), .init("Terme", .jour), .init("Fin", .texte, cle: "fin_motif"),
      .init("Fin le", .jour),
    ])

  public static func cellules(_ item: LigneDossier) -> [Tableau.Cellule] {
    [
      .texte(item.cle.numero), .texte(item.poste), .texte(etat(item)), .init(item.etude), .texte(item.nom),
      .init(item.codePostal), .texte(item.localite), .montant(item.montant), .montant(item.reste), .init(item.remisLe),
      .init(item.recuLe), .init(item.terme),
      .init(item.finMotif.flatMap { PhaseTerminee.Motif(rawValue: $0)?.libelle }),
      .init(item.finLe),
    ]
  }

  private static func etat(_ item: LigneDossier) -> String {
    EtatDeDossier(rawValue: item.etat).map { "\($0)" } ?? item.etat
  }

  public static func texte(_ items: [LigneDossier], _ instant: Instant) throws -> String {
    String(decoding: try tableau.octets(items.map(cellules), en: .texte, instant: instant), as: UTF8.self)
  }
}
