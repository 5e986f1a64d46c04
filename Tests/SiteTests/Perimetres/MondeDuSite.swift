import Adresses
import Convention
import Foundation
import Interface
import Logging
import Registre
import SQLEngine
import MoteurDEssai
import Testing

@testable import Centre
@testable import Site

/// Two postes of two départements, two études, and what each has: enough for everyone to have his own and others'.
///
/// | demand | poste | étude | département |
/// |---|---|---|---|
/// | DEM2026-000101, LEFÈVRE | 031012 | E3101 | 31 |
/// | DEM2026-000103, SCI DU LAC | 032020 | E3101 | 32 |
/// | DEM2026-000203, PETIT | 031012 | E3102 | 31 |
/// | DEM2026-000201, MOREL | 031012 | waits for one | 31 |
final class MondeDuSite {
  let dossier: URL
  let engine: any SQLEngine
  let registre: Registre
  let site: Site
  private(set) var utilisateurs: [Role: Utilisateur] = [:]

  static let jour = Jour(2026, 3, 4)
  static let instant = Instant(jour, heure: 20)
  private static let formats = Formats.embarquees.0
  private static let referentiel = Result { try Referentiel.embarque() }

  init() async throws {
    dossier = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
    engine = try await MoteurDEssai.neuf(dans: dossier)
    registre = try await Registre(engine) { Array(repeating: 7, count: 32) }
    let centre = Centre(
      registre: registre, formats: MondeDuSite.formats, referentiel: try MondeDuSite.referentiel.get(),
      echanges: try DossierEchanges(dossier.appendingPathComponent("echanges")), horloge: .held(MondeDuSite.jour),
      attestation: try ReglageAttestation())
    var quiet = Logger(label: "essai")
    quiet.logLevel = .critical
    site = Site(reglage: ReglageDuSite(), journal: quiet, montre: .held(MondeDuSite.jour)) { centre }
    let annuaire = MondeDuSite.annuaire
    try await registre.ecrire { try $0.importer(annuaire) }
    try await peupler(centre)
  }

  deinit { try? FileManager.default.removeItem(at: dossier) }

  private func peupler(_ centre: Centre) async throws {
    let gers = [("031020", "032020"), ("31600MURET", "32000AUCH "), ("31600SEYSSES", "32000AUCH   ")]
    try await recevoir(centre, "aller-correct.txt", gers)
    // Toulouse has several codes: without one, the first demand waits.
    try await recevoir(centre, "aller-defauts.txt", [("31500TOULOUSE", "     TOULOUSE")])
    try await recevoir(centre, "etude.txt", [], partenaire: "E3101")
    try await recevoir(centre, "etude.txt", [("E3101", "E3102")], partenaire: "E3102")
    for role in Role.allCases {
      let profil = try #require(Profil(metier: role.metier.rawValue, codes: role.codes))
      utilisateurs[role] = try await registre.ecrire {
        try $0.creer(identifiant: role.rawValue, nom: "Personne", profil: profil, instant: MondeDuSite.instant)
      }
    }
    for role in [Role.comptableColomiers, .comptableAuch] { try await commencer(role) }
    try await rapporter(centre)
    _ = try await ContratsDuCentre(centre).reprendre()
    for (etude, departement) in [("E3101", "31"), ("E3102", "32")] { try await facturer(etude, departement) }
    try await troubler()
    _ = try await registre.ecrire {
      try $0.inscrire(
        Transfert(
          .emis, partenaire: "DI-TLS", flux: "CSHRI", nom: "RI.essai", cause: "emis:essai", etat: .attente,
          instant: MondeDuSite.instant))
    }
  }

  /// A document with each demand, and an état récapitulatif sent for each of its étude and poste.
  private func rapporter(_ centre: Centre) async throws {
    let pdf = Data("%PDF-1.4\n%%EOF\n".utf8)
    let trace = Trace(auteur: "etude:essai", instant: MondeDuSite.instant, jour: MondeDuSite.jour)
    let fiches = try await registre.lire { lecture in
      try Role.noms.keys.sorted().flatMap { try lecture.dossiers(numero: $0, .exploitant) }
    }
    for fiche in fiches {
      _ = try await DepotDeDocuments(centre)
        .deposerUneFois(pdf, nom: "pv.pdf", dossier: fiche.id, par: trace, .exploitant)
      let contenu = try ContenuDuRecapitulatif(
        etude: try #require(fiche.dossier.attributaire), poste: try #require(Codique(fiche.dossier.demande.poste)),
        phase: .comminatoire, periode: try PeriodeRecapitulee(du: Jour(2025, 1, 1), au: Jour(2025, 12, 31)),
        departement: fiche.dossier.remise.flatMap { Departement(commune: $0.codePostal.texte) }, dossiers: [])
      let actes = try EtatRecapitulatif.arreter(contenu, le: MondeDuSite.jour)
      let suite: [EtatRecapitulatif.Acte] = [
        .signe(etude: contenu.etude, le: MondeDuSite.jour), .transmis(le: MondeDuSite.jour),
      ]
      _ = try await registre.ecrire { try $0.ouvrir(EtatRecapitulatif.self, actes + suite, trace: trace) }
    }
  }

