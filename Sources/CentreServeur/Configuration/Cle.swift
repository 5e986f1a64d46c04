import Convention

/// One setting: its name in the YAML file, what it is for, and what holds when nobody says.
struct Cle: Hashable, Sendable {
  let nom: String
  let sens: String
  let defaut: String?
  /// The value it takes when nothing is set, in words, where it has no default text.
  let sansValeur: String
  let estSecrete: Bool

  private init(_ nom: String, _ sens: String, defaut: String? = nil, sansValeur: String = "", estSecrete: Bool = false)
  {
    self.nom = nom
    self.sens = sens
    self.defaut = defaut
    self.sansValeur = sansValeur
    self.estSecrete = estSecrete
  }

  /// `attestation.liste` → `CENTRE_SERVEUR_ATTESTATION_LISTE`.
  var variable: String {
    let name = nom.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined().uppercased()
    return "\(Cle.prefixe.map { $0.uppercased() }.joined(separator: "_"))_\(name)"
  }

  /// What begins the names of environment variables.
  static let prefixe = ["centre", "serveur"]

  static let base = Cle(
    "base", "Base du centre : sqlite:FICHIER, ou postgresql://UTILISATEUR@HOTE/BASE pour plusieurs instances.",
    defaut: "sqlite:centre-serveur.sqlite")
  static let baseLecture = Cle(
    "base-lecture",
    "Réplique PostgreSQL de la base, où « servir » lit les pages : postgresql://UTILISATEUR@HOTE/BASE. Qui vient d’écrire "
      + "lit la base elle-même.",
    sansValeur: "la base elle-même")
  static let formats = Cle(
    "formats", "Dossier de tables de format (*.yaml) ; il remplace celles du programme.",
    sansValeur: "tables du programme")
  static let echanges = Cle(
    "echanges", "Dossier d’échanges : entrant/, sortant/, recus/, courriels/.", defaut: "echanges")
  static let jour = Cle(
    "jour",
    "Jour qu’il est, AAAA-MM-JJ : l’horloge est tenue à 20 h ce jour-là et, sur une base neuve, le secret est celui des "
      + "répétitions, pour que deux répétitions donnent les mêmes octets. Jamais en production.",
    sansValeur: "horloge de la machine")
  static let config = Cle("config", "Fichier de configuration YAML.", sansValeur: "aucun")
  static let secret = Cle(
    "secret",
    "Secret d’une base neuve, en 64 chiffres hexadécimaux ; tiré au sort si rien n’est dit. Sans effet sur une base qui "
      + "a déjà le sien. Jamais en production.",
    sansValeur: "tiré au sort", estSecrete: true)
  static let attestationListe = Cle(
    "attestation.liste", "Attester les remises par la liste des dossiers remis (R124).", defaut: "oui")
  static let attestationCourriel = Cle(
    "attestation.courriel", "Attester les remises par courriel à l’adresse générique du poste (R125).", defaut: "oui")
  static let courrielURL = Cle(
    "courriel.url", "Serveur de messagerie : smtp://HOTE:25 ou smtps://HOTE:465.",
    sansValeur: "fichiers .eml dans courriels/")
  static let courrielUtilisateur = Cle(
    "courriel.utilisateur", "Compte auprès du serveur de messagerie.", sansValeur: "aucun")
  static let courrielMotDePasse = Cle(
    "courriel.mot-de-passe", "Mot de passe de ce compte.", sansValeur: "aucun", estSecrete: true)
  static let courrielExpediteur = Cle(
    "courriel.expediteur", "Adresse qui envoie les courriels du centre.", defaut: "centre-serveur@localhost")
  static let clotureHeure = Cle(
    "cloture.heure", "Heure légale de la clôture quotidienne par « servir ».", defaut: "21:00")
  static let siteAdresse = Cle("site.adresse", "Adresse où le site de « servir » écoute.", defaut: "127.0.0.1")
  static let sitePort = Cle("site.port", "Port du site ; 0 laisse le système choisir.", defaut: "8080")
  static let siteURL = Cle(
    "site.url",
    "Adresse publique du site, écrite dans les liens remis aux utilisateurs ; en https, les témoins sont chiffrés.",
    sansValeur: "http://ADRESSE:PORT")
  static let siteReferent = Cle(
    "site.referent", "Référent du centre, montré sur chaque dossier (annexe qualité III).", sansValeur: "aucun")
  static let siteCourriel = Cle("site.courriel", "Adresse électronique du référent.", sansValeur: "aucune")
  static let cftPartenaires = Cle(
    "cft.partenaires", "Fichier des partenaires CFT (docs/cft.md) ; avec lui, « servir » écoute et appelle.",
    sansValeur: "aucune liaison CFT")
  static let cftIdentifiant = Cle("cft.identifiant", "Identifiant CFT du centre (NSPART, NRPART).", defaut: "CSHUIS")
  static let cftAdresse = Cle("cft.adresse", "Adresse où la liaison CFT écoute.", defaut: "127.0.0.1")
  static let cftPort = Cle(
    "cft.port", "Port de la liaison CFT sans TLS ; « non » pour ne pas l’ouvrir, 0 laisse le système choisir.",
    defaut: "1761")
  static let cftPortTLS = Cle(
    "cft.port-tls", "Port de la liaison CFT sous TLS ; 0 laisse le système choisir.", sansValeur: "non ouvert")
  static let cftCertificat = Cle(
    "cft.certificat", "Certificat de la liaison CFT et sa chaîne (PEM).", sansValeur: "aucun")
  static let cftCle = Cle("cft.cle", "Clé de ce certificat (PEM).", sansValeur: "aucune")
  static let cftAutorite = Cle(
    "cft.autorite", "Autorités dont un certificat est exigé des partenaires qui appellent sous TLS (PEM).",
    sansValeur: "aucun certificat exigé")
  static let cftCourriel = Cle(
    "cft.courriel", "Adresse prévenue d’un fichier refusé ou d’un envoi en retard.", sansValeur: "personne")
  static let cftRetard = Cle(
    "cft.retard", "Minutes après lesquelles un fichier qui n’est pas parti est en retard (R113).", defaut: "120")
  static let documentsMaximum = Cle(
    "documents.maximum",
    "Taille la plus grande d’un document remis, en Mo, de 1 à 50 ; le site l’admet avec son formulaire.",
    defaut: "8")
  static let lectureDroitDegressif = lecture(
    "droit-degressif", "Qui doit le droit proportionnel dégressif (R063)", RedevableDuDroit.self)
  static let lectureReportFacture = lecture(
    "report-facture", "Report du dernier jour pour payer une facture (R066)", Report642.self)
  static let lectureFormation = lecture(
    "formation", "Année d’un renouvellement de formation (R187)", AnneeDeFormation.self)

  /// A reading of the texts that a centre chooses.
  private static func lecture<Lecture: LectureAuChoix>(_ nom: String, _ sens: String, _: Lecture.Type) -> Cle {
    let choices = Lecture.allCases.map(\.rawValue).joined(separator: ", ")
    return Cle("lecture.\(nom)", "\(sens) : \(choices).", defaut: Lecture.defaut.rawValue)
  }

  static let journalNiveau = Cle(
    "journal.niveau", "Détail du journal de « servir » : erreur, alerte, info ou detail.", defaut: "info")

  static let toutes = [
    base, baseLecture, formats, echanges, jour, config, secret, attestationListe, attestationCourriel, courrielURL,
    courrielUtilisateur, courrielMotDePasse, courrielExpediteur, clotureHeure, siteAdresse, sitePort, siteURL,
    siteReferent, siteCourriel, cftPartenaires, cftIdentifiant, cftAdresse, cftPort, cftPortTLS, cftCertificat, cftCle,
    cftAutorite, cftCourriel, cftRetard, documentsMaximum, lectureDroitDegressif, lectureReportFacture,
    lectureFormation, journalNiveau,
  ]
}
