import Centre
import Convention
import Registre
import Simulation

/// What a simulation leaves, as the base tells it; an independent recount from the journal must find the same.
struct BilanDeSimulation {
  let totaux: TotauxDossiers
  /// By state, in the words of the base.
  let etats: [String: Int]
  let evenements: Int64
  let sceaux: Int
  /// Fingerprint of the last seal, chained to all the others: the root of the whole journal.
  let racine: String?
  let livre: Livre
  let judiciaire: BilanJudiciaire
  let etudes: BilanDesEtudes

  init(_ centre: CentreSimule) async throws {
    let (first, last) = (centre.premier, centre.montre.jour)
    (totaux, etats, evenements, sceaux, racine, judiciaire) = try await centre.registre.lire { lecture in
      let seals = try lecture.sceaux()
      return (
        try lecture.totaux(.exploitant), try lecture.nombresParEtat(.exploitant), try lecture.dernierePosition(),
        seals.count, seals.last.map { "\($0.empreinte)" },
        try BilanJudiciaire(lecture, from: first, to: last)
      )
    }
    livre = try await centre.livre()
    etudes = BilanDesEtudes(livre, on: last)
  }

  var json: JSONValue {
    .objet([
      ("dossiers", JSONValue(totaux.nombre)),
      ("etats", .objet(etats.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })),
      (
        "centimes",
        .objet([
          ("montant", JSONValue(totaux.montant)), ("reste", JSONValue(totaux.reste)),
          ("recouvre", JSONValue(totaux.recouvre)),
        ])
      ),
      ("evenements", .entier(evenements)), ("sceaux", JSONValue(sceaux)), ("racine", JSONValue(racine)),
      ("livre", BilanDeSimulation.json(livre)), ("judiciaire", judiciaire.json), ("resultats", etudes.json),
    ])
  }

  private static func json(_ livre: Livre) -> JSONValue {
    func compte(_ compte: Livre.Compte) -> JSONValue {
      .objet([("nombre", JSONValue(compte.nombre)), ("centimes", .entier(compte.cents))])
    }
    return .objet([
      ("demandes", compte(livre.demandes)), ("etudes", compte(livre.etudes)),
      ("impayes_etudes", compte(livre.impayesDesEtudes)), ("frais_etudes", .entier(livre.fraisDesEtudes)),
      ("guichets", compte(livre.guichets)), ("impayes_guichets", compte(livre.impayesDesGuichets)),
      ("rejets_voulus", JSONValue(livre.rejetsVoulus)), ("fichiers", JSONValue(livre.fichiers)),
      ("fichiers_fautifs", JSONValue(livre.fichiersFautifs)), ("rejets_rendus", JSONValue(livre.rejetsLus)),
      ("fichiers_refuses", JSONValue(livre.fichiersRefuses)), ("judiciaire", json(livre.judiciaire)),
    ])
  }

  private static func json(_ livre: LivreJudiciaire) -> JSONValue {
    .objet([
      ("reprises", JSONValue(livre.reprises.nombre)), ("actes", JSONValue.comptes(livre.actes)),
      ("actes_rendus", JSONValue.comptes(livre.actesLus)), ("carences", JSONValue.comptes(livre.carences)),
      ("carences_non_signees", JSONValue(livre.carencesNonSignees)),
      ("ouvertures_au_seuil", JSONValue(livre.ouverturesAuSeuil)),
      ("demandes_d_accord", JSONValue.comptes(livre.demandesDAccord)), ("reponses", JSONValue.comptes(livre.reponses)),
      ("formulaires", JSONValue(livre.formulaires)), ("comptes_rendus", JSONValue(livre.comptesRendus)),
      ("rectifications", JSONValue(livre.rectifications)), ("a_rapporter", JSONValue.comptes(livre.rapportes)),
      ("rapportes", JSONValue.comptes(livre.rapportesLus)), ("refus", JSONValue.comptes(livre.refus)),
      ("recouvre", .entier(livre.encaissements.cents - livre.impayes.cents)),
      ("sans_contrat", JSONValue(livre.rejetsSansContrat)),
      ("sans_contrat_rendus", JSONValue(livre.rejetsSansContratLus)),
    ])
  }

  var lignes: [String] {
    let states = EtatDeDossier.allCases.compactMap { etat in
      etats[etat.rawValue].map { "\(etat.libelle) : \(nombre($0))" }
    }
    let net = Montant(cents: livre.etudes.cents - livre.impayesDesEtudes.cents)
    let counter = Montant(cents: livre.guichets.cents - livre.impayesDesGuichets.cents)
    return [
      "\(accorde(totaux.nombre, "dossier", "dossiers")) pour \(totaux.montant.texte) ; reste dû \(totaux.reste.texte).",
      states.joined(separator: " ; ").capitalizedFirst + ".",
      "Payé aux études \(net.texte), aux guichets \(counter.texte), impayés déduits.",
    ] + judiciaire.lignes + [
      etudes.phrase,
      "\(accorde(livre.fichiers, "fichier envoyé", "fichiers envoyés")) par les partenaires ; "
        + "\(accorde(livre.rejetsVoulus, "ligne fautive glissée", "lignes fautives glissées")) exprès.",
      "Journal : \(nombre(Int(evenements))) événements, \(nombre(sceaux)) sceaux, racine \(racine ?? "—").",
    ]
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
