import Centre
import Convention

/// A contract as a person reads it at a terminal.
enum VueDeContrat {
  static func texte(_ ligne: LigneDeContrat) -> String {
    let alertes = ligne.alertes.isEmpty ? "" : " — \(ligne.alertes.map(\.texte).joined(separator: " ; "))"
    return "\(ligne.fiche.cle)  \(ligne.etat.libelle), dernier jour le \(ligne.contrat.lastDay.texte)\(alertes)"
  }

  /// « nature de créance CAN : 35,00 € sur 100,00 €, 35 % (objectif 40 %, manqué) ».
  static func texte(_ ligne: BilanDesObjectifs.Ligne) -> String {
    let taux = ligne.taux.map { ", \($0.texte)" } ?? ""
    let objectif = ligne.objectif.map { " (objectif \($0.texte)\(ligne.estManque ? ", manqué" : ""))" } ?? ""
    return "\(PhraseDActeDeContrat.texte(ligne.cible)) : \(accorde(ligne.nombre, "dossier", "dossiers")), "
      + "\(ligne.recouvre.texte) sur \(ligne.demande.texte)\(taux)\(objectif)"
  }

  static func write(_ vu: ContratVu, to ecran: Ecran) {
    ecran.ligne("\(vu.fiche.cle) — \(vu.histoire.resume.libelle)")
    ecran.ligne("  État : \(vu.etat.libelle), dernier jour le \(vu.contrat.lastDay.texte)")
    for alerte in vu.alertes { ecran.ligne("  Attention : \(alerte.texte)") }
    section("Clauses", ClausesDeContrat(vu).paires.map { "\($0.terme) : \($0.valeur)" }, ecran)
    section("Résultats de la période", ([vu.bilan.total] + vu.bilan.lignes).map(texte), ecran)
    section(
      "Actes", vu.actes.map { "\($0.instant.texte)  \(PhraseDActeDeContrat.texte($0.acte)) [\($0.auteur)]" }, ecran)
    section("Documents", vu.documents.map { "\($0.nom), SHA-256 \($0.sha256)" }, ecran)
    ecran.ligne("Pourquoi")
    for explication in vu.explications { explication.write(to: ecran, retrait: 2) }
  }

  private static func section(_ titre: String, _ lignes: [String], _ ecran: Ecran) {
    guard !lignes.isEmpty else { return }
    ecran.ligne(titre)
    for ligne in lignes { ecran.ligne("  \(ligne)") }
  }
}
