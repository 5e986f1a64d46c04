extension Codique {
  /// The département whose direction a poste answers to, as its number begins: 031012 is in 31, 02A004 in 2A.
  ///
  /// Nil where the three first characters name no département (overseas, where the DGFiP numbers otherwise): whoever
  /// records a fault then names the département himself.
  public var departement: Departement? {
    let first = texte.prefix(3)
    return Departement(String(first.hasPrefix("0") ? first.dropFirst() : first))
  }
}
