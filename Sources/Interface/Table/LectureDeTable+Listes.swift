// The preamble, the closed lists and the anomalies.

extension LectureDeTable {
  func preambule(_ racine: Noeud) throws(FauteDeTable) -> [TableFormat.ChampDePreambule] {
    try racine.required("preambule").elements().map { (noeud) throws(FauteDeTable) in
      TableFormat.ChampDePreambule(
        nom: try noeud.texte("nom"), debut: try noeud.entier("debut"), longueur: try noeud.entier("longueur"),
        valeur: try noeud.texteOptional("valeur"))
    }
  }

  /// The first 25 bytes of a header stand at the same place in every version: no table may move them.
  func checkPreamble(_ racine: Noeud, _ brute: TableBrute) throws(FauteDeTable) {
    let noeud = try racine.required("preambule").named("préambule")
    for (nom, debut, longueur) in Preambule.places {
      guard let champ = brute.preambule.first(where: { $0.nom == nom }) else {
        throw noeud.fault("« \(nom) » manque")
      }
      guard champ.debut == debut, champ.longueur == longueur else {
        throw noeud.fault("« \(nom) » doit commencer à \(debut) sur \(longueur) octets dans toute version")
      }
    }
    guard brute.format == Preambule.marque else {
      throw racine.fault("« format » doit valoir « \(Preambule.marque) » dans toute version")
    }
    guard brute.preambule.first(where: { $0.nom == "marque" })?.valeur == brute.format else {
      throw noeud.fault("la marque doit valoir « \(brute.format) »")
    }
  }

  func listes(_ racine: Noeud) throws(FauteDeTable) -> [Liste] {
    try racine.required("listes").pairs().map { (nom, noeud) throws(FauteDeTable) in
      try liste(nom, noeud.named("liste \(nom)"))
    }
  }

  private func liste(_ nom: String, _ noeud: Noeud) throws(FauteDeTable) -> Liste {
    var valeurs: [Liste.Valeur] = []
    for element in try noeud.required("valeurs").elements() {
      let valeur = Liste.Valeur(
        code: try element.texte("code"), libelle: try element.texte("libelle"),
        exige: try element.textes("exige"), effet: try element.texteOptional("effet"))
      guard !valeur.code.isEmpty, !valeur.code.hasPrefix(" "), !valeur.code.hasSuffix(" "),
        Latin9.exactBytes(valeur.code) != nil
      else { throw element.fault("code « \(valeur.code) » mal formé") }
      guard !valeurs.contains(where: { $0.code == valeur.code }) else {
        throw element.fault("code « \(valeur.code) » deux fois")
      }
      valeurs.append(valeur)
    }
    return Liste(
      nom: nom, version: try noeud.entier("version"), sens: try noeud.texte("sens"),
      source: try noeud.texteOptional("source") ?? "", valeurs: valeurs)
  }

  func anomalies(_ racine: Noeud) throws(FauteDeTable) -> [Anomalie] {
    var anomalies: [Anomalie] = []
    for element in try racine.required("anomalies").elements() {
      let code = try element.codeAnomalie("code")
      guard !anomalies.contains(where: { $0.code == code }) else {
        throw element.fault("anomalie \(code) définie deux fois")
      }
      anomalies.append(
        Anomalie(
          code: code, nom: try element.texte("nom"), niveau: try element.mot("niveau"),
          sens: try element.texte("sens"), exigences: try element.textes("exigences")))
    }
    let missing = Preambule.codes.filter { code in !anomalies.contains { $0.code == code } }
    guard missing.isEmpty else {
      let codes = missing.map(\.texte).joined(separator: ", ")
      throw try racine.required("anomalies").fault("anomalies absentes : \(codes)")
    }
    return anomalies
  }
}

extension Noeud {
  func codeAnomalie(_ cle: String) throws(FauteDeTable) -> CodeAnomalie {
    let found = try required(cle)
    let texte = try found.texte()
    guard let code = CodeAnomalie(texte) else {
      throw found.fault("« \(texte) » n'est pas un code d'anomalie de trois chiffres")
    }
    return code
  }
}

/// What no version may change.
enum Preambule {
  static let places: [(nom: String, debut: Int, longueur: Int)] = [
    ("type_enregistrement", 1, 2), ("numero_ligne", 3, 8), ("marque", 11, 6), ("genre", 17, 2),
    ("version", 19, 3), ("longueur_enregistrement", 22, 4),
  ]
  static let octetCount = 25
  static let marque = "CSHUIS"

  /// Codes that the program gives by itself, whatever the rules of the table.
  static let codes: [CodeAnomalie] =
    ([1, 2, 3, 4, 5, 6, 7, 8, 9] + Array(101...106) + Array(201...209) + [301, 902, 903, 904, 905])
    .map { CodeAnomalie(rawValue: $0) }
}
