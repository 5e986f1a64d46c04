import Centre
import Convention

/// One copy of an état récapitulatif, as a command shows it.
struct VueDuRecapitulatif {
  let etat: EtatRecapitulatif
  let exemplaire: EtatRecapitulatif.Exemplaire

  private typealias Rubrique = ChiffresRecapitules.Rubrique
  private typealias Somme = ChiffresRecapitules.Somme

  func write(to ecran: Ecran, _ libelles: Libelles) {
    let contenu = etat.contenu
    ecran.ligne("État récapitulatif, \(exemplaire.texte) — \(ContenuDuRecapitulatif.mention)")
    ecran.ligne("  étude \(contenu.etude), poste \(contenu.poste), \(contenu.phase.libelle), \(contenu.periode.texte)")
    ecran.ligne("  \(EtatDuRecapitulatif.libelle(etat.resume.etat)), arrêté le \(etat.arreteLe.texte)")
    for ligne in contenu.lignes {
      write(ligne.chiffres, libelles.texte("nature_creance", ligne.nature) ?? ligne.nature, to: ecran)
    }
    write(contenu.totaux, "Total", to: ecran)
  }

  private func write(_ chiffres: ChiffresRecapitules, _ titre: String, to ecran: Ecran) {
    ecran.ligne(titre)
    for rubrique in Rubrique.allCases where chiffres[rubrique] != .zero {
      ecran.ligne("  \(rubrique.libelle) : \(chiffres[rubrique].nombre), \(chiffres[rubrique].montant.texte)")
    }
    for somme in Somme.allCases where chiffres[somme] != .zero {
      ecran.ligne("  \(somme.libelle) : \(chiffres[somme].texte)")
    }
    guard let nombre = chiffres.tauxNombre else { return }
    let valeur = chiffres.tauxValeur.map { ", en valeur \($0.texte)" } ?? ""
    let delai = chiffres.delaiMoyenDays.map { ", délai moyen \(accorde($0, "jour", "jours"))" } ?? ""
    ecran.ligne("  taux en nombre \(nombre.texte)\(valeur)\(delai)")
  }

  var json: JSONValue {
    let contenu = etat.contenu
    return .objetSansNul([
      ("cle", .texte(etat.resume.cle)), ("mention", .texte(ContenuDuRecapitulatif.mention)),
      ("exemplaire", JSONValue(exemplaire.numero)), ("sur", JSONValue(exemplaire.sur)),
      ("etat", .texte(etat.resume.etat)), ("etude", .texte(contenu.etude.texte)),
      ("poste", .texte(contenu.poste.texte)),
      ("phase", .texte(contenu.phase.rawValue)), ("du", JSONValue(contenu.periode.du)),
      ("au", JSONValue(contenu.periode.au)), ("arrete_le", JSONValue(etat.arreteLe)),
      ("signe_le", JSONValue(etat.signeLe)), ("transmis_le", JSONValue(etat.transmisLe)),
      (
        "lignes",
        .liste(contenu.lignes.map { .objet([("nature", .texte($0.nature))] + Self.members($0.chiffres)) })
      ),
      ("totaux", .objet(Self.members(contenu.totaux))),
    ])
  }

  private static func members(_ chiffres: ChiffresRecapitules) -> [(String, JSONValue)] {
    let counts = Rubrique.allCases.map { rubrique in
      (
        rubrique.rawValue,
        JSONValue.objet([
          ("nombre", JSONValue(chiffres[rubrique].nombre)), ("montant", JSONValue(chiffres[rubrique].montant)),
        ])
      )
    }
    return counts + Somme.allCases.map { ($0.rawValue, JSONValue(chiffres[$0])) }
      + [("duree_jours", JSONValue(chiffres.dureeDays))]
  }
}
