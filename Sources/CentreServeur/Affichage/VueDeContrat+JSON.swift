import Centre
import Convention
import Registre

extension VueDeContrat {
  static func json(_ ligne: LigneDeContrat) -> JSONValue {
    .objet(
      entete(ligne.fiche, ligne.etat, ligne.contrat)
        + [("alertes", .liste(ligne.alertes.map { json($0, of: ligne.fiche.cle) }))])
  }

  static func json(_ vu: ContratVu) -> JSONValue {
    .objet(
      entete(vu.fiche, vu.etat, vu.contrat) + [
        ("clauses", .objet(ClausesDeContrat(vu).paires.map { ($0.terme, .texte($0.valeur)) })),
        ("resultats", json(vu.bilan)), ("alertes", .liste(vu.alertes.map { json($0, of: vu.fiche.cle) })),
        ("actes", .liste(vu.actes.map(json))), ("documents", .liste(vu.documents.map { JSONValue($0) })),
        ("explications", .liste(vu.explications.map(\.json))),
      ])
  }

  private static func entete(
    _ fiche: ContratsDuCentre.Fiche, _ etat: EtatDeContrat, _ contrat: ContratDepartemental
  ) -> [(String, JSONValue)] {
    let histoire = fiche.histoire
    return [
      ("contrat", .texte(fiche.cle)), ("departement", .texte(histoire.departement.texte)),
      ("etude", .texte(histoire.etude.texte)), ("etat", .texte(etat.rawValue)), ("du", JSONValue(contrat.du)),
      ("terme", JSONValue(contrat.au)), ("dernier_jour", JSONValue(contrat.lastDay)),
      ("cause_de_fin", .texte(contrat.fin.cause.rawValue)),
    ]
  }

  static func json(_ alerte: AlerteDeContrat, of cle: String) -> JSONValue {
    .objet([
      ("contrat", .texte(cle)), ("jour", JSONValue(alerte.echeance)), ("libelle", .texte(alerte.nature.libelle)),
      ("article", .texte(alerte.nature.article.description)),
    ])
  }

  static func json(_ bilan: BilanDesObjectifs) -> JSONValue {
    .objet([
      ("jour", JSONValue(bilan.jour)), ("total", json(bilan.total)), ("lignes", .liste(bilan.lignes.map(json))),
    ])
  }

  private static func json(_ ligne: BilanDesObjectifs.Ligne) -> JSONValue {
    .objet([
      ("axe", .texte(ligne.cible.axe.rawValue)), ("code", .texte(ligne.cible.code)),
      ("dossiers", JSONValue(ligne.nombre)),
      ("demande", JSONValue(ligne.demande)), ("recouvre", JSONValue(ligne.recouvre)),
      ("taux", JSONValue(ligne.taux?.centiemes)), ("objectif", JSONValue(ligne.objectif?.centiemes)),
      ("manque", .booleen(ligne.estManque)),
    ])
  }

  private static func json(_ date: ActeDate<HistoireDeContrat.Acte>) -> JSONValue {
    .objet([
      ("position", JSONValue(date.position)), ("instant", .texte(date.instant.iso)), ("jour", JSONValue(date.jour)),
      ("texte", .texte(PhraseDActeDeContrat.texte(date.acte))), ("auteur", .texte(date.auteur)),
    ])
  }
}
