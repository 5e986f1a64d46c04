import Centre
import Convention
import Interface
import Registre

/// A draft read part by part: its values, what they add up to, and what is wrong.
struct ExamenDuBrouillon {
  struct Faute: Hashable {
    let partie: DemandeSaisie.Partie
    let champ: String?
    let phrase: String
  }

  private let champs: ChampsDeDemande
  private let genre: Genre?
  private(set) var fautes: [Faute] = []

  init(_ champs: ChampsDeDemande, _ table: TableFormat?) {
    self.champs = champs
    genre = table?.genre(code: "AL")
  }

  /// The demand, as far as it can be read; with faults, it is not to be sent.
  mutating func demande(_ contenu: Brouillon.Contenu) -> DemandeSaisie {
    let redevables = contenu.redevables.enumerated().map { index, typed in
      var values = lire(typed, .redevable(index + 1))
      if index == 0 { values["qualite_redevable"] = .texte("01") }
      return values
    }
    let titres = contenu.titres.enumerated().map { index, typed in lire(typed, .titre(index + 1)) }
    if redevables.isEmpty { fautes.append(.init(partie: .demande, champ: nil, phrase: "Ajoutez le redevable.")) }
    if titres.isEmpty { fautes.append(.init(partie: .demande, champ: nil, phrase: "Ajoutez un titre.")) }
    let values = lire(contenu.demande, .demande)
    return DemandeSaisie(
      numero: contenu.demande["numero_demande", default: ""].uppercased(), demande: values, redevables: redevables,
      titres: titres)
  }

  /// The values of one part; faults are noted.
  mutating func lire(
    _ typed: [String: String], _ partie: DemandeSaisie.Partie, complet: Bool = true
  ) -> [String: Valeur?] {
    guard let type = genre?.type(partie.type) else { return [:] }
    var lecture = LectureDeSaisie(Formulaire(typed.map { ($0.key, $0.value) }))
    var values = lecture.champs(champs(partie), type, complet: complet)
    if case .titre = partie {
      let reste = ExamenDuBrouillon.reste(typed)
      if let reste, reste < .zero { lecture.noter("montant_paye", "Plus que le titre et ses frais.") }
      values["reste_du"] = reste.flatMap { $0 < .zero ? nil : .montant($0) }
    }
    fautes += lecture.fautes.sorted { $0.key < $1.key }.map { Faute(partie: partie, champ: $0.key, phrase: $0.value) }
    return values
  }

  func champs(_ partie: DemandeSaisie.Partie) -> [Champ] {
    switch partie {
    case .demande: champs.demande
    case .redevable(let rang): champs.redevable(rang)
    case .titre: champs.titre
    }
  }

  /// What a titre still owes: amount and costs less what is paid (312); nil while an amount cannot be read.
  static func reste(_ typed: [String: String]) -> Montant? {
    func montant(_ nom: String) -> Montant? {
      let text = typed[nom, default: ""]
      return text.isEmpty ? .zero : Montant(saisi: text)
    }
    guard let initial = montant("montant_initial"), let frais = montant("montant_frais"),
      let paye = montant("montant_paye")
    else { return nil }
    return initial + frais - paye
  }
}

extension DemandeSaisie.Partie {
  /// The record of the format.
  var type: String {
    switch self {
    case .demande: "10"
    case .redevable: "20"
    case .titre: "30"
    }
  }
}
