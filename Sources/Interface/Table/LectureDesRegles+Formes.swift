// What each named rule must be given.

extension LectureDesRegles {
  static func checkShape(
    _ regle: RegleBrute, type: TypeBrut, types: [TypeBrut], _ noeud: Noeud
  ) throws(FauteDeTable) {
    switch regle.nom {
    case .datePasApres, .dateApres:
      try checkField(regle, [.date, .horodatage], type, noeud)
      try checkLimit(regle, [.date, .horodatage], type, types, noeud)
    case .montantPositif: try checkField(regle, [.montant, .entier], type, noeud)
    case .montantInferieur:
      try checkField(regle, [.montant, .entier], type, noeud)
      try checkLimit(regle, [.montant, .entier], type, types, noeud)
    case .sommeChamps:
      try checkField(regle, [.montant, .entier], type, noeud)
      for champ in regle.plus + regle.moins where ![.montant, .entier].contains(type.champs[champ].type) {
        throw noeud.fault("« \(type.champs[champ].nom) » n'est pas un nombre")
      }
      guard !(regle.plus + regle.moins).isEmpty else { throw noeud.fault("« plus » ou « moins » manque") }
    case .enfantRequis, .enfantsUniques, .compteEnfants, .sommeEnfants:
      try checkChildren(regle, type, types, noeud)
    case .uniqueDansFichier, .uniqueHistorique, .uniqueMessage, .demandeConnue, .demandeNonRejetee,
      .cibleConnue, .etudeAttributaire:
      guard !regle.champs.isEmpty else { throw noeud.fault("« champs » manque") }
    case .encaissementConnu, .posteConnu, .posteOuvert, .contratActif, .etudeDesigneeCompetente,
      .actePermisEnPhase:
      guard regle.champ != nil else { throw noeud.fault("« champ » manque") }
      if regle.nom == .contratActif { try checkLimit(regle, [.date], type, types, noeud) }
    case .adresseRoutable, .etudeTrouvee:
      guard regle.enfant != nil else { throw noeud.fault("« enfant » manque") }
    }
  }

  private static func checkField(
    _ regle: RegleBrute, _ admitted: [TypeDeChamp], _ type: TypeBrut, _ noeud: Noeud
  ) throws(FauteDeTable) {
    guard let champ = regle.champ else { throw noeud.fault("« champ » manque") }
    guard admitted.contains(type.champs[champ].type) else {
      throw noeud.fault("« \(type.champs[champ].nom) » n'est pas du type que la règle compare")
    }
  }

  private static func checkLimit(
    _ regle: RegleBrute, _ admitted: [TypeDeChamp], _ type: TypeBrut, _ types: [TypeBrut], _ noeud: Noeud
  ) throws(FauteDeTable) {
    let limit: Champ? =
      switch regle.limite {
      case nil: nil
      case .entete(let champ): types[0].champs[champ]
      case .parent(let champ): type.parent.map { types[$0].champs[champ] }
      case .meme(let champ): type.champs[champ]
      }
    guard let limit else { throw noeud.fault("« limite » manque") }
    guard admitted.contains(limit.type) else {
      throw noeud.fault("la limite « \(limit.nom) » n'est pas du type que la règle compare")
    }
  }

  private static func checkChildren(
    _ regle: RegleBrute, _ type: TypeBrut, _ types: [TypeBrut], _ noeud: Noeud
  ) throws(FauteDeTable) {
    guard let enfant = regle.enfant else { throw noeud.fault("« enfant » manque") }
    switch regle.nom {
    case .enfantsUniques:
      guard !regle.champs.isEmpty else { throw noeud.fault("« champs » manque") }
    case .compteEnfants: try checkField(regle, [.entier], type, noeud)
    case .sommeEnfants:
      try checkField(regle, [.montant, .entier], type, noeud)
      guard let champ = regle.champEnfant else { throw noeud.fault("« champ_enfant » manque") }
      guard [.montant, .entier].contains(types[enfant].champs[champ].type) else {
        throw noeud.fault("« champ_enfant » n'est pas un nombre")
      }
    default: return
    }
  }
}
