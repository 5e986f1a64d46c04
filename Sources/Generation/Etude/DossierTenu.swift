import Convention

/// A dossier as its étude knows it, from the files handed to it.
struct DossierTenu {
  struct Titre {
    let rang: Int64
    let emission: Jour
    var reste: Montant
  }
  /// What the accountant has said since, with the day of the file that brought it.
  struct Nouvelle {
    let jour: Jour
    let code: String
    let montant: Montant?
    let rang: Int64?
  }

  let application: String
  let exploitation: String
  let numero: String
  let phase: Phase
  /// Day of the hand-over.
  let remise: Jour
  let etatPoursuites: String?
  /// From the oldest: the order in which money is imputed.
  var titres: [Titre] = []
  var nouvelles: [Nouvelle] = []

  var cle: String { "\(application)/\(exploitation)/\(numero)" }
  var reste: Montant { titres.reduce(.zero) { $0 + $1.reste } }
}

extension DossierTenu {
  /// The accountant ended it, or did what an étude cannot follow with certainty. What came on the day itself is known the next.
  func isOver(on jour: Jour) -> Bool {
    nouvelles.contains { $0.jour < jour && ["01", "03", "05", "12", "20"].contains($0.code) }
  }

  /// Takes an amount off the oldest titres first, or off the one named; gives what was taken from each.
  mutating func take(_ montant: Montant, rang: Int64? = nil) -> [(rang: Int64, montant: Montant)] {
    var left = montant
    var taken: [(Int64, Montant)] = []
    for index in titres.indices where rang == nil || titres[index].rang == rang {
      let part = min(left, titres[index].reste)
      guard part > .zero else { continue }
      titres[index].reste = titres[index].reste - part
      left = left - part
      taken.append((titres[index].rang, part))
    }
    return taken
  }

  /// Applies the accountant's reductions known that day and not applied yet: those of days from `previous` on, before `jour`.
  mutating func follow(after previous: Jour, until jour: Jour) {
    for nouvelle in nouvelles where nouvelle.jour >= previous && nouvelle.jour < jour {
      guard ["02", "04", "06"].contains(nouvelle.code), let montant = nouvelle.montant else { continue }
      _ = take(montant, rang: nouvelle.rang)
    }
  }
}
