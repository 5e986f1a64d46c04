import Convention
import Registre

/// The états récapitulatifs of the études: what is due, what was drawn up, signed and sent (art. 13, R053–R054).
public struct Recapitulatifs: Sendable {
  let centre: Centre

  public init(_ centre: Centre) { self.centre = centre }

  /// One that the contract makes due, and how far it has gone.
  public struct Du: Hashable, Sendable {
    public let attendu: RecapitulatifAttendu
    /// What was drawn up, if it was.
    public let ligne: LigneDHistoire?
    public var etat: String { ligne?.etat ?? "ATTENDU" }
  }

  /// What is due within a scope and not yet sent, the oldest first.
  public func dus(_ perimetre: Perimetre, etude: CodeEtude? = nil) async throws -> [Du] {
    let jour = centre.horloge.jour
    return try await centre.registre.lire { lecture in
      let known = try Recapitulatifs.lignes(lecture, perimetre, etude: etude)
      return try Recapitulatifs.attendus(lecture, perimetre, etude: etude, on: jour)
        .map { Du(attendu: $0, ligne: known[$0.cle]) }.filter { $0.etat != "TRANSMIS" }
    }
  }

  /// Draws one up from the journal, in its two copies.
  ///
  /// Refused when the contract makes none due for that period, or when it was already drawn up.
  /// - Returns: the number of its history.
  public func arreter(_ attendu: RecapitulatifAttendu, par auteur: String) async throws -> Int64 {
    let (jour, instant) = (centre.horloge.jour, centre.horloge.instant)
    return try await centre.registre.ecrire { ecriture in
      let (lecture, scope) = (ecriture.lecture, Perimetre.etudes([attendu.etude]))
      guard try lecture.histoire(EtatRecapitulatif.self, cle: attendu.cle, .exploitant) == nil else {
        throw Refus(.recapitulatifDejaArrete, under: Article(13, alinea: 1))
      }
      guard try Recapitulatifs.attendus(lecture, scope, etude: attendu.etude, on: jour).contains(attendu) else {
        throw Refus(.recapitulatifNonAttendu, under: Article(13, alinea: 1))
      }
      let actes = try EtatRecapitulatif.arreter(try Recapitulatifs.contenu(attendu, lecture), le: jour)
      return try ecriture.ouvrir(
        EtatRecapitulatif.self, actes,
        trace: Trace(auteur: auteur, instant: instant, jour: try lecture.jourDeTravail(jour))
      ).id
    }
  }

  /// The étude signs its own.
  public func signer(_ id: Int64, par etude: CodeEtude, _ perimetre: Perimetre, auteur: String) async throws {
    let jour = centre.horloge.jour
    try await decider(id, perimetre, auteur) { try $0.signer(par: etude, le: jour) }
  }

  /// Both copies go to the comptable.
  public func transmettre(_ id: Int64, _ perimetre: Perimetre, auteur: String) async throws {
    let jour = centre.horloge.jour
    try await decider(id, perimetre, auteur) { try $0.transmettre(le: jour) }
  }

  private func decider(
    _ id: Int64, _ perimetre: Perimetre, _ auteur: String,
    _ decide: @escaping @Sendable (EtatRecapitulatif) throws -> [EtatRecapitulatif.Acte]
  ) async throws {
    let (jour, instant) = (centre.horloge.jour, centre.horloge.instant)
    try await centre.registre.ecrire { ecriture in
      guard var fiche = try ecriture.lecture.recit(EtatRecapitulatif.self, id: id, perimetre)?.fiche else {
        throw RecapitulatifIntrouvable()
      }
      let trace = Trace(auteur: auteur, instant: instant, jour: try ecriture.lecture.jourDeTravail(jour))
      try ecriture.ajouter(try decide(fiche.histoire), to: &fiche, trace: trace)
    }
  }
}

/// None of that number in the scope.
public struct RecapitulatifIntrouvable: Error, Hashable, Sendable, CustomStringConvertible {
  public init() {}
  public var description: String { "Aucun état récapitulatif de ce nom dans ce périmètre." }
}

extension Recapitulatifs {
  /// Those that exist, by their key.
  private static func lignes(
    _ lecture: Lecture, _ perimetre: Perimetre, etude: CodeEtude?
  ) throws -> [String: LigneDHistoire] {
    let lignes = try lecture.histoires(.etatRecapitulatif, perimetre, FiltreDHistoires(etude: etude), limit: 1_000_000)
    return Dictionary(lignes.map { ($0.cle, $0) }) { first, _ in first }
  }

  private static func attendus(
    _ lecture: Lecture, _ perimetre: Perimetre, etude: CodeEtude?, on jour: Jour
  ) throws -> [RecapitulatifAttendu] {
    let annuaire = try lecture.annuaire()
    let held = Dictionary(grouping: try lecture.portefeuilles(perimetre, etude: etude), by: \.etude)
    return try held.flatMap { code, items -> [RecapitulatifAttendu] in
      guard let etude = annuaire.etudes[code] else { return [] }
      let portefeuilles = items.map(\.portefeuille)
      return try etude.contrats.flatMap { contrat in
        let siens = portefeuilles.filter { etude.contrats(with: $0.poste).contains(contrat) }
        return try EcheancierDesRecapitulatifs.successifs(etude: code, contrat)
          .flatMap { $0.attendus(on: jour, pour: siens) }
      }
    }.sorted { ($0.periode.au, $0.cle) < ($1.periode.au, $1.cle) }
  }

  /// The last day up to which all the états récapitulatifs that a contract owes were sent; yesterday when none is late (R053).
  static func rendus(of histoire: HistoireDeContrat, _ lecture: Lecture, on jour: Jour) throws -> Jour {
    let (etude, contrat) = (histoire.etude, histoire.contrat(on: jour))
    let held = try lecture.portefeuilles(.departement(histoire.departement), etude: etude).map(\.portefeuille)
    let attendus = try EcheancierDesRecapitulatifs.successifs(etude: etude, contrat)
      .flatMap { $0.attendus(on: jour, pour: held) }
    let lignes = try lignes(lecture, .exploitant, etude: etude)
    let manquants = attendus.filter { lignes[$0.cle]?.etat != "TRANSMIS" }
    return (manquants.map(\.periode.du).min() ?? jour).adding(days: -1)
  }

  /// The table of one, folded from the journal: what a recount gives again.
  static func contenu(_ attendu: RecapitulatifAttendu, _ lecture: Lecture) throws -> ContenuDuRecapitulatif {
    var registre = RegistreDesSommes(etude: attendu.etude)
    var lignes: [LigneDeDossier] = []
    try lecture.dossiers(suivisPar: attendu.etude, poste: attendu.poste, phase: attendu.phase) { dossier in
      try registre.follow(dossier)
      lignes.append(
        LigneDeDossier(dossier, etude: attendu.etude, periode: attendu.periode, registre: registre))
    }
    return try ContenuDuRecapitulatif(
      etude: attendu.etude, poste: attendu.poste, phase: attendu.phase, periode: attendu.periode,
      departement: Recapitulatifs.departement(of: attendu, lecture), dossiers: lignes)
  }

  /// That of the contract if it says so, else where the étude is.
  private static func departement(of attendu: RecapitulatifAttendu, _ lecture: Lecture) throws -> Departement? {
    guard let etude = try lecture.annuaire().etudes[attendu.etude] else { return nil }
    return etude.contrat(with: attendu.poste, on: attendu.periode.du).flatMap(etude.departement(of:))
  }
}
