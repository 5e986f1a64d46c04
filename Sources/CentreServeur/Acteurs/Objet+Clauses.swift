import Convention

extension Objet {
  /// What is agreed beside dates and delays; the words are those of the journal.
  func clauses() -> ContratDepartemental.Clauses {
    ContratDepartemental.Clauses(
      departement: identifiant("departement", Departement.self, required: false),
      autorite: mot("autorite", AutoriteDuDepartement.self, required: false),
      departDuDelai: mot("depart_du_delai", DepartDuDelai.self, required: false), engagement: engagement(),
      objectifs: objets("objectifs_dates").compactMap { item in item.reading { $0.objectif() } },
      seuils: objets("seuils_ouverture_forcee").compactMap { item in item.reading { $0.seuil() } },
      periodicites: objets("periodicites").compactMap { item in item.reading { $0.periodicite() } },
      papier: objets("papier").compactMap { item in item.reading { $0.papier() } },
      ouvertures: objets("applications_ouvertes").compactMap { item in item.reading { $0.ouverture() } })
  }

  /// Reads a member of a list, then says which of its keys meant nothing.
  func reading<T>(_ body: (Objet) -> T?) -> T? {
    defer { finish() }
    return body(self)
  }

  /// Absent, the contract counts as complete on this point (cahier 1, R077).
  private func engagement() -> EngagementDeLEtude? {
    guard let text = texte("engagement", required: false) else { return nil }
    if text == "attendu" { return .attendu }
    if let jour = Jour(iso: text) { return .pris(le: jour) }
    fault("engagement", "« \(text) » : une date AAAA-MM-JJ, ou attendu.")
    return nil
  }

  private func objectif() -> Objectif? {
    let (axe, code) = (mot("axe", Objectif.Axe.self), texte("code", required: false) ?? "")
    let (taux, du) = (entier("taux", in: 0...10_000), jour("du", required: true))
    if taux == nil, !has("taux") { fault("taux", "valeur obligatoire absente.") }
    guard let axe, let taux, let du else { return nil }
    if code.isEmpty != (axe == .general) { fault("code", "un code, sauf pour l’axe GENERAL, qui n’en a pas.") }
    return Objectif(Objectif.Cible(axe, code), taux: Taux(centiemes: taux), du: du)
  }

  private func seuil() -> SeuilOuvertureForcee? {
    let (montant, du) = (entier("montant", in: 0...1_000_000_000), jour("du"))
    if montant == nil, !has("montant") { fault("montant", "valeur obligatoire absente.") }
    guard let lettre = texte("lettre"), let date = jour("lettre_du", required: true), let montant else { return nil }
    return SeuilOuvertureForcee(Montant(cents: Int64(montant)), lettre: Ecrit(lettre, du: date), du: du)
  }

  private func periodicite() -> Periodicite? {
    let (document, du) = (mot("document", Periodicite.Document.self), jour("du", required: true))
    let months = entier("mois", in: 1...12)
    if months == nil, !has("mois") { fault("mois", "valeur obligatoire absente.") }
    guard let document, let months, let du else { return nil }
    return Periodicite(document, months: months, du: du)
  }

  private func papier() -> PeriodeSurPapier? {
    let (du, au, motif) = (jour("du", required: true), jour("au"), mot("motif", MotifDePapier.self))
    if let du, let au, au < du { fault("au", "antérieur à du.") }
    let poste = identifiant("poste", Codique.self, required: false)
    guard let du, let motif else { return nil }
    return PeriodeSurPapier(du: du, au: au, motif: motif, poste: poste)
  }

  private func ouverture() -> OuvertureDApplication? {
    guard let application = texte("application"), let du = jour("du", required: true) else { return nil }
    return OuvertureDApplication(application, du: du)
  }

  /// One of the words of a list.
  private func mot<T: RawRepresentable & CaseIterable>(
    _ name: String, _ type: T.Type, required: Bool = true
  ) -> T? where T.RawValue == String {
    guard let text = texte(name, required: required) else { return nil }
    if let value = T(rawValue: text) { return value }
    fault(name, "« \(text) » : \(T.allCases.map(\.rawValue).joined(separator: ", ")) attendu.")
    return nil
  }
}
