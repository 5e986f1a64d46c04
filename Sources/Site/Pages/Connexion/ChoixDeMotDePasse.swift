/// The two fields in which a password is chosen, and how they are read.
enum ChoixDeMotDePasse {
  struct Fautes: Error { let parChamp: [String: String] }

  static func champs(_ h: inout HTML, identifiant: String, fautes: [String: String]) {
    // Password keepers file the new password under this name.
    h.vide(
      "input",
      [
        .type("text"), .nom("identifiant"), .valeur(identifiant), Attribut("autocomplete", "username"),
        Attribut("hidden", if: true), Attribut("readonly", if: true),
      ])
    h.vue(
      Champ(
        "nouveau", "Nouveau mot de passe", .motDePasse, aide: MotDePasse.regle, erreur: fautes["nouveau"], requis: true,
        completion: "new-password", premier: true))
    h.vue(
      Champ(
        "repete", "Le même, une seconde fois", .motDePasse, erreur: fautes["repete"], requis: true,
        completion: "new-password"))
  }

  static func lire(_ formulaire: Formulaire, identifiant: String) -> Result<MotDePasse, Fautes> {
    let nouveau = formulaire.brut("nouveau")
    do {
      let choisi = try MotDePasse(choisi: nouveau, identifiant: identifiant)
      guard formulaire.brut("repete") == nouveau else {
        return .failure(Fautes(parChamp: ["repete": "Les deux saisies diffèrent."]))
      }
      return .success(choisi)
    } catch {
      return .failure(Fautes(parChamp: ["nouveau": "\(error)"]))
    }
  }

  static func annonce(_ fautes: [String: String]) -> Annonce? {
    guard !fautes.isEmpty else { return nil }
    return Annonce(
      .refus, "Le mot de passe n’est pas changé.",
      fautes: fautes.sorted { $0.key < $1.key }.map { ("champ-\($0.key)", $0.value) })
  }
}
