/// A world that knows nothing but the file: it answers for `unique_dans_fichier` and has nothing to say of the rest.
///
/// For reading and checking a return or an imputation by itself.
public struct MondeFerme: Monde {
  private struct Numero: Hashable {
    let regle: ObjectIdentifier
    let valeur: [UInt8]
  }
  private var accepted: Set<Numero> = []
  private var pending: [(indice: Int, numero: Numero)] = []

  public init() {}

  public mutating func juger(
    _ regle: Regle, _ enregistrement: Enregistrement, dans groupe: Groupe
  ) -> ReponseDuMonde {
    guard regle.nom == .uniqueDansFichier else { return .sansObjet }
    let numero = Numero(
      regle: ObjectIdentifier(regle), valeur: regle.champs.flatMap { Array(enregistrement.brut($0)) })
    let isKnown = accepted.contains(numero) || pending.contains { $0.numero == numero }
    guard !isKnown else { return .enfreinte() }
    pending.append((enregistrement.indice, numero))
    return .respectee
  }

  public mutating func retenir(_ groupe: Groupe) {
    if groupe.estAccepte {
      for (indice, numero) in pending where groupe[indice].rejet == nil { accepted.insert(numero) }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
