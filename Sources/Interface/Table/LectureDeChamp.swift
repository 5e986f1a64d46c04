/// Reads one field and checks what its attributes refer to.
enum LectureDeChamp {
  static func read(_ noeud: Noeud) throws(FauteDeTable) -> Champ {
    let champ = Champ(
      nom: try noeud.texte("nom"), debut: try noeud.entier("debut"), longueur: try noeud.entier("longueur"),
      type: try noeud.mot("type"), obligatoire: try noeud.booleen("obligatoire", default: false),
      obligatoireSiAbsent: try noeud.texteOptional("obligatoire_si_absent"),
      valeur: try noeud.texteOptional("valeur"), liste: try noeud.texteOptional("liste"),
      motif: try noeud.texteOptional("motif"), inconnu: try inconnu(noeud), plafond: try plafond(noeud),
      cle: try cle(noeud), unite: try noeud.texteOptional("unite"), controle: try controle(noeud),
      sens: try noeud.texteOptional("sens") ?? "", exigences: try noeud.textes("exigences"), ligne: noeud.ligne)
    guard champ.debut >= 1, champ.longueur >= 1 else {
      throw noeud.fault("« debut » et « longueur » doivent valoir au moins 1")
    }
    return champ
  }

  private static func inconnu(_ noeud: Noeud) throws(FauteDeTable) -> Champ.Inconnu? {
    guard let found = noeud.optional("inconnu") else { return nil }
    return Champ.Inconnu(
      valeur: try found.texte("valeur"), avertissement: try found.codeAnomalie("avertissement"))
  }

  private static func plafond(_ noeud: Noeud) throws(FauteDeTable) -> Int64? {
    guard let found = noeud.optional("plafond") else { return nil }
    guard let value = Int64(try found.texte()) else { throw found.fault("« plafond » doit être un entier") }
    return value
  }

  private static func cle(_ noeud: Noeud) throws(FauteDeTable) -> Cle? {
    guard let found = noeud.optional("cle") else { return nil }
    let texte = try found.texte()
    switch texte {
    case "siret": return .siret
    case "siren": return .siren
    case _ where texte.hasPrefix("selon "): return .selon(champ: String(texte.dropFirst(6)))
    default: throw found.fault("clé « \(texte) » inconnue : siret, siren ou selon CHAMP")
    }
  }

  private static func controle(_ noeud: Noeud) throws(FauteDeTable) -> ControleEnQueue? {
    guard let found = noeud.optional("controle") else { return nil }
    if let compte = try found.texteOptional("compte") { return .compte(type: compte == "*" ? nil : compte) }
    return .somme(
      type: try found.texte("somme"), champ: try found.texte("champ"), signe: try found.texteOptional("signe"))
  }

  /// nil for a field without expression.
  static func motif(_ champ: Champ, _ noeud: Noeud) throws(FauteDeTable) -> Motif? {
    guard let texte = champ.motif else { return nil }
    do {
      return try Motif(texte)
    } catch {
      throw noeud.fault("motif « \(texte) », caractère \(error.position) : \(error.message)")
    }
  }

  static func check(
    _ champ: Champ, _ champs: [Champ], _ indexes: [String: Int], _ listes: [String: Liste], _ noeud: Noeud
  ) throws(FauteDeTable) {
    try checkWidth(champ, noeud)
    try checkReferences(champ, indexes, noeud)
    try checkList(champ, listes, noeud)
    if champ.motif != nil, ![.code, .texte].contains(champ.type) {
      throw noeud.fault("un motif ne vaut que pour un code ou un texte")
    }
    if champ.plafond != nil, champ.type != .entier { throw noeud.fault("un plafond ne vaut que pour un entier") }
    if champ.cle != nil, ![.code, .texte].contains(champ.type) {
      throw noeud.fault("une clé ne vaut que pour un code ou un texte")
    }
  }

  private static func checkWidth(_ champ: Champ, _ noeud: Noeud) throws(FauteDeTable) {
    let expected: Int? =
      switch champ.type {
      case .date: 8
      case .horodatage: 19
      case .indicateur, .signe: 1
      case .texte, .code, .entier, .montant, .constante, .reserve: nil
      }
    if let expected, champ.longueur != expected {
      throw noeud.fault("un champ de type \(champ.type.rawValue) fait \(expected) octet(s), pas \(champ.longueur)")
    }
    guard champ.type == .constante else { return }
    guard let valeur = champ.valeur, let bytes = Latin9.exactBytes(valeur) else {
      throw noeud.fault("une constante demande une « valeur »")
    }
    guard bytes.count <= champ.longueur else { throw noeud.fault("la constante « \(valeur) » dépasse son champ") }
  }

  private static func checkReferences(
    _ champ: Champ, _ indexes: [String: Int], _ noeud: Noeud
  ) throws(FauteDeTable) {
    if let autre = champ.obligatoireSiAbsent, indexes[autre] == nil {
      throw noeud.fault("obligatoire_si_absent : champ « \(autre) » inconnu")
    }
    if case .selon(let autre) = champ.cle, indexes[autre] == nil {
      throw noeud.fault("clé selon un champ « \(autre) » inconnu")
    }
  }

  private static func checkList(
    _ champ: Champ, _ listes: [String: Liste], _ noeud: Noeud
  ) throws(FauteDeTable) {
    guard let nom = champ.liste else {
      if champ.inconnu != nil { throw noeud.fault("« inconnu » sans liste") }
      return
    }
    guard let liste = listes[nom] else { throw noeud.fault("liste « \(nom) » inconnue") }
    guard [.code, .texte, .indicateur, .signe].contains(champ.type) else {
      throw noeud.fault("une liste ne vaut pas pour un champ de type \(champ.type.rawValue)")
    }
    if let inconnu = champ.inconnu, liste.valeur(inconnu.valeur) == nil {
      throw noeud.fault("valeur de repli « \(inconnu.valeur) » absente de la liste « \(nom) »")
    }
  }
}
