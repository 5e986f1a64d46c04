/// A demand being gathered: what its first rows say of it, and its titres.
struct BrouillonDeDemande {
  /// As many as the rank of a titre can count.
  private static let largestTitreCount = 999

  let numero: String
  private(set) var champs: [Gabarit.Niveau: [String: String]] = [:]
  private(set) var titres: [[String: String]] = []
  private(set) var lignes: [Int] = []
  private(set) var isSetAside = false
  /// The row that gave each field.
  private var origines: [String: Int] = [:]

  init(numero: String) { self.numero = numero }

  /// Takes one more row in, and tells what is wrong with it beside its cells.
  mutating func add(
    _ lecture: LectureDeLigne, defaults: ValeursParDefaut, gabarit: Gabarit
  ) -> [ErreurDeLigne] {
    var faults = disagreements(of: lecture)
    var titre = defaults.filling(lecture.champs(.titre), .titre)
    do {
      if gabarit.champ("reste_du") != nil { try BrouillonDeDemande.complete(&titre) }
    } catch {
      faults.append(lecture.error(error.message))
    }
    lignes.append(lecture.rang)
    if titres.count < BrouillonDeDemande.largestTitreCount {
      titres.append(titre)
    } else {
      faults.append(lecture.error("la demande a plus de \(BrouillonDeDemande.largestTitreCount) titres"))
    }
    if !faults.isEmpty || !lecture.erreurs.isEmpty { isSetAside = true }
    return faults
  }

  /// The first row that fills a field of the demand or of its debtor decides; a blank cell agrees with anything.
  private mutating func disagreements(of lecture: LectureDeLigne) -> [ErreurDeLigne] {
    var faults: [ErreurDeLigne] = []
    for donnee in lecture.donnees where donnee.colonne.champ.niveau != .titre {
      let (niveau, nom) = (donnee.colonne.champ.niveau, donnee.colonne.champ.nom)
      guard nom != EnteteDeFeuille.champDuNumero else { continue }
      guard let origine = origines[nom] else {
        origines[nom] = lecture.rang
        champs[niveau, default: [:]][nom] = donnee.valeur
        continue
      }
      guard champs[niveau]?[nom] != donnee.valeur else { continue }
      let message = "ne concorde pas avec la ligne \(origine), de la même demande"
      faults.append(lecture.error(message, donnee.colonne, montree: donnee.montree))
    }
    return faults
  }

  /// What remains due is computed when no cell gives it: initial amount, plus costs, less what is paid.
  private static func complete(_ titre: inout [String: String]) throws(FauteDeCellule) {
    func cents(_ nom: String) -> Int64? { titre[nom].flatMap { Int64($0) } }
    guard titre["reste_du"] == nil, let initial = cents("montant_initial") else { return }
    let due = initial + (cents("montant_frais") ?? 0) - (cents("montant_paye") ?? 0)
    guard due >= 0 else {
      throw FauteDeCellule("la somme déjà payée dépasse le montant du titre et ses frais")
    }
    titre["reste_du"] = String(due)
  }
}
