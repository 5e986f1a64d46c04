import Convention

/// Who answers for the centre to études, comptables and third parties (cahier 5, al. 1; annexe qualité III; R092,
/// R190): the contact that its declaration designates, else the one of its configuration.
struct InterlocuteurDuCentre: Vue, Sendable {
  let lignes: [(terme: String, valeur: String)]

  init(_ declaration: DeclarationDeMoyens?, _ reglage: ReglageDuSite, on jour: Jour) {
    let designe = declaration?.contact(on: jour)
    lignes = [
      (designe?.referent ?? reglage.referent).map { ("Référent", $0) }, designe.map { ("Téléphone", $0.telephone) },
      (designe?.courriel ?? reglage.courriel).map { ("Courriel", $0) },
    ].compactMap { $0 }
  }

  func ecrire(_ h: inout HTML) {
    guard !lignes.isEmpty else { return h.paragraphe("Le centre n’a pas encore désigné son référent.") }
    h.definitions(lignes)
  }
}
