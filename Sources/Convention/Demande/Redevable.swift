/// A debtor or co-debtor of a demand. Its description never says who.
public struct Redevable: Hashable, Sendable, Codable, CustomStringConvertible {
  /// 1 for the principal debtor.
  public var rang: Int
  public var qualite: String
  public var categorie: String?
  public var civilite: String?
  public var nom: String
  public var prenom: String?
  public var naissance: Jour?
  public var identifiant: String?
  public var reference: String?
  public var adresse: Adresse
  public var telephones: [String]
  public var courriel: String?

  public init(
    rang: Int, qualite: String, categorie: String? = nil, civilite: String? = nil, nom: String,
    prenom: String? = nil, naissance: Jour? = nil, identifiant: String? = nil,
    reference: String? = nil, adresse: Adresse, telephones: [String] = [], courriel: String? = nil
  ) {
    self.rang = rang
    self.qualite = qualite
    self.categorie = categorie
    self.civilite = civilite
    self.nom = nom
    self.prenom = prenom
    self.naissance = naissance
    self.identifiant = identifiant
    self.reference = reference
    self.adresse = adresse
    self.telephones = telephones
    self.courriel = courriel
  }

  public var description: String { "redevable de rang \(rang)" }

  /// « M Jean LEFÈVRE », for pages and letters only.
  public var nomComplet: String {
    [civilite, prenom, nom].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// A postal address in the six lines of La Poste. Its description never says where.
public struct Adresse: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Lines 1 to 5, empty ones included.
  public var lignes: [String]
  public var codePostal: String?
  public var localite: String?
  public var insee: String?
  public var pays: String?

  public init(
    lignes: [String], codePostal: String? = nil, localite: String? = nil, insee: String? = nil,
    pays: String? = nil
  ) {
    self.lignes = lignes
    self.codePostal = codePostal
    self.localite = localite
    self.insee = insee
    self.pays = pays
  }

  public var description: String { "adresse" }

  /// The lines to print, without the empty ones.
  public var texte: [String] {
    let last = [codePostal, localite].compactMap { $0 }.joined(separator: " ")
    return (lignes + [last]).filter { !$0.isEmpty }
  }
}
