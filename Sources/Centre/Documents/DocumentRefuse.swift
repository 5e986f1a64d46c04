/// Why a document is not kept; nothing has been changed.
///
/// No sentence holds the name of the file: it may be a redevable's.
public enum DocumentRefuse: Error, Hashable, Sendable, CustomStringConvertible {
  case vide
  /// In bytes, the most that is kept.
  case tropGrand(maximum: Int)
  case illisible
  case pasUnPDF
  case incomplet
  case chiffre
  /// No such dossier or history in the scope of who hands it in.
  case sansObjet

  public var description: String {
    switch self {
    case .vide: "Le document est vide."
    case .tropGrand(let maximum):
      "Le document dépasse \(DocumentRefuse.taille(maximum)) : réduisez-le, ou déposez-le en plusieurs."
    case .illisible: "Le document ne se lit pas à l’endroit donné."
    case .pasUnPDF: "Le document n’est pas un PDF (version 1.0 à 1.7, ou 2.0)."
    case .incomplet: "Le document est un PDF coupé : sa marque de fin manque."
    case .chiffre: "Le document est un PDF chiffré : déposez-le sans mot de passe ni restriction."
    case .sansObjet: "L’objet auquel joindre ce document n’existe pas."
    }
  }

  private static func taille(_ count: Int) -> String {
    count % 1_000_000 == 0 ? "\(count / 1_000_000) Mo" : "\(count) octets"
  }
}

/// Why a kept document cannot be given back.
public enum FauteDeDocument: Error, Hashable, Sendable, CustomStringConvertible {
  /// By their number in the base.
  case manque(Int64)
  case altere(Int64)

  public var description: String {
    switch self {
    case .manque(let id): "Le fichier du document \(id) manque : restaurez le dossier d’échanges."
    case .altere(let id):
      "Le fichier du document \(id) n’est plus celui qui a été déposé (empreinte différente) : restaurez le dossier d’échanges."
    }
  }
}
