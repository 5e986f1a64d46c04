extension Dossier {
  /// The progress reports that the étude owes on this dossier (art. 10, al. 2, R033).
  ///
  /// Reading: the period is that of the contract on the day of the hand-over, as the length of the phase is. Nil outside the judicial
  /// recovery, before the reception, and where the contract agreed on no period.
  public var comptesRendus: EcheancierDeComptesRendus? {
    guard demande.phase == .judiciaire, let remise, let reception = remise.reception,
      let months = remise.compteRenduMonths
    else { return nil }
    return try? EcheancierDeComptesRendus(
      reception: reception.jour, periodeMonths: months, recus: poursuites.avancements.map(\.entete.fait),
      fin: fin?.date)
  }

  /// The day of the oldest report that nothing answers yet, come or to come: late from the day after; nil where none is owed.
  public var compteRenduDu: Jour? {
    guard etat == .remis, let schedule = comptesRendus else { return nil }
    // A report answers one period at most: one more than there are reports is enough to find the first without.
    let items = schedule.comptesRendus(through: schedule.echeance(schedule.recus.count + 1))
    return items.first { $0.recuLe == nil }?.echeance
  }

  /// The day from which the nearness of the prescription is an alert (art. 10, al. 5, R037); nil unless an étude holds the dossier.
  public var prescriptionDue: Jour? { etat == .remis ? prescription.alerte : nil }

  /// Held by an étude that waits for the comptable's agreement (art. 10, al. 3, 6 and 7; R035, R039, R040).
  public var attendAccord: Bool { etat == .remis && autorisations.contains(where: \.attendReponse) }

  /// What the étude returns at the end of the judicial recovery (art. 12, R049–R052); nil outside it, or before any étude.
  ///
  /// Readings: rights are due as soon as an act was done or a form established; each form answers one demand to stop, in their order;
  /// the état is annotated by the centre from the constat that gives the address.
  /// - Parameter facture: the number of the invoice of these rights, once there is one.
  public func listeDeCloture(facture: String? = nil) -> ListeDeCloture? {
    guard demande.phase == .judiciaire, remise != nil else { return nil }
    let works = !poursuites.actes.isEmpty || !poursuites.retours.isEmpty
    return ListeDeCloture(
      droits: facture.map { .factures(numero: $0) } ?? (works ? .aFacturer : .aucun),
      procesVerbaux: poursuites.actes.compactMap {
        try? ListeDeCloture.ProcesVerbal(code: $0.acte.code, etatPoursuites: $0.acte.etatPoursuites)
      },
      suspensions: suspensionsJustifiees, adresses: adressesHorsRessort)
  }

  private var suspensionsJustifiees: [ListeDeCloture.Suspension] {
    let forms = poursuites.retours.map(\.retour)
    return demandesDArret.enumerated().map { rang, asked in
      let form = rang < forms.count ? forms[rang] : nil
      return ListeDeCloture.Suspension(
        demandeeLe: asked.date, formulaire: form?.referenceDocument, etatPoursuites: form?.etatPoursuites)
    }
  }

  /// Art. 10, al. 8 and art. 12 ▸4 (R042, R052): the new addresses out of the étude's area, with the état on which they are written.
  public var adressesHorsRessort: [ListeDeCloture.AdresseHorsRessort] {
    guard demande.phase == .judiciaire else { return [] }
    return constats.filter { $0.constat.code == Constat.Code.nouvelleAdresseHorsRessort.rawValue }.compactMap { fait in
      fait.constat.adresse.map {
        ListeDeCloture.AdresseHorsRessort(
          rangRedevable: fait.constat.rangRedevable ?? 1, adresse: $0, etatAnnote: demande.poursuites?.numero)
      }
    }
  }
}
