extension Etude {
  /// Where its fees are taxed: the département of its contract, else that of its own postal code, else metropolitan France.
  public var territoire: TerritoireFiscal {
    let written = contrat.clauses.departement ?? Departement(commune: codePostal)
    return written.map { TerritoireFiscal($0) } ?? .metropole
  }
}
