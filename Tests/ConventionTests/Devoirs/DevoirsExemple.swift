@testable import Convention

/// A centre, two postes, an étude and their département, for the tests of the centre's duties.
enum DevoirsExemple {
  static let poste = Exemple.require(Codique("031012"))
  static let autrePoste = Exemple.require(Codique("031013"))
  static let etranger = Exemple.require(Codique("075001"))
  static let hauteGaronne = Exemple.require(Departement("31"))
  static let paris = Exemple.require(Departement("75"))
  /// 27/03/2026 at 10:00 UTC, two days before the clock goes forward.
  static let detection = utc(Jour(2026, 3, 27), 10)

  static func utc(_ jour: Jour, _ heure: Int, _ minute: Int = 0) -> Instant {
    Instant(milliseconds: (Int64(jour.rank) * 1440 + Int64(heure * 60 + minute)) * 60_000)
  }
  static func texte(_ texte: String = "baie de disques remplacée") -> TexteLibre {
    Exemple.require(try? TexteLibre(texte, on: Jour(2026, 3, 27)))
  }
  static func preuve(_ reference: String = "<avis-1@centre.example>") -> PreuveDEnvoi {
    Exemple.require(try? PreuveDEnvoi(reference: reference, empreinte: String(repeating: "ab", count: 32)))
  }
  static func empreinte(_ chiffre: String) -> EmpreinteSHA256 {
    Exemple.require(EmpreinteSHA256(String(repeating: chiffre, count: 64)))
  }
  static func concernes(etudes: Set<CodeEtude> = []) -> Concernes {
    Exemple.require(try? Concernes(postes: [poste, autrePoste], etudes: etudes, departements: [hauteGaronne]))
  }
  static func avis(_ destinataire: Avis.Destinataire, _ instant: Instant) -> Avis {
    Avis(destinataire, instant: instant, preuve: preuve())
  }

  /// Both postes have lost the service since the detection.
  static func panne(_ nature: IncidentDeService.Nature = .disponibilite) -> IncidentDeService {
    let actes = try? IncidentDeService.decideDetecter(
      numero: "I-2026-001", nature: nature, instant: detection, description: texte(), concernes: concernes())
    return Exemple.require(IncidentDeService(actes ?? []))
  }

  /// 05/04/2026 from 06:00 to 08:00 UTC, decided on 27/03/2026.
  static let fenetre = Exemple.require(
    try? Fenetre(de: utc(Jour(2026, 4, 5), 6), a: utc(Jour(2026, 4, 5), 8)))
  static func coupure() -> IncidentDeService {
    let actes = try? IncidentDeService.decidePrevoir(
      numero: "I-2026-002", instant: detection, fenetre: fenetre, motif: texte(), concernes: concernes())
    return Exemple.require(IncidentDeService(actes ?? []))
  }
}

extension IncidentDeService {
  mutating func aviser(_ destinataire: Avis.Destinataire, _ instant: Instant) throws(Refus) {
    follow(try decideAviser(DevoirsExemple.avis(destinataire, instant)))
  }
  mutating func agir(_ instant: Instant) throws(Refus) {
    follow(try decideAgir(ActionMenee(texte: DevoirsExemple.texte(), instant: instant)))
  }
}
