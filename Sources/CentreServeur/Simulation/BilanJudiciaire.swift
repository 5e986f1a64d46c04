import Centre
import Convention
import Registre

/// The judicial recoveries of a base: what was done and said, what the convention refused, what it costs by the tariff.
struct BilanJudiciaire: Hashable, Sendable {
  var demandes = 0
  var montant = Montant.zero
  /// Acts by code, those taken back included.
  var actes: [String: Int] = [:]
  var carences: [String: Int] = [:]
  var carencesNonSignees = 0
  /// Requests by object, answers by object and event: « V16 » grants a sale.
  var demandesDAccord: [String: Int] = [:]
  var reponses: [String: Int] = [:]
  /// Doors forced without the accountant's permission, above the director's threshold (art. 10, al. 3, R034).
  var ouverturesAuSeuil = 0
  var formulaires = 0
  var comptesRendus = 0
  var rectifications = 0
  /// Messages kept without effect because the convention forbids them, by the code of the refusal, whatever the phase.
  var refus: [String: Int] = [:]
  /// Paid to études and not given back; their fees with tax on it.
  var recouvre = Montant.zero
  var frais = Montant.zero
  /// Fixed fees and flat sums before tax by code of act, those taken back left out; acts that the tariff does not price.
  var droits: [String: Montant] = [:]
  var horsTarif = 0

  init(_ lecture: Lecture, from first: Jour, to last: Jour) throws {
    var filtre = FiltreDossiers()
    filtre.phase = .judiciaire
    var ids: [Int64] = []
    try lecture.dossiers(.exploitant, filtre, tri: .parNom) { ids.append($0.id) }
    for id in ids {
      guard let fiche = try lecture.fiche(id) else { continue }
      demandes += 1
      montant = montant + fiche.dossier.demande.montant
      for (code, count) in BilanJudiciaire.reponses(fiche.dossier) { reponses[code, default: 0] += count }
      let evenements = try lecture.histoire(of: fiche).map(\.evenement)
      add(evenements, fiche.dossier.demande)
      if !fiche.dossier.ouverturePermise { ouverturesAuSeuil += BilanJudiciaire.ouvertures(evenements) }
    }
    for incident in try lecture.incidents(from: first, to: last) where incident.genre == "refus" {
      if let code = BilanJudiciaire.code(incident.texte) { refus[code, default: 0] += 1 }
    }
  }

  /// « … (article 10 ; R-26). » names R-26.
  private static func code(_ texte: String) -> String? {
    texte.split(separator: " ").last.map { String($0.prefix { $0 != ")" }) }
  }

  private static func ouvertures(_ evenements: [Evenement]) -> Int {
    evenements.count { if case .acteSignale(let fait) = $0 { fait.acte.ouvertureForcee == true } else { false } }
  }

  private static func reponses(_ dossier: Dossier) -> [String: Int] {
    let asked = Dictionary(
      dossier.poursuites.autorisations.map { ($0.entete.numero, $0.demande.objet) }, uniquingKeysWith: { $1 })
    return dossier.actualisations.recues.reduce(into: [:]) { found, item in
      guard ["16", "17"].contains(item.code), let objet = item.messageEtude.flatMap({ asked[$0] }) else { return }
      found[objet + item.code, default: 0] += 1
    }
  }

  private mutating func add(_ evenements: [Evenement], _ demande: Demande) {
    let retires = Set(
      evenements.compactMap { evenement in
        if case .messageRectifie(let fait) = evenement { fait.rectification.message } else { nil }
      })
    var hasActed = false
    for evenement in evenements {
      switch evenement {
      case .acteSignale(let fait):
        hasActed = true
        add(fait.acte)
        if !retires.contains(fait.entete.numero) {
          price(fait.acte.code, on: fait.entete.fait, vise: fait.acte.creanceVisee(of: demande))
        }
      case .autorisationDemandee(let fait): demandesDAccord[fait.demande.objet, default: 0] += 1
      case .retourEtabli(let fait):
        formulaires += 1
        price("093", on: fait.entete.fait, vise: nil)
      case .avancementSignale: comptesRendus += 1
      case .messageRectifie: rectifications += 1
      case .constatEtabli(let fait) where fait.constat.code == "NAH" && hasActed:
        price("091", on: fait.entete.fait, vise: nil)
      case .encaissementConstate(let fait): add(fait.encaissement)
      default: continue
      }
    }
  }

  private mutating func add(_ acte: Acte) {
    actes[acte.code, default: 0] += 1
    guard let motif = acte.motifCarence else { return }
    carences[motif, default: 0] += 1
    if acte.signatureDebiteur == "N" { carencesNonSignees += 1 }
  }

  private mutating func add(_ item: Encaissement) {
    let fees = (item.fraisHT ?? .zero) + (item.tva ?? .zero)
    recouvre = item.annule == nil ? recouvre + item.creance : recouvre - item.creance
    frais = item.annule == nil ? frais + fees : frais - fees
  }

  /// Art. 16 (R061–R064): the fee of an act by what it aims at, or a flat sum.
  private mutating func price(_ code: String, on jour: Jour, vise: Montant?) {
    let tarif = Bareme.tarifJudiciaire.value(on: jour)
    guard let price = vise.map({ tarif.droitFixe(code, vise: $0) }) ?? tarif.forfait(code) else {
      horsTarif += 1
      return
    }
    droits[code, default: .zero] = droits[code, default: .zero] + price
  }
}

extension BilanJudiciaire {
  var json: JSONValue {
    .objet([
      ("demandes", JSONValue(demandes)), ("montant", JSONValue(montant)), ("actes", JSONValue.comptes(actes)),
      ("carences", JSONValue.comptes(carences)), ("carences_non_signees", JSONValue(carencesNonSignees)),
      ("demandes_d_accord", JSONValue.comptes(demandesDAccord)), ("reponses", JSONValue.comptes(reponses)),
      ("ouvertures_au_seuil", JSONValue(ouverturesAuSeuil)),
      ("formulaires", JSONValue(formulaires)), ("comptes_rendus", JSONValue(comptesRendus)),
      ("rectifications", JSONValue(rectifications)), ("refus", JSONValue.comptes(refus)),
      ("recouvre", JSONValue(recouvre)), ("frais", JSONValue(frais)),
      ("droits", .objet(droits.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })),
      ("hors_tarif", JSONValue(horsTarif)),
    ])
  }

  var lignes: [String] {
    let list = actes.sorted { $0.key < $1.key }.map { "\($0.key) × \(nombre($0.value))" }.joined(separator: ", ")
    let tariff = droits.values.reduce(.zero, +)
    return [
      "En justice : \(accorde(demandes, "demande", "demandes")) pour \(montant.texte), \(recouvre.texte) recouvrés ; "
        + "actes \(list.isEmpty ? "—" : list).",
      "Carences : \(nombre(carences.values.reduce(0, +))), dont \(nombre(carencesNonSignees)) sans signature ; "
        + "ventes accordées \(nombre(reponses["V16"] ?? 0)), refusées \(nombre(reponses["V17"] ?? 0)) ; formulaires "
        + "\(nombre(formulaires)), comptes rendus \(nombre(comptesRendus)), rectifications \(nombre(rectifications)).",
      "Émoluments au tarif \(tariff.texte) hors taxe ; "
        + "\(accorde(refus.values.reduce(0, +), "acte défendu gardé", "actes défendus gardés")) sans effet.",
    ]
  }
}

extension JSONValue {
  /// Numbers by code, in the order of the codes.
  static func comptes(_ comptes: [String: Int]) -> JSONValue {
    .objet(comptes.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })
  }
}
