import Centre
import Convention
import Registre

/// An invoice as it stands on a day.
struct VueDeFacture {
  let fiche: FicheDHistoire<Facture>
  let jour: Jour
  private var facture: Facture { fiche.histoire }
  private var projet: ProjetDeFacture { facture.projet }
  private var interets: InteretsMoratoires? { facture.interets(au: jour) }

  func write(to ecran: Ecran) {
    ecran.ligne("Facture \(projet.numero) de l’étude \(projet.etude), du \(projet.le.texte) : \(facture.etat.libelle)")
    ecran.ligne("  Payeur : \(projet.payeur.libelle)")
    ecran.ligne("  Période : du \(projet.du.texte) au \(projet.au.texte)")
    for ligne in projet.lignes { ecran.ligne("  \(VueDeFacture.texte(ligne))") }
    ecran.ligne("  Total : \(projet.total.texte)")
    if let limite = facture.limite { ecran.ligne("  À payer au plus tard le \(limite.texte)") }
    for paiement in facture.paiements { ecran.ligne("  Payé le \(paiement.jour.texte) : \(paiement.montant.texte)") }
    ecran.ligne("  Reste à payer : \(facture.resteAPayer.texte)")
    for paiement in facture.paiementsDInterets {
      ecran.ligne("  Intérêts payés le \(paiement.jour.texte) : \(paiement.montant.texte)")
    }
    if let motif = facture.motifDeRejet { ecran.ligne("  Rejetée : \(motif)") }
    if let interets, interets.total > .zero {
      interets.explication.write(to: ecran, retrait: 2)
    }
  }

  var json: JSONValue {
    .objetSansNul([
      ("facture", .texte(fiche.cle)), ("numero", .texte(projet.numero)), ("etude", .texte(projet.etude.texte)),
      ("departement", .texte(projet.departement.texte)), ("payeur", .texte(projet.payeur.libelle)),
      ("etat", .texte(facture.etat.rawValue)), ("emise_le", JSONValue(projet.le)), ("du", JSONValue(projet.du)),
      ("au", JSONValue(projet.au)), ("total", JSONValue(projet.total)), ("recue_le", JSONValue(facture.reception)),
      ("limite", JSONValue(facture.limite)), ("reste_a_payer", JSONValue(facture.resteAPayer)),
      ("motif_de_rejet", JSONValue(facture.motifDeRejet)), ("interets_dus", JSONValue(interets?.total.cents)),
      ("interets_reclames", JSONValue(facture.interetsReclames?.total.cents)),
      ("interets_payes", JSONValue(facture.interetsReclames.map { _ in facture.interetsPayes.cents })),
      ("lignes", .liste(projet.lignes.map(VueDeFacture.json))),
      (
        "paiements",
        .liste(facture.paiements.map { .objet([("jour", JSONValue($0.jour)), ("montant", JSONValue($0.montant))]) })
      ),
    ])
  }

  static func texte(_ ligne: LigneDeFacture) -> String {
    "\(ligne.cle.jour.texte)  \(ligne.cle.dossier)  \(ligne.libelle)"
      + (ligne.numero.map { " (n° \($0))" } ?? "") + " : \(ligne.honoraire.texte)"
  }

  static func json(_ ligne: LigneDeFacture) -> JSONValue {
    .objetSansNul([
      ("dossier", .texte(ligne.cle.dossier)), ("nature", .texte(ligne.cle.nature.rawValue)),
      ("acte", .texte(ligne.cle.acte)), ("numero", JSONValue(ligne.numero)), ("jour", JSONValue(ligne.cle.jour)),
      ("etat_poursuites", .texte(ligne.etatPoursuites)), ("libelle", .texte(ligne.libelle)),
      ("calcul", JSONValue(ligne.calcul)), ("ht", JSONValue(ligne.ht)), ("transport", JSONValue(ligne.transport)),
      ("tva", JSONValue(ligne.tva)), ("ttc", JSONValue(ligne.honoraire.ttc)),
    ])
  }
}
