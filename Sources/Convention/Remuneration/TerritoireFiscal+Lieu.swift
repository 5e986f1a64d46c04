/// Where an étude is taxed, and what says so.
///
/// CGI, art. 278, 294 and 296. Reading: the place of the étude is the département of its contract; where the contract does not
/// say it, that of the commune of the dossier, since an étude is only competent in its own area (art. 1, al. 1, R002), then that
/// of the postal code it was handed over under; else metropolitan France.
public struct LieuFiscal: Hashable, Sendable {
  public let territoire: TerritoireFiscal
  /// « département 974, d’après le contrat ».
  public let texte: String
  /// Nil where nothing says it.
  public let departement: Departement?

  /// By the contract that the dossier's étude has with whoever asked for it.
  public init(_ dossier: Dossier, chez etude: Etude?) {
    self.init(etude?.contrat(of: dossier, on: .last), dossier)
  }

  public init(_ contrat: ContratDepartemental?, _ dossier: Dossier) {
    let remise = dossier.remise
    let found: [(Departement?, String)] = [
      (contrat?.clauses.departement, "le contrat"), (remise?.insee?.departement, "la commune du dossier"),
      (remise.flatMap { Departement(commune: $0.codePostal.texte) }, "le code postal du dossier"),
    ]
    let first = found.first { $0.0 != nil }
    departement = first?.0
    territoire = departement.map(TerritoireFiscal.init) ?? .metropole
    texte =
      departement.map { "département \($0), d’après \(first?.1 ?? "")" }
      ?? "métropole, faute d’un département au contrat ou au dossier"
  }
}
