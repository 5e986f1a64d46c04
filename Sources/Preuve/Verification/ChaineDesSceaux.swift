/// Checks that each seal is whole and continues the one before.
enum ChaineDesSceaux {
  /// - Parameter entiere: the chain is said to begin with the first seal.
  static func check(_ sceaux: [Sceau], entiere: Bool, _ constats: inout Constats) {
    var previous: Sceau?
    for sceau in sceaux {
      if let fault = fault(sceau, after: previous, entiere: entiere) {
        constats.add(Anomalie(.sceau, sceau: sceau.numero, "sceau n° \(sceau.numero) : \(fault)"))
      }
      previous = sceau
    }
  }

  private static func fault(_ sceau: Sceau, after previous: Sceau?, entiere: Bool) -> String? {
    if sceau.empreinteCalculee != sceau.empreinte { return "altéré" }
    if sceau.premiere < 1 || sceau.derniere < sceau.premiere { return "étendue impossible" }
    guard let previous else {
      let isFirst = sceau.numero == 1 && sceau.premiere == 1 && sceau.precedent == .nulle
      return entiere && !isFirst ? "les sceaux précédents manquent" : nil
    }
    if sceau.numero != previous.numero &+ 1 { return "suit le sceau n° \(previous.numero)" }
    if sceau.premiere != previous.derniere &+ 1 { return "ne commence pas où finit le précédent" }
    if sceau.precedent != previous.empreinte { return "ne prolonge pas le sceau précédent" }
    return nil
  }
}
