import Centre
import Convention

/// What may be billed, and what may not.
struct VueDePreparation {
  let preparation: PreparationDeFacture
  private var projet: ProjetDeFacture { preparation.projet }

  func write(to ecran: Ecran) {
    ecran.ligne(
      "Étude \(projet.etude), du \(projet.du.texte) au \(projet.au.texte), \(projet.payeur.libelle) : "
        + "\(accorde(projet.lignes.count, "ligne", "lignes")), \(projet.total.texte)")
    for ligne in projet.lignes { ecran.ligne("  \(VueDeFacture.texte(ligne))") }
    if preparation.dejaFacturees > 0 {
      ecran.ligne("\(accorde(preparation.dejaFacturees, "ligne", "lignes")) déjà sur une autre facture.")
    }
    for ligne in preparation.aChargeDuDebiteur {
      ecran.ligne("À la charge du redevable : \(VueDeFacture.texte(ligne.ligne))")
    }
    for item in preparation.refusees {
      ecran.ligne("Non dû : \(item.dossier), \(item.jour.texte), \(item.libelle) — \(item.refus)")
    }
  }

  var json: JSONValue {
    .objet([
      ("numero", .texte(projet.numero)), ("etude", .texte(projet.etude.texte)),
      ("payeur", .texte(projet.payeur.libelle)), ("du", JSONValue(projet.du)), ("au", JSONValue(projet.au)),
      ("total", JSONValue(projet.total)), ("lignes", .liste(projet.lignes.map(VueDeFacture.json))),
      ("deja_facturees", JSONValue(preparation.dejaFacturees)),
      ("redevable", .liste(preparation.aChargeDuDebiteur.map { VueDeFacture.json($0.ligne) })),
      ("refus", .liste(preparation.refusees.map(Self.json))),
    ])
  }

  static func json(_ item: PrestationsDuDossier.Refusee) -> JSONValue {
    .objet([
      ("dossier", .texte(item.dossier)), ("jour", JSONValue(item.jour)), ("prestation", .texte(item.libelle)),
      ("code", .texte(item.refus.motif.code)), ("raison", .texte("\(item.refus)")),
    ])
  }
}
