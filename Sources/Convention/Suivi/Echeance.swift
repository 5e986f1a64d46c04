/// A date that counts for a dossier, and the article it comes from.
public struct Echeance: Hashable, Sendable {
  public enum Nature: String, Hashable, Sendable {
    case accuse, premiereLettre, relance, secondeLettre, finSuspension, terme, prescription
  }
  public let nature: Nature
  public let jour: Jour
  public let article: Article

  init(_ nature: Nature, _ jour: Jour, _ article: Article) {
    self.nature = nature
    self.jour = jour
    self.article = article
  }

  /// What is due, in French.
  public var libelle: String {
    switch nature {
    case .accuse: "accusé de réception de l’étude"
    case .premiereLettre: "première lettre de relance au redevable"
    case .relance: "relance de l’étude par le centre"
    case .secondeLettre: "seconde lettre, avant la fin de la phase"
    case .finSuspension: "fin des délais de paiement accordés"
    case .terme: "dernier jour de la phase"
    case .prescription: "prescription de l’action du comptable"
    }
  }
}

extension Dossier {
  /// The dates to come, the nearest first; a date that was kept is not among them.
  public func echeances(on jour: Jour) -> [Echeance] {
    guard etat == .remis else { return [] }
    let all =
      [echeanceAccuse, echeanceLettre, echeanceRelance(on: jour), echeanceSecondeLettre]
      + [echeanceSuspension(on: jour), echeanceTerme, echeancePrescription]
    return all.compactMap { $0 }.filter { $0.jour >= jour }.sorted { $0.jour < $1.jour }
  }

  private var echeanceAccuse: Echeance? {
    guard let remise, remise.reception == nil else { return nil }
    let day = remise.jour.adding(days: Relance.Rang.accuse.days(on: remise.jour))
    return Echeance(.accuse, day, Article(.annexeQualite, "I.2"))
  }

  private var echeanceLettre: Echeance? {
    guard demande.phase == .comminatoire, actions.premiereLettre == nil, let limit = limitePremiereLettre
    else { return nil }
    return Echeance(.premiereLettre, limit, Article(.annexeQualite, "I.1"))
  }

  private func echeanceRelance(on jour: Jour) -> Echeance? {
    guard let remise, !estSuspendu(on: jour), !aAgi else { return nil }
    let toCome = [Relance.Rang.quinzaine, .quarantaine].filter { rang in !relances.contains { $0.rang == rang } }
    let days = toCome.map { remise.jour.adding(days: $0.days(on: remise.jour)) }
    return days.first { $0 >= jour }.map { Echeance(.relance, $0, Article(.annexeQualite, "I.2")) }
  }

  private var echeanceSecondeLettre: Echeance? {
    guard demande.phase == .comminatoire, actions.secondeLettre == nil, let terme else { return nil }
    return Echeance(.secondeLettre, terme.adding(days: -1), Article(.annexeQualite, "I.1"))
  }

  private func echeanceSuspension(on jour: Jour) -> Echeance? {
    let running = actualisations.suspensions(on: jour)
    let ends = running.compactMap { $0.code == "07" ? $0.fin : nil }
    // A suspension without an end goes on after the delays granted.
    guard ends.count == running.count else { return nil }
    return ends.max().map { Echeance(.finSuspension, $0, Article(8)) }
  }

  private var echeanceTerme: Echeance? {
    terme.map { Echeance(.terme, $0, articleTerme) }
  }

  private var echeancePrescription: Echeance? {
    prescription.dernierJour.map { Echeance(.prescription, $0, Article(.codeCollectivites, "L.1617-5")) }
  }

  /// Art. 9, al. 3 for a date fixed by the comptable, else the length of the phase.
  var articleTerme: Article {
    if actualisations.termeFixe != nil { return Article(9, alinea: 3) }
    return demande.phase == .comminatoire ? Article(9, alinea: 1) : Article(10, alinea: 1)
  }
}

extension Dossier {
  /// Annexe qualité I.1 (R147): the last day of the first letter; nil before reception.
  public var limitePremiereLettre: Jour? {
    guard let reception = remise?.reception else { return nil }
    return reception.jour.adding(days: Bareme.premiereLettreDays.value(on: reception.jour))
  }

  /// A minimal action that is missing or came late (R146–R148).
  public enum Manque: String, Hashable, Sendable, CaseIterable {
    case premiereLettreEnRetard
    case premiereLettreManquante
    case secondeLettreManquante

    public var phrase: String {
      switch self {
      case .premiereLettreEnRetard: "première lettre envoyée plus de trois jours après la réception"
      case .premiereLettreManquante: "première lettre non envoyée trois jours après la réception"
      case .secondeLettreManquante: "seconde lettre non envoyée alors que la phase s’achève"
      }
    }
  }

  /// What the étude has not done of the minimum, on that day; a dossier paid, suspended or judicial lacks nothing.
  public func manques(on jour: Jour) -> [Manque] {
    guard attendLettre, !estSuspendu(on: jour) else { return [] }
    return [manquePremiereLettre(on: jour), manqueSecondeLettre(on: jour)].compactMap { $0 }
  }

  /// The last day of a first letter that is still to be sent; nil where none is expected.
  public var premiereLettreDue: Jour? {
    attendLettre && actions.premiereLettre == nil ? limitePremiereLettre : nil
  }

  /// The day from which a missing second letter is an alert; nil where none is expected.
  public var secondeLettreDue: Jour? {
    guard attendLettre, actions.secondeLettre == nil, let terme else { return nil }
    return terme.adding(days: -Bareme.alerteSecondeLettreDays.value(on: terme))
  }

  private var attendLettre: Bool { etat == .remis && demande.phase == .comminatoire && resteDu > .zero }

  private func manquePremiereLettre(on jour: Jour) -> Manque? {
    guard let limit = limitePremiereLettre else { return nil }
    if let sent = actions.premiereLettre { return sent > limit ? .premiereLettreEnRetard : nil }
    return jour > limit ? .premiereLettreManquante : nil
  }

  private func manqueSecondeLettre(on jour: Jour) -> Manque? {
    guard let alert = secondeLettreDue else { return nil }
    return jour >= alert ? .secondeLettreManquante : nil
  }

  /// Annexe qualité I.1 ▸3 (R149): worth a call that day — a telephone, something due, nothing suspended.
  public func estAppelable(on jour: Jour) -> Bool {
    let joignable = demande.redevables.contains { !$0.telephones.isEmpty }
    return etat == .remis && joignable && resteDu > .zero && !estSuspendu(on: jour)
  }

  /// Reminders that the étude has not yet justified (R160).
  public var relancesInjustifiees: [Relance] {
    relances.filter { relance in
      !justifications.contains { $0.relance == relance.rang.rawValue }
    }
  }
}
