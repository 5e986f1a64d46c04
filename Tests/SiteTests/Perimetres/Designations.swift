import Convention
import Registre
import Testing

@testable import Site

/// What the parameter of a route may name, for someone: his own, others', and nothing.
struct Designation {
  let siens: [String]
  let autres: [String]
  /// What has the shape of a name and names nothing.
  let neant: String

  init(_ siens: [String], _ autres: [String] = [], neant: String = "999999999") {
    self.siens = siens
    self.autres = autres
    self.neant = neant
  }
}

/// A route whose parameter this test does not know how to fill: write its case in `Designations.swift`.
struct RouteSansCas: Error { let route: String }

extension MondeDuSite {
  func designation(_ page: PageDuSite, _ role: Role) async throws -> Designation {
    let route = page.route
    guard page.parametre != nil else { return Designation([]) }
    let names = route.chemin.split(separator: "/").filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
    guard let objet = route.objet, Set(names.dropFirst()) == Set(page.precisions.keys) else {
      throw RouteSansCas(route: page.nom)
    }
    switch objet {
    case .dossier: return try await dossiers(route, role)
    case .fichierRecu: return try await fichiersRecus(role)
    case .fichierEmis: return try await fichiersEmis(role)
    case .rejet:
      return Designation(
        [try await valeur("SELECT fichier || '-' || ligne FROM rejet ORDER BY fichier, ligne")], neant: "1-99999")
    case .utilisateur: return Designation([try await valeur("SELECT CAST(MAX(id) AS TEXT) FROM utilisateur")])
    case .brouillon: return try await brouillons(role)
    case .lien: return Designation([try await lien()], neant: Jeton().texte)
    case .document: return try await parDossier(role, document)
    case .recapitulatif: return try await parDossier(role, recapitulatif)
    case .contrat: return contrats(role)
    case .facture: return try await factures(role)
    case .incident: return try await histoires(.incident, role)
    case .sollicitation: return try await histoires(.sollicitation, role)
    case .transfert: return Designation([try await valeur("SELECT CAST(MAX(id) AS TEXT) FROM transfert")])
    }
  }

  private func dossiers(_ route: Route, _ role: Role) async throws -> Designation {
    if route.chemin.hasPrefix("/quarantaine/") { return Designation([try await dossier("DEM2026-000201")]) }
    let demandes = role.demandes
    var siens: [String] = []
    for numero in demandes.siennes { siens.append(try await dossier(numero)) }
    var autres: [String] = []
    for numero in demandes.autres { autres.append(try await dossier(numero)) }
    return Designation(siens, autres)
  }

  /// What each demand of the world has one of.
  private func parDossier(_ role: Role, _ valeur: (String) async throws -> String) async throws -> Designation {
    var (siens, autres) = ([String](), [String]())
    for numero in role.demandes.siennes { siens.append(try await valeur(numero)) }
    for numero in role.demandes.autres { autres.append(try await valeur(numero)) }
    return Designation(siens, autres)
  }

  private func document(_ numero: String) async throws -> String {
    let id = try await dossier(numero)
    return try await valeur("SELECT CAST(MIN(id) AS TEXT) FROM document WHERE dossier = \(id)")
  }

  /// That of its étude for its poste.
  private func recapitulatif(_ numero: String) async throws -> String {
    try await valeur(
      "SELECT CAST(h.id AS TEXT) FROM histoire h JOIN dossier d ON d.etude = h.etude AND d.poste = h.poste "
        + "WHERE h.genre = 'EtatRecapitulatif' AND d.numero = '\(numero)'")
  }

  private func dossier(_ numero: String) async throws -> String {
    try await valeur("SELECT CAST(id AS TEXT) FROM dossier WHERE numero = '\(numero)'")
  }

  private func fichiersRecus(_ role: Role) async throws -> Designation {
    func recu(_ etude: String) async throws -> String {
      try await valeur("SELECT CAST(id AS TEXT) FROM fichier_recu WHERE genre = 'ET' AND etude = '\(etude)'")
    }
    let aller = try await valeur("SELECT CAST(MIN(id) AS TEXT) FROM fichier_recu WHERE genre = 'AL'")
    let (albert, carriere) = (try await recu("E3101"), try await recu("E3102"))
    switch role {
    case .exploitant: return Designation([aller, albert, carriere])
    case .etudeAlbert: return Designation([albert], [aller, carriere])
    case .etudeCarriere: return Designation([carriere], [aller, albert])
    default: return Designation([], [aller, albert, carriere])
    }
  }

