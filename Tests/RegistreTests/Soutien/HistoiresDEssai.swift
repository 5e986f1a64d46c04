import Convention
import SQLEngine

@testable import Registre

/// An incident of these tests: declared for some postes, which may become others, then closed.
struct IncidentDEssai: Histoire {
  enum Acte: Hashable, Sendable, Codable {
    case declare(numero: Int, postes: [Codique], etude: CodeEtude?)
    case etendu([Codique])
    case echeanceFixee(Jour)
    case clos
  }

  static let genre = GenreDHistoire.incident
  let numero: Int
  let etude: CodeEtude?
  var postes: [Codique]
  var echeance: Jour?
  var estClos = false

  init?(_ premier: Acte) {
    guard case .declare(let numero, let postes, let etude) = premier else { return nil }
    (self.numero, self.postes, self.etude) = (numero, postes, etude)
  }

  mutating func apply(_ acte: Acte) {
    switch acte {
    case .declare: return
    case .etendu(let postes): self.postes = postes
    case .echeanceFixee(let jour): echeance = jour
    case .clos: (estClos, echeance) = (true, nil)
    }
  }

  var resume: ResumeDHistoire {
    ResumeDHistoire(
      // A key that follows a state: the base keeps the first.
      cle: estClos ? "I-\(numero)-clos" : "I-\(numero)", libelle: "Incident n° \(numero)",
      etat: estClos ? "CLOS" : "OUVERT", poste: postes.first, postes: Array(postes.dropFirst()), etude: etude,
      echeance: echeance)
  }
}

/// An invoice of these tests: everything that a line may say.
struct FactureDEssai: Histoire {
  struct Emission: Hashable, Sendable, Codable {
    let cle: String
    var poste: Codique?
    var etude: CodeEtude?
    var departement: Departement?
    let montant: Montant
    let echeance: Jour
  }
  enum Acte: Hashable, Sendable, Codable {
    case emise(Emission)
    case payee(le: Jour)
  }

  static let genre = GenreDHistoire.facture
  let emission: Emission
  var payeeLe: Jour?

  init?(_ premier: Acte) {
    guard case .emise(let emission) = premier else { return nil }
    self.emission = emission
  }

  mutating func apply(_ acte: Acte) {
    switch acte {
    case .emise: return
    case .payee(let jour): payeeLe = jour
    }
  }

  var resume: ResumeDHistoire {
    ResumeDHistoire(
      cle: emission.cle, libelle: "Facture \(emission.cle)", etat: payeeLe == nil ? "A_PAYER" : "PAYEE",
      poste: emission.poste, etude: emission.etude, departement: emission.departement,
      echeance: payeeLe == nil ? emission.echeance : nil, montant: emission.montant)
  }
}

extension RegistreDEssai {
  static let types: [any Histoire.Type] = [IncidentDEssai.self, FactureDEssai.self]

  static func trace(_ auteur: String = "centre", heure: Int = 20, fichier: Int64? = nil) -> Trace {
    Trace(auteur: auteur, instant: Instant(jour, heure: heure), jour: jour, fichier: fichier)
  }

  @discardableResult
  func ouvrir<H: Histoire>(_ type: H.Type, _ actes: H.Acte...) async throws -> FicheDHistoire<H> {
    try await registre.ecrire { try $0.ouvrir(type, actes, trace: RegistreDEssai.trace()) }
  }

  func ajouter<H: Histoire>(_ actes: H.Acte..., to fiche: FicheDHistoire<H>) async throws {
    try await registre.ecrire { registre in
      var fiche = fiche
      try registre.ajouter(actes, to: &fiche, trace: RegistreDEssai.trace("poste:031012/jean", heure: 21))
    }
  }
}
