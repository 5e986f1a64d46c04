import Convention
import Generation

/// The debtors: what each truly owes, and what he does about it.
struct Population: Sendable {
  private struct Redevable: Sendable {
    var reste: Montant
    var estAtteint = false
    let lieu: Lieu
  }

  private let graine: UInt64
  private var redevables: [String: Redevable] = [:]
  var livre = Livre()

  init(graine: UInt64) { self.graine = graine }

  mutating func add(_ cle: String, _ demande: DemandeFictive) {
    guard redevables[cle] == nil else { return }
    redevables[cle] = Redevable(reste: demande.total, lieu: demande.lieu)
    livre.demandes.add(demande.total)
  }

  /// The debt goes on under another demand: whoever paid on the former one now pays on this one.
  mutating func reprendre(_ ancienne: String, as nouvelle: String, _ demande: DemandeFictive) {
    guard redevables[ancienne] != nil, redevables[nouvelle] == nil else { return }
    redevables[ancienne]?.reste = .zero
    redevables[nouvelle] = Redevable(reste: demande.total, lieu: demande.lieu)
    livre.judiciaire.reprises.add(demande.total)
  }

  func alea(_ cle: String, _ objet: String) -> Alea { Alea(graine: graine, flux: flux("\(objet)/\(cle)")) }

  /// A first letter or order to pay leaves for him: what it sets going; nothing the next times.
  mutating func ecrire(_ cle: String) -> [Reaction] {
    guard redevables[cle]?.estAtteint == false else { return [] }
    redevables[cle]?.estAtteint = true
    var alea = alea(cle, "redevable")
    return Sort(&alea).reactions(&alea)
  }

  /// He pays one part out of so many of what he owes, never more than the one who takes it knows to be due.
  mutating func payer(_ cle: String, part: Int, plafond: Montant? = nil) -> Montant {
    guard let reste = redevables[cle]?.reste, reste > .zero else { return .zero }
    let wished = part <= 1 ? reste : Montant(cents: max(1, reste.cents / Int64(part)))
    let paid = min(wished, plafond ?? wished)
    redevables[cle]?.reste = reste - paid
    return paid
  }

  /// The bank gives a payment back.
  mutating func rendre(_ cle: String, _ montant: Montant) {
    guard let reste = redevables[cle]?.reste else { return }
    redevables[cle]?.reste = reste + montant
  }

  /// The public body gives up part of the debt: what it gives up is owed no more.
  mutating func remettre(_ cle: String, part: Int) -> Montant { payer(cle, part: part) }

  func reste(_ cle: String) -> Montant { redevables[cle]?.reste ?? .zero }
  func lieu(_ cle: String) -> Lieu? { redevables[cle]?.lieu }
}
