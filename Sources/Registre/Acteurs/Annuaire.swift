import Convention
import SQLEngine

/// The actors that the centre knows (annexe I): read whole at the start of a work, they are few.
public struct Annuaire: Hashable, Sendable {
  /// The code of this centre serveur (R103); nil while none was declared.
  public var centre: String?
  public var siretCentre: String?
  public var applications: [String: Application] = [:]
  public var postes: [String: Poste] = [:]
  public var etudes: [CodeEtude: Etude] = [:]

  /// A recovery application, its exploitations and the computer departments that send for it (R101, R115).
  public struct Application: Hashable, Sendable {
    public var exploitations: Set<String>
    public var departementsInformatiques: Set<String>
    public init(exploitations: Set<String>, departementsInformatiques: Set<String>) {
      self.exploitations = exploitations
      self.departementsInformatiques = departementsInformatiques
    }
  }

  public init() {}

  /// Études competent for a postal code, in order of code (annexe qualité I.4, R169).
  public func etudes(for codePostal: CodePostal) -> [Etude] {
    (parCode[codePostal] ?? []).compactMap { etudes[$0] }
  }

  /// Codes of a profile that no actor here has.
  public func inconnus(_ profil: Profil) -> [String] {
    switch profil {
    case .comptable(let codiques): codiques.map(\.texte).filter { postes[$0] == nil }.sorted()
    case .etude(let codes): codes.filter { etudes[$0] == nil }.map(\.texte).sorted()
    case .exploitant, .direction, .central: []
    }
  }

  private var parCode: [CodePostal: [CodeEtude]] = [:]

  /// Makes the index of areas; to be called once the études are all there.
  public mutating func index() {
    parCode = [:]
    for etude in etudes.values.sorted(by: { $0.code < $1.code }) {
      for code in etude.ressort { parCode[code, default: []].append(etude.code) }
    }
  }
}

extension Lecture {
  public func annuaire() throws -> Annuaire {
    var annuaire = Annuaire()
    annuaire.centre = try reglage("centre_serveur")
    annuaire.siretCentre = try reglage("siret_centre")
    try readApplications(into: &annuaire)
    try readPostes(into: &annuaire)
    try readEtudes(into: &annuaire, ressorts: try ressorts())
    annuaire.index()
    return annuaire
  }

  public func reglage(_ cle: String) throws -> String? {
    try connection.first("SELECT valeur FROM reglage WHERE cle = $1", .text(cle)) { $0.text(0) }
  }

  private func readApplications(into annuaire: inout Annuaire) throws {
    let none = Annuaire.Application(exploitations: [], departementsInformatiques: [])
    try connection.forEach("SELECT application, exploitation FROM application ORDER BY application, exploitation") {
      annuaire.applications[$0.text(0), default: none].exploitations.insert($0.text(1))
    }
    try connection.forEach("SELECT application, code FROM departement_informatique ORDER BY application, code") {
      annuaire.applications[$0.text(0), default: none].departementsInformatiques.insert($0.text(1))
    }
  }

  private func readPostes(into annuaire: inout Annuaire, only codique: String? = nil) throws {
    try connection.forEach(
      """
      SELECT codique, libelle, ouvert, courriel, acces_verifie, exploitation, arrondissement FROM poste
      \(codique == nil ? "" : "WHERE codique = $1") ORDER BY codique
      """, codique.map { [.text($0)] } ?? []
    ) { row in
      guard let codique = Codique(row.text(0)) else { return }
      annuaire.postes[codique.texte] = Poste(
        codique: codique, libelle: row.text(1), ouvert: row.bool(2), courrielGenerique: row.optText(3),
        accesVerifie: row.bool(4), exploitation: row.optText(5), arrondissement: row.optText(6))
    }
  }

  /// The poste and the étude of one dossier, to be shown: without the whole directory.
  public func acteurs(of dossier: Dossier) throws -> Annuaire {
    var annuaire = Annuaire()
    try readPostes(into: &annuaire, only: dossier.demande.poste)
    if let etude = dossier.attributaire { try readEtudes(into: &annuaire, only: etude, ressorts: [:]) }
    return annuaire
  }

  private func ressorts() throws -> [String: Set<CodePostal>] {
    var ressorts: [String: Set<CodePostal>] = [:]
    try connection.forEach("SELECT etude, code_postal FROM ressort ORDER BY etude, code_postal") { row in
      if let code = CodePostal(row.text(1)) { ressorts[row.text(0), default: []].insert(code) }
    }
    return ressorts
  }

  private func readEtudes(
    into annuaire: inout Annuaire, only etude: CodeEtude? = nil, ressorts: [String: Set<CodePostal>]
  ) throws {
    try connection.forEach(
      """
      SELECT code, nom, adresse, code_postal, localite, telephone, courriel, siret, part, transmet_bilan, contrat
      FROM etude \(etude == nil ? "" : "WHERE code = $1") ORDER BY code
      """, etude.map { [.text($0.texte)] } ?? []
    ) { row in
      guard let code = CodeEtude(row.text(0)) else { return }
      annuaire.etudes[code] = Etude(
        code: code, nom: row.text(1), adresse: row.text(2), codePostal: row.text(3), localite: row.text(4),
        telephone: row.text(5), courriel: row.text(6), siret: row.optText(7).flatMap { Siret($0) },
        contrat: try canonical(ContratDepartemental.self, row.text(10)), ressort: ressorts[row.text(0)] ?? [],
        part: Int(row.int(8)), transmetBilan: row.bool(9))
    }
  }
}
