import Convention

/// The communes, their names and their codes, ready for search. Immutable once read, hence shared freely.
final class Table: Sendable {
  struct Commune: Sendable {
    let insee: CodeInsee
    let nom: String
    /// See `DepartementCle`.
    let departement: Int32
  }

  let notice: Notice
  /// Sorted by INSEE code.
  let communes: [Commune]
  let noms: Noms
  let parNom: Groupes
  let parCode: Groupes
  let voisinage: Voisinage
  let debuts: Debuts
  /// Folded names of foreign towns and countries, each with what to say of it.
  let etranger: [[UInt8]: String]

  init(
    notice: Notice, communes: [Commune], noms: Noms, entrees: [Entree], etranger: [[UInt8]: String]
  ) {
    self.notice = notice
    self.communes = communes
    self.noms = noms
    self.parNom = Groupes(entrees, keyCount: max(noms.count, 1)) { $0.nom }
    self.parCode = Groupes(entrees, keyCount: 100_000) { $0.code }
    self.voisinage = Voisinage(noms)
    self.debuts = Debuts(noms)
    self.etranger = etranger
  }

  func exists(code: Int32) -> Bool { !parCode[code].isEmpty }

  func rank(of insee: String) -> Int32? { communes.rank(of: insee) }

  /// Whether the commune is in the département that a postal code points to: that of the communes it serves
  /// or, for a code that serves none, that of its first digits.
  func isCommune(_ commune: Int32, inDepartementOf code: Int32) -> Bool {
    let departement = communes[Int(commune)].departement
    let served = parCode[code]
    if served.isEmpty { return DepartementCle.matches(departement, code: code) }
    return served.contains { communes[Int($0.commune)].departement == departement }
  }
}

extension [Table.Commune] {
  /// The rank of a commune by its INSEE code, which sorts the array; nil when it is not there.
  func rank(of insee: String) -> Int32? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].insee.texte < insee { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].insee.texte == insee ? Int32(low) : nil
  }
}

/// A département as a number, for comparison: 1 to 95, 201 for 2A, 202 for 2B, 971 to 988 overseas.
enum DepartementCle {
  static func make(insee: String) -> Int32 {
    let bytes = Array(insee.utf8)
    switch bytes[1] {
    case 0x41: return 201
    case 0x42: return 202
    default:
      let two = Int32(bytes[0] - 0x30) * 10 + Int32(bytes[1] - 0x30)
      return two >= 97 ? two * 10 + Int32(bytes[2] - 0x30) : two
    }
  }

  /// By the first digits alone: 20 is either part of Corsica.
  static func matches(_ departement: Int32, code: Int32) -> Bool {
    switch code / 1000 {
    case 20: departement == 201 || departement == 202
    case 97...: departement == code / 100
    default: departement == code / 1000
    }
  }
}
