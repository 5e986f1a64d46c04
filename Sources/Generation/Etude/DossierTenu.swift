import Convention

/// A dossier as its étude knows it, from the files handed to it.
package struct DossierTenu: Sendable {
  package struct Titre: Sendable {
    let rang: Int64
    let emission: Jour
    var reste: Montant
    package init(rang: Int64, emission: Jour, reste: Montant) {
      self.rang = rang
      self.emission = emission
      self.reste = reste
    }
  }
  /// What was taken from a titre.
  package struct Part: Hashable, Sendable {
    package let rang: Int64
    package let montant: Montant
  }
  /// What the accountant has said since, with the day of the file that brought it.
  struct Nouvelle: Sendable {
    let jour: Jour
    let code: String
    let montant: Montant?
    let rang: Int64?
  }

  package let application: String
  package let exploitation: String
  package let numero: String
  package let phase: Phase
  /// Day of the hand-over.
  package let remise: Jour
  let etatPoursuites: String?
  /// From the oldest: the order in which money is imputed.
  package var titres: [Titre] = []
  var nouvelles: [Nouvelle] = []

  package init(
    application: String, exploitation: String, numero: String, phase: Phase, remise: Jour, etatPoursuites: String?
  ) {
    self.application = application
    self.exploitation = exploitation
    self.numero = numero
    self.phase = phase
    self.remise = remise
    self.etatPoursuites = etatPoursuites
  }

  package var cle: String { "\(application)/\(exploitation)/\(numero)" }
  package var reste: Montant { titres.reduce(.zero) { $0 + $1.reste } }
}

extension DossierTenu {
  /// The accountant ended it, or did what an étude cannot follow with certainty. What came on the day itself is known the next.
  func isOver(on jour: Jour) -> Bool {
    nouvelles.contains { $0.jour < jour && ["01", "03", "05", "12", "20"].contains($0.code) }
  }

  /// Takes an amount off the oldest titres first, or off the one named; gives what was taken from each.
  @discardableResult
  package mutating func take(_ montant: Montant, rang: Int64? = nil) -> [Part] {
    var left = montant
    var taken: [Part] = []
    for index in titres.indices where rang == nil || titres[index].rang == rang {
      let part = min(left, titres[index].reste)
      guard part > .zero else { continue }
      titres[index].reste = titres[index].reste - part
      left = left - part
      taken.append(Part(rang: titres[index].rang, montant: part))
    }
    return taken
  }

  /// Takes a titre in, in the order in which money is imputed; handed over twice, it stays as it was the first time.
  package mutating func add(_ titre: Titre) {
    guard !titres.contains(where: { $0.rang == titre.rang }) else { return }
    titres.append(titre)
    titres.sort { ($0.emission, $0.rang) < ($1.emission, $1.rang) }
  }

  /// Puts back what a payment or a reduction had taken, once it is cancelled.
  package mutating func give(back parts: [Part]) {
    for part in parts {
      guard let index = titres.firstIndex(where: { $0.rang == part.rang }) else { continue }
      titres[index].reste = titres[index].reste + part.montant
    }
  }

  /// Applies the accountant's reductions known that day and not applied yet: those of days from `previous` on, before `jour`.
  mutating func follow(after previous: Jour, until jour: Jour) {
    for nouvelle in nouvelles where nouvelle.jour >= previous && nouvelle.jour < jour {
      guard ["02", "04", "06"].contains(nouvelle.code), let montant = nouvelle.montant else { continue }
      _ = take(montant, rang: nouvelle.rang)
    }
  }
}
