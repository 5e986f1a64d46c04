import Convention
import Registre

/// Reads a directory of actors, keeping every fault with its place: one is enough for nothing to be imported.
final class LectureDActeurs {
  private(set) var erreurs: [String] = []
  private(set) var avertissements: [String] = []

  func fault(_ place: String, _ message: String) { erreurs.append("\(place) : \(message)") }
  func warn(_ place: String, _ message: String) { avertissements.append("\(place) : \(message)") }

  /// The directory, with the rhythms of its flows; what is faulty is left out of it and said.
  func lire(_ donnee: Donnee) -> ActeursLus {
    var lus = ActeursLus()
    guard let racine = Objet(donnee, "", self) else {
      fault("fichier", "une suite de « clé: valeur » est attendue.")
      return lus
    }
    lus.annuaire.centre = racine.texte("centre_serveur", required: false)
    lus.annuaire.siretCentre = racine.identifiant("siret_centre", Siret.self, required: false)?.texte
    lus.annuaire.correspondants.cl1a = racine.texte("courriel_cl1a", required: false)
    for item in racine.objets("directions") { direction(item, &lus.annuaire) }
    for item in racine.objets("applications") { application(item, &lus.annuaire) }
    for item in racine.objets("postes") { poste(item, &lus.annuaire) }
    for item in racine.objets("etudes") { etude(item, &lus.annuaire) }
    lus.flux = racine.objets("flux").compactMap(flux)
    racine.finish()
    lus.annuaire.index()
    return lus
  }

  private func application(_ item: Objet, _ annuaire: inout Annuaire) {
    defer { item.finish() }
    guard let nom = item.texte("application") else { return }
    if annuaire.applications[nom] != nil { fault(item.place, "l’application « \(nom) » est déjà décrite plus haut.") }
    annuaire.applications[nom] = Annuaire.Application(
      exploitations: Set(item.textes("exploitations")),
      departementsInformatiques: Set(item.textes("departements_informatiques")))
  }

  private func direction(_ item: Objet, _ annuaire: inout Annuaire) {
    defer { item.finish() }
    guard let departement = item.identifiant("departement", Departement.self), let courriel = item.texte("courriel")
    else { return }
    if annuaire.correspondants.directions[departement] != nil {
      fault(item.place, "la direction du département \(departement) est déjà décrite plus haut.")
    }
    annuaire.correspondants.directions[departement] = courriel
  }

  private func poste(_ item: Objet, _ annuaire: inout Annuaire) {
    defer { item.finish() }
    let courriel = item.courrielGenerique()
    guard let codique = item.identifiant("codique", Codique.self) else { return }
    if annuaire.postes[codique.texte] != nil { fault(item.place, "le poste \(codique) est déjà décrit plus haut.") }
    annuaire.postes[codique.texte] = Poste(
      codique: codique, libelle: item.texte("libelle") ?? "", ouvert: item.indicateur("ouvert") ?? true,
      courrielGenerique: courriel.adresse, accesVerifie: courriel.estVerifie,
      exploitation: item.texte("exploitation", required: false),
      arrondissement: item.texte("arrondissement", required: false))
  }

  private func etude(_ item: Objet, _ annuaire: inout Annuaire) {
    defer { item.finish() }
    let contrats = item.contrats()
    let ressort = item.codesPostaux()
    let code = item.identifiant("etude", CodeEtude.self)
    let siret = item.identifiant("siret", Siret.self, required: false)
    guard let code, !contrats.isEmpty else { return }
    if annuaire.etudes[code] != nil { fault(item.place, "l’étude \(code) est déjà décrite plus haut.") }
    annuaire.etudes[code] = Etude(
      code: code, nom: item.texte("nom") ?? "", adresse: item.texte("adresse", required: false) ?? "",
      codePostal: item.texte("code_postal", required: false) ?? "",
      localite: item.texte("localite", required: false) ?? "",
      telephone: item.texte("telephone", required: false) ?? "",
      courriel: item.texte("courriel", required: false) ?? "", siret: siret, contrats: contrats, ressort: ressort,
      part: item.entier("part", in: 1...1_000) ?? 1, transmetBilan: item.indicateur("transmet_bilan") ?? true)
  }

  private func flux(_ item: Objet) -> Flux? {
    defer { item.finish() }
    guard let application = item.texte("application"), let exploitation = item.texte("exploitation"),
      let text = item.texte("periode")
    else { return nil }
    guard let periode = Flux.Periode(text) else {
      fault("\(item.place).periode", "quotidien, ouvre, hebdomadaire:1 (lundi) à hebdomadaire:7, ou jamais attendu.")
      return nil
    }
    return Flux(application: application, exploitation: exploitation, periode: periode)
  }
}

/// What a directory file says.
struct ActeursLus: Sendable {
  var annuaire = Annuaire()
  var flux: [Flux] = []
}
