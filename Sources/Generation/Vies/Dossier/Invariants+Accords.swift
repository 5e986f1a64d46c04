import Convention

extension VieDeDossier {
  static let accords: [Invariant<PasDeDossier>] = [
    sansActeComminatoire, deniers, vente, mesure, ouverture, prescriptionCroissante,
  ]

  private static let sansActeComminatoire = Invariant<PasDeDossier>(
    "aucun acte ni procès-verbal en phase comminatoire", "article 3 ; R014"
  ) { pas in
    guard pas.apres.demande.phase == .comminatoire else { return .sansObjet }
    return .requis(pas.faits.acte == nil && pas.apres.poursuites.actes.isEmpty, "un acte en phase comminatoire")
  }

  /// Counted from the facts alone.
  private static let deniers = Invariant<PasDeDossier>(
    "le procès-verbal de réception de deniers suppose toute la dette payée à l’étude", "article 10, alinéa 4 ; R036"
  ) { pas in
    guard let acte = pas.faits.acte, acte.acte.code == Acte.Code.receptionDeDeniers.rawValue else { return .sansObjet }
    guard let compte = Decompte(pas.histoire) else { return .faute("histoire sans transmission") }
    let toTresor = pas.apres.encaissements.contains {
      $0.encaissement.ordre == "T" && pas.apres.encaissement($0.encaissement.numero, of: $0.entete.etude) != nil
    }
    let whole = compte.reste == .zero && compte.paye >= pas.apres.demande.montant
    return .requis(
      whole && compte.reduit == .zero && compte.eteint == .zero && !toTresor,
      "payé \(compte.paye.texte) sur \(pas.apres.demande.montant.texte)")
  }

  private static let vente = Invariant<PasDeDossier>(
    "aucun acte de vente sans l’autorisation accordée", "article 10, alinéa 6 ; R039"
  ) { pas in
    guard let acte = pas.faits.acte, Acte.Code(rawValue: acte.acte.code)?.conduitALaVente == true else {
      return .sansObjet
    }
    return .requis(Accords(pas.histoire).contains(.vente), "acte \(acte.acte.code) sans accord")
  }

  private static let mesure = Invariant<PasDeDossier>(
    "aucune autre mesure que celle demandée sans l’accord exprès du comptable",
    "articles 4 et 10, alinéa 7 ; R015, R040"
  ) { pas in
    guard let acte = pas.faits.acte, let mesure = Acte.Code(rawValue: acte.acte.code)?.mesure,
      let asked = pas.apres.demande.poursuites?.mesure
    else { return .sansObjet }
    guard asked != mesure, asked != "AUT" else { return .tenu }
    return .requis(Accords(pas.histoire).contains(.mesure, mesure), "mesure \(mesure), demandée \(asked)")
  }

  private static let ouverture = Invariant<PasDeDossier>(
    "aucune ouverture forcée hors du seuil ou de la permission", "article 10, alinéa 3 ; R034, R035"
  ) { pas in
    guard let acte = pas.faits.acte, acte.acte.ouvertureForcee == true,
      case .message(_, _, _, let seuil) = pas.demande
    else { return .sansObjet }
    let above = seuil.map { pas.avant.resteDu > $0 } ?? false
    let allowed = pas.apres.demande.poursuites?.ouverture != nil || Accords(pas.histoire).contains(.ouverture)
    return .requis(above || allowed, "ouverture forcée sans seuil dépassé ni permission")
  }

  /// Unless the étude takes the procès-verbal back.
  private static let prescriptionCroissante = Invariant<PasDeDossier>(
    "la prescription ne recule jamais, sauf acte rectifié", "article 10, alinéa 5 ; R037"
  ) { pas in
    guard let before = pas.avant.prescription.dernierJour else { return .sansObjet }
    if case .message(let message, _, _, _) = pas.demande, case .rectification = message.contenu { return .sansObjet }
    let after = pas.apres.prescription.dernierJour
    return .requis(after.map { $0 >= before } ?? false, "du \(before.texte) au \(after?.texte ?? "jamais")")
  }
}

/// What the comptable has granted to the étude that holds the dossier, by its requests and his later answers alone.
struct Accords {
  private var accordes: [DemandeAutorisation] = []

  init(_ histoire: [Evenement]) {
    let defaits = Decompte.defaits(Decompte.actualisations(histoire))
    // Requests belong to the last hand-over.
    let start = histoire.lastIndex { if case .dossierRemis = $0 { true } else { false } } ?? 0
    for (index, fait) in histoire.enumerated().dropFirst(start) {
      guard case .autorisationDemandee(let asked) = fait else { continue }
      let answers = Decompte.actualisations(Array(histoire[index...])).filter { item in
        item.messageEtude == asked.entete.numero && !defaits.contains(item.numero) && ["16", "17"].contains(item.code)
      }
      if answers.last?.code == "16" { accordes.append(asked.demande) }
    }
  }

  func contains(_ objet: Autorisation.Objet, _ mesure: String? = nil) -> Bool {
    accordes.contains { $0.objet == objet.rawValue && (mesure == nil || $0.mesure == mesure) }
  }
}
