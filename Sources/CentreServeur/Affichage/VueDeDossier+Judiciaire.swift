import Centre
import Convention

extension VueDeDossier {
  /// The judicial recovery of a dossier, on a few lines; nothing for another.
  func writeRecovery(to ecran: Ecran, _ libelles: Libelles) {
    guard let vue = RecouvrementJudiciaire(dossier, facture: facture, libelles, on: jour) else { return }
    ecran.ligne("Recouvrement judiciaire")
    for (terme, valeur) in vue.etat { ecran.ligne("  \(terme) : \(valeur)") }
    for ligne in vue.actes { ecran.ligne("  \(ligne.jour.texte)  \(ligne.libelle) (\(ligne.note))") }
    for accord in vue.accords { ecran.ligne("  \(accord.demandeLe.texte)  \(accord.objet) : \(accord.etat)") }
    for texte in vue.annotations { ecran.ligne("  \(texte)") }
    for ligne in vue.comptesRendus { ecran.ligne("  \(ligne.jour.texte)  compte rendu : \(ligne.libelle)") }
    if let (jour, alerte) = vue.prescription {
      ecran.ligne("  Prescription le \(jour.texte)\(alerte ? " : elle est proche" : "")")
    }
    if let late = vue.enRetardDepuis { ecran.ligne("  Attention : compte rendu en retard depuis le \(late.texte).") }
    if let next = vue.prochain { ecran.ligne("  Prochain compte rendu : \(next.texte)") }
    ecran.ligne("  À rendre à la clôture")
    for point in vue.cloture.points where point.attendu {
      let lacks = point.complet ? "complet" : "manque : \(point.manques.joined(separator: " ; "))"
      ecran.ligne("    \(point.retour.libelle) (\(point.article), \(point.retour.exigence)) : \(lacks)")
    }
  }

  func recouvrementJSON(_ libelles: Libelles) -> JSONValue {
    guard let vue = RecouvrementJudiciaire(dossier, facture: facture, libelles, on: jour) else { return .nul }
    return .objetSansNul([
      ("etat_de_poursuites", demande.poursuites.map(Self.json) ?? .nul),
      ("actes", .liste(vue.actes.map(Self.json))), ("accords", .liste(vue.accords.map(Self.json))),
      ("annotations", .liste(vue.annotations.map { .texte($0) })),
      ("prescription", JSONValue(vue.prescription?.jour)),
      ("prescription_proche", vue.prescription.map { .booleen($0.alerte) } ?? .nul),
      ("comptes_rendus", .liste(vue.comptesRendus.map(Self.json))), ("prochain_compte_rendu", JSONValue(vue.prochain)),
      ("compte_rendu_en_retard", JSONValue(vue.enRetardDepuis)),
      ("cloture", .liste(vue.cloture.points.map(Self.json))),
    ])
  }

  private static func json(_ etat: EtatDePoursuites) -> JSONValue {
    .objetSansNul([
      ("numero", .texte(etat.numero)), ("date", JSONValue(etat.date)), ("mesure", JSONValue(etat.mesure)),
      ("type_autorisation", JSONValue(etat.autorisation?.type)),
      ("date_autorisation", JSONValue(etat.autorisation?.date)),
      ("reference_ouverture", JSONValue(etat.ouverture?.reference)),
      ("date_ouverture", JSONValue(etat.ouverture?.date)),
    ])
  }

  private static func json(_ ligne: RecouvrementJudiciaire.Ligne) -> JSONValue {
    .objet([("jour", JSONValue(ligne.jour)), ("libelle", .texte(ligne.libelle)), ("note", .texte(ligne.note))])
  }

  private static func json(_ accord: RecouvrementJudiciaire.Accord) -> JSONValue {
    .objet([
      ("numero_message", JSONValue(accord.numero)), ("demande_le", JSONValue(accord.demandeLe)),
      ("objet", .texte(accord.objet)), ("reponse", .texte(accord.etat)), ("attend", .booleen(accord.attend)),
    ])
  }

  private static func json(_ point: ListeDeCloture.Point) -> JSONValue {
    .objet([
      ("retour", .texte(point.retour.rawValue)), ("exigence", .texte(point.retour.exigence)),
      ("article", .texte("\(point.article)")), ("attendu", .booleen(point.attendu)),
      ("manques", .liste(point.manques.map { .texte($0) })),
    ])
  }
}
