/// The rules of a category of claims: its cahier des charges (art. 5, al. 1, R018; R021, R023, R054, R074).
///
/// The convention supplies the cahier of local authorities and health establishments and names that of the fines without
/// giving it. Reading: for fines, only what the convention itself says differs; all the rest is common.
public struct CahierDesCharges: Hashable, Sendable {
  public let categorie: Categorie

  public init(_ categorie: Categorie) { self.categorie = categorie }

  /// The cahier of a category's code; an unknown one is refused (R018).
  public init(code: String) throws(Refus) {
    guard let categorie = Categorie(rawValue: code) else {
      throw Refus(.categorieInconnue, under: Article(5, alinea: 1))
    }
    self.init(categorie)
  }

  /// Art. 5, al. 2 and 3, art. 6: fines travel without paper in both phases, the others by any way.
  public func canaux(_ phase: Phase) -> Set<Canal> {
    switch categorie {
    case .collectivites, .sante: Set(Canal.allCases)
    case .amendes: Set(Canal.allCases.filter(\.estDematerialise))
    }
  }

  public func requireChannel(_ canal: Canal, phase: Phase) throws(Refus) {
    guard canaux(phase).contains(canal) else {
      throw Refus(.amendesSurPapier, under: articleDesCanaux(phase))
    }
  }

  /// Where the ways of a demand are said.
  public func articleDesCanaux(_ phase: Phase) -> Article {
    switch (phase, categorie) {
    case (.comminatoire, .collectivites), (.comminatoire, .sante): Article(5, alinea: 2)
    case (.comminatoire, .amendes): Article(5, alinea: 3)
    case (.judiciaire, .collectivites), (.judiciaire, .sante): Article(6, alinea: 1)
    case (.judiciaire, .amendes): Article(6, alinea: 2)
    }
  }

  /// Art. 6, al. 1 (R022): a judicial demand is an état de poursuites; for fines too, without paper (al. 2, R023).
  public func requireEtatDePoursuites(_ numero: String?, phase: Phase) throws(Refus) {
    switch phase {
    case .comminatoire: return
    case .judiciaire:
      guard let numero, !numero.isEmpty else { throw Refus(.etatDePoursuitesAbsent, under: Article(6, alinea: 1)) }
    }
  }

  /// Art. 13, al. 2 (R054): the activity on fines in the phase comminatoire needs no état récapitulatif.
  public func recapitulatifDu(_ phase: Phase) -> Bool {
    switch (categorie, phase) {
    case (.amendes, .comminatoire): false
    case (.amendes, .judiciaire), (.collectivites, _), (.sante, _): true
    }
  }

  /// What the demand is founded on, as a letter cites it.
  public func baseLegale(_ phase: Phase) -> String {
    switch categorie {
    case .collectivites, .sante: phase.baseLegale
    case .amendes: "\(phase.baseLegale), à l’encontre du condamné"
    }
  }
}
