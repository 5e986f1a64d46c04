import Convention
import Registre

/// The fields that narrow a list: sent by GET, so that a list can be kept among one's bookmarks.
struct FormulaireDeFiltre: Vue {
  let liste: FiltreDeListe
  let visiteur: Visiteur

  func ecrire(_ h: inout HTML) {
    let criteres = liste.criteres
    let isUsed = !criteres.parametres.isEmpty || !criteres.illisibles.isEmpty
    h.element("details", [.classe("filtres"), Attribut("open", if: isUsed)]) { h in
      h.element("summary", "Filtrer")
      h.element("form", [Attribut("method", "get"), Attribut("action", "/dossiers")]) { h in
        if liste.vue != .tous { h.cache("vue", liste.vue.rawValue) }
        if liste.tri.cle != .nom { h.cache("tri", liste.tri.cle.rawValue) }
        if liste.tri.descendant { h.cache("sens", "desc") }
        champs(criteres, &h)
        h.element("div", [.classe("actions")]) { h in
          h.bouton("Filtrer", classe: "second")
          if isUsed { h.lien("Retirer les filtres", sansFiltre) }
        }
      }
    }
  }

  private var sansFiltre: String {
    var plain = liste
    plain.criteres = Criteres(Formulaire())
    return plain.url()
  }

  private func champs(_ criteres: Criteres, _ h: inout HTML) {
    if case .etude(let codes) = visiteur.utilisateur.profil {
      choix("etude", "Étude", codes.map(\.texte), criteres.etude?.texte, &h)
    } else {
      code("etude", "Code de l’étude", criteres.etude?.texte, "Par exemple E3101.", &h)
    }
    if case .comptable(let codiques) = visiteur.utilisateur.profil {
      choix("poste", "Poste", codiques.map(\.texte), criteres.poste?.texte, &h)
    } else {
      code("poste", "Codique du poste", criteres.poste?.texte, "Par exemple 031012.", &h)
    }
    let phases = [Champ.Option("", "Toutes")] + Phase.allCases.map { Champ.Option($0.rawValue, $0.libelle) }
    h.vue(Champ("phase", "Phase", .liste(phases), valeur: criteres.phase?.rawValue ?? ""))
    date("remis", "Remis le", criteres.remis, &h)
    date("terme", "Terme au plus tard le", criteres.terme, &h)
    h.vue(
      Champ(
        "silence", "Sans nouvelle depuis (jours)", valeur: criteres.silence.map { "\($0)" } ?? "",
        aide: "Ni action de l’étude, ni paiement.",
        erreur: criteres.illisibles.contains("silence") ? "Un nombre de 1 à 3650 : il est ignoré." : nil, longueur: 4))
  }

  /// Among one's own, when there are several.
  private func choix(_ nom: String, _ libelle: String, _ codes: [String], _ valeur: String?, _ h: inout HTML) {
    guard codes.count > 1 else { return }
    let options = [Champ.Option("", "Tout voir")] + codes.sorted().map { Champ.Option($0, $0) }
    h.vue(Champ(nom, libelle, .liste(options), valeur: valeur ?? ""))
  }

  private func code(_ nom: String, _ libelle: String, _ valeur: String?, _ aide: String, _ h: inout HTML) {
    let isWrong = liste.criteres.illisibles.contains(nom)
    h.vue(
      Champ(
        nom, libelle, valeur: valeur ?? "", aide: aide,
        erreur: isWrong ? "Ce code ne se lit pas : il est ignoré." : nil,
        longueur: 10))
  }

  private func date(_ nom: String, _ libelle: String, _ valeur: Jour?, _ h: inout HTML) {
    h.element("div", [.classe("champ")]) { h in
      h.element("label", [Attribut("for", "champ-\(nom)")], libelle)
      h.vide(
        "input", [.id("champ-\(nom)"), .nom(nom), .type("date"), .classe("court"), .valeur(valeur?.iso ?? "")])
    }
  }
}
