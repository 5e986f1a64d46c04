/// The forced opening of doors in a saisie-vente (art. 10, al. 3, R034–R035).
///
/// Reading: the claim is what is still due on the day of the opening; one breaks no door for what has been paid meanwhile.
public struct OuvertureForcee: Hashable, Sendable {
  /// Why it is allowed.
  public enum Fondement: Hashable, Sendable {
    case seuilDuDirecteur(Montant)
    case permissionDuComptable
  }

  public let fondement: Fondement

  /// Above the director's written threshold, or by the comptable's express permission; equal to it is not above.
  ///
  /// - Parameter seuil: nil where the director communicated none in writing: then only the permission opens.
  public init(creance: Montant, seuil: Montant?, permission: Bool) throws(Refus) {
    if let seuil, creance > seuil {
      fondement = .seuilDuDirecteur(seuil)
    } else if permission {
      fondement = .permissionDuComptable
    } else {
      throw Refus(.ouvertureSansPermission, under: Article(10, alinea: 3))
    }
  }
}

extension Dossier {
  /// The comptable allowed it, with the demand or since (art. 10, al. 3, R035).
  public var ouverturePermise: Bool {
    demande.poursuites?.ouverture != nil || isGranted(.ouverture)
  }
}
