import Convention
import Registre

/// What études hold for the postes of a scope on a day, folded from the journal (art. 14, R055–R058).
///
/// Left out: the transfers of money, which no record of the format tells: what was paid to the étude waits here until they are. A
/// cheque to the order of the Trésor leaves on the day that its payment says.
public struct SommesDetenues: Sendable {
  public let jour: Jour
  /// By étude, in the order of their codes; an étude that received nothing has none.
  public let registres: [RegistreDesSommes]

  /// - Parameter etude: of this étude only.
  public init(_ lecture: Lecture, _ perimetre: Perimetre, etude: CodeEtude? = nil, on jour: Jour) throws {
    var found: [CodeEtude: RegistreDesSommes] = [:]
    try lecture.encaissements(perimetre, etude: etude) { item in
      let code = item.fait.entete.etude
      try found[code, default: RegistreDesSommes(etude: code)].follow(item.fait, of: item.demande, poste: item.poste)
    }
    self.jour = jour
    registres = found.values.sorted { $0.etude < $1.etude }
  }

  /// What waits, the nearest limit first: those that are late come before.
  public var enAttente: [SommeDetenue] { sorted(registres.flatMap { $0.enAttente(on: jour) }) }

  public var enRetard: [SommeDetenue] { sorted(registres.flatMap { $0.enRetard(on: jour) }) }

  private func sorted(_ sommes: [SommeDetenue]) -> [SommeDetenue] {
    sommes.sorted { ($0.limite, $0.etude, $0.cle) < ($1.limite, $1.etude, $1.cle) }
  }

  /// By étude and poste, in that order: those to which something is still to go.
  public var totaux: [TotalDetenu] {
    registres.flatMap { registre in
      Dictionary(grouping: registre.enAttente(on: jour), by: \.poste).sorted { $0.key < $1.key }.map { poste, sommes in
        TotalDetenu(etude: registre.etude, poste: poste, sommes: sommes, on: jour)
      }
    }
  }
}

/// What one étude has for one poste.
public struct TotalDetenu: Hashable, Sendable {
  public let etude: CodeEtude
  /// Codique.
  public let poste: String
  public let nombre: Int
  /// Money in the étude's hands.
  public let detenu: Montant
  /// Cheques to the order of the Trésor, still to be handed over.
  public let cheques: Montant
  /// Money and cheques whose limit has passed.
  public let enRetard: Montant

  init(etude: CodeEtude, poste: String, sommes: [SommeDetenue], on jour: Jour) {
    self.etude = etude
    self.poste = poste
    nombre = sommes.count
    let total = { (kept: (SommeDetenue) -> Bool) in
      sommes.reduce(Montant.zero) { kept($1) ? $0 + $1.aPasser(on: jour) : $0 }
    }
    detenu = total { $0.versement != .auTresor }
    cheques = total { $0.versement == .auTresor }
    enRetard = total { $0.limite < jour }
  }
}
