/// A titre de recettes claimed in a demand (1° of L.1617-5 CGCT; R117–R120).
public struct Titre: Hashable, Sendable, Codable {
  public var rang: Int
  public var typeCollectivite: String
  public var codeCollectivite: String
  public var codeBudget: String
  public var collectivite: String
  public var exercice: String
  public var bordereau: String?
  public var numero: String
  public var article: String?
  public var emission: Jour
  public var nature: String
  public var objet: String?
  public var initial: Montant
  public var frais: Montant?
  public var paye: Montant?
  /// What was still due when the demand was sent.
  public var resteDu: Montant

  public init(
    rang: Int, typeCollectivite: String, codeCollectivite: String, codeBudget: String,
    collectivite: String, exercice: String, bordereau: String? = nil, numero: String,
    article: String? = nil, emission: Jour, nature: String, objet: String? = nil,
    initial: Montant, frais: Montant? = nil, paye: Montant? = nil, resteDu: Montant
  ) {
    self.rang = rang
    self.typeCollectivite = typeCollectivite
    self.codeCollectivite = codeCollectivite
    self.codeBudget = codeBudget
    self.collectivite = collectivite
    self.exercice = exercice
    self.bordereau = bordereau
    self.numero = numero
    self.article = article
    self.emission = emission
    self.nature = nature
    self.objet = objet
    self.initial = initial
    self.frais = frais
    self.paye = paye
    self.resteDu = resteDu
  }
}
