/// Reads one kind of file: its records, then the links and rules between them.
struct LectureDeGenre {
  let table: TableBrute
  let listes: [String: Liste]

  func read(_ noeud: Noeud) throws(FauteDeTable) -> Genre {
    let nom = try noeud.texte("nom")
    let place = noeud.named("genre \(nom)")
    let brut = GenreBrut(
      nom: nom, code: try code(place), emetteur: try place.texteOptional("emetteur") ?? "",
      destinataire: try place.texteOptional("destinataire") ?? "",
      sens: try place.texteOptional("sens") ?? "", cleSequence: try place.textes("cle_sequence"),
      unParJour: try place.booleen("un_par_jour", default: false),
      exigences: try place.textes("exigences"))
    let types = try readTypes(place, genre: brut)
    try checkHeader(place, types, brut)
    return Genre(brut, enregistrements: types.map { TypeEnregistrement($0, among: types) })
  }

  private func code(_ noeud: Noeud) throws(FauteDeTable) -> String {
    let code = try noeud.texte("code")
    guard code.utf8.count == 2, code.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw noeud.fault("le code du genre doit faire deux caractères")
    }
    return code
  }

  private func readTypes(_ genre: Noeud, genre brut: GenreBrut) throws(FauteDeTable) -> [TypeBrut] {
    var types: [TypeBrut] = []
    var places: [Noeud] = []
    for (index, noeud) in try genre.required("enregistrements").elements().enumerated() {
      let code = try noeud.texte("type")
      let place = noeud.named("enregistrement \(code)")
      guard !types.contains(where: { $0.code == code }) else { throw place.fault("type défini deux fois") }
      types.append(try LectureDeType(table: table, listes: listes, genre: brut).read(place, index: index))
      places.append(place)
    }
    guard types.count >= 2, types.count < 200, types.first?.code == "00", types.last?.code == "99" else {
      throw genre.fault("le premier enregistrement doit être 00, le dernier 99")
    }
    for (index, place) in places.enumerated() { try link(index, place, &types) }
    for (index, place) in places.enumerated() {
      types[index].controles = try LectureDesRegles(table: table, types: types, index: index).read(place)
    }
    try checkTotals(places, types)
    return types
  }

  /// Resolves the father of a record and the fields compared with him.
  private func link(_ index: Int, _ noeud: Noeud, _ types: inout [TypeBrut]) throws(FauteDeTable) {
    guard let parent = try noeud.texteOptional("parent") else {
      guard types[index].lien.isEmpty else { throw noeud.fault("« lien » sans « parent »") }
      return
    }
    guard let father = types.firstIndex(where: { $0.code == parent }), father != 0 else {
      throw noeud.fault("père « \(parent) » inconnu")
    }
    guard father < index else { throw noeud.fault("le père « \(parent) » doit être défini avant") }
    types[index].parent = father
    types[father].enfants.append(index)
    for nom in types[index].lien {
      guard let mien = types[index].indexes[nom] else { throw noeud.fault("lien : champ « \(nom) » inconnu") }
      guard let sien = types[father].indexes[nom] else {
        throw noeud.fault("lien : champ « \(nom) » inconnu du père \(parent)")
      }
      types[index].liens.append((mien, sien))
      if !types[father].champsDeLien.contains(sien) { types[father].champsDeLien.append(sien) }
      if !types[index].champsDeLien.contains(mien) { types[index].champsDeLien.append(mien) }
    }
  }

  /// The header repeats the preamble and carries the fields that the reception stands on.
  private func checkHeader(_ noeud: Noeud, _ types: [TypeBrut], _ brut: GenreBrut) throws(FauteDeTable) {
    let header = types[0]
    for (nom, debut, longueur) in Preambule.places {
      guard let champ = header.indexes[nom].map({ header.champs[$0] }), champ.debut == debut,
        champ.longueur == longueur
      else { throw noeud.fault("en-tête : « \(nom) » doit être en \(debut) sur \(longueur) octets") }
    }
    let values = [
      ("marque", table.format), ("genre", brut.code), ("version", CodeAnomalie(rawValue: table.version).texte),
      ("longueur_enregistrement", fourDigits(table.longueur)),
    ]
    for (nom, valeur) in values {
      guard let index = header.indexes[nom], header.champs[index].valeur == valeur else {
        throw noeud.fault("en-tête : « \(nom) » doit valoir « \(valeur) »")
      }
    }
    for nom in brut.cleSequence + ["numero_sequence", "date_emission", "environnement"]
    where header.indexes[nom] == nil {
      throw noeud.fault("en-tête : champ « \(nom) » absent")
    }
  }

  private func fourDigits(_ value: Int) -> String {
    String(repeating: "0", count: max(0, 4 - String(value).count)) + String(value)
  }

  /// What the trailer counts and sums must exist.
  private func checkTotals(_ places: [Noeud], _ types: [TypeBrut]) throws(FauteDeTable) {
    for (index, type) in types.enumerated() {
      for champ in type.champs {
        guard let controle = champ.controle else { continue }
        let place = places[index].named("champ \(champ.nom)")
        guard index == types.count - 1 else { throw place.fault("« controle » n'a de sens que dans l'en-queue") }
        guard [.entier, .montant].contains(champ.type) else { throw place.fault("« controle » demande un nombre") }
        try check(controle, types, place)
      }
    }
  }

  private func check(_ controle: ControleEnQueue, _ types: [TypeBrut], _ place: Noeud) throws(FauteDeTable) {
    switch controle {
    case .compte(nil): return
    case .compte(let code?):
      guard types.contains(where: { $0.code == code }) else {
        throw place.fault("compte d'un type « \(code) » inconnu")
      }
    case .somme(let code, let nom, let signe):
      guard let type = types.first(where: { $0.code == code }) else {
        throw place.fault("somme d'un type « \(code) » inconnu")
      }
      guard let champ = type.indexes[nom].map({ type.champs[$0] }), [.montant, .entier].contains(champ.type) else {
        throw place.fault("somme d'un champ « \(nom) » inconnu ou qui n'est pas un nombre")
      }
      guard signe == nil || type.champs.contains(where: { $0.type == .signe }) else {
        throw place.fault("somme par signe d'un enregistrement \(code) sans champ de signe")
      }
    }
  }
}
