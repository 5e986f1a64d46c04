import Convention
import Interface
import Registre

extension Integration {
  /// What the cahier des charges of its category refuses of a demand that the file's table lets through (R018, R021–R023).
  func refusDuCahier(_ groupe: Groupe) -> Refus? {
    // Most demands, of which nothing more is asked than the table does: not translated twice.
    let categorie = groupe.racine?.texte("categorie_creance").flatMap(Categorie.init)
    let isPlain =
      categorie != nil && categorie != .amendes && groupe.racine?.texte("phase") == Phase.comminatoire.rawValue
    guard let suite = fichier.suite, suite.genre == "AL", groupe.racine?.codeType == "10", !isPlain,
      let demande = Traduction.demande(groupe, application: suite.application, exploitation: suite.exploitation)
    else { return nil }
    do {
      try demande.requireCahier(canal)
      return nil
    } catch {
      return error
    }
  }

  private var canal: Canal {
    switch fichier.canal {
    case Saisie.canal: .saisie
    case "tableur": .tableur
    default: .fichier
    }
  }

  /// The whole demand is rejected under the nearest code of the table, in quarantine as any other; the refusal itself is told to the
  /// exploitant, and at once to who types.
  func ecarter(_ groupe: Groupe, _ refus: Refus, _ bilan: inout Bilan) throws {
    guard fichier.canal != Saisie.canal else { throw refus }
    guard let root = groupe.racine else { return }
    try registre.ecarter(rejet(root, of: groupe, refus))
    bilan.rejets += 1
    bilan.rejetees += 1
    try registre.signaler(
      Incident(
        jour: jour, instant: instant, genre: "refus", cause: "cahier:\(fichier.id):\(root.ligne)",
        texte:
          "Demande \(root.texte("numero_demande") ?? "sans numéro"), fichier \(fichier.nom), ligne \(root.ligne) : "
          + "demande rejetée. \(refus)"))
  }

  /// 201 without the état de poursuites, 206 for a category or a way that its cahier does not admit.
  private func rejet(_ root: Enregistrement, of groupe: Groupe, _ refus: Refus) -> RejetConserve {
    let lacks = refus.motif == .etatDePoursuitesAbsent
    let champ = lacks ? "numero_etat_poursuites" : "categorie_creance"
    let place = RejetConserve.Place(
      octet: root.position, longueur: Int64(root.longueur), ligne: root.ligne)
    let whole = RejetConserve.Place(
      octet: root.position, longueur: groupe.positionSuivante - root.position, ligne: root.ligne)
    return RejetConserve(
      fichier: fichier.id, place: place, groupe: whole, type: root.codeType, application: fichier.suite?.application,
      exploitation: fichier.suite?.exploitation, numeroDemande: root.texte("numero_demande"),
      poste: root.texte("codique_poste"), niveau: "D", code: lacks ? "201" : "206", champ: champ,
      valeur: root.texte(champ))
  }
}