  private func fichiersEmis(_ role: Role) async throws -> Designation {
    func aller(_ etude: String) async throws -> String {
      try await valeur("SELECT CAST(MIN(id) AS TEXT) FROM fichier_emis WHERE genre = 'AL' AND etude = '\(etude)'")
    }
    let (albert, carriere) = (try await aller("E3101"), try await aller("E3102"))
    switch role {
    case .exploitant: return Designation([albert, carriere])
    case .etudeAlbert: return Designation([albert], [carriere])
    case .etudeCarriere: return Designation([carriere], [albert])
    default: return Designation([], [albert, carriere])
    }
  }

  /// Those of Haute-Garonne, which CL1A was told of, and those of Gers, of which it was not.
  private func histoires(_ genre: GenreDHistoire, _ role: Role) async throws -> Designation {
    func histoire(_ cle: String) async throws -> String {
      try await valeur("SELECT CAST(id AS TEXT) FROM histoire WHERE genre = '\(genre.rawValue)' AND cle = '\(cle)'")
    }
    let prefix = genre == .incident ? "D" : "A"
    let (garonne, gers) = (try await histoire("\(prefix)-2026-001"), try await histoire("\(prefix)-2026-002"))
    switch role {
    case .exploitant: return Designation([garonne, gers])
    case .comptableColomiers, .etudeAlbert, .directionHauteGaronne, .central: return Designation([garonne], [gers])
    case .comptableAuch, .etudeCarriere, .directionGers: return Designation([gers], [garonne])
    }
  }

  /// Drafts are one's own, even between two comptables of the same poste.
  private func brouillons(_ role: Role) async throws -> Designation {
    func brouillon(_ role: Role) async throws -> String {
      let id = try #require(utilisateurs[role]).id
      return try await valeur("SELECT CAST(MIN(id) AS TEXT) FROM brouillon WHERE utilisateur = \(id)")
    }
    let (colomiers, auch) = (try await brouillon(.comptableColomiers), try await brouillon(.comptableAuch))
    switch role {
    case .comptableColomiers: return Designation([colomiers], [auch])
    case .comptableAuch: return Designation([auch], [colomiers])
    default: return Designation([], [colomiers, auch])
    }
  }

  /// E3101 in the Gers, E3102 in the Haute-Garonne: each has its own, and so has each direction.
  private func contrats(_ role: Role) -> Designation {
    let (gers, garonne, neant) = ("32-E3101-20250101", "31-E3102-20250101", "31-E9999-20250101")
    switch role {
    case .exploitant: return Designation([gers, garonne], neant: neant)
    case .etudeAlbert, .directionGers: return Designation([gers], [garonne], neant: neant)
    case .etudeCarriere, .directionHauteGaronne: return Designation([garonne], [gers], neant: neant)
    case .comptableColomiers, .comptableAuch, .central: return Designation([], [gers, garonne], neant: neant)
    }
  }

  private func factures(_ role: Role) async throws -> Designation {
    func facture(_ cle: String) async throws -> String {
      try await valeur("SELECT CAST(id AS TEXT) FROM histoire WHERE genre = 'Facture' AND cle = '\(cle)'")
    }
    let (albert, carriere) = (try await facture("E3101-F-1"), try await facture("E3102-F-1"))
    switch role {
    case .exploitant: return Designation([albert, carriere])
    case .etudeAlbert, .directionHauteGaronne: return Designation([albert], [carriere])
    case .etudeCarriere, .directionGers: return Designation([carriere], [albert])
    case .central, .comptableColomiers, .comptableAuch: return Designation([], [albert, carriere])
    }
  }

  /// A one-time link for the last account.
  private func lien() async throws -> String {
    let jeton = Jeton()
    let utilisateur = try #require(utilisateurs[.directionGers])
    let fin = MondeDuSite.instant.adding(seconds: LienUnique.dureeSeconds)
    try await registre.ecrire { try $0.reinitialiser(utilisateur.id, empreinte: jeton.empreinte, fin: fin) }
    return jeton.texte
  }
}
