import Convention

/// What is shown of a judicial recovery, by a page as by a command (art. 6, 10 and 12).
public struct RecouvrementJudiciaire: Sendable {
  /// An act, a form or a progress report, in a line.
  public struct Ligne: Sendable {
    public let jour: Jour
    public let libelle: String
    public let note: String
  }

  public struct Accord: Sendable {
    public let numero: Int64
    public let demandeLe: Jour
    public let objet: String
    /// « en attente d’accord », « accordée le… », « refusée le… ».
    public let etat: String
    public let attend: Bool
  }

  /// The état de poursuites: terms and values.
  public let etat: [(terme: String, valeur: String)]
  public let actes: [Ligne]
  public let accords: [Accord]
  /// What the état shows of new addresses out of the area, for those who may see the dossier (R042, R052).
  public let annotations: [String]
  /// The last day of the comptable's action, and whether its nearness is an alert.
  public let prescription: (jour: Jour, alerte: Bool)?
  public let comptesRendus: [Ligne]
  /// The next report due, and the oldest that is late.
  public let prochain: Jour?
  public let enRetardDepuis: Jour?
  public let cloture: ListeDeCloture

  /// Nil for an amicable dossier, and before any étude.
  ///
  /// - Parameter facture: the number of the invoice of its rights, if there is one.
  public init?(_ dossier: Dossier, facture: String?, _ libelles: Libelles, on jour: Jour) {
    guard let cloture = dossier.listeDeCloture(facture: facture) else { return nil }
    self.cloture = cloture
    etat = dossier.demande.poursuites.map { RecouvrementJudiciaire.definitions($0, libelles) } ?? []
    actes = RecouvrementJudiciaire.actes(dossier, libelles)
    accords = dossier.autorisations.map { Accord($0, libelles) }
    annotations = cloture.adresses.compactMap(\.annotation)
    prescription = dossier.prescription.dernierJour.map { day in
      (day, dossier.prescriptionDue.map { $0 <= jour } ?? false)
    }
    comptesRendus = dossier.poursuites.avancements.map { fait in
      Ligne(
        jour: fait.entete.fait, libelle: libelles.texte("etape_poursuites", fait.avancement.etape) ?? "",
        note: fait.avancement.commentaire ?? "")
    }
    prochain = dossier.estOuvert ? dossier.comptesRendus?.prochaine(on: jour) : nil
    enRetardDepuis = dossier.compteRenduDu.flatMap { $0 < jour ? $0 : nil }
  }
}

extension RecouvrementJudiciaire {
  private static func definitions(_ etat: EtatDePoursuites, _ libelles: Libelles) -> [(terme: String, valeur: String)] {
    let type = etat.autorisation.map { $0.type == "P" ? "permanente" : $0.type == "I" ? "pour cette créance" : $0.type }
    let permission = etat.ouverture.map { "référence \($0.reference), du \($0.date.texte)" }
    return [
      ("Numéro", etat.numero), ("Date", etat.date?.texte ?? "non dite"),
      ("Mesure demandée", libelles.texte("mesure_execution", etat.mesure) ?? "au choix de l’étude"),
      (
        "Autorisation de l’ordonnateur",
        (type ?? "non dite") + (etat.autorisation?.date.map { ", du \($0.texte)" } ?? "")
      ),
      ("Permission d’ouverture forcée", permission ?? "non donnée avec la demande"),
    ]
  }

  /// The reference of an act, and what it calls for (art. 10, al. 3 and 5; R034, R038).
  private static func note(_ acte: Acte) -> String {
    let isWorthless =
      acte.code == Acte.Code.saisieVente.rawValue
      && acte.valeurEstimee.flatMap { valeur in acte.coutVente.map { Carence.isProposed(valeur: valeur, cout: $0) } }
        == true
    return acte.referenceDocument + (acte.ouvertureForcee == true ? ", portes ouvertes de force" : "")
      + (isWorthless ? ", carence proposée : la valeur ne couvre pas le coût de la vente" : "")
  }

  private static func actes(_ dossier: Dossier, _ libelles: Libelles) -> [Ligne] {
    let acts = dossier.poursuites.actes.map { fait in
      Ligne(
        jour: fait.entete.fait, libelle: libelles.texte("code_acte", fait.acte.code) ?? fait.acte.code,
        note: note(fait.acte))
    }
    let forms = dossier.poursuites.retours.map { fait in
      Ligne(
        jour: fait.entete.fait, libelle: "formulaire de suspension ou d’interruption",
        note: fait.retour.referenceDocument)
    }
    return (acts + forms).sorted { $0.jour < $1.jour }
  }
}

extension RecouvrementJudiciaire.Accord {
  fileprivate init(_ item: Autorisation, _ libelles: Libelles) {
    let demande = item.demandee.demande
    let mesure = demande.mesure.flatMap { libelles.texte("mesure_execution", $0) }.map { " (\($0))" } ?? ""
    numero = item.demandee.entete.numero
    demandeLe = item.demandee.entete.fait
    objet = (libelles.texte("objet_autorisation", demande.objet) ?? demande.objet) + mesure
    attend = item.attendReponse
    etat =
      switch item.reponse {
      case .attendue: "en attente d’accord"
      case .accordee(let jour): "accordée le \(jour.texte)"
      case .refusee(let jour): "refusée le \(jour.texte)"
      }
  }
}
