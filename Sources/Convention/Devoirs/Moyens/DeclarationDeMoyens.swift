/// What the centre declares and publishes of itself: its means, its prerequisites, its contact, and what it verified
/// of its users' access (cahier 3, al. 3; 4, al. 2; 5; R085, R091–R092, R097, R190). Old versions are kept.
public struct DeclarationDeMoyens: Histoire {
  public static let genre = GenreDHistoire.declaration

  public enum Acte: Hashable, Sendable, Codable {
    /// Begins the declaration of a centre.
    case deposee(centre: String, fiche: FicheDeMoyens)
    case remplacee(fiche: FicheDeMoyens)
    case prerequisPublies(Prerequis)
    case environnementVerifie(VerificationEnvironnement)
    case contactDesigne(ContactUnique)
    case posteEprouve(EpreuveDeConnexion)
    case guidePublie(Guide)
  }

  /// The code of the centre that declares.
  public let centre: String
  /// The oldest first; at least one.
  public private(set) var fiches: [FicheDeMoyens]
  public private(set) var prerequis: [Prerequis] = []
  public private(set) var verifications: [VerificationEnvironnement] = []
  public private(set) var contacts: [ContactUnique] = []
  public private(set) var epreuves: [EpreuveDeConnexion] = []
  public private(set) var guides = RegistreDesGuides()

  public init?(_ premier: Acte) {
    switch premier {
    case .deposee(let centre, let fiche): (self.centre, fiches) = (centre, [fiche])
    case .remplacee, .prerequisPublies, .environnementVerifie, .contactDesigne, .posteEprouve, .guidePublie:
      return nil
    }
  }

  public mutating func apply(_ acte: Acte) {
    switch acte {
    case .deposee: break
    case .remplacee(let fiche): fiches.append(fiche)
    case .prerequisPublies(let version): prerequis.append(version)
    case .environnementVerifie(let verification): verifications.append(verification)
    case .contactDesigne(let contact): contacts.append(contact)
    case .posteEprouve(let epreuve): epreuves.append(epreuve)
    case .guidePublie(let guide): guides.follow(guide)
    }
  }

  public var resume: ResumeDHistoire {
    let last = fiches.last
    let missing = last?.manques.count ?? 0
    return ResumeDHistoire(
      cle: centre, libelle: "Moyens du centre \(centre)" + (last.map { ", fiche du \($0.jour.texte)" } ?? ""),
      etat: missing == 0 ? "COMPLETE" : "INCOMPLETE")
  }

  /// The sheet that held on a day; nil before the first one.
  public func fiche(on jour: Jour) -> FicheDeMoyens? { fiches.last { $0.jour <= jour } }
  public func prerequis(on jour: Jour) -> Prerequis? { prerequis.last { $0.jour <= jour } }
  /// R092: one at a time, the last one designated.
  public func contact(on jour: Jour) -> ContactUnique? { contacts.last { $0.depuis <= jour } }

  /// R091: the last trial counts.
  public func requireAcces(of poste: Codique, on jour: Jour) throws(Refus) {
    let last = epreuves.last { $0.poste == poste && $0.jour <= jour }
    guard let last, last.courrielVerifie, last.connexionReussie else {
      throw Refus(.accesNonEprouve, under: Article(.cahierDesCharges, "4", alinea: 2))
    }
  }
}
