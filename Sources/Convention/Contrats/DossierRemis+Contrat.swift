extension DossierRemis {
  /// A hand-over to an étude under what their contract says that day: length of the phase, its day 0, period of the progress reports.
  public init(
    to etude: Etude, under contrat: ContratDepartemental, _ phase: Phase, on jour: Jour, instant: Instant,
    codePostal: CodePostal, insee: CodeInsee?, corrige: Bool, avertissement: String?
  ) {
    self.init(
      etude: etude.code, instant: instant, codePostal: codePostal, insee: insee, corrige: corrige,
      avertissement: avertissement, delaiDays: contrat.delaiDays(phase),
      compteRenduMonths: contrat.compteRenduMonths(phase, on: jour),
      depart: contrat.clauses.departDuDelai)
  }
}
