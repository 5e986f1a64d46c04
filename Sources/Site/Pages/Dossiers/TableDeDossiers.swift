import Centre
import Convention
import Registre

/// Dossiers, one to a row; late ones are said so in words.
struct TableDeDossiers: Vue {
  let lignes: [LigneDossier]
  /// nil for a search, which has its own order.
  let liste: FiltreDeListe?
  let visiteur: Visiteur
  let jour: Jour

  func ecrire(_ h: inout HTML) {
    guard !lignes.isEmpty else { return h.paragraphe("Aucun dossier ici.") }
    h.vue(Tableau("Dossiers, un par ligne", colonnes, lignes) { mots($0).ton?.rawValue })
  }

  private var colonnes: [Tableau<LigneDossier>.Colonne] {
    var columns: [Tableau<LigneDossier>.Colonne] = [
      .init("Demande", classe: "code") { $1.lien($0.cle.numero, "/dossiers/\($0.id)") },
      .init("Redevable", tri: tri(.nom)) { $0.nom },
      .init("Commune") { ligne, h in
        h.texte(ligne.codePostal ?? "")
        h.texte(" ")
        h.texte(ligne.localite)
      },
    ]
    if visiteur.metier != .etude { columns.append(.init("Étude") { $0.etude ?? "—" }) }
    if visiteur.metier != .comptable { columns.append(.init("Poste") { $0.poste }) }
    columns += [
      .init("Reste dû", classe: "nombre", tri: tri(.reste)) { $0.reste.texte },
      .init("Remis le", tri: tri(.remis)) { $0.remisLe?.texte ?? "—" },
      .init("Terme", tri: tri(.terme)) { $0.terme?.texte ?? "—" },
      .init("Situation") { ligne, h in
        let situation = mots(ligne)
        h.vue(Etiquette(situation.texte, situation.ton))
      },
    ]
    return columns
  }

  private func tri(_ cle: TriDossiers.Cle) -> Tableau<LigneDossier>.Tri? {
    guard let liste, cle == .nom || liste.seTrie(visiteur) else { return nil }
    let isCurrent = liste.tri.cle == cle
    let next = TriDossiers(cle, descendant: isCurrent && !liste.tri.descendant)
    return .init(
      url: liste.url(tri: next), sens: isCurrent ? (liste.tri.descendant ? "descending" : "ascending") : nil)
  }

  /// What is said of a dossier in its last column, and by the colour of its row.
  private func mots(_ ligne: LigneDossier) -> (texte: String, ton: Annonce.Ton?) {
    switch ligne.etat {
    case "ATTENTE": ("attend une étude", .alerte)
    case "ECARTE": ("rejeté", .refus)
    case "CLOS": clos(ligne)
    default: enCours(ligne)
    }
  }

  private func clos(_ ligne: LigneDossier) -> (String, Annonce.Ton?) {
    switch ligne.finMotif.flatMap({ PhaseTerminee.Motif(rawValue: $0) }) {
    case .solde: ("soldé", .fait)
    case .termeEchu: ("terme échu", nil)
    default: ("clos", nil)
    }
  }

  /// The most pressing thing first.
  private func enCours(_ ligne: LigneDossier) -> (String, Annonce.Ton?) {
    if let terme = ligne.terme, terme < jour { return ("terme passé", .refus) }
    if ligne.lettreManque(on: jour) { return ("lettre en retard", .refus) }
    if ligne.prescriptionEstProche(on: jour) { return ("prescription proche", .refus) }
    if ligne.compteRenduManque(on: jour) { return ("compte rendu en retard", .refus) }
    if ligne.accordDemande { return ("accord demandé", .alerte) }
    if ligne.formulaireAttendu { return ("formulaire attendu", .alerte) }
    if ligne.prolongation { return ("prolongation demandée", .alerte) }
    if ligne.recuLe == nil { return ("à accuser", .alerte) }
    if let terme = ligne.terme, terme <= jour.adding(days: FiltreDeListe.joursAvantTerme) {
      return ("terme proche", .alerte)
    }
    return ligne.receptionReputee ? ("réputé reçu", .alerte) : ("en cours", nil)
  }
}
