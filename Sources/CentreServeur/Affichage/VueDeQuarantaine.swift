import Centre
import Convention
import Registre

/// What waits, as it is listed.
enum VueDeQuarantaine {
  static func texte(_ attente: Quarantaine.Attente) -> String {
    let choices = attente.choix.map { choix in
      let place = [choix.codePostal.texte, choix.commune].compactMap { $0 }.joined(separator: " ")
      let etudes = choix.etudes.isEmpty ? "aucune étude" : choix.etudes.map(\.texte).joined(separator: ", ")
      return "\(place) (\(etudes))"
    }
    let among = choices.isEmpty ? "" : " Choix : \(choices.joined(separator: " ; "))."
    return "\(attente.fiche.dossier.demande.cle.numero)  \(attente.raison)\(among)"
  }

  static func json(_ attente: Quarantaine.Attente) -> JSONValue {
    let choices = attente.choix.map { choix in
      JSONValue.objetSansNul([
        ("code_postal", .texte(choix.codePostal.texte)), ("commune", JSONValue(choix.commune)),
        ("insee", JSONValue(choix.insee?.texte)), ("etudes", .liste(choix.etudes.map { .texte($0.texte) })),
      ])
    }
    return .objet([
      ("numero_demande", .texte(attente.fiche.dossier.demande.cle.numero)), ("raison", .texte(attente.raison)),
      ("choix", .liste(choices)),
    ])
  }

  static func json(_ rejet: RejetConserve) -> JSONValue {
    .objetSansNul([
      ("fichier", JSONValue(rejet.fichier)), ("ligne", JSONValue(rejet.place.ligne)), ("type", .texte(rejet.type)),
      ("numero_demande", JSONValue(rejet.numeroDemande)), ("poste", JSONValue(rejet.poste)),
      ("niveau", .texte(rejet.niveau)), ("code", .texte(rejet.code)), ("champ", JSONValue(rejet.champ)),
      ("valeur", JSONValue(rejet.valeur)), ("etat", .texte(rejet.etat.rawValue)),
      ("proposition", .texte(Proposition.texte(for: rejet))),
    ])
  }
}
