/// By which way a demand comes, or an answer goes back (art. 5, 6, 11; annexe II, R105–R106).
public enum Canal: String, Hashable, Sendable, Codable, CaseIterable {
  case fichier, saisie, tableur, papier

  public var estDematerialise: Bool { self != .papier }
}

/// A category of claims, each with its own cahier des charges (art. 5, al. 1, R018).
public enum Categorie: String, Hashable, Sendable, Codable, CaseIterable {
  /// Local authorities and their establishments.
  case collectivites = "CEP"
  /// Public health establishments.
  case sante = "EPS"
  /// Fines and pecuniary sentences: another flow (R074); what differs is in `CahierDesCharges`.
  case amendes = "AMD"
}

extension Canal {
  /// Art. 11, al. 4 (R048): a demand without paper is answered without paper.
  public func requireReturn(by retour: Canal) throws(Refus) {
    guard !estDematerialise || retour.estDematerialise else {
      throw Refus(.retourPapier, under: Article(11, alinea: 4))
    }
  }
}
