extension Dossier {
  /// Why each amount of the dossier is what it is: what is due on each titre, all in all, what was received, and each payment.
  public var explicationsDesMontants: [Explication] {
    explicationsDesRestes + [explicationDuReste, explicationDuRecouvre].compactMap(\.self)
      + encaissements.map(explication) + [explicationDeLExcedent].compactMap(\.self)
  }

  /// One for each titre, the oldest first (art. 7, al. 2 and 8; R025, R026, R132).
  public var explicationsDesRestes: [Explication] {
    let steps = compte.pas(actualisations)
    return restes.map { rang, reste in
      let due = demande.titres.first { $0.rang == rang }?.resteDu ?? .zero
      return Explication(
        "Reste dû du titre \(rang)", regle: "Compte", articles: [Article(7, alinea: 2), Article(8)],
        exigences: ["R025", "R026", "R132"],
        politique: "Ce qui est annulé ne compte plus, comme s’il n’avait pas été ; le reste dû s’arrête à zéro.",
        donnees: [.init("Demandé sur ce titre", due.texte)],
        calcul: ["\(due.texte) demandé"] + steps.compactMap { ligne(of: $0, titre: rang) }, resultat: reste.texte)
    }
  }

  /// Nil where one titre is all there is.
  private var explicationDuReste: Explication? {
    guard restes.count > 1 else { return nil }
    return Explication(
      "Reste dû du dossier", regle: "Dossier.resteDu", articles: [Article(7, alinea: 2)], exigences: ["R025"],
      donnees: restes.map { .init("Titre \($0.rang)", $0.reste.texte) },
      calcul: [restes.map(\.reste.texte).joined(separator: " + ") + " = \(resteDu.texte)"], resultat: resteDu.texte)
  }

  private var explicationDuRecouvre: Explication {
    let terms = encaissements.enumerated().map { rank, fait in
      let sign = fait.encaissement.annule == nil ? (rank == 0 ? "" : "+ ") : "− "
      return sign + fait.encaissement.creance.texte
    }
    return Explication(
      "Recouvré", regle: "Dossier.recouvre", articles: [Article(7, alinea: 2)], exigences: ["R025", "R132"],
      politique: "La part des paiements qui va à la créance, ceux qui sont annulés retirés.",
      donnees: [.init("Encaissements et annulations", String(encaissements.count))],
      calcul: terms.isEmpty ? ["rien n’est encaissé"] : [terms.joined(separator: " ") + " = \(recouvre.texte)"],
      resultat: recouvre.texte)
  }

  /// What the étude told of one payment, and where it went.
  public func explication(_ fait: EncaissementConstate) -> Explication {
    let item = fait.encaissement
    let parts = fait.imputations.map { "titre \($0.rangTitre) : \($0.montant.texte)" }
    let cancelled = item.annule.map { "annule \($0) en entier" }
    return Explication(
      "Encaissement \(item.numero)", regle: "Dossier.encaisser", articles: [Article(7, alinea: 2)],
      exigences: ["R025", "R132"],
      politique: item.ventilation.isEmpty ? ImputationSurTitres.defaut.libelle : "répartition déclarée par l’étude",
      donnees: [.init("Jour", fait.entete.fait.texte), .init("Reçu", item.recu.texte)],
      calcul: [cancelled].compactMap(\.self) + [item.sommeDesParts] + parts
        + [fait.excedent.map { "au-delà de la dette : \($0.texte)" }].compactMap(\.self),
      resultat: (item.annule == nil ? "" : "− ") + "\(item.creance.texte) sur la créance")
  }

  /// Nil where nothing exceeded the debt (804).
  private var explicationDeLExcedent: Explication? {
    guard excedent > .zero else { return nil }
    let paid = encaissements.compactMap { fait in
      fait.excedent.map { "\($0.texte) (encaissement \(fait.encaissement.numero))" }
    }
    let sum = encaissements.reduce(Montant.zero) { $0 + ($1.excedent ?? .zero) }
    let updated = sum < excedent ? ["\((excedent - sum).texte) (réductions du comptable)"] : []
    return Explication(
      "Excédent signalé", regle: "Dossier.excedent", articles: [Article(7, alinea: 2)], exigences: ["R132"],
      politique: "Un excédent est conservé et signalé ; rien n’est refusé.",
      calcul: [(paid + updated).joined(separator: " + ") + " = \(excedent.texte)"], resultat: excedent.texte)
  }
}

extension Encaissement {
  /// « 100,00 € + 12,55 € HT + 2,51 € de TVA = 115,06 € », or the difference where the étude's parts do not add up.
  fileprivate var sommeDesParts: String {
    let (ht, tax) = (fraisHT ?? .zero, tva ?? .zero)
    let parts = "\(creance.texte) + \(ht.texte) HT + \(tax.texte) de TVA"
    let left = recu - creance - ht - tax
    return left == .zero ? "\(parts) = \(recu.texte)" : "\(recu.texte) − (\(parts)) = \(left.texte) non réparti"
  }
}
