/// Parts of a record type while its kind is being read.
struct TypeBrut {
  var index: Int
  var code: String
  var nom: String
  var sens: String
  var parent: Int?
  var lien: [String]
  var minimum: Int?
  var maximum: Int?
  var niveauRejet: Portee
  var niveauRejetSauf: TypeEnregistrement.NiveauSauf?
  var exigences: [String]
  var champs: [Champ]
  var indexes: [String: Int]
  var plan: PlanBrut
  var controles: [Regle] = []
  var enfants: [Int] = []
  var liens: [(mien: Int, sien: Int)] = []
  var champsDeLien: [Int] = []
}

/// Reads one type of record and the places of its fields.
struct LectureDeType {
  let table: TableBrute
  let listes: [String: Liste]
  let genre: GenreBrut

  func read(_ noeud: Noeud, index: Int) throws(FauteDeTable) -> TypeBrut {
    let code = try noeud.texte("type")
    guard code.utf8.count == 2, code.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw noeud.fault("le type doit faire deux caractères")
    }
    let (champs, places) = try readFields(noeud)
    let indexes = try names(champs, places)
    try checkCover(champs, noeud)
    try checkFrame(champs, indexes, code, noeud)
    var motifs: [Int: Motif] = [:]
    for (position, champ) in champs.enumerated() {
      try LectureDeChamp.check(champ, champs, indexes, listes, places[position])
      motifs[position] = try LectureDeChamp.motif(champ, places[position])
    }
    return TypeBrut(
      index: index, code: code, nom: try noeud.texte("nom"), sens: try noeud.texteOptional("sens") ?? "",
      parent: nil, lien: try noeud.textes("lien"), minimum: try number("minimum", noeud),
      maximum: try number("maximum", noeud), niveauRejet: try level("niveau_rejet", noeud),
      niveauRejetSauf: try levelExcept(noeud, champs, indexes), exigences: try noeud.textes("exigences"),
      champs: champs, indexes: indexes,
      plan: PlanBrut(champs: champs, listes: listes, motifs: motifs, index: indexes))
  }

  private func number(_ cle: String, _ noeud: Noeud) throws(FauteDeTable) -> Int? {
    noeud.optional(cle) == nil ? nil : try noeud.entier(cle)
  }

  private func level(_ cle: String, _ noeud: Noeud) throws(FauteDeTable) -> Portee {
    noeud.optional(cle) == nil ? .enregistrement : try noeud.motPortee(cle)
  }

  private func levelExcept(
    _ noeud: Noeud, _ champs: [Champ], _ indexes: [String: Int]
  ) throws(FauteDeTable) -> TypeEnregistrement.NiveauSauf? {
    guard let sauf = noeud.optional("niveau_rejet_sauf") else { return nil }
    let nom = try sauf.texte("champ")
    guard let champ = indexes[nom] else { throw sauf.fault("niveau_rejet_sauf : champ « \(nom) » inconnu") }
    return TypeEnregistrement.NiveauSauf(
      condition: Regle.Condition(champ: champ, valeur: try sauf.texte("valeur")),
      niveau: try sauf.motPortee("niveau"))
  }

  /// The fields in the order of their first byte, each with its place.
  private func readFields(_ noeud: Noeud) throws(FauteDeTable) -> ([Champ], [Noeud]) {
    var read: [(Champ, Noeud)] = []
    for element in try noeud.required("champs").elements() {
      let place = element.named("champ \(try element.texte("nom"))")
      let champ = try LectureDeChamp.read(place)
      read.append((table.emploi == .site ? champ.admettantLeSite() : champ, place))
    }
    guard read.count < 1000 else { throw noeud.fault("plus de mille champs") }
    let ordered = read.enumerated().sorted {
      ($0.element.0.debut, $0.offset) < ($1.element.0.debut, $1.offset)
    }.map(\.element)
    return (ordered.map(\.0), ordered.map(\.1))
  }

  private func names(_ champs: [Champ], _ places: [Noeud]) throws(FauteDeTable) -> [String: Int] {
    var indexes: [String: Int] = [:]
    for (position, champ) in champs.enumerated() {
      guard indexes[champ.nom] == nil || champ.type == .reserve else {
        throw places[position].fault("champ défini deux fois dans l'enregistrement")
      }
      if indexes[champ.nom] == nil { indexes[champ.nom] = position }
    }
    return indexes
  }

  /// The fields cover the whole record without hole or overlap.
  private func checkCover(_ champs: [Champ], _ noeud: Noeud) throws(FauteDeTable) {
    var next = 1
    for champ in champs {
      let place = noeud.named("champ \(champ.nom)")
      let fault = { (message: String) in
        FauteDeTable(
          fichier: place.fichier, ligne: champ.ligne ?? place.ligne,
          lieu: place.lieu.joined(separator: ", "), message: message)
      }
      if champ.debut > next { throw fault("trou : les octets \(next) à \(champ.debut - 1) ne sont d'aucun champ") }
      if champ.debut < next { throw fault("recouvrement : l'octet \(champ.debut) est déjà du champ précédent") }
      next = champ.fin + 1
    }
    guard next == table.longueur + 1 else {
      throw noeud.fault(
        "les champs couvrent \(next - 1) octets, l'enregistrement en a \(table.longueur) : "
          + (next <= table.longueur ? "trou à la fin" : "le dernier champ dépasse"))
    }
  }

  /// Type in 1–2, line number in 3–10, witness at the end: in every record of every version.
  private func checkFrame(
    _ champs: [Champ], _ indexes: [String: Int], _ code: String, _ noeud: Noeud
  ) throws(FauteDeTable) {
    guard let type = indexes["type_enregistrement"].map({ champs[$0] }), type.debut == 1, type.longueur == 2,
      type.type == .constante, type.valeur == code
    else { throw noeud.fault("« type_enregistrement » doit être la constante « \(code) » en 1-2") }
    guard let rank = indexes["numero_ligne"].map({ champs[$0] }), rank.debut == 3, rank.longueur == 8,
      rank.type == .entier
    else { throw noeud.fault("« numero_ligne » doit être un entier en 3-10") }
    guard let last = champs.last, last.longueur == 1, last.type == .constante,
      last.valeur.flatMap(Latin9.exactBytes) == [table.temoin]
    else { throw noeud.fault("le dernier octet doit être le témoin de fin") }
  }
}

extension Noeud {
  func motPortee(_ cle: String) throws(FauteDeTable) -> Portee {
    let found = try required(cle)
    guard let level = Portee(rawValue: try found.texte()) else {
      throw found.fault("« \(cle) » doit valoir dossier ou enregistrement")
    }
    return level
  }
}
