import Centre
import Convention

extension ActeDeContrat {
  static let conclusion = [signer, engager]

  private static let signer = ActeDeContrat(
    code: "signer", titre: "Enregistrer une signature",
    aide: "Le préfet, l’autorité du département et l’huissier signent (article 1, alinéa 3, et note 1).",
    metiers: .deContrats, permis: { $0.contrat.signatures.map { !$0.isComplete } ?? false },
    champs: { [$0.champDeQualite("Qui signe"), $0.champDuJour("le", "Signé le")] },
    lire: { contexte, lecture in
      let (qualite, le) = (lecture.qualite(contexte), lecture.jourLu("le"))
      guard let qualite, let le else { return nil }
      return { try await $0.signer($1, qualite, le: le) }
    })

  private static let engager = ActeDeContrat(
    code: "engager", titre: "Prendre l’engagement de l’étude",
    aide: "L’étude s’engage devant le directeur à respecter le cahier des charges (cahier des charges, point 1).",
    metiers: [.etude, .exploitant], permis: { $0.contrat.clauses.engagement == .attendu },
    champs: { [$0.champDuJour("le", "Pris le")] },
    lire: { _, lecture in
      guard let le = lecture.jourLu("le") else { return nil }
      return { try await $0.engager($1, le: le) }
    })
}

extension LectureDeSaisie {
  /// A signatory of whom this visitor brings the word.
  mutating func qualite(_ contexte: ActeDeContrat.Contexte) -> QualiteDeSignataire? {
    guard let qualite = mot("qualite", QualiteDeSignataire.self) else { return nil }
    guard contexte.qualites.contains(qualite) else {
      noter("qualite", "Choisissez dans la liste.")
      return nil
    }
    return qualite
  }
}
