import Convention

/// A command given to the invoices of an étude and what came of it.
struct PasDeFacture: Pas {
  let avant: [Facture]
  let commande: String
  let jour: Jour
  /// Which invoice; nil for a new one.
  let rang: Int?
  let actes: [Facture.Acte]
  let refus: Refus?
  let apres: [Facture]
  /// The facts of each invoice.
  let histoires: [[Facture.Acte]]
  let liquidation: DroitsLiquides

  var recit: String {
    let answer = refus.map { "refusé : \($0)" } ?? "accepté"
    let etats = apres.map { "\($0.projet.numero) \($0.etat.libelle), reste \($0.resteAPayer.texte)" }
    return "\(jour.texte), \(commande) → \(answer) — \(etats.joined(separator: " ; "))"
  }
}

/// The judicial lines of one dossier, billed in several invoices that are received, paid in parts, rejected, late.
struct VieDeFacture: Vie {
  static let longueur = 20

  var alea: Alea
  var jour: Jour
  let contrat: ContratDepartemental
  let liquidation: DroitsLiquides
  private(set) var factures: [Facture] = []
  private(set) var histoires: [[Facture.Acte]] = []

  init(graine: UInt64) {
    var alea = Alea(graine: graine, flux: 4)
    let first = ActeursInventes.premierJour(&alea)
    liquidation = DroitsLiquides(from: first, &alea)
    contrat = ContratDepartemental(du: first.adding(days: -alea.below(60)))
    jour = first.adding(days: 70)
    self.alea = alea
  }

  mutating func avancer() -> PasDeFacture {
    jour = jour.adding(days: alea.pick([0, 0, 1, 7, 25, 60]))
    let avant = factures
    let rang = factures.isEmpty || alea.chance(250) ? nil : alea.below(factures.count)
    let (nom, command) = commande(rang)
    var (actes, refus): ([Facture.Acte], Refus?) = ([], nil)
    do throws(Refus) {
      actes = try command()
      follow(actes, rang)
    } catch { refus = error }
    return PasDeFacture(
      avant: avant, commande: nom, jour: jour, rang: rang, actes: actes, refus: refus, apres: factures,
      histoires: histoires, liquidation: liquidation)
  }

  private mutating func follow(_ actes: [Facture.Acte], _ rang: Int?) {
    if let rang {
      factures[rang].follow(actes)
      histoires[rang] += actes
    } else if let facture = Facture(actes) {
      factures.append(facture)
      histoires.append(actes)
    }
  }

  private mutating func commande(_ rang: Int?) -> (String, () throws(Refus) -> [Facture.Acte]) {
    let (jour, contrat, deja) = (jour.adding(days: -alea.pick([0, 0, 0, 4])), contrat, FacturesEmises(factures))
    guard let rang else {
      let projet = projet(le: jour)
      return ("émission", { () throws(Refus) in try Facture.emettre(projet, contrat: contrat, deja: deja) })
    }
    let facture = factures[rang]
    switch alea.below(10) {
    case 0..<3:
      let report = alea.pick(Report642.allCases)
      return ("réception", { () throws(Refus) in try facture.recevoir(le: jour, report: report) })
    case 3..<7:
      let part = part(of: facture.resteAPayer)
      return ("paiement", { () throws(Refus) in try facture.payer(le: jour, montant: part) })
    case 7:
      let motif = alea.chance(900) ? "pièce manquante" : ""
      return ("rejet", { () throws(Refus) in try facture.rejeter(le: jour, motif: motif) })
    case 8: return ("intérêts réclamés", { () throws(Refus) in try facture.reclamerInterets(le: jour) })
    default:
      let part = part(of: facture.resteDInterets)
      return ("paiement d’intérêts", { () throws(Refus) in try facture.payerInterets(le: jour, montant: part) })
    }
  }

  /// All of what is left or a part, now and then nothing or too much.
  private mutating func part(of reste: Montant) -> Montant {
    alea.chance(400) ? reste : Montant(cents: Int64(alea.between(-1...Int(reste.cents) + 20)))
  }

  /// Some of the lines, now and then wrong: a total, a payer, a number, a line billed twice.
  private mutating func projet(le jour: Jour) -> ProjetDeFacture {
    let all = liquidation.lignes
    let first = alea.below(max(1, all.count))
    var lignes = Array(all[min(first, all.count)..<min(all.count, first + 1 + alea.below(4))])
    if alea.chance(50), let last = lignes.last { lignes.append(last) }
    let total = lignes.reduce(Honoraire.zero) { $0 + $1.honoraire }
    let wrong = Honoraire(ht: Montant(cents: alea.chance(60) ? 1 : 0), tva: .zero)
    let departement = ActeursInventes.departement
    return ProjetDeFacture(
      numero: "F-\(alea.chance(900) ? factures.count + 1 : 1)", etude: ActeursInventes.etudes[0],
      departement: departement,
      payeur: alea.chance(920) ? .directeur(departement: departement) : .poste(codique: ActeursInventes.poste),
      du: contrat.du, au: jour, le: jour, lignes: lignes, total: total + wrong)
  }
}
