/// The sums that the trailer of a kind of file announces, and their comparison with what was read (903 to 905).
struct Totaux {
  struct Somme {
    let type: Int
    let debut: Int
    let longueur: Int
    /// The sign that a record must bear to be summed, and where it stands; 0 for none.
    let signe: UInt8
    let signeDebut: Int
    /// The trailer's field.
    let champ: Int
  }
  let sommes: [Somme]
  private let sommesByType: [[Int]]
  /// Counts: field of the trailer, and type counted, nil for all.
  private let comptes: [(champ: Int, type: Int?)]

  init(_ genre: Genre) {
    var sommes: [Somme] = []
    var comptes: [(champ: Int, type: Int?)] = []
    for (index, champ) in genre.enQueue.champs.enumerated() {
      switch champ.controle {
      case nil: continue
      case .compte(let code): comptes.append((index, code.flatMap { genre.type($0)?.index }))
      case .somme(let code, let nom, let signe):
        guard let type = genre.type(code), let summed = type.champ(nom) else { continue }
        let mark = type.champs.first { $0.type == .signe }
        sommes.append(
          Somme(
            type: type.index, debut: type.champs[summed].debut - 1, longueur: type.champs[summed].longueur,
            signe: signe?.utf8.first ?? 0, signeDebut: (mark?.debut ?? 1) - 1, champ: index))
      }
    }
    self.sommes = sommes
    self.comptes = comptes
    sommesByType = genre.enregistrements.map { type in sommes.indices.filter { sommes[$0].type == type.index } }
  }

  /// Adds the amounts of one record, accepted or not. An absent amount counts zero; an unreadable one, or a record of wrong form,
  /// prevents the sum from being checked.
  @inline(__always)
  func add(_ article: Article, typeIndex: Int, isMalformed: Bool, to cumuls: inout Cumuls) {
    for index in sommesByType[typeIndex] {
      guard !isMalformed else {
        cumuls.spoil(index)
        continue
      }
      add(article.octets, index, to: &cumuls)
    }
  }

  @inline(__always)
  private func add(_ octets: Octets, _ index: Int, to cumuls: inout Cumuls) {
    let somme = sommes[index]
    let field = octets + somme.debut
    if field.isBlank(somme.longueur) { return }
    guard let value = field.entier(somme.longueur) else { return cumuls.spoil(index) }
    guard somme.signe != 0 else { return cumuls.add(value, to: index) }
    let signe = octets[somme.signeDebut]
    if signe == somme.signe {
      cumuls.add(value, to: index)
    } else if signe != UInt8(ascii: "+"), signe != UInt8(ascii: "-") {
      cumuls.spoil(index)
    }
  }

  /// Compares the trailer with what was read. A field of the trailer that is unreadable is not compared: 905 says it.
  func check(_ enQueue: Enregistrement, _ type: TypeEnregistrement, _ cumuls: inout Cumuls) {
    if type.fault(enQueue.octets) != nil { cumuls.signal(905) }
    for (champ, counted) in comptes {
      guard let announced = enQueue.entier(champ) else { continue }
      let found = counted.map { cumuls.comptes[$0] } ?? cumuls.total
      if announced != Int64(found) { cumuls.signal(903) }
    }
    for (index, somme) in sommes.enumerated() where !cumuls.illisibles[index] {
      guard let announced = enQueue.entier(somme.champ) else { continue }
      if announced != cumuls.sommes[index] { cumuls.signal(904) }
    }
  }
}

extension Controleur {
  /// At the end of the file, once.
  func finish() {
    if let enQueue { totaux.check(enQueue, genre.enQueue, &cumuls) }
  }
}
