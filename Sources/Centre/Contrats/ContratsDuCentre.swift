import Convention
import Registre

/// The contracts of the centre and what is done of them: each act is decided by the convention, kept in the journal, and followed
/// at once by the contract that receptions read with the étude (art. 1, 9, 10, 18 to 21).
public struct ContratsDuCentre: Sendable {
  let registre: Registre
  let horloge: Horloge

  public init(_ registre: Registre, _ horloge: Horloge) {
    self.registre = registre
    self.horloge = horloge
  }

  public init(_ centre: Centre) { self.init(centre.registre, centre.horloge) }

  public typealias Fiche = FicheDHistoire<HistoireDeContrat>

  /// Which contract, for whom, and who acts.
  public struct Geste: Hashable, Sendable {
    /// That of the contract, « 31-E3101-20250101 », or the code of an étude for the contract that applies to it.
    public var cle: String
    public var perimetre: Perimetre
    /// As the journal keeps it.
    public var auteur: String
    /// How many acts it had when its form was shown: the same form sent twice acts once; nil for a command.
    public var rang: Int?

    public init(
      _ cle: String, _ perimetre: Perimetre = .exploitant, par auteur: String = "exploitant", rang: Int? = nil
    ) {
      self.cle = cle
      self.perimetre = perimetre
      self.auteur = auteur
      self.rang = rang
    }
  }

  /// What the convention decides of a contract, on the day to which the work belongs.
  typealias Decision = @Sendable (HistoireDeContrat, Jour, Lecture) throws -> [HistoireDeContrat.Acte]

  /// Decides, appends and rewrites the contract of the étude, in one transaction; gives the contract as it then is.
  ///
  /// Throws a `Refus`, or a ``FauteDeContrat`` for a contract out of the scope or changed since its form was shown; nothing is
  /// changed then.
  @discardableResult
  func agir(_ geste: Geste, _ decision: @escaping Decision) async throws -> Fiche {
    let (aujourdhui, instant) = (horloge.jour, horloge.instant)
    return try await registre.ecrire { registre in
      let lecture = registre.lecture
      let jour = try lecture.jourDeTravail(aujourdhui)
      guard var fiche = try lecture.contrat(geste.cle, geste.perimetre, on: jour) else { throw FauteDeContrat.inconnu }
      if let rang = geste.rang, rang != fiche.rang {
        try ContratsDuCentre.requireRepetition(of: geste, since: rang, fiche, jour, lecture, decision)
        return fiche
      }
      let actes = try decision(fiche.histoire, jour, lecture)
      try registre.ajouter(actes, to: &fiche, trace: Trace(auteur: geste.auteur, instant: instant, jour: jour))
      try registre.projeter(contratsOf: fiche.histoire.etude, on: jour)
      return fiche
    }
  }

  /// A form that comes again did its acts the first time: the same person's, and the same. Anything else is refused.
  private static func requireRepetition(
    of geste: Geste, since rang: Int, _ fiche: Fiche, _ jour: Jour, _ lecture: Lecture, _ decision: Decision
  ) throws {
    guard let (_, actes) = try lecture.recit(HistoireDeContrat.self, id: fiche.id, geste.perimetre),
      rang > 0, rang < actes.count, let before = HistoireDeContrat(actes.prefix(rang).map(\.acte)),
      let again = try? decision(before, jour, lecture)
    else { throw FauteDeContrat.perime }
    let done = actes.dropFirst(rang).prefix(again.count)
    guard !again.isEmpty, done.map(\.acte) == again, done.allSatisfy({ $0.auteur == geste.auteur }) else {
      throw FauteDeContrat.perime
    }
  }
}

extension Lecture {
  /// A contract within a scope, by its key or by its étude; nil for another's as for one that does not exist.
  public func contrat(
    _ cle: String, _ perimetre: Perimetre, on jour: Jour
  ) throws -> ContratsDuCentre.Fiche? {
    guard let etude = CodeEtude(cle) else { return try histoire(HistoireDeContrat.self, cle: cle, perimetre) }
    let fiches = try contrats(of: etude, perimetre)
    let applied = Dictionary(grouping: fiches, by: \.histoire.departement).values.compactMap { siens in
      let histoire = siens.map(\.histoire).applicable(on: jour)
      return siens.first { $0.histoire == histoire }
    }
    guard applied.count < 2 else { throw FauteDeContrat.aChoisir(applied.map(\.cle).sorted()) }
    return applied.first
  }
}

extension Ecriture {
  /// Rewrites the contracts kept with an étude as their acts tell them on a day; without acts, what was declared stays.
  func projeter(contratsOf etude: CodeEtude, on jour: Jour) throws {
    let histoires = try lecture.contrats(of: etude, .exploitant).map(\.histoire)
    if !histoires.isEmpty { try garder(histoires.contrats(on: jour), of: etude) }
  }
}
