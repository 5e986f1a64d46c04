import Convention

extension Enquete {
  // MARK: - Certain

  /// The commune and its code are both certain.
  func certaine(_ commune: Int32, _ code: Int32, _ verdict: Verdict, _ raison: String) -> Restauration {
    let trouvee = table.communes[Int(commune)]
    return Restauration(
      verdict: verdict, codePostal: .make(code), insee: trouvee.insee, commune: trouvee.nom, candidats: [],
      codesPossibles: [.make(code)], raison: raison)
  }

  /// The commune is certain: so is its code if it has only one.
  func certaine(_ piste: Piste, _ raison: @autoclosure () -> String) -> Restauration {
    if piste.codes.count == 1 { return certaine(piste.commune, piste.codes[0], .corrige, raison()) }
    if let code = zeroPerdu, piste.codes.contains(code) {
      return certaine(piste.commune, code, .corrige, "zéro initial perdu")
    }
    let codes = piste.codes.sorted()
    let liste = codes.map { CodePostal.make($0).texte }.joined(separator: " ")
    let trouvee = table.communes[Int(piste.commune)]
    return Restauration(
      verdict: .ambigu, codePostal: nil, insee: trouvee.insee, commune: trouvee.nom,
      candidats: codes.map { candidat(piste.commune, $0) }, codesPossibles: codes.map { .make($0) },
      raison: "commune certaine, mais plusieurs codes postaux : \(liste)")
  }

  /// Four digits that make a code once their leading zero is back.
  private var zeroPerdu: Int32? {
    guard case .partiel(let digits) = code, digits.count == 4 else { return nil }
    return Chiffres.number([0x30] + digits, count: 5)
  }

  // MARK: - For a person to choose

  /// Several communes, and the codes that each leaves possible.
  ///
  /// - Parameter code: the code that all of them share for certain, because the address itself gives it.
  func ambigue(_ pistes: [Piste], code: Int32? = nil, _ raison: String) -> Restauration {
    let candidats = pistes.flatMap { piste in piste.codes.map { (piste.commune, code ?? $0) } }
    let unique = Set(candidats.map { Pair(commune: $0.0, code: $0.1) }).sorted()
    return Restauration(
      verdict: .ambigu, codePostal: code.map { .make($0) }, insee: nil, commune: nil,
      candidats: unique.map { candidat($0.commune, $0.code) },
      codesPossibles: Set(unique.map(\.code)).sorted().map { .make($0) }, raison: raison)
  }

  private struct Pair: Hashable, Comparable {
    let commune: Int32
    let code: Int32
    static func < (left: Pair, right: Pair) -> Bool {
      (left.commune, left.code) < (right.commune, right.code)
    }
  }

  func candidat(_ commune: Int32, _ code: Int32) -> Candidat {
    let trouvee = table.communes[Int(commune)]
    return Candidat(insee: trouvee.insee, codePostal: .make(code), commune: trouvee.nom)
  }

  // MARK: - Nothing certain

  /// - Parameter indices: communes that a person may want to look at; nothing rests on them.
  func introuvable(_ raison: String, indices: [Piste] = []) -> Restauration {
    Restauration(
      verdict: .introuvable, codePostal: nil, insee: nil, commune: nil,
      candidats: indices.prefix(5).flatMap { piste in piste.codes.map { candidat(piste.commune, $0) } },
      codesPossibles: [], raison: raison)
  }

  // MARK: - Ties

  /// Among several communes or codes, line 5 or the sender's INSEE code may point to one.
  func departager(_ restauration: Restauration) -> Restauration {
    guard restauration.verdict == .ambigu, restauration.candidats.count > 1 else { return restauration }
    return parLigne5(restauration) ?? parInsee(restauration) ?? restauration
  }

  private func parLigne5(_ restauration: Restauration) -> Restauration? {
    guard !adresse.ligne5.isEmpty, let nom = table.noms.find(repliDeCommune(adresse.ligne5)) else { return nil }
    let matching = table.parNom[nom].filter { entree in
      let insee = table.communes[Int(entree.commune)].insee
      let code = CodePostal.make(entree.code)
      return restauration.candidats.contains { $0.insee == insee && $0.codePostal == code }
    }
    let pistes = Piste.grouped(matching)
    guard pistes.count == 1, pistes[0].codes.count == 1 else { return nil }
    return certaine(pistes[0], "la ligne 5 départage")
  }

  /// Beside CEDEX, line 5 holds the commune when it is not the one of the sorting office: if it names another
  /// commune of the département, neither is certain.
  func confronter(_ restauration: Restauration) -> Restauration {
    guard localite.isCedex, let insee = restauration.insee, !adresse.ligne5.isEmpty,
      let nom = table.noms.find(repliDeCommune(adresse.ligne5))
    else { return restauration }
    let others = Piste.grouped(table.parNom[nom]).filter { piste in
      piste.isOfficial && table.communes[Int(piste.commune)].insee != insee && isInDepartement(piste.commune)
    }
    guard !others.isEmpty else { return restauration }
    let office = table.rank(of: insee.texte).map { commune in
      Piste(commune: commune, codes: restauration.codesPossibles.compactMap { Int32($0.texte) }, isOfficial: true)
    }
    return ambigue(others + [office].compactMap { $0 }, "CEDEX : la ligne 5 nomme une autre commune que la ligne 6")
  }

  private func parInsee(_ restauration: Restauration) -> Restauration? {
    guard let insee = adresse.codeInsee, restauration.insee == nil,
      let commune = table.rank(of: insee.uppercased())
    else { return nil }
    let codes = restauration.candidats.filter { $0.insee.texte == table.communes[Int(commune)].insee.texte }
      .compactMap { Int32($0.codePostal.texte) }
    guard !codes.isEmpty else { return nil }
    return certaine(
      Piste(commune: commune, codes: codes, isOfficial: true), "le code INSEE reçu départage")
  }
}

extension CodePostal {
  /// The code of a number below 100 000.
  static func make(_ number: Int32) -> CodePostal {
    guard let code = CodePostal(String(decoding: Chiffres.digits(number), as: UTF8.self)) else {
      preconditionFailure("five digits always make a postal code")
    }
    return code
  }
}
