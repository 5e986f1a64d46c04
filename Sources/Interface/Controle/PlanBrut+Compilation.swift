// From the description of the fields to the flat plan.

extension PlanBrut {
  /// The fields are in the order of their first byte; names have been checked.
  init(champs: [Champ], listes: [String: Liste], motifs: [Int: Motif], index: [String: Int]) {
    listeOfChamp = Array(repeating: -1, count: champs.count)
    places = champs.enumerated().map { Plan.Place($1, $0) }
    for (position, champ) in champs.enumerated() where champ.type != .reserve {
      var etape = Plan.Etape(
        type: champ.type, obligatoire: champ.obligatoire, isReplaceable: champ.inconnu != nil,
        champ: Int16(position), debut: Int32(champ.debut - 1), longueur: Int32(champ.longueur))
      etape.siAbsent = champ.obligatoireSiAbsent.flatMap { index[$0] }.map(Int32.init) ?? -1
      etape.plafond = champ.plafond ?? .max
      etape.avertissement = Int16(champ.inconnu?.avertissement.rawValue ?? 0)
      if let liste = champ.liste.flatMap({ listes[$0] }) {
        etape.liste = Int32(self.listes.count)
        listeOfChamp[position] = self.listes.count
        add(liste, index: index)
      }
      if let motif = motifs[position] { add(motif, to: &etape) }
      if champ.type == .constante { addConstant(champ, to: &etape) }
      add(champ.cle, index: index, to: &etape)
      if etape.checksSomething { etapes.append(etape) }
    }
  }

  private mutating func add(_ liste: Liste, index: [String: Int]) {
    var capacity = 4
    while capacity < liste.valeurs.count * 3 { capacity *= 2 }
    var cases = Array(repeating: ListeCompilee.Case(), count: capacity)
    for valeur in liste.valeurs {
      let required = valeur.exige.compactMap { index[$0] }.sorted()
      let bytes = Latin9.bytes(valeur.code)
      let key = bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { listKey($0, buffer.count) } ?? 0
      }
      var slot = Int(ListeCompilee.slot(key, mask: UInt64(capacity - 1)))
      while cases[slot].isTaken { slot = (slot + 1) % capacity }
      cases[slot] = ListeCompilee.Case(
        key: key, isTaken: true, exigeStart: Int32(exiges.count), exigeCount: Int32(required.count))
      exiges.append(contentsOf: required.map(Int32.init))
    }
    listes.append(cases)
  }

  private mutating func add(_ motif: Motif, to etape: inout Plan.Etape) {
    etape.motif = Int32(automates.count)
    etape.motifClasses = Int32(motif.classCount)
    etape.motifStart = Int32(motif.start)
    automates.append(contentsOf: motif.classes.map(UInt16.init))
    automates.append(contentsOf: motif.transitions)
  }

  private mutating func addConstant(_ champ: Champ, to etape: inout Plan.Etape) {
    etape.constante = Int32(constantes.count)
    var bytes = Latin9.bytes(champ.valeur ?? "")
    bytes += Array(repeating: Octet.blanc, count: max(0, champ.longueur - bytes.count))
    constantes.append(contentsOf: bytes.prefix(champ.longueur))
  }

  private func add(_ cle: Cle?, index: [String: Int], to etape: inout Plan.Etape) {
    switch cle {
    case nil: return
    case .siret: etape.cle = .siret
    case .siren: etape.cle = .siren
    case .selon(let champ):
      etape.cle = .selon
      etape.cleChamp = Int32(index[champ] ?? -1)
    }
  }
}

extension Plan.Etape {
  /// A free text that may be absent has nothing to check beyond the control bytes of the record.
  var checksSomething: Bool {
    type != .texte || obligatoire || siAbsent >= 0 || liste >= 0 || motif >= 0 || cle != .none
  }
}
