/// The département of the demonstration: six postes, five études whose areas partly overlap, two exploitations.
enum DemoActeurs {
  static let centre = "CSDEMO"
  static let application = "HELIOS"
  static let departementInformatique = "DI-TLS"
  static let exploitations = ["031", "032"]
  /// Refuses part of what it receives.
  static let etudeQuiRefuse = "E3103"
  /// Receives and never answers.
  static let etudeMuette = "E3105"

  /// What `acteurs importer` reads.
  static let yaml = """
    # Un département inventé : acteurs, contrats et ressorts de la démonstration.
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
        contrat_du: 2025-01-01
        contrat_au: 2027-12-31
        signataires: {prefet: 2024-12-02, directeur: 2024-12-05, huissier: 2024-12-12}
        duree_comminatoire_jours: 75
        duree_judiciaire_jours: 50
        codes_postaux: ["31170", "31700", "31770", "31820", "31830"]
      - etude: E3102
        nom: SELARL CARRIÈRE
        adresse: 8 RUE DES ARTS
        code_postal: "31000"
        localite: TOULOUSE
        telephone: "0536490002"
        courriel: etude@e3102.example
        contrat_du: 2025-01-01
        contrat_au: 2027-12-31
        signataires: {prefet: 2024-12-02, directeur: 2024-12-05, huissier: 2024-12-13}
        duree_comminatoire_jours: 75
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
        contrat_du: 2025-06-01
        contrat_au: 2028-05-31
        signataires: {prefet: 2025-05-12, directeur: 2025-05-14, huissier: 2025-05-20}
        duree_comminatoire_jours: 75
        duree_judiciaire_jours: 50
        codes_postaux: ["31000", "31130", "31240", "31400", "31500"]
      - etude: E3104
        nom: SELARL FABRE ET L'HOSTIS
        adresse: 27 AVENUE VINCENT AURIOL
        code_postal: "31600"
        localite: MURET
        telephone: "0536490004"
        courriel: etude@e3104.example
        contrat_du: 2025-01-01
        contrat_au: 2027-12-31
        signataires: {prefet: 2024-12-02, directeur: 2024-12-05, huissier: 2024-12-18}
        duree_comminatoire_jours: 60
        duree_judiciaire_jours: 50
        codes_postaux: ["31120", "31390", "31410", "31600", "31860"]
      - etude: E3105
        nom: MAÎTRE GARRIGUES
        adresse: 3 BOULEVARD PASTEUR
        code_postal: "31800"
        localite: SAINT-GAUDENS
        telephone: "0536490005"
        courriel: etude@e3105.example
        contrat_du: 2025-01-01
        contrat_au: 2027-12-31
        signataires: {prefet: 2024-12-02, directeur: 2024-12-05, huissier: 2024-12-20}
        duree_comminatoire_jours: 75
        duree_judiciaire_jours: 50
        codes_postaux: ["31110", "31210", "31800"]

    """
}
