@testable import Convention

/// A dossier and its history, driven as the centre drives it: decide, then follow what was decided.
struct Vie {
  private(set) var dossier: Dossier
  private(set) var histoire: [Evenement]
  /// The number of the last message received.
  private(set) var numero: Int64 = 0

  /// A demand received but not yet at an étude.
  init(transmise demande: Demande) {
    let transmis = DossierTransmis(demande: demande)
    dossier = Dossier(transmis)
    histoire = [.dossierTransmis(transmis)]
  }

  /// A demand handed over on 2 March 2026, under a contract of 75 days (50 in judicial recovery).
  init(
    _ demande: Demande = .exemple(), remise: Jour = Exemple.remise, delaiDays: Int? = nil,
    insee: CodeInsee? = nil
  ) {
    self.init(transmise: demande)
    let delai = delaiDays ?? (demande.phase == .comminatoire ? 75 : 50)
    follow([.dossierRemis(.exemple(le: remise, insee: insee, delaiDays: delai))])
  }

  mutating func follow(_ evenements: [Evenement]) {
    for evenement in evenements { dossier.apply(evenement) }
    histoire += evenements
  }

  /// A message of an étude, received on the day of the fact unless said otherwise.
  @discardableResult
  mutating func receive(
    _ contenu: Message.Contenu, de etude: CodeEtude = Exemple.etude, fait: Jour, recu: Jour? = nil,
    relais: Relais = .aucun, seuil: Montant? = nil
  ) throws(Refus) -> [Evenement] {
    numero += 1
    let entete = EnteteMessage(etude: etude, numero: numero, fait: fait, bilan: true)
    let jour = recu ?? fait
    let evenements = try dossier.decide(
      Message(entete: entete, contenu: contenu), jour: jour, instant: Instant(jour, heure: 12),
      relais: relais, seuil: seuil)
    follow(evenements)
    return evenements
  }

  /// An update of the comptable, received on its day unless said otherwise.
  @discardableResult
  mutating func update(_ actualisation: Actualisation, recu: Jour? = nil) -> [Evenement] {
    let jour = recu ?? actualisation.date
    let evenements = dossier.decide(actualisation, jour: jour, instant: Instant(jour, heure: 6))
    follow(evenements)
    return evenements
  }

  /// The end of a day.
  @discardableResult
  mutating func close(_ jour: Jour) -> [Evenement] {
    let evenements = dossier.decideSoir(jour)
    follow(evenements)
    return evenements
  }

  /// Every evening from a day to another, both included.
  @discardableResult
  mutating func close(from first: Jour, through last: Jour) -> [Evenement] {
    var evenements: [Evenement] = []
    var jour = first
    while jour <= last {
      evenements += close(jour)
      jour = jour.adding(days: 1)
    }
    return evenements
  }
}

extension Vie {
  /// Acknowledged on a day, written and received that day.
  mutating func acknowledge(_ jour: Jour, recu: Jour? = nil) throws(Refus) {
    try receive(.accuse(.exemple(jour)), fait: jour, recu: recu)
  }

  /// A dossier acknowledged on the day of its hand-over.
  static func recue(_ demande: Demande = .exemple(), delaiDays: Int? = nil) throws(Refus) -> Vie {
    var vie = Vie(demande, delaiDays: delaiDays)
    try vie.acknowledge(Exemple.remise)
    return vie
  }
}

extension Sequence where Element == Evenement {
  var genres: [Evenement.Genre] { map(\.genre) }
  var fin: PhaseTerminee? {
    for case .phaseTerminee(let fin) in self { return fin }
    return nil
  }
  var rouvert: DossierRouvert? {
    for case .dossierRouvert(let fait) in self { return fait }
    return nil
  }
  var relances: [Relance] {
    compactMap { if case .relanceEmise(let fait) = $0 { fait.relance } else { nil } }
  }
  var encaissement: EncaissementConstate? {
    for case .encaissementConstate(let fait) in self { return fait }
    return nil
  }
  var accuse: AccuseRecu? {
    for case .accuseRecu(let fait) in self { return fait }
    return nil
  }
  var actualisation: ActualisationRecue? {
    for case .actualisationRecue(let fait) in self { return fait }
    return nil
  }
}
