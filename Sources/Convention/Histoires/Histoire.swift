/// An object of the centre with a life of its own beside the dossiers (a contract, an invoice, an incident…): the fold of its
/// facts, kept in the same journal and under the same seals.
public protocol Histoire: Hashable, Sendable {
  /// One Codable enum per kind of object; its cases are stable, they are written in the journal.
  associatedtype Acte: Hashable, Sendable, Codable
  static var genre: GenreDHistoire { get }
  /// Nil if no history of this kind begins so.
  init?(_ premier: Acte)
  /// Follows a fact already decided: asks for no calendar, contract or clock.
  mutating func apply(_ acte: Acte)
  /// What a list, an alert and a scope know of it.
  var resume: ResumeDHistoire { get }
}

/// The kinds of histories; the raw value is written in the journal.
public enum GenreDHistoire: String, Hashable, Sendable, Codable, CaseIterable {
  case contrat = "Contrat"
  case facture = "Facture"
  case incident = "IncidentDeService"
  case formation = "Formation"
  case sollicitation = "Sollicitation"
  case declaration = "Declaration"
  case etatRecapitulatif = "EtatRecapitulatif"
}

/// A history in a line.
public struct ResumeDHistoire: Hashable, Sendable {
  /// What names it among those of its kind: « 075-E3101 », « F-2026-014 ».
  public var cle: String
  /// In French, without the name of any redevable.
  public var libelle: String
  /// A stable word, in capitals: « EN_VIGUEUR ».
  public var etat: String
  /// Whose it is, for scopes.
  public var poste: Codique?
  /// The other postes that it concerns: each sees it as `poste` does.
  public var postes: [Codique]
  public var etude: CodeEtude?
  public var departement: Departement?
  /// The next date that counts, if any.
  public var echeance: Jour?
  public var montant: Montant?

  public init(
    cle: String, libelle: String, etat: String, poste: Codique? = nil, postes: [Codique] = [],
    etude: CodeEtude? = nil, departement: Departement? = nil, echeance: Jour? = nil, montant: Montant? = nil
  ) {
    self.cle = cle
    self.libelle = libelle
    self.etat = etat
    self.poste = poste
    self.postes = postes
    self.etude = etude
    self.departement = departement
    self.echeance = echeance
    self.montant = montant
  }
}

extension Histoire {
  /// Follows what a command decided.
  public mutating func follow(_ actes: some Sequence<Acte>) {
    for acte in actes { apply(acte) }
  }

  /// The object that a history tells; nil if it does not begin as its kind does.
  public init?(_ actes: some Sequence<Acte>) {
    var iterator = actes.makeIterator()
    guard let first = iterator.next() else { return nil }
    self.init(first)
    while let acte = iterator.next() { apply(acte) }
  }
}
