/// A world that knows nothing but the file: it answers for `unique_dans_fichier` and has nothing to say of the rest.
///
/// For reading and checking a file by itself.
public struct MondeFerme: Monde {
  private var seen = JeuDeNumeros()
  /// What the group being judged has brought, in the order of insertion.
  private var pending: [(regle: Regle, indice: Int)] = []

  public init() {}

  public func connait(_ nom: Regle.Nom) -> Bool { nom == .uniqueDansFichier }

  public mutating func juger(
    _ regle: Regle, _ enregistrement: Enregistrement, dans groupe: Groupe
  ) -> ReponseDuMonde {
    guard connait(regle.nom) else { return .sansObjet }
    guard insert(regle, enregistrement) else { return .enfreinte() }
    pending.append((regle, enregistrement.indice))
    return .respectee
  }

  /// Forgets what a rejected group, or a rejected record of an accepted one, had brought.
  public mutating func retenir(_ groupe: Groupe) {
    let isAccepted = groupe.estAccepte
    let kept = pending.filter { isAccepted && groupe.articles[$0.indice].code == 0 }
    if kept.count < pending.count {
      for _ in pending { seen.removeLast() }
      for (regle, indice) in kept { _ = insert(regle, groupe[indice]) }
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// The fields that the rule names, behind the rule itself: two rules may watch numbers of the same form.
  private mutating func insert(_ regle: Regle, _ record: Enregistrement) -> Bool {
    seen.insert { octets in
      withUnsafeBytes(of: ObjectIdentifier(regle)) { octets.append(contentsOf: $0) }
      for champ in regle.champs { octets.append(contentsOf: record.brut(champ)) }
    }
  }
}
