import Convention
import Interface

/// What a file holds, counted by the one who writes it: the truth that the trailer announces and that a reception must find.
struct Comptes {
  private let sommes: [(champ: Int, type: String, nom: String, signe: String?)]
  private(set) var total = 0
  private(set) var types: [String: Int] = [:]
  /// By sum of the trailer, in the order of its fields.
  private var montants: [Int64]

  init(_ genre: Genre) {
    sommes = genre.enQueue.champs.enumerated().compactMap { index, champ in
      guard case .somme(let type, let nom, let signe) = champ.controle else { return nil }
      return (index, type, nom, signe)
    }
    montants = Array(repeating: 0, count: sommes.count)
  }

  mutating func count(_ ligne: Ligne) {
    total += 1
    if ligne.isStranger { return }
    types[ligne.type, default: 0] += 1
    for (index, somme) in sommes.enumerated() where somme.type == ligne.type {
      guard somme.signe == nil || ligne.texte("sens") == somme.signe, let montant = ligne.montant(somme.nom) else {
        continue
      }
      montants[index] += montant.cents
    }
  }

  /// The fields of the trailer, the trailer itself counted.
  func enQueue(_ genre: Genre) -> [(nom: String, valeur: Int64)] {
    var values: [(String, Int64)] = []
    for (index, champ) in genre.enQueue.champs.enumerated() {
      switch champ.controle {
      case .compte(nil): values.append((champ.nom, Int64(total + 1)))
      case .compte(let code?): values.append((champ.nom, Int64(types[code] ?? 0)))
      case .somme:
        if let rank = sommes.firstIndex(where: { $0.champ == index }) { values.append((champ.nom, montants[rank])) }
      case nil: continue
      }
    }
    return values
  }
}
