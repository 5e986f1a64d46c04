import Convention

/// What should be due, counted again from the history alone and in another way than `Compte` does it.
struct Decompte {
  private(set) var restes: [(rang: Int, reste: Montant)]
  /// Payments that still count, whole.
  private(set) var paye = Montant.zero
  /// Reductions that still count, whole.
  private(set) var reduit = Montant.zero
  /// What total cancellations took.
  private(set) var eteint = Montant.zero
  /// What payments and reductions had beyond what was due.
  private(set) var surplus = Montant.zero

  init?(_ histoire: [Evenement]) {
    guard case .dossierTransmis(let transmis)? = histoire.first else { return nil }
    restes = transmis.demande.titres.sorted { ($0.emission, $0.rang) < ($1.emission, $1.rang) }
      .map { ($0.rang, $0.resteDu) }
    let updates = Decompte.actualisations(histoire)
    let defaits = Decompte.defaits(updates)
    let impayes = Decompte.impayes(histoire)
    for fait in histoire {
      switch fait {
      case .actualisationRecue(let fait) where !defaits.contains(fait.actualisation.numero): suivre(fait.actualisation)
      case .encaissementConstate(let fait) where fait.encaissement.annule == nil:
        if !impayes.contains("\(fait.entete.etude)/\(fait.encaissement.numero)") { suivre(fait) }
      default: continue
      }
    }
  }

  var reste: Montant { restes.reduce(.zero) { $0 + $1.reste } }

  static func actualisations(_ histoire: [Evenement]) -> [Actualisation] {
    histoire.compactMap { if case .actualisationRecue(let fait) = $0 { fait.actualisation } else { nil } }
  }

  /// Numbers of the updates that a later « annulation », itself not undone, cites.
  static func defaits(_ updates: [Actualisation]) -> Set<Int64> {
    var defaits: Set<Int64> = []
    for (index, item) in updates.enumerated().reversed() where item.effet == .annulation {
      guard !defaits.contains(item.numero), let cite = item.evenementAnnule else { continue }
      if updates.prefix(index).contains(where: { $0.numero == cite }) { defaits.insert(cite) }
    }
    return defaits
  }

  private static func impayes(_ histoire: [Evenement]) -> Set<String> {
    Set(
      histoire.compactMap { fait in
        guard case .encaissementConstate(let fait) = fait else { return nil }
        return fait.encaissement.annule.map { "\(fait.entete.etude)/\($0)" }
      })
  }

  private mutating func suivre(_ item: Actualisation) {
    switch item.effet {
    case .reduction:
      let montant = item.montant ?? .zero
      reduit += montant
      surplus += item.rangTitre.map { take(montant, $0) } ?? takeFromOldest(montant)
    case .arret where item.code != "12":
      eteint += reste
      for index in restes.indices { restes[index].reste = .zero }
    case .arret, .suspension, .reprise, .terme, .reponse, .adresse, .annulation: break
    }
  }

  private mutating func suivre(_ fait: EncaissementConstate) {
    paye += fait.encaissement.creance
    for part in fait.imputations { surplus += take(part.montant, part.rangTitre) }
  }

  /// Gives back what the titre did not owe.
  private mutating func take(_ montant: Montant, _ rang: Int) -> Montant {
    guard let index = restes.firstIndex(where: { $0.rang == rang }) else { return montant }
    let part = min(montant, restes[index].reste)
    restes[index].reste -= part
    return montant - part
  }

  private mutating func takeFromOldest(_ montant: Montant) -> Montant {
    restes.map(\.rang).reduce(montant) { take($0, $1) }
  }
}
