/// Reads the rules of one record and resolves the fields that they name.
struct LectureDesRegles {
  let table: TableBrute
  let types: [TypeBrut]
  let index: Int

  private var type: TypeBrut { types[index] }

  func read(_ noeud: Noeud) throws(FauteDeTable) -> [Regle] {
    guard let controles = noeud.optional("controles") else { return [] }
    return try controles.elements().map { (element) throws(FauteDeTable) in
      try regle(element.named("contrôle \(try element.texte("code"))"))
    }
  }

  private func regle(_ noeud: Noeud) throws(FauteDeTable) -> Regle {
    let code = try noeud.codeAnomalie("code")
    guard table.anomalies.contains(where: { $0.code == code }) else {
      throw noeud.fault("anomalie \(code) absente de la liste des anomalies")
    }
    let nom = try noeud.texte("regle")
    guard let known = Regle.Nom(rawValue: nom) else { throw noeud.fault("règle « \(nom) » inconnue") }
    var brute = RegleBrute(code: code, nom: known)
    brute.attributs = try attributes(noeud)
    brute.siPresent = try noeud.booleen("si_present", default: false)
    try readChild(noeud, &brute)
    try readFields(noeud, &brute)
    try LectureDesRegles.checkShape(brute, type: type, types: types, noeud)
    return Regle(brute)
  }

  private func readChild(_ noeud: Noeud, _ brute: inout RegleBrute) throws(FauteDeTable) {
    guard let code = try noeud.texteOptional("enfant") else { return }
    guard let child = types.firstIndex(where: { $0.code == code }) else {
      throw noeud.fault("type d'enfant « \(code) » inconnu")
    }
    guard types[child].parent == index else { throw noeud.fault("le type « \(code) » n'est pas un fils") }
    brute.enfant = child
    if let nom = try noeud.texteOptional("champ_enfant") {
      brute.champEnfant = try field(nom, of: types[child], noeud)
    }
  }

  private func readFields(_ noeud: Noeud, _ brute: inout RegleBrute) throws(FauteDeTable) {
    let owner = brute.nom == .enfantsUniques ? brute.enfant.map { types[$0] } ?? type : type
    if let nom = try noeud.texteOptional("champ") { brute.champ = try field(nom, of: type, noeud) }
    brute.champs = try fields("champs", of: owner, noeud)
    brute.plus = try fields("plus", of: type, noeud)
    brute.moins = try fields("moins", of: type, noeud)
    brute.egaux = try fields("egaux", of: type, noeud)
    brute.limite = try limit(noeud)
    brute.si = try conditions("si", of: type, noeud)
    brute.valeurs = try conditions("valeurs", of: brute.enfant.map { types[$0] } ?? type, noeud)
  }

  private func field(_ nom: String, of type: TypeBrut, _ noeud: Noeud) throws(FauteDeTable) -> Int {
    guard let found = type.indexes[nom] else {
      throw noeud.fault("champ « \(nom) » inconnu de l'enregistrement \(type.code)")
    }
    return found
  }

  private func fields(_ cle: String, of type: TypeBrut, _ noeud: Noeud) throws(FauteDeTable) -> [Int] {
    try noeud.textes(cle).map { (nom) throws(FauteDeTable) in try field(nom, of: type, noeud) }
  }

  private func conditions(
    _ cle: String, of type: TypeBrut, _ noeud: Noeud
  ) throws(FauteDeTable) -> [Regle.Condition] {
    guard let found = noeud.optional(cle) else { return [] }
    return try found.pairs().map { (nom, valeur) throws(FauteDeTable) in
      Regle.Condition(champ: try field(nom, of: type, noeud), valeur: try valeur.texte())
    }
  }

  private func limit(_ noeud: Noeud) throws(FauteDeTable) -> Regle.Limite? {
    guard let texte = try noeud.texteOptional("limite") else { return nil }
    if texte.hasPrefix("entete.") {
      return .entete(champ: try field(String(texte.dropFirst(7)), of: types[0], noeud))
    }
    guard texte.hasPrefix("parent.") else { return .meme(champ: try field(texte, of: type, noeud)) }
    guard let parent = type.parent else { throw noeud.fault("limite « \(texte) » : l'enregistrement n'a pas de père") }
    return .parent(champ: try field(String(texte.dropFirst(7)), of: types[parent], noeud))
  }

  private func attributes(_ noeud: Noeud) throws(FauteDeTable) -> [(nom: String, valeur: String)] {
    try noeud.pairs().filter { $0.cle != "code" && $0.cle != "regle" }
      .map { (cle, valeur) in (cle, LectureDesRegles.shown(valeur)) }
  }

  /// A value of a rule on one line.
  private static func shown(_ noeud: Noeud) -> String {
    if let elements = try? noeud.elements() { return elements.map(shown).joined(separator: ", ") }
    if let pairs = try? noeud.pairs() {
      return pairs.map { "\($0.cle) = \(shown($0.valeur))" }.joined(separator: ", ")
    }
    return (try? noeud.texte()) ?? ""
  }
}
