@testable import Convention

extension EtatDePoursuites {
  static func exemple(_ mesure: String? = "SVT", ouverture: PermissionDOuverture? = nil) -> EtatDePoursuites {
    EtatDePoursuites(numero: "EP-1", date: Jour(2026, 2, 27), mesure: mesure, ouverture: ouverture)
  }
}

extension Acte {
  /// A complete act: a carence has its reason and its signature.
  static func exemple(
    _ code: Code, etat: String = "EP-1", motif: String? = "1", signature: String? = "O", nonSignature: String? = nil,
    valeur: Montant? = nil, cout: Montant? = nil, ouvertureForcee: Bool? = nil
  ) -> Acte {
    let carence = code == .carence
    return Acte(
      code: code.rawValue, etatPoursuites: etat, motifCarence: carence ? motif : nil,
      signatureDebiteur: carence ? signature : nil, motifNonSignature: nonSignature, valeurEstimee: valeur,
      coutVente: cout, referenceDocument: "PV-1", ouvertureForcee: ouvertureForcee)
  }
}

extension Vie {
  /// A judicial dossier of 300,00 € received on 2 March 2026, for a saisie-vente unless said otherwise.
  static func judiciaire(
    _ etat: EtatDePoursuites = .exemple(), montant: Montant = .euros(300), prescription: Jour? = nil
  ) throws(Refus) -> Vie {
    try .recue(
      .exemple([.exemple(1, montant)], phase: .judiciaire, poursuites: etat, prescription: prescription))
  }

  @discardableResult
  mutating func act(
    _ code: Acte.Code, le jour: Jour, seuil: Montant? = nil, ouvertureForcee: Bool? = nil
  ) throws(Refus) -> [Evenement] {
    try receive(.acte(.exemple(code, ouvertureForcee: ouvertureForcee)), fait: jour, seuil: seuil)
  }

  /// Asks, and hears the comptable's answer: event 16 or 17.
  mutating func ask(_ demande: DemandeAutorisation, le jour: Jour, reponse: String?, evenement: Int64 = 1) throws(Refus)
  {
    try receive(.autorisation(demande), fait: jour)
    guard let reponse else { return }
    update(.code(reponse, evenement, le: jour, message: numero))
  }
}
