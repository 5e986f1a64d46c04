import Convention

/// An invoice that the tests issue, and change one thing of.
enum ExempleDeFacture {
  static let departement = Exemple.require(Departement("31"))
  static let contrat = ContratDepartemental(du: Jour(2025, 1, 1))

  static func ligne(
    _ numero: Int = 1, nature: LigneDeFacture.Nature = .acte, phase: Phase = .judiciaire,
    le jour: Jour = Jour(2026, 9, 1),
    ht: Montant = .euros(200)
  ) -> LigneDeFacture {
    LigneDeFacture(
      cle: .init("HELIOS/031/D-\(numero)", nature, acte: "052", le: jour), phase: phase, etatPoursuites: "EP-1",
      libelle: "procès-verbal de carence", ht: ht, transport: .euros(9), tva: .zero)
  }

  static func projet(_ lignes: [LigneDeFacture] = [ligne()], numero: String = "F-1") -> ProjetDeFacture {
    ProjetDeFacture(
      numero: numero, etude: Exemple.etude, departement: departement, payeur: .directeur(departement: departement),
      du: Jour(2026, 7, 1), au: Jour(2026, 9, 30), le: Jour(2026, 10, 1), lignes: lignes,
      total: lignes.reduce(.zero) { $0 + $1.honoraire })
  }

  static func emise(
    _ projet: ProjetDeFacture = projet(), contrat: ContratDepartemental = contrat
  ) throws(Refus) -> Facture {
    Exemple.require(Facture(try Facture.emettre(projet, contrat: contrat, deja: FacturesEmises())))
  }

  /// 1 000,00 € received on 16/10/2026.
  static func recue(report: Report642 = .defaut, contrat: ContratDepartemental = contrat) throws(Refus) -> Facture {
    var facture = try emise(projet([ligne(ht: .euros(991))]), contrat: contrat)
    facture.follow(try facture.recevoir(le: Jour(2026, 10, 16), report: report))
    return facture
  }
}
