import Convention
import Interface
import Registre

/// Records 05 and 95: what became of a file and of its rejected records (R108, R118, R122).
enum Accuses {
  static func fichier(_ fichier: FichierRecu) -> LigneEmise {
    let bilan = fichier.statut == "A" || fichier.statut == "P" ? fichier.bilan : Bilan()
    let signalled = bilan.anomalies.joined(separator: ",")
    return LigneEmise(
      "05",
      [
        ("genre_origine", .texte(genre(fichier))),
        ("version_origine", .texte(fichier.entete["version"].map(printable))),
        ("sequence_origine", .texte(fichier.entete["numero_sequence"].map(printable))),
        ("date_emission_origine", .texte(fichier.entete["date_emission"].map(printable))),
        ("empreinte_origine", .texte(fichier.empreinte)), ("horodatage_reception", .instant(fichier.instant)),
        ("statut_fichier", .texte(fichier.statut)), ("code_anomalie", .texte(fichier.code)),
        ("nombre_enregistrements", .entier(bilan.enregistrements)), ("demandes_acceptees", .entier(bilan.acceptees)),
        ("demandes_rejetees", .entier(bilan.rejetees)), ("demandes_en_attente", .entier(bilan.attente)),
        ("actualisations_acceptees", .entier(bilan.messages.values.reduce(0, +))),
        ("enregistrements_rejetes", .entier(bilan.rejets)), ("montant_accepte", .montant(bilan.montant)),
        ("anomalies_signalees", .texte(signalled.isEmpty ? nil : signalled)),
      ])
  }

  private static func genre(_ fichier: FichierRecu) -> String {
    let announced = fichier.entete["genre"] ?? ""
    let letters = announced.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    return announced.utf8.count == 2 && letters ? announced : "??"
  }

  static func rejet(_ rejet: RejetConserve, _ fichier: FichierRecu, _ table: TableFormat) -> LigneEmise {
    LigneEmise(
      "95",
      [
        ("numero_demande", .texte(rejet.numeroDemande.flatMap { wellFormed($0) })),
        ("etude", .texte(fichier.suite?.genre == "ET" ? fichier.suite?.etude : nil)),
        ("genre_origine", .texte(fichier.suite?.genre)), ("sequence_origine", .entier(fichier.sequence)),
        ("ligne_origine", .entier(rejet.place.ligne)), ("type_origine", .texte(printable(rejet.type))),
        ("niveau_rejet", .texte(rejet.niveau)), ("code_anomalie", .texte(rejet.code)), ("champ", .texte(rejet.champ)),
        ("valeur", .texte(rejet.valeur.map(printable))), ("libelle", .texte(libelle(rejet.code, table))),
      ])
  }

  static func ecartee(
    _ rendu: EvenementRendu, _ fait: DemandeEcartee, _ fichier: FichierRecu, _ table: TableFormat
  ) -> LigneEmise {
    LigneEmise(
      "95",
      [
        ("numero_demande", .texte(rendu.cle.numero)), ("genre_origine", .texte("AL")),
        ("sequence_origine", .entier(fichier.sequence ?? 0)), ("ligne_origine", .entier(rendu.source.ligne)),
        ("type_origine", .texte("10")), ("niveau_rejet", .texte("D")), ("code_anomalie", .texte(fait.code)),
        ("libelle", .texte(libelle(fait.code, table))),
      ])
  }

  private static func libelle(_ code: String, _ table: TableFormat) -> String? {
    CodeAnomalie(code).flatMap { table.anomalie($0)?.libelle(longueur: 80) }
  }

  /// A number that is itself the fault is told in `valeur`, not where a number is expected.
  private static func wellFormed(_ numero: String) -> String? { NumeroDemande(numero)?.texte }

  /// Forbidden characters are replaced by `?`.
  private static func printable(_ text: String) -> String {
    String(text.unicodeScalars.map { ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)) ? "?" : Character($0) })
  }
}
