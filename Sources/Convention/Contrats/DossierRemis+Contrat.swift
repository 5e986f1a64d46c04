extension DossierRemis {
  /// A hand-over to an étude under what its contract says that day: length of the phase, its day 0, period of the progress reports.
  public init(
    to etude: Etude, _ phase: Phase, on jour: Jour, instant: Instant, codePostal: CodePostal, insee: CodeInsee?,
    corrige: Bool, avertissement: String?
  ) {
    self.init(
      etude: etude.code, instant: instant, codePostal: codePostal, insee: insee, corrige: corrige,
      avertissement: avertissement, delaiDays: etude.contrat.delaiDays(phase),
      compteRenduMonths: etude.contrat.compteRenduMonths(phase, on: jour),
      depart: etude.contrat.clauses.departDuDelai)
  }
}
