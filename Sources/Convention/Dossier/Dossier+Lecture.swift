extension Dossier {
  public var estClos: Bool {
    if case .clos = etat { true } else { false }
  }

  /// Given up by the exploitant while it waited: a rejected demand, which nothing ends or reopens.
  public var estEcarte: Bool {
    if case .ecarte = etat { true } else { false }
  }

  public var fin: PhaseTerminee? {
    if case .clos(let fin) = etat { fin } else { nil }
  }

  /// Held by an étude and not ended.
  public var estOuvert: Bool { etat == .remis }

  /// What is due on each titre, from the oldest to the newest.
  public var restes: [(rang: Int, reste: Montant)] { compte.restes(actualisations) }

  public var resteDu: Montant { restes.reduce(.zero) { $0 + $1.reste } }

  /// What the étude and the Trésor have received and not given back, on the debt.
  public var recouvre: Montant {
    encaissements.reduce(.zero) { total, item in
      item.encaissement.annule == nil
        ? total + item.encaissement.creance : total - item.encaissement.creance
    }
  }

  /// The last day of the phase: the comptable's date, or the reception and the contract's length; nil before reception.
  public var terme: Jour? {
    if let fixe = actualisations.termeFixe { return fixe }
    guard let remise, let reception = remise.reception else { return nil }
    return terme(reception: reception.jour, remise)
  }

  /// What a reception on a day gives, under the length of the hand-over.
  func terme(reception: Jour, _ remise: Remise) -> Jour { termeDePhase(reception: reception, remise).jour }

  func termeDePhase(reception: Jour, _ remise: Remise) -> TermeDePhase {
    TermeDePhase(
      reception: reception, demande.phase, dureeDays: remise.delaiDays, remise.insee?.departement,
      jourZero: jourZero(reception: reception, remise), depart: remise.depart)
  }

  /// Left out: a day 0 of the judicial recovery other than the reception, which no form of the annexes suggests.
  func jourZero(reception: Jour, _ remise: Remise) -> Jour {
    switch demande.phase {
    case .comminatoire: remise.depart.jourZero(demandeDu: demande.date, recueLe: reception)
    case .judiciaire: reception
    }
  }

  public func estSuspendu(on jour: Jour) -> Bool { !actualisations.suspensions(on: jour).isEmpty }

  /// The principal debtor's address as now known: the last correction, or the demand's (R013: the others remain).
  public var adresseCourante: Adresse? {
    let corrections = actualisations.actives.filter { $0.effet == .adresse && ($0.rangRedevable ?? 1) == 1 }
    return corrections.last?.adresse ?? demande.principal?.adresse
  }

  public func holds(_ etude: CodeEtude) -> Bool { etat == .remis && remise?.etude == etude }

  /// A payment of this étude that still counts.
  public func encaissement(_ numero: String, of etude: CodeEtude) -> EncaissementConstate? {
    let own = encaissements.filter { $0.entete.etude == etude }
    guard !own.contains(where: { $0.encaissement.annule == numero }) else { return nil }
    return own.first { $0.encaissement.numero == numero && $0.encaissement.annule == nil }
  }
}

extension Dossier {
  /// The étude that holds it, or held it last; none while it waits for one.
  public var attributaire: CodeEtude? {
    switch etat {
    case .transmis, .enAttente, .ecarte: nil
    case .remis, .clos: remise?.etude
    }
  }
}
