import Generation

/// What follows a letter, so many days later.
enum Reaction: Sendable {
  /// The étude learns or receives something.
  case etude(apres: Int, TacheDEtude)
  /// The accountant does.
  case poste(apres: Int, TacheDePoste)
}

extension Sort {
  /// The answer to the first letter that reaches him, or that does not.
  func reactions(_ alea: inout Alea) -> [Reaction] {
    switch self {
    case .paie(let count, let lieu):
      let first = alea.between(count == 1 ? 2...25 : 3...15)
      return (0..<count).map { rank in
        Sort.visite(apres: first + rank * alea.between(24...31), part: count - rank, lieu)
      }
    case .sansProvision(let lieu): return Sort.cheque(lieu, &alea)
    case .demandeDesDelais:
      let day = alea.between(4...12)
      return [
        .poste(apres: day, .accorderDelais(days: 45)),
        Sort.visite(apres: day + alea.between(20...44), part: 1, .guichet),
      ]
    case .conteste: return [.poste(apres: alea.between(3...14), .recevoirContestation)]
    case .parti(let adresse): return Sort.pliRevenu(adresse, &alea)
    case .insolvable:
      let day = alea.between(15...40)
      return [.etude(apres: day, .constater(.insolvable)), .etude(apres: day, .rendre(motif: "05"))]
    case .decede: return [.etude(apres: alea.between(6...20), .constater(.deces))]
    case .surendette: return [.etude(apres: alea.between(5...25), .constater(.procedureCollective))]
    case .sourd: return alea.chance(80) ? [.etude(apres: alea.between(5...30), .renseigner)] : []
    }
  }

  private static func visite(apres days: Int, part: Int, _ lieu: Lieu) -> Reaction {
    switch lieu {
    case .etude: .etude(apres: days, .encaisser(part: part, revient: false))
    case .guichet: .poste(apres: days, .encaisser(part: part, revient: false))
    }
  }

  /// A cheque for half that comes back, and for one in two a true payment of the whole later.
  private static func cheque(_ lieu: Lieu, _ alea: inout Alea) -> [Reaction] {
    let day = alea.between(3...20)
    let first: Reaction =
      switch lieu {
      case .etude: .etude(apres: day, .encaisser(part: 2, revient: true))
      case .guichet: .poste(apres: day, .encaisser(part: 2, revient: true))
      }
    return alea.chance(500) ? [first, visite(apres: day + alea.between(15...30), part: 1, lieu)] : [first]
  }

  /// The letter comes back; the étude searches.
  private static func pliRevenu(_ adresse: Adresse, _ alea: inout Alea) -> [Reaction] {
    let day = alea.between(5...12)
    let retour = Reaction.etude(apres: day, .constater(.nonDistribue(motif: alea.pick(["01", "02", "03", "05"]))))
    let found = day + alea.between(4...20)
    switch adresse {
    case .nouvelle(let dansLeRessort):
      let suite: Reaction =
        dansLeRessort
        ? visite(apres: found + alea.between(10...30), part: 1, .etude) : .etude(apres: found + 1, .rendre(motif: "07"))
      return [retour, .etude(apres: found, .trouverAdresse(dansLeRessort: dansLeRessort)), suite]
    case .inconnue:
      return [
        retour, .etude(apres: found, .constater(.disparu)), .etude(apres: found + alea.below(3), .rendre(motif: "06")),
      ]
    case .jamaisRetrouvee: return [retour]
    }
  }
}
