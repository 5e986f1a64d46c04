import Convention
import Registre

/// What became of one demand of a received file.
struct DossierRecu: Sendable {
  enum Sort: Sendable {
    case accepte(DossierRemis)
    case attente(avertissement: String?)
    case rejete(code: String)
  }

  let numero: String?
  let ligne: Int
  let montant: Montant?
  var sort: Sort

  /// Every demand of a file, by line: those of the journal, and those that were rejected whole.
  static func all(
    of fichier: FichierRecu, _ rejets: [RejetConserve], _ registre: Registre
  ) async throws -> [DossierRecu] {
    guard let suite = fichier.suite, suite.genre == "AL" else { return [] }
    let kept = try await registre.lire { try accepted(of: fichier, suite, $0) }
    return (kept + rejected(rejets)).sorted { $0.ligne < $1.ligne }
  }

  private static func accepted(
    of fichier: FichierRecu, _ suite: FichierRecu.Suite, _ lecture: Lecture
  ) throws -> [DossierRecu] {
    var order: [DossierRecu] = []
    var places: [Int64: Int] = [:]
    var settled: Set<Int64> = []
    try lecture.evenements(
      fichier.jour, application: suite.application, exploitation: suite.exploitation,
      genres: [.dossierTransmis, .dossierRemis, .dossierMisEnAttente]
    ) { rendu in
      guard rendu.source.fichier == fichier.id else { return }
      if case .dossierTransmis(let fait) = rendu.date.evenement {
        places[rendu.dossier] = order.count
        order.append(
          DossierRecu(
            numero: rendu.cle.numero, ligne: rendu.source.ligne, montant: fait.demande.montant,
            sort: .attente(avertissement: nil)))
      } else if let place = places[rendu.dossier], settled.insert(rendu.dossier).inserted {
        order[place].settle(rendu.date.evenement)
      }
    }
    return order
  }

  /// The first routing is what the reception decided; a later one is another event's.
  private mutating func settle(_ evenement: Evenement) {
    switch evenement {
    case .dossierRemis(let fait): sort = .accepte(fait)
    case .dossierMisEnAttente(let fait): sort = .attente(avertissement: fait.avertissement)
    default: return
    }
  }

  /// The groups set aside whole; the code is that of the first reject by line that sets them aside.
  private static func rejected(_ rejets: [RejetConserve]) -> [DossierRecu] {
    var seen: Set<Int> = []
    return rejets.filter { $0.niveau == "D" && seen.insert($0.groupe.ligne).inserted }.map {
      DossierRecu(numero: $0.numeroDemande, ligne: $0.groupe.ligne, montant: nil, sort: .rejete(code: $0.code))
    }
  }
}

extension DossierRecu {
  /// Keys without value are absent, but for the number.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("numero_demande", JSONValue(numero)), ("ligne", JSONValue(ligne))]
    func add(_ name: String, _ text: String?) {
      if let text { members.append((name, .texte(text))) }
    }
    add("statut", statut)
    if let montant { members.append(("montant", JSONValue(montant))) }
    switch sort {
    case .accepte(let remis):
      add("code_postal", remis.codePostal.texte)
      add("code_insee", remis.insee?.texte)
      add("etude", remis.etude.texte)
      add("avertissement", remis.avertissement)
    case .attente(let avertissement): add("avertissement", avertissement)
    case .rejete(let code): add("code", code)
    }
    return .objet(members)
  }

  private var statut: String {
    switch sort {
    case .accepte: "ACCEPTE"
    case .attente: "ATTENTE"
    case .rejete: "REJETE"
    }
  }
}
