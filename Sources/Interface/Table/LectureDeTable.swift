import Convention
import Yams

/// Reads one version from its YAML file; the first fault refuses it, with its place.
struct LectureDeTable {
  let fichier: String
  private let racine: Noeud

  init(fichier: String, texte: String) throws(FauteDeTable) {
    self.fichier = fichier
    racine = Noeud(node: try LectureDeTable.compose(texte, fichier), fichier: fichier, lieu: [])
  }

  /// The table as the exchanges, or the site, write with it.
  func read(_ emploi: EmploiDeTable = .echanges) throws(FauteDeTable) -> TableFormat {
    let brute = try properties(emploi)
    try checkPreamble(racine, brute)
    let listes = Dictionary(uniqueKeysWithValues: brute.listes.map { ($0.nom, $0) })
    var genres: [Genre] = []
    for noeud in try racine.required("genres").elements() {
      let genre = try LectureDeGenre(table: brute, listes: listes).read(noeud)
      guard !genres.contains(where: { $0.code == genre.code || $0.nom == genre.nom }) else {
        throw noeud.fault("genre « \(genre.nom) » (\(genre.code)) défini deux fois")
      }
      genres.append(genre)
    }
    guard !genres.isEmpty else { throw racine.fault("aucun genre de fichier") }
    return TableFormat(brute, genres: genres)
  }

  /// Every scalar stays the text that stands in the file: what it means is decided where it is read.
  private static func compose(_ texte: String, _ fichier: String) throws(FauteDeTable) -> Node {
    do {
      if let node = try Yams.compose(yaml: texte, .basic) { return node }
    } catch {
      let mark = (error as? YamlError)?.place
      throw FauteDeTable(
        fichier: fichier, ligne: mark?.line, lieu: mark.map { "colonne \($0.column)" } ?? "",
        message: "la syntaxe YAML est fausse à partir d'ici")
    }
    throw FauteDeTable(fichier: fichier, ligne: nil, lieu: "", message: "fichier vide")
  }

  private func properties(_ emploi: EmploiDeTable) throws(FauteDeTable) -> TableBrute {
    guard let du = try racine.jour("valable_du") else { throw racine.fault("« valable_du » manque") }
    let brute = TableBrute(
      fichier: fichier, format: try racine.texte("format"), version: try version(racine),
      longueur: try longueur(racine), codage: try codage(racine), temoin: try temoin(racine),
      valableDu: du, valableAu: try racine.jour("valable_au"), accord: try accord(racine),
      preambule: try preambule(racine), types: try types(racine), listes: try listes(racine),
      anomalies: try anomalies(racine), emploi: emploi)
    if let au = brute.valableAu, au < du {
      throw racine.fault("« valable_au » est avant « valable_du »")
    }
    return brute
  }

  private func version(_ racine: Noeud) throws(FauteDeTable) -> Int {
    let version = try racine.entier("version")
    guard (1...999).contains(version) else {
      throw try racine.required("version").fault("« version » doit aller de 1 à 999")
    }
    return version
  }

  private func longueur(_ racine: Noeud) throws(FauteDeTable) -> Int {
    let longueur = try racine.entier("longueur_enregistrement")
    guard (26...9999).contains(longueur) else {
      throw try racine.required("longueur_enregistrement").fault("la longueur doit aller de 26 à 9999 octets")
    }
    return longueur
  }

  private func codage(_ racine: Noeud) throws(FauteDeTable) -> String {
    let codage = try racine.texte("codage")
    guard codage.uppercased() == "ISO-8859-15" else {
      throw try racine.required("codage").fault("codage « \(codage) » non admis : ISO-8859-15 seulement")
    }
    return codage
  }

  private func temoin(_ racine: Noeud) throws(FauteDeTable) -> UInt8 {
    let noeud = try racine.required("temoin_fin")
    guard let bytes = Latin9.exactBytes(try noeud.texte()), bytes.count == 1, bytes[0] > Octet.blanc else {
      throw noeud.fault("« temoin_fin » doit être un seul caractère visible")
    }
    return bytes[0]
  }

  private func accord(_ racine: Noeud) throws(FauteDeTable) -> TableFormat.Accord {
    guard let noeud = racine.optional("accord") else {
      return TableFormat.Accord(reference: "", date: nil)
    }
    return TableFormat.Accord(
      reference: try noeud.texteOptional("reference") ?? "", date: try noeud.jour("date"))
  }

  private func types(_ racine: Noeud) throws(FauteDeTable) -> [(type: TypeDeChamp, sens: String)] {
    var types: [(type: TypeDeChamp, sens: String)] = []
    for (nom, valeur) in try racine.required("types").pairs() {
      guard let type = TypeDeChamp(rawValue: nom) else { throw valeur.fault("type de champ « \(nom) » inconnu") }
      types.append((type, try valeur.texte()))
    }
    return types
  }
}

extension YamlError {
  /// Where a syntax error stands, from 1.
  fileprivate var place: Mark? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
    default: nil
    }
  }
}
