/// The field checks of one type of record (2xx), compiled to flat memory: no text, no allocation, no reference while reading.
///
/// `@unchecked Sendable`: the memory is written before anyone sees the plan and only read afterwards; the type of record owns it.
struct Plan: @unchecked Sendable {
  /// One field that has something to check.
  struct Etape {
    var type: TypeDeChamp
    var obligatoire: Bool
    var isReplaceable: Bool
    var champ: Int16
    var debut: Int32
    var longueur: Int32
    /// Field that makes this one mandatory when blank; -1 for none.
    var siAbsent: Int32 = -1
    /// Slot of the closed list in `listes`; -1 for none.
    var liste: Int32 = -1
    /// Offset of the expression in `automates`; -1 for none.
    var motif: Int32 = -1
    var motifClasses: Int32 = 0
    var motifStart: Int32 = 0
    var cle: CleCompilee = .none
    var cleChamp: Int32 = -1
    /// Offset in `constantes`; -1 for none.
    var constante: Int32 = -1
    var plafond: Int64 = .max
    var avertissement: Int16 = 0
  }
  enum CleCompilee: UInt8 { case none, siret, siren, selon }

  /// Where a field stands (from 0) and what it is, for the rules.
  struct Place {
    var debut: Int32
    var longueur: Int32
    var champ: Int16
    var type: TypeDeChamp
    var obligatoire: Bool

    init(_ champ: Champ, _ index: Int) {
      debut = Int32(champ.debut - 1)
      longueur = Int32(champ.longueur)
      self.champ = Int16(index)
      type = champ.type
      obligatoire = champ.obligatoire
    }

    var fin: Int { Int(debut + longueur) }
  }

  let etapes: UnsafeBufferPointer<Etape>
  let places: UnsafeBufferPointer<Place>
  let listes: UnsafeBufferPointer<ListeCompilee>
  let automates: UnsafeBufferPointer<UInt16>
  let constantes: UnsafeBufferPointer<UInt8>
  /// Fields required by a value of a list, one run after the other.
  let exiges: UnsafeBufferPointer<Int32>
  /// Slot of the list of each field; -1 for none.
  let listeOfChamp: UnsafeBufferPointer<Int>

  init(_ brut: PlanBrut, in memoire: Memoire) {
    etapes = memoire.copy(brut.etapes)
    places = memoire.copy(brut.places)
    automates = memoire.copy(brut.automates)
    constantes = memoire.copy(brut.constantes)
    exiges = memoire.copy(brut.exiges)
    listeOfChamp = memoire.copy(brut.listeOfChamp)
    listes = memoire.copy(
      brut.listes.map { ListeCompilee(cases: memoire.copy($0).baseAddress, mask: UInt64($0.count - 1)) })
  }

  /// Is that value, right blanks removed, in the closed list of the field?
  func isListed(_ champ: Int, _ valeur: String) -> Bool {
    guard listeOfChamp[champ] >= 0, let bytes = Latin9.exactBytes(valeur) else { return true }
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { listes[listeOfChamp[champ]].find(listKey($0, buffer.count)) != nil } ?? false
    }
  }
}

/// A closed list as a small open-addressed table.
struct ListeCompilee {
  struct Case {
    var key: UInt64 = 0
    var isTaken = false
    /// The run of fields that the value requires, in `Plan.exiges`.
    var exigeStart: Int32 = 0
    var exigeCount: Int32 = 0
  }
  let cases: UnsafePointer<Case>?
  let mask: UInt64

  @inline(__always)
  static func slot(_ key: UInt64, mask: UInt64) -> UInt64 {
    (key &* 0x9E37_79B9_7F4A_7C15) >> 40 & mask
  }

  @inline(__always)
  func find(_ key: UInt64) -> UnsafePointer<Case>? {
    guard let cases else { return nil }
    var slot = ListeCompilee.slot(key, mask: mask)
    while cases[Int(slot)].isTaken {
      if cases[Int(slot)].key == key { return cases + Int(slot) }
      slot = (slot + 1) & mask
    }
    return nil
  }
}

struct PlanBrut {
  var etapes: [Plan.Etape] = []
  var places: [Plan.Place] = []
  var listes: [[ListeCompilee.Case]] = []
  var automates: [UInt16] = []
  var constantes: [UInt8] = []
  var exiges: [Int32] = []
  /// Slot of the list of each field, -1 for none.
  var listeOfChamp: [Int] = []
}
