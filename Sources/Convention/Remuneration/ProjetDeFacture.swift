/// An invoice as an étude draws it up, before it is checked.
public struct ProjetDeFacture: Hashable, Sendable, Codable {
  /// The étude's own number, once among its invoices.
  public var numero: String
  public var etude: CodeEtude
  public var departement: Departement
  public var payeur: Payeur
  /// First and last day of what is billed.
  public var du: Jour
  public var au: Jour
  /// The day it is issued.
  public var le: Jour
  public var lignes: [LigneDeFacture]
  /// What the étude says that the lines come to.
  public var total: Honoraire

  public init(
    numero: String, etude: CodeEtude, departement: Departement, payeur: Payeur, du: Jour, au: Jour, le: Jour,
    lignes: [LigneDeFacture], total: Honoraire
  ) {
    self.numero = numero
    self.etude = etude
    self.departement = departement
    self.payeur = payeur
    self.du = du
    self.au = au
    self.le = le
    self.lignes = lignes
    self.total = total
  }
}

/// What an étude has billed so far: numbers and lines are taken once.
public struct FacturesEmises: Hashable, Sendable {
  public var numeros: Set<String>
  public var lignes: Set<LigneDeFacture.Cle>

  public init(numeros: Set<String> = [], lignes: Set<LigneDeFacture.Cle> = []) {
    self.numeros = numeros
    self.lignes = lignes
  }

  /// Reading: an invoice that was rejected frees its lines, never its number.
  public init(_ factures: some Sequence<Facture>) {
    self.init()
    for facture in factures {
      numeros.insert(facture.projet.numero)
      if facture.etat != .rejetee { lignes.formUnion(facture.projet.lignes.map(\.cle)) }
    }
  }
}
