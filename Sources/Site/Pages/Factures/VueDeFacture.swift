import Centre
import Convention
import Registre

/// An invoice as a bill: whose, to whom, for what, what is left to pay and until when.
struct VueDeFacture: Vue {
  let fiche: FicheDHistoire<Facture>
  let actes: [ActeDate<Facture.Acte>]
  /// Nil when the directory no longer has it.
  let etude: Etude?
  let visiteur: Visiteur
  let jour: Jour
  /// What was typed and is wrong.
  var saisie: (formulaire: Formulaire, fautes: [String: String]) = (Formulaire(), [:])

  private var facture: Facture { fiche.histoire }
  private var projet: ProjetDeFacture { facture.projet }

  func ecrire(_ h: inout HTML) {
    h.element("div", [.classe("colonnes")]) { h in
      h.element("section") { emetteur(&$0) }
      h.element("section") { payeur(&$0) }
    }
    h.vue(LignesDeFacture(projet))
    mentions(&h)
    h.titre(2, "Paiement")
    h.definitions(paiement)
    explications(&h)
    h.vue(SuitesDeFacture(fiche: fiche, visiteur: visiteur, jour: jour, saisie: saisie))
    histoire(&h)
  }

  private func emetteur(_ h: inout HTML) {
    h.titre(2, "Étude")
    h.definitions(
      [
        ("Étude", "\(projet.etude)\(etude.map { " — \($0.nom)" } ?? "")"),
        etude.map { ("Adresse", "\($0.adresse), \($0.codePostal) \($0.localite)") },
        ("SIRET", etude?.siret?.texte ?? "non déclaré"),
        etude?.siret.map { ("N° de TVA", $0.siren.numeroDeTVA) },
        ("Facture n°", projet.numero), ("Date", projet.le.texte),
      ].compactMap { $0 })
  }

  private func payeur(_ h: inout HTML) {
    h.titre(2, "Payeur")
    h.definitions([
      ("Adressée à", projet.payeur.libelle),
      ("Période", "du \(projet.du.texte) au \(projet.au.texte)"),
      ("Objet", "recouvrement judiciaire, convention nationale du 15 décembre 2010, article 16"),
    ])
  }

  /// CGI, annexe II, art. 242 nonies A; art. 17 of the convention.
  private func mentions(_ h: inout HTML) {
    h.paragraphe(
      "Payable dans les trente jours de sa réception (article 17). Passé ce délai, des intérêts moratoires et, selon le "
        + "contrat, une indemnité forfaitaire de recouvrement sont dus de plein droit. Pas d’escompte pour paiement "
        + "anticipé. Débours : aucun.")
  }

  private var paiement: [(terme: String, valeur: String)] {
    let paid = facture.paiements.map { "\($0.montant.texte) le \($0.jour.texte)" }.joined(separator: ", ")
    let lignes: [(terme: String, valeur: String?)] = [
      ("État", facture.etat.libelle), ("Reçue le", facture.reception?.texte), ("À payer au plus tard le", limite),
      ("Payé", paid.isEmpty ? nil : paid), ("Reste à payer", facture.resteAPayer.texte),
      ("Rejetée", facture.motifDeRejet), ("Intérêts dus au \(jour.texte)", interetsDus),
      ("Intérêts réclamés", facture.interetsReclames?.total.texte), ("Intérêts payés", interetsPayes),
    ]
    return lignes.compactMap { ligne in ligne.valeur.map { (ligne.terme, $0) } }
  }

  private var limite: String? {
    facture.limite.map { day in
      facture.etat == .recue ? "\(day.texte), \(DelaiDePaiement.phrase(day, on: jour))" : day.texte
    }
  }

  private var interetsDus: String? {
    facture.interets(au: jour).flatMap { $0.total > .zero ? $0.total.texte : nil }
  }

  private var interetsPayes: String? {
    guard !facture.paiementsDInterets.isEmpty else { return nil }
    return "\(facture.interetsPayes.texte), reste \(facture.resteDInterets.texte)"
  }

  private func explications(_ h: inout HTML) {
    if let reception = facture.reception, let limite = facture.limite {
      // The reading that was followed when it was received: the fact keeps its limit.
      let explications = Report642.allCases.map {
        LimiteDePaiement(reception: reception, projet.departement, report: $0)
      }
      if let own = explications.first(where: { $0.jour == limite }) { h.vue(VueDExplication(own.explication)) }
    }
    if let interets = facture.interets(au: jour), interets.total > .zero {
      h.vue(VueDExplication(interets.explication))
    }
  }

  private func histoire(_ h: inout HTML) {
    h.titre(2, "Histoire")
    h.element("ol", [.classe("frise"), Attribut("reversed", if: true)]) { h in
      for date in actes.reversed() {
        h.element("li") { h in
          h.element("time", [Attribut("datetime", date.instant.iso)], "\(date.instant.texte) — \(date.auteur)")
          h.element("span", date.acte.phrase)
        }
      }
    }
  }
}
