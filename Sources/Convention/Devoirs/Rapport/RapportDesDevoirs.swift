/// How the centre kept its duties over a period, for CL1A and the directions (R084, R093–R096, R178, R181–R182, R186).
///
/// It names postes, études, demands and days, never a redevable: reminders and counts of stale dossiers are passed in.
public struct RapportDesDevoirs: Hashable, Sendable {
  public struct Section: Hashable, Sendable {
    public let titre: String
    /// At least one; « Néant » where there is nothing to say.
    public let lignes: [String]
  }

  /// What is read elsewhere: reminders, counts by étude, and the postes that exchange.
  public struct Comptes: Hashable, Sendable {
    /// Reminders sent in the period (R182).
    public let relances: [CodeEtude: Int]
    /// The first of them one by one, for whoever sees their dossiers.
    public let relancesDatees: [RelanceDatee]
    /// Dossiers without news at the instant of the report (R181).
    public let dormants: [CodeEtude: Int]
    public let actifs: Set<Codique>

    public init(
      relances: [CodeEtude: Int] = [:], relancesDatees: [RelanceDatee] = [], dormants: [CodeEtude: Int] = [:],
      actifs: Set<Codique> = []
    ) {
      self.relances = relances
      self.relancesDatees = relancesDatees
      self.dormants = dormants
      self.actifs = actifs
    }
  }

  public let periode: Fenetre
  public let sections: [Section]

  /// As known at `instant`, for the facts whose beginning lies in the period.
  public init(
    _ periode: Fenetre, at instant: Instant, incidents: [IncidentDeService], formations: [Formation],
    sollicitations: [Sollicitation], comptes: Comptes = Comptes()
  ) {
    self.periode = periode
    let faults = incidents.filter { periode.contains($0.debut ?? $0.enregistre) }
    let registre = RegistreDesFormations(formations)
    sections = [
      Section(
        "Incidents imputables au centre", faults.filter { $0.qualification?.imputabilite == .imputable }.map(\.ligne)),
      Section(
        "Incidents non imputables", faults.filter { $0.qualification?.imputabilite == .nonImputable }.map(\.ligne)),
      Section("Incidents à qualifier", faults.filter { $0.qualification == nil }.map { $0.resume.cle }),
      Section("Avis au bureau CL1A", faults.compactMap { $0.ligneCL1A(at: instant) }),
      Section("Autres avis tardifs ou manquants", faults.flatMap { $0.lignesTardives(at: instant) }),
      Section("Disponibilité", Disponibilite(periode, incidents: incidents, at: instant).lignes),
      Section("Observations des comptables", sollicitations.filter { $0.isObservation(in: periode) }.map(\.ligne)),
      Section("Relances adressées aux études", comptes.lignesDeRelances),
      Section(
        "Dossiers sans nouvelles au \(instant.jour.texte)",
        RapportDesDevoirs.lignes(comptes.dormants, "dossier", "dossiers")),
      Section("Formations tenues", formations.compactMap { $0.ligne(in: periode) }),
      Section(
        "Postes actifs sans formation",
        registre.sansFormation(comptes.actifs, on: periode.a.adding(seconds: -1).jour).map(\.texte)),
    ]
  }

  static func lignes(_ counts: [CodeEtude: Int], _ one: String, _ many: String) -> [String] {
    counts.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { code, count in
      "\(code) : \(count) \(count > 1 ? many : one)"
    }
  }

  /// The report as text, a blank line between sections.
  public var texte: String {
    sections.map { ([$0.titre] + $0.lignes.map { "- \($0)" }).joined(separator: "\n") }.joined(separator: "\n\n")
  }
}

extension RapportDesDevoirs.Section {
  fileprivate init(_ titre: String, _ lignes: [String]) {
    self.init(titre: titre, lignes: lignes.isEmpty ? ["Néant"] : lignes)
  }
}
