import Convention

/// The restoration of one address: what was read, and the table to read it against.
///
/// The rules are tried in the order of docs/adresses.md; each either concludes or passes.
struct Enquete {
  let table: Table
  let adresse: AdresseRecue
  /// The code typed in its field or, failing that, the one found beside the name.
  var code: CodeLu
  var localite: Localite

  init(_ adresse: AdresseRecue, _ table: Table) {
    self.table = table
    self.adresse = adresse
    self.localite = Localite(adresse.localite) { table.noms.find($0) != nil }
    self.code = CodeLu(adresse.codePostal)
    if localite.code != .absent, typed == nil || code.isPartial { code = localite.code }
    if code == .absent { code = codeEgare() ?? .absent }
    if !adresse.ligne5.isEmpty { readCedexOfLigne5() }
  }

  /// A code that slipped into line 5 or 4, believed only if the name received goes with it.
  private func codeEgare() -> CodeLu? {
    guard let nom = table.noms.find(localite.nom) else { return nil }
    for ligne in [adresse.ligne5, adresse.ligne4] where !ligne.isEmpty {
      for word in repli(ligne).split(separator: 0x20) {
        guard let code = Chiffres.number(word, count: 5), table.parNom[nom].contains(where: { $0.code == code })
        else { continue }
        return .complet(code, asTyped: false)
      }
    }
    return nil
  }

  /// `CEDEX 9` alone in line 5 belongs to the locality.
  private mutating func readCedexOfLigne5() {
    let ligne = Localite(adresse.ligne5) { table.noms.find($0) != nil }
    guard ligne.isCedex, !localite.isCedex, ligne.nom.isEmpty || ligne.nom == localite.nom else { return }
    localite.isCedex = true
    localite.numeroCedex = ligne.numeroCedex
  }

  // MARK: - What the code says

  /// The five digits read, whether they are a code in use or not.
  var typed: Int32? {
    if case .complet(let code, _) = code { return code }
    return nil
  }

  /// The code read, when it is one that La Poste uses.
  var existing: Int32? { typed.flatMap { table.exists(code: $0) ? $0 : nil } }

  /// The digits read, five or not, to look for a typing fault.
  var digits: [UInt8]? {
    switch code {
    case .complet(let code, _): Chiffres.digits(code)
    case .partiel(let digits): digits
    case .absent, .corse, .etranger, .illisible: nil
    }
  }

  /// Whether something in the address speaks for the département of this commune.
  func isInDepartement(_ commune: Int32) -> Bool {
    let departement = table.communes[Int(commune)].departement
    if localite.departement == departement { return true }
    if case .corse(let corse) = code { return corse == departement }
    return typed.map { table.isCommune(commune, inDepartementOf: $0) } ?? false
  }

  /// Whether the code received points to this commune: by its département, by the first digits of one of its
  /// codes (some communes are served from the next département), or by a typing fault.
  func isDesignated(_ piste: Piste) -> Bool {
    if isInDepartement(piste.commune) || piste.codes.contains(where: isTypingFault) { return true }
    return typed.map { typed in piste.codes.contains { $0 / 1000 == typed / 1000 && typed < 97_000 } } ?? false
  }

  /// Whether something in the address names a département at all.
  var namesDepartement: Bool {
    if case .corse = code { return true }
    return typed != nil || localite.departement != nil
  }

  /// A code beside CEDEX is no typing fault: it is another code than the street's.
  func isTypingFault(of code: Int32) -> Bool {
    guard !localite.isCedex, let digits else { return false }
    return Chiffres.isOneFault(code, from: digits)
  }

  // MARK: - Conclusion

  func conclude() -> Restauration {
    if let raison = etranger() { return introuvable(raison) }
    if localite.nom.isEmpty { return sansNom() }
    if let ville = VilleLue(localite.nom) { return confronter(dansVille(ville)) }
    if let nom = table.noms.find(localite.nom) { return confronter(departager(exacte(table.parNom[nom]))) }
    return confronter(departager(approchee()))
  }

  /// Why the address is not in France, nil if nothing says so.
  private func etranger() -> String? {
    if let pays = adresse.codePays, !pays.isEmpty, !Self.paysFrancais.contains(pays.uppercased()) {
      return "adresse à l’étranger (pays \(pays))"
    }
    if code == .etranger { return "le code postal porte la marque d’un autre pays" }
    guard table.noms.find(localite.nom) == nil, VilleLue(localite.nom) == nil else { return nil }
    if let typed, typed < 1000 { return "secteur postal des armées, sans commune" }
    if let typed, typed / 100 == 980 { return "Monaco : pays étranger, hors ressort" }
    return table.etranger[localite.nom].map { "adresse à l’étranger (\($0))" }
  }

  /// France and the overseas territories whose addresses La Poste's table holds.
  private static let paysFrancais: Set<String> = [
    "FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC",
  ]
}

extension CodeLu {
  var isPartial: Bool {
    if case .partiel = self { return true }
    return false
  }
  var isAsTyped: Bool { if case .complet(_, asTyped: true) = self { true } else { false } }
}
