import Convention
import Foundation

/// Reads `communes.csv` and its complements into a `Table`.
struct Chargement {
  private var notice = Notice()
  private var communes: [Table.Commune] = []
  private var noms = Noms(capacity: 50_000)
  private var entrees: [Entree] = []
  private var etranger: [[UInt8]: String] = [:]
  /// The row before, to fold and check a name only when it changes.
  private var lastInsee: [UInt8] = []
  private var lastNom: Int32 = 0

  /// - Throws: `ReferentielIllisible` with the file and the line.
  static func table(dossier: URL) throws(ReferentielIllisible) -> Table {
    var chargement = Chargement()
    try chargement.readCommunes(dossier)
    try chargement.readComplements(dossier)
    try chargement.readEtranger(dossier)
    return Table(
      notice: chargement.notice, communes: chargement.communes, noms: chargement.noms,
      entrees: chargement.entrees, etranger: chargement.etranger)
  }

  // MARK: - communes.csv

  private mutating func readCommunes(_ dossier: URL) throws(ReferentielIllisible) {
    guard let fichier = try FichierCSV("communes.csv", in: dossier) else { return }
    var comments: [String] = []
    let columns = ["insee", "code_postal", "nom", "acheminement", "ligne5"]
    try fichier.read(columns: columns, comment: { comments.append($0) }) { fields, ligne throws(ReferentielIllisible) in
      try self.addRow(fields, fichier, ligne)
    }
    comments.forEach { addComment($0) }
    notice.communeCount = communes.count
    notice.codePostalCount = Set(entrees.map(\.code)).count
  }

  private mutating func addRow(
    _ fields: [ArraySlice<UInt8>], _ fichier: FichierCSV, _ ligne: Int
  ) throws(ReferentielIllisible) {
    guard let code = Chiffres.number(fields[1], count: 5) else {
      throw fichier.fault("code postal « \(text(fields[1])) » mal formé", at: ligne)
    }
    if !fields[0].elementsEqual(lastInsee) { try addCommune(fields, fichier, ligne) }
    let commune = Int32(communes.count - 1)
    add(lastNom, commune, code, .commune)
    // The name of a town alone designates none of its arrondissements: `Ville` sees to it.
    if !fields[3].isEmpty, Ville.ofArrondissement(communes[Int(commune)].insee.texte) == nil {
      add(fold(fields[3]), commune, code, .acheminement)
    }
    if !fields[4].isEmpty { add(fold(fields[4]), commune, code, .ancienne) }
  }

  private mutating func addCommune(
    _ fields: [ArraySlice<UInt8>], _ fichier: FichierCSV, _ ligne: Int
  ) throws(ReferentielIllisible) {
    guard let insee = CodeInsee(text(fields[0])), !fields[2].isEmpty else {
      throw fichier.fault("code INSEE « \(text(fields[0])) » mal formé, ou commune sans nom", at: ligne)
    }
    guard communes.last.map({ $0.insee < insee }) ?? true else {
      throw fichier.fault("les communes doivent être triées par code INSEE", at: ligne)
    }
    lastInsee = Array(fields[0])
    lastNom = fold(fields[2])
    communes.append(
      Table.Commune(
        insee: insee, nom: text(fields[2]), departement: DepartementCle.make(insee: insee.texte)))
  }

  private mutating func addComment(_ comment: String) {
    guard let colon = comment.firstIndex(of: ":") else { return }
    let value = comment[comment.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    switch comment[..<colon].trimmingCharacters(in: .whitespaces) {
    case "source": notice.source = value
    case "date": notice.date = value
    case "licence": notice.licence = value
    default: break
    }
  }

  // MARK: - Complements

  /// Names that La Poste's table lacks: `codes` blank means every code of the commune.
  private mutating func readComplements(_ dossier: URL) throws(ReferentielIllisible) {
    guard let fichier = try FichierCSV("complements.csv", in: dossier, optional: true) else { return }
    let columns = ["nom", "nature", "insee", "codes", "source"]
    try fichier.read(columns: columns) { fields, ligne throws(ReferentielIllisible) in
      guard let commune = self.communes.rank(of: text(fields[2])) else { return }  // dropped by a later table
      guard let nature = ["actuelle": Nature.commune, "ancienne": .ancienne][text(fields[1])] else {
        throw fichier.fault("nature « \(text(fields[1])) » inconnue", at: ligne)
      }
      let codes = try self.codes(fields[3], of: commune, fichier, ligne)
      let nom = self.fold(fields[0])
      for code in codes { self.add(nom, commune, code, nature) }
    }
  }

  private func codes(
    _ field: ArraySlice<UInt8>, of commune: Int32, _ fichier: FichierCSV, _ ligne: Int
  ) throws(ReferentielIllisible) -> [Int32] {
    if field.isEmpty {
      return Set(entrees.filter { $0.commune == commune }.map(\.code)).sorted()
    }
    var codes: [Int32] = []
    for part in field.split(separator: 0x20) {
      guard let code = Chiffres.number(part, count: 5) else {
        throw fichier.fault("code postal « \(text(part)) » mal formé", at: ligne)
      }
      codes.append(code)
    }
    return codes
  }

  private mutating func readEtranger(_ dossier: URL) throws(ReferentielIllisible) {
    guard let fichier = try FichierCSV("etranger.csv", in: dossier, optional: true) else { return }
    try fichier.read(columns: ["nom", "pays"]) { fields, _ throws(ReferentielIllisible) in
      self.etranger[repliDeCommune(text(fields[0]))] = text(fields[1])
    }
  }

  // MARK: - Names

  private mutating func fold(_ field: ArraySlice<UInt8>) -> Int32 {
    noms.insert(repliDeCommune(text(field)))
  }

  private mutating func add(_ nom: Int32, _ commune: Int32, _ code: Int32, _ nature: Nature) {
    entrees.append(Entree(nom: nom, commune: commune, code: code, nature: nature))
  }
}
