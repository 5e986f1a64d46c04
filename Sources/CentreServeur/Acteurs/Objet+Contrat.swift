import Convention

extension Objet {
  /// The contracts of an étude: its only one among its own keys, or a list of which each names its département (R004).
  func contrats() -> [ContratDepartemental] {
    guard has("contrats") else { return [contrat()].compactMap(\.self) }
    if has("contrat_du") { fault("contrat_du", "déjà dans la liste « contrats ».") }
    let read = objets("contrats").compactMap { item in item.reading { $0.contrat() } }
    for (index, contrat) in read.enumerated() {
      let departement = contrat.clauses.departement
      if departement == nil { fault("contrats[\(index)].departement", "valeur obligatoire absente.") }
      let others = read[..<index].filter { $0.clauses.departement == departement }
      if others.contains(where: { $0.du <= contrat.au && contrat.du <= $0.au }) {
        fault("contrats[\(index)].departement", "un seul contrat à la fois par département (article 1, alinéa 3).")
      }
    }
    return read
  }

  /// One contract. Without the key `signataires` it counts as complete; with it, R004 and R005 apply.
  func contrat() -> ContratDepartemental? {
    let first = jour("contrat_du", required: true)
    let last = jour("contrat_au")
    if let first, let last, last < first { fault("contrat_au", "antérieur à contrat_du.") }
    let signatures = signataires()
    let (denounced, terminated) = (jour("denonce_le"), jour("resilie_le"))
    let comminatoire = entier("duree_comminatoire_jours", in: 1...366)
    let judiciaire = entier("duree_judiciaire_jours", in: 1...366)
    let (tableur, objectifs) = (indicateur("import_tableur"), objectifs())
    let clauses = clauses()
    guard let first else { return nil }
    return ContratDepartemental(
      du: first, au: last, signatures: signatures, denonceLe: denounced, resilieLe: terminated,
      dureeComminatoireDays: comminatoire, dureeJudiciaireDays: judiciaire, importTableur: tableur ?? false,
      objectifs: objectifs, clauses: clauses)
  }

  private func signataires() -> Signatures? {
    guard has("signataires") else { return nil }
    guard let item = objet("signataires") else { return Signatures() }
    let signatures = Signatures(
      prefet: item.jour("prefet"), directeur: item.jour("directeur"),
      tresorierPayeurGeneral: item.jour("tresorier_payeur_general"),
      directeurServicesFiscaux: item.jour("directeur_services_fiscaux"), huissier: item.jour("huissier"))
    item.finish()
    if !signatures.isComplete {
      warn(
        "signataires", "contrat incomplet (article 1, alinéa 3) : l’étude ne recevra rien tant qu’une signature manque."
      )
    }
    return signatures
  }

  /// Objectives by nature of claim, in hundredths of a percent (R028).
  private func objectifs() -> [String: Int] {
    guard let item = objet("objectifs") else { return [:] }
    let pairs = item.noms.compactMap { name in item.entier(name, in: 0...10_000).map { (name, $0) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  func codesPostaux() -> Set<CodePostal> {
    let texts = textes("codes_postaux")
    let codes = texts.enumerated().compactMap { index, text in
      let code = CodePostal(text)
      if code == nil { fault("codes_postaux[\(index)]", "« \(text) » : 5 chiffres sont attendus.") }
      return code
    }
    return Set(codes)
  }

  /// The generic address of a poste (R091, R125): absent counts as verified; written, it must be an address.
  func courrielGenerique() -> (adresse: String?, estVerifie: Bool) {
    guard has("courriel_generique") else { return (nil, true) }
    let text = texte("courriel_generique", required: false) ?? ""
    guard Objet.isAddress(text) else {
      warn(
        "courriel_generique",
        "pas une adresse : le poste n’échangera rien tant qu’elle manque (cahier des charges, point 4).")
      return (nil, false)
    }
    return (text, true)
  }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !Array("<>,;:\"()[]\\".utf8).contains($0) }
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && isPlain && text.utf8.count <= 254
  }
}
