import Convention
import Registre

extension Facturation {
  /// What is asked: whose services, of which days, under which number if not the next.
  public struct Demande: Hashable, Sendable {
    public var etude: CodeEtude
    public var du: Jour
    public var au: Jour
    /// Where the étude's dossiers belong to several directors.
    public var departement: Departement?
    public var numero: String?

    public init(
      _ etude: CodeEtude, du: Jour, au: Jour, departement: Departement? = nil, numero: String? = nil
    ) {
      self.etude = etude
      self.du = du
      self.au = au
      self.departement = departement
      self.numero = numero
    }
  }

  /// What an étude may bill for a period: changes nothing.
  public func preparer(_ demande: Demande) async throws -> PreparationDeFacture {
    let services = try await services(of: demande.etude)
    let jour = centre.horloge.jour
    return try await centre.registre.lire { try services.preparer(demande, le: jour, $0) }
  }

  /// Issues it under its number: the same number asked again for the same days and director is the invoice already
  /// issued, unless it was rejected.
  ///
  /// The dossiers are read before the transaction, which only checks that nothing of them was billed meanwhile. Throws a `Refus`
  /// when the convention forbids it or there is nothing to bill; nothing is then kept.
  public func emettre(_ demande: Demande, par auteur: Auteur) async throws -> FicheDHistoire<Facture> {
    if let done = try await dejaEmise(demande) { return done }
    let services = try await services(of: demande.etude)
    let jour = centre.horloge.jour
    return try await centre.registre.ecrire { [self] ecriture in
      let lecture = ecriture.lecture
      let preparation = try services.preparer(demande, le: jour, lecture)
      try preparation.requireLines()
      let actes = try Facture.emettre(
        preparation.projet, contrat: try services.contrat(of: preparation.projet.departement, on: demande.du),
        deja: FacturesEmises(try lecture.factures(of: demande.etude)))
      return try ecriture.ouvrir(Facture.self, actes, trace: try trace(auteur, lecture))
    }
  }

  private func dejaEmise(_ demande: Demande) async throws -> FicheDHistoire<Facture>? {
    guard let numero = demande.numero else { return nil }
    let found = try await centre.registre.lire { [perimetre] in
      try $0.histoire(Facture.self, cle: "\(demande.etude)-\(numero)", perimetre)
    }
    return found.flatMap { $0.histoire.answers(demande) ? $0 : nil }
  }

  private func services(of code: CodeEtude) async throws -> ServicesDEtude {
    try await centre.registre.lire { [perimetre, lectures = centre.lectures] lecture in
      guard let etude = try lecture.annuaire().etudes[code] else { throw FauteDeFacture.etudeInconnue(code) }
      return ServicesDEtude(etude: etude, prestations: try lecture.prestations(of: etude, perimetre, lectures))
    }
  }
}

/// An étude and what it did on its judicial dossiers.
private struct ServicesDEtude: Sendable {
  let etude: Etude
  let prestations: [PrestationsDuDossier]

  func preparer(
    _ demande: Facturation.Demande, le jour: Jour, _ lecture: Lecture
  ) throws -> PreparationDeFacture {
    let departement = try departement(demande.departement)
    return try PreparationDeFacture(
      prestations.filter { $0.lieu.departement == departement }, of: etude.code,
      try contrat(of: departement, on: demande.du), departement, du: demande.du, au: demande.au, le: jour,
      deja: FacturesEmises(try lecture.factures(of: etude.code)), numero: demande.numero)
  }

  /// Of contracts that follow each other, the one on the first day of what is billed: nothing done is left between two.
  func contrat(of departement: Departement, on jour: Jour) throws -> ContratDepartemental {
    guard let contrat = etude.contrat(of: departement, on: jour) else { throw Dossier.sansContrat }
    return contrat
  }

  /// The one asked for, or the only one that has something to pay.
  private func departement(_ asked: Departement?) throws -> Departement {
    if let asked { return asked }
    let found = Set(try prestations.filter { !$0.isVide }.map { try $0.departement() })
    guard found.count < 2 else {
      throw FauteDeFacture.departementAChoisir(found.sorted { $0.texte < $1.texte })
    }
    guard let departement = found.first else { throw Refus(.rienAFacturer, under: Article(16)) }
    return departement
  }
}

extension Facture {
  /// Whether it is what is asked for, already issued.
  fileprivate func answers(_ demande: Facturation.Demande) -> Bool {
    etat != .rejetee && projet.du == demande.du && projet.au == demande.au
      && (demande.departement.map { $0 == projet.departement } ?? true)
  }
}

extension PrestationsDuDossier {
  fileprivate var isVide: Bool { retenues.isEmpty && refusees.isEmpty }
}

extension Lecture {
  /// The judicial dossiers of an étude, each priced.
  fileprivate func prestations(
    of etude: Etude, _ perimetre: Perimetre, _ lectures: LecturesDuCentre
  ) throws -> [PrestationsDuDossier] {
    var filtre = FiltreDossiers(etude: etude.code.texte)
    filtre.phase = .judiciaire
    var ids: [Int64] = []
    try dossiers(perimetre, filtre, tri: .parNom) { ids.append($0.id) }
    return try ids.compactMap { id in
      guard let dossier = try fiche(id)?.dossier else { return nil }
      return PrestationsDuDossier(dossier, of: etude.code, chez: etude, lectures)
    }
  }
}
