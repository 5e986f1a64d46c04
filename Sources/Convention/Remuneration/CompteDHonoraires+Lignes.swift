extension CompteDHonoraires {
  /// Where the account stands after a payment or a cancellation.
  public struct Ligne: Hashable, Sendable {
    /// The number of the payment, or of what cancels it.
    public let numero: String
    public let jour: Jour
    /// Taken by the étude with it; negative when given back.
    public let declare: Honoraire
    public let attendu: Honoraire
    public let recouvre: Montant
    public let du: Honoraire
    public let preleve: Honoraire
    public let enAttente: Honoraire

    /// Nil when the étude took what the tariff gives.
    public var ecart: EcartDeTarif? {
      declare == attendu ? nil : EcartDeTarif(numero: numero, jour: jour, declare: declare, attendu: attendu)
    }

    /// What was due after it, less what had been taken before it.
    public var explication: Explication {
      Explication(
        "Honoraires sur un encaissement", regle: "CompteDHonoraires", articles: HonoraireAmiable.articles,
        exigences: ["R059", "R060"], politique: "un seul minimum et un seul plafond par dossier",
        donnees: [.init("encaissement", numero), .init("recouvré", recouvre.texte)],
        calcul: ["dû \(du.ttc.texte) − déjà prélevé \((preleve - declare).ttc.texte)"],
        resultat: "attendu : \(attendu.texte)")
    }
  }

  /// Every difference with the tariff, in order.
  public var ecarts: [EcartDeTarif] { lignes.compactMap(\.ecart) }
}

/// The étude took something else than what the tariff gives: said, never refused (art. 15, R060).
public struct EcartDeTarif: Hashable, Sendable {
  public let numero: String
  public let jour: Jour
  public let declare: Honoraire
  public let attendu: Honoraire

  /// Above zero when the étude took too much.
  public var difference: Honoraire { declare - attendu }

  public var explication: Explication {
    Explication(
      "Écart avec le tarif", regle: "EcartDeTarif", articles: HonoraireAmiable.articles, exigences: ["R060"],
      politique: "le partage déclaré par l’étude est conservé, l’écart est dit",
      donnees: [.init("encaissement", numero), .init("déclaré", declare.texte), .init("attendu", attendu.texte)],
      calcul: ["\(declare.ttc.texte) − \(attendu.ttc.texte) = \(difference.ttc.texte)"],
      resultat: "écart de \(difference.ht.texte) HT et de \(difference.tva.texte) de TVA")
  }
}
