import Convention
import Generation
import Registre
import Simulation

/// A made-up département: six postes, six études whose areas partly overlap, two exploitations.
enum DepartementInvente {
  static let centre = "CSDEMO"
  static let application = "HELIOS"
  /// The codes of the exploitations, their shares of the demands and the versions of the format in which they send.
  private static let exploitations = [("031", 7, 2), ("032", 3, 1)]
  private static let diligences: [String: Diligence] = [
    "E3101": .prompte, "E3102": .ordinaire, "E3103": .refusante, "E3104": .tardive, "E3105": .muette,
    "E3106": .ordinaire,
  ]
  /// Études whose program writes version 2 of the format; the others stay in version 1.
  private static let versions = ["E3101": 2, "E3102": 2, "E3104": 2]
  /// Days between which a simulation lives: contracts end and are renewed meanwhile.
  static let contrats = Jour(2025, 6, 1)...Jour(2027, 12, 31)

  /// The defects slipped on purpose in what is sent, in percent.
  private static let defauts = """
    code-absent=3,code-interverti=2,commune-abregee=3,commune-mal-ecrite=2,commune-ambigue=1,adresse-perdue=0.8,\
    adresse-etrangere=0.2,hors-ressort=0.6,nom-absent=0.4,montant-negatif=0.3,titre-ampute=0.3,siret-faux=0.3,\
    titre-posterieur=0.3,total-faux=0.3,poste-ferme=0.3,doublon=0.2,codebiteur-fautif=0.3,evenement-inconnu=0.3,\
    demande-inconnue=0.3,type-inconnu=0.2,nature-inconnue=0.5
    """

  /// Its life for so many days, as the directory that was imported tells it.
  static func plan(
    _ annuaire: Annuaire, graine: UInt64, premier: Jour, jours: Int, dossiers: Int
  ) throws -> PlanDeSimulation {
    var plan = PlanDeSimulation(
      graine: graine, premier: premier, jours: jours, dossiers: dossiers, centre: centre, application: application,
      exploitations: exploitations.map { code, part, version in
        .init(
          code: code, departementInformatique: "DI-TLS", postes: postes(annuaire, code), part: part, version: version)
      }, etudes: annuaire.etudes.values.compactMap { etude($0, premier) })
    plan.postesConnus = Set(annuaire.postes.keys)
    plan.postesFermes = annuaire.postes.values.filter { !$0.echange }.map(\.codique.texte).sorted()
    plan.defautsAller = try Taux(defauts)
    plan.defautsEtude = try Taux("tous=0.6")
    return plan
  }

  /// An étude at work; nil if its contract has ended before the first day.
  private static func etude(_ etude: Etude, _ premier: Jour) -> PlanDeSimulation.Etude? {
    let code = etude.code.texte
    guard let contrat = ContratInvente.tous[code], premier <= contrat.dernierJour else { return nil }
    return .init(
      code: code, diligence: diligences[code] ?? .ordinaire, ressort: etude.ressort, contrat: contrat.suivi,
      version: versions[code] ?? 1)
  }

  private static func postes(_ annuaire: Annuaire, _ exploitation: String) -> [PosteGenere] {
    annuaire.postes.values.filter { $0.echange && $0.exploitation == exploitation }.sorted { $0.codique < $1.codique }
      .map { PosteGenere(codique: $0.codique.texte, libelle: $0.libelle, courriel: $0.courrielGenerique) }
  }

  /// What `acteurs importer` reads: the directory as it stands on a day.
  static func yaml(on jour: Jour) -> String {
    func contrat(_ etude: String) -> String { ContratInvente.tous[etude]?.yaml(on: jour) ?? "" }
    return """
      # Un département inventé : acteurs, contrats et ressorts de la simulation.
      centre_serveur: CSDEMO
      siret_centre: "30000001500010"
      applications:
        - application: HELIOS
          exploitations: ["031", "032"]
          departements_informatiques: [DI-TLS]
      postes:
        - {codique: "031012", libelle: SGC DE COLOMIERS, ouvert: true, exploitation: "031", courriel_generique: t031012@dgfip.example}
        - {codique: "031020", libelle: SGC DE MURET, ouvert: true, exploitation: "031", courriel_generique: t031020@dgfip.example}
        - {codique: "031030", libelle: SGC DE TOULOUSE, ouvert: true, exploitation: "031", courriel_generique: t031030@dgfip.example}
        - {codique: "031040", libelle: SGC DE SAINT-GAUDENS, ouvert: true, exploitation: "032", courriel_generique: t031040@dgfip.example}
        - {codique: "031050", libelle: TRÉSORERIE HOSPITALIÈRE DE TOULOUSE, ouvert: true, exploitation: "032", courriel_generique: t031050@dgfip.example}
        - {codique: "031099", libelle: TRÉSORERIE DE REVEL, ouvert: false}
      etudes:
        - etude: E3101
          nom: SCP ALBERT ET BARON
          adresse: 1 PLACE DE LA HALLE
          code_postal: "31770"
          localite: COLOMIERS
          telephone: "0536490001"
          courriel: etude@e3101.example
          \(contrat("E3101"))
          duree_judiciaire_jours: 50
          codes_postaux: ["31170", "31700", "31770", "31820", "31830"]
        - etude: E3102
          nom: SELARL CARRIÈRE
          adresse: 8 RUE DES ARTS
          code_postal: "31000"
          localite: TOULOUSE
          telephone: "0536490002"
          courriel: etude@e3102.example
          \(contrat("E3102"))
          duree_judiciaire_jours: 50
          part: 2
          codes_postaux: ["31000", "31100", "31200", "31300", "31400", "31500"]
        - etude: E3103
          nom: SAS DELMAS-ÉTIENNE
          adresse: 14 ALLÉES JEAN JAURÈS
          code_postal: "31000"
          localite: TOULOUSE
          telephone: "0536490003"
          courriel: etude@e3103.example
          \(contrat("E3103"))
          duree_judiciaire_jours: 50
          codes_postaux: ["31000", "31130", "31240", "31400", "31500"]
        - etude: E3104
          nom: SELARL FABRE ET L'HOSTIS
          adresse: 27 AVENUE VINCENT AURIOL
          code_postal: "31600"
          localite: MURET
          telephone: "0536490004"
          courriel: etude@e3104.example
          \(contrat("E3104"))
          duree_judiciaire_jours: 50
          codes_postaux: ["31120", "31390", "31410", "31600", "31860"]
        - etude: E3105
          nom: MAÎTRE GARRIGUES
          adresse: 3 BOULEVARD PASTEUR
          code_postal: "31800"
          localite: SAINT-GAUDENS
          telephone: "0536490005"
          courriel: etude@e3105.example
          \(contrat("E3105"))
          duree_judiciaire_jours: 50
          codes_postaux: ["31110", "31210", "31800"]
        - etude: E3106
          nom: SCP HÉBRARD
          adresse: 2 RUE DE LA RÉPUBLIQUE
          code_postal: "31150"
          localite: FENOUILLET
          telephone: "0536490006"
          courriel: etude@e3106.example
          \(contrat("E3106"))
          duree_judiciaire_jours: 50
          codes_postaux: ["31140", "31150", "31790"]

      """
  }
}
