import Convention
import Registre

/// Record 85: the attestation of hand-over, with the étude's coordinates (R123, R177).
enum Remises {
  static func article(
    _ rendu: EvenementRendu, _ code: CodeEtude, _ instant: Instant, _ codePostal: CodePostal, _ insee: CodeInsee?,
    _ corrige: Bool, _ avertissement: String?, _ annuaire: Annuaire
  ) -> LigneEmise {
    let etude = annuaire.etudes[code]
    func filled(_ text: String?) -> Valeur { .texte(text.flatMap { $0.isEmpty ? nil : $0 }) }
    return LigneEmise(
      "85",
      [
        ("numero_demande", .texte(rendu.cle.numero)), ("etude", .texte(code.texte)), ("statut_dossier", .texte("R")),
        ("horodatage_remise", .instant(instant)), ("code_postal_retenu", .texte(codePostal.texte)),
        ("code_insee_retenu", .texte(insee?.texte)), ("code_postal_corrige", .indicateur(corrige)),
        ("code_avertissement", .texte(avertissement)), ("nom_etude", filled(etude?.nom)),
        ("telephone_etude", filled(etude?.telephone)), ("courriel_etude", filled(etude?.courriel)),
        ("adresse_etude", filled(etude?.adresse)), ("code_postal_etude", filled(etude?.codePostal)),
        ("localite_etude", filled(etude?.localite)),
      ])
  }

  static func attente(_ rendu: EvenementRendu, avertissement: String?) -> LigneEmise {
    LigneEmise(
      "85",
      [
        ("numero_demande", .texte(rendu.cle.numero)), ("statut_dossier", .texte("A")),
        ("code_postal_corrige", .indicateur(false)), ("code_avertissement", .texte(avertissement)),
      ])
  }
}
