/// What an étude holds for the postes: receipts, transfers and fees of all its payments (art. 14, R058).
///
/// Held = receipts − transfers − fees on every day. Left out: what a lot of transfers holds, which the accounts know; a
/// partial transfer of one payment, which no text provides for.
public struct RegistreDesSommes: Hashable, Sendable {
  public let etude: CodeEtude
  /// Which delay its part payments have.
  public let politique: PolitiqueDesAcomptes
  /// By dossier, then by number.
  private var sommes: [CleDemande: [String: SommeDetenue]] = [:]

  public init(etude: CodeEtude, politique: PolitiqueDesAcomptes = .defaut) {
    self.etude = etude
    self.politique = politique
  }

  public private(set) subscript(cle: SommeDetenue.Cle) -> SommeDetenue? {
    get { sommes[cle.dossier]?[cle.numero] }
    set { sommes[cle.dossier, default: [:]][cle.numero] = newValue }
  }

  /// The payments of one dossier, by number.
  public func sommes(of dossier: CleDemande) -> [SommeDetenue] {
    sommes[dossier, default: [:]].values.sorted { $0.cle < $1.cle }
  }

  /// A payment received by this étude; each is entered once.
  public mutating func receive(_ somme: SommeDetenue) throws(Refus) {
    guard somme.etude == etude else { throw Refus(.autreEtude, under: Article(14)) }
    guard self[somme.cle] == nil else { throw Refus(.sommeDejaInscrite, under: Article(7, alinea: 2)) }
    self[somme.cle] = somme
  }

  /// A transfer to the poste, or the handing over of a cheque to the order of the Trésor, in time or not.
  public mutating func pass(_ cle: SommeDetenue.Cle, le jour: Jour) throws(Refus) {
    var somme = try known(cle, on: jour)
    guard somme.passeeLe == nil, somme.annuleeLe == nil else {
      throw Refus(.sommeDejaPassee, under: Article(14))
    }
    somme.passeeLe = jour
    self[cle] = somme
  }

  /// The entire cancellation of a payment, passed on or not (art. 7, al. 2, R132).
  public mutating func cancel(_ cle: SommeDetenue.Cle, le jour: Jour) throws(Refus) {
    var somme = try known(cle, on: jour)
    guard somme.annuleeLe == nil else { throw Refus(.encaissementInconnu, under: Article(7, alinea: 2)) }
    somme.annuleeLe = jour
    self[cle] = somme
  }

  private func known(_ cle: SommeDetenue.Cle, on jour: Jour) throws(Refus) -> SommeDetenue {
    guard let somme = self[cle] else { throw Refus(.encaissementInconnu, under: Article(7, alinea: 2)) }
    guard jour >= somme.recuLe else { throw Refus(.avantReception, under: Article(14)) }
    return somme
  }

  fileprivate var toutes: some Sequence<SommeDetenue> { sommes.values.lazy.flatMap(\.values) }

  fileprivate func all(_ keeps: (SommeDetenue) -> Bool) -> [SommeDetenue] {
    toutes.filter(keeps).sorted { ($0.limite, $0.cle) < ($1.limite, $1.cle) }
  }

  fileprivate func sum(_ part: (SommeDetenue) -> Montant) -> Montant {
    toutes.reduce(.zero) { $0 + ($1.versement == .auTresor ? .zero : part($1)) }
  }
}

extension RegistreDesSommes {
  /// All that was paid to the étude and not cancelled, up to a day included.
  public func recettes(on jour: Jour) -> Montant {
    sum { $0.isReceived(on: jour) ? $0.creance + $0.fraisHT + $0.tva : .zero }
  }

  /// What it kept of that for its fees, tax included; a fee leaves with the payment that brings it.
  public func frais(on jour: Jour) -> Montant {
    sum { $0.isReceived(on: jour) ? $0.fraisHT + $0.tva : .zero }
  }

  public func reversements(on jour: Jour) -> Montant {
    sum { $0.isPassed(on: jour) ? $0.creance : .zero }
  }

  /// Negative where more was passed on than was paid in the end.
  public func detenu(on jour: Jour) -> Montant {
    recettes(on: jour) - reversements(on: jour) - frais(on: jour)
  }

  /// What waits, money and cheques, the nearest limit first; a limit already passed comes before.
  public func enAttente(on jour: Jour) -> [SommeDetenue] { all { $0.isWaiting(on: jour) } }

  /// The late ones, the oldest limit first.
  public func enRetard(on jour: Jour) -> [SommeDetenue] {
    all { if case .enRetard = $0.situation(on: jour) { true } else { false } }
  }

  /// Those whose limit is near, before it has passed.
  public func enAlerte(on jour: Jour) -> [SommeDetenue] {
    all { if case .enAlerte = $0.situation(on: jour) { true } else { false } }
  }

  /// Cheques to the order of the Trésor that the étude still has to hand over.
  public func chequesARemettre(on jour: Jour) -> Montant {
    toutes.reduce(.zero) { $0 + ($1.versement == .auTresor ? $1.aPasser(on: jour) : .zero) }
  }

  /// What the étude holds for each poste, by its codique; their sum is what it holds.
  public func duAuxPostes(on jour: Jour) -> [(poste: String, montant: Montant)] {
    let money = toutes.filter { $0.versement != .auTresor }
    return Dictionary(grouping: money, by: \.poste)
      .map { poste, sommes in (poste, sommes.reduce(.zero) { $0 + $1.aPasser(on: jour) }) }
      .filter { $0.montant != .zero }.sorted { $0.poste < $1.poste }
  }

  public func explicationDuDetenu(on jour: Jour) -> Explication {
    let (received, passed, fees) = (recettes(on: jour), reversements(on: jour), frais(on: jour))
    return Explication(
      "Sommes détenues par l’étude", regle: "RegistreDesSommes", articles: [Article(14)], exigences: ["R058"],
      donnees: [
        .init("étude", etude.texte), .init("au", jour.texte), .init("recettes", received.texte),
        .init("reversements", passed.texte), .init("frais conservés", fees.texte),
      ],
      calcul: ["\(received.texte) − \(passed.texte) − \(fees.texte) = \(detenu(on: jour).texte)"],
      resultat: detenu(on: jour).texte)
  }
}