  /// An invoice of an étude to the director of a département.
  private func facturer(_ etude: String, _ departement: String) async throws {
    guard let etude = CodeEtude(etude), let departement = Departement(departement) else { return }
    let jour = MondeDuSite.jour
    let ligne = LigneDeFacture(
      cle: .init("HELIOS/031/D-1", .acte, acte: "042", le: jour), phase: .judiciaire, etatPoursuites: "EP-1",
      libelle: "commandement avant saisie-vente", ht: Montant(cents: 20_42), transport: .zero, tva: .zero)
    let projet = ProjetDeFacture(
      numero: "F-1", etude: etude, departement: departement, payeur: .directeur(departement: departement), du: jour,
      au: jour, le: jour, lignes: [ligne], total: ligne.honoraire)
    let trace = Trace(auteur: "etude:\(etude)", instant: MondeDuSite.instant, jour: jour)
    _ = try await registre.ecrire {
      try $0.ouvrir(Facture.self, [.emise(projet: projet, contratDu: Jour(2025, 1, 1))], trace: trace)
    }
  }

  /// A dysfunction and a request in each département: D-2026-001 and A-2026-001 in Haute-Garonne, the others in Gers.
  private func troubler() async throws {
    let trace = Trace(auteur: "exploitant", instant: MondeDuSite.instant, jour: MondeDuSite.jour)
    for (rang, poste, etude, departement) in [("001", "031012", "E3101", "31"), ("002", "032020", "E3102", "32")] {
      let codique = try #require(Codique(poste))
      let concernes = try Concernes(
        postes: [codique], etudes: [try #require(CodeEtude(etude))],
        departements: [try #require(Departement(departement))])
      let constat = try TexteLibre("panne du réseau \(departement)", on: MondeDuSite.jour)
      let auteur = try #require(utilisateurs[rang == "001" ? .comptableColomiers : .comptableAuch]).id
      try await registre.ecrire { ecriture in
        var fiche = try ecriture.ouvrir(
          IncidentDeService.self,
          try IncidentDeService.decideDetecter(
            numero: "D-2026-\(rang)", nature: .disponibilite, instant: MondeDuSite.instant, description: constat,
            concernes: concernes), trace: trace)
        let posee = Sollicitation.decidePoser(
          numero: "A-2026-\(rang)", poste: codique, auteur: auteur, objet: .observation, texte: constat,
          instant: MondeDuSite.instant)
        _ = try ecriture.ouvrir(Sollicitation.self, posee, trace: trace)
        guard rang == "001" else { return }
        let action = IncidentDeService.ActionMenee(texte: constat, instant: MondeDuSite.instant)
        try ecriture.ajouter(try fiche.histoire.decideAgir(action), to: &fiche, trace: trace)
        let preuve = try PreuveDEnvoi(reference: "<avis@essai>", empreinte: String(repeating: "0", count: 64))
        try ecriture.ajouter(
          try fiche.histoire.decideAviser(Avis(.cl1a, instant: MondeDuSite.instant, preuve: preuve)), to: &fiche,
          trace: trace)
      }
    }
  }

  private func commencer(_ role: Role) async throws {
    guard let utilisateur = utilisateurs[role], let poste = role.codes.first.flatMap({ Codique($0) }) else { return }
    let brouillon = Brouillon(
      utilisateur: utilisateur.id, poste: poste, cle: "brouillon-\(role)",
      contenu: .init(redevables: [["nom": "NOM DE \(role)"]]), instant: MondeDuSite.instant)
    _ = try await registre.ecrire { try $0.creer(brouillon) }
  }

  /// Receives a sample in which some texts, each where it first stands, are others of the same width.
  private func recevoir(
    _ centre: Centre, _ nom: String, _ changes: [(old: String, new: String)], partenaire: String? = nil
  ) async throws {
    let samples = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../InterfaceTests/Echantillons")
    var texte = try String(contentsOf: samples.standardizedFileURL.appendingPathComponent(nom), encoding: .isoLatin1)
    for change in changes { texte = texte.replacing(change.old, with: change.new, maxReplacements: 1) }
    let url = dossier.appendingPathComponent("\(UUID().uuidString)-\(nom)")
    try #require(texte.data(using: .isoLatin1)).write(to: url)
    var reprises: [FichierRecu] = []
    let reception = try await Reception(centre)
    let fichier = try await reception.recevoir(.init(url: url, partenaire: partenaire), reprises: &reprises)
    try await reception.clore(fichier)
  }

  private static var annuaire: Annuaire {
    var annuaire = Annuaire()
    annuaire.centre = "CSH1"
    annuaire.siretCentre = "30000001500010"
    annuaire.applications["HELIOS"] = .init(exploitations: ["031"], departementsInformatiques: ["DI-TLS"])
    for (texte, libelle) in [("031012", "SGC DE COLOMIERS"), ("032020", "SGC D’AUCH")] {
      if let codique = Codique(texte) {
        annuaire.postes[texte] = Poste(codique: codique, libelle: libelle, ouvert: true)
      }
    }
    let contrat = ContratDepartemental(
      du: Jour(2025, 1, 1), au: Jour(2027, 12, 31), dureeComminatoireDays: 75, dureeJudiciaireDays: 50)
    for (texte, codes) in [
      ("E3101", ["31770", "32000"]), ("E3102", ["31000", "31100", "31200", "31300", "31400", "31500"]),
    ] {
      if let code = CodeEtude(texte) {
        let siens = (texte == "E3101" ? ["31", "32"] : ["31"]).map { departement in
          var sien = contrat
          sien.clauses.departement = Departement(departement)
          return sien
        }
        annuaire.etudes[code] = Etude(
          code: code, nom: "SCP \(texte)", contrats: siens, ressort: Set(codes.compactMap { CodePostal($0) }))
      }
    }
    annuaire.index()
    return annuaire
  }
}
