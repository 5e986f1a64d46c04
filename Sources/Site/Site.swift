import Centre
import Logging
import Registre

/// The pages of the centre: what they are made of, whatever serves them.
public struct Site: Sendable {
  /// The centre as it is now: its tables may be read again and its clock moved while the site is up.
  public let centre: @Sendable () -> Centre
  public let reglage: ReglageDuSite
  public let journal: Logger
  /// Moves the clock of a demonstration one day forward; nil in production.
  public let avancer: (@Sendable () async throws -> Void)?
  /// Does a decision alone on the base, like any command that writes; throws ``FauteDePage/occupe`` when its turn is long to come.
  public let seul: @Sendable (@Sendable () async throws -> Void) async throws -> Void
  /// Real time, for sessions and the door: the centre's own clock may be held, or moved by days.
  public let montre: Horloge
  /// A copy of the base where pages are read, except by those who have just changed something.
  let replique: Replique?
  let declaration = DeclarationRetenue()
  /// What scrypt spends on each password; tests spend less.
  var cout = MotDePasse.Cout.enVigueur

  public init(
    reglage: ReglageDuSite, journal: Logger, montre: Horloge, replique: Replique? = nil,
    avancer: (@Sendable () async throws -> Void)? = nil,
    seul: @escaping @Sendable (@Sendable () async throws -> Void) async throws -> Void = { try await $0() },
    centre: @escaping @Sendable () -> Centre
  ) {
    self.montre = montre
    self.replique = replique
    self.centre = centre
    self.reglage = reglage
    self.journal = journal
    self.avancer = avancer
    self.seul = seul
  }

  /// Everything that the site does.
  public static let routes: [Route] = [
    Accueil.routes,
    Connexion.routes,
    PremierMotDePasse.routes,
    MonCompte.routes,
    PagesDossiers.routes,
    PageDesAccuses.routes,
    PageDesFichiers.routes,
    PageDuTableur.routes,
    PageDesDemandes.routes,
    PageDUneDemande.routes,
    PageDUnePartie.routes,
    PageDesProlongations.routes,
    PageDeDemarche.routes,
    PageDesDocuments.routes,
    PageDesSommes.routes,
    PageDesRecapitulatifs.routes,
    PageDUnRecapitulatif.routes,
    Exploitation.routes,
    PagesDesContrats.routes,
    PagesDesFactures.routes,
    Devoirs.routes,
    PageDesRegles.routes,
    PageDuBareme.routes,
    Aide.routes,
    Sante.routes,
    Demonstration.routes,
  ].flatMap { $0 }
}

/// Where the site listens, and how it is reached.
public struct ReglageDuSite: Hashable, Sendable {
  public let adresse: String
  /// 0 lets the system choose.
  public let port: Int
  /// How people reach it, without a final `/`: `https://recouvrement.example`. Links sent to people begin so.
  public let url: String
  /// Who answers for the centre, and where to write to him (annexe qualité III, R190); shown on every dossier.
  public let referent: String?
  public let courriel: String?
  /// The most that a document handed in may weigh, in bytes.
  public let documentMaximum: Int

  public init(
    adresse: String = "127.0.0.1", port: Int = 8080, url: String? = nil, referent: String? = nil,
    courriel: String? = nil, documentMaximum: Int = DepotDeDocuments.maximumParDefaut
  ) {
    self.documentMaximum = documentMaximum
    self.adresse = adresse
    self.port = port
    self.url = url ?? "http://\(adresse):\(port)"
    self.referent = referent
    self.courriel = courriel
  }

  /// Cookies are then bound to an encrypted connection.
  public var isSecure: Bool { url.hasPrefix("https://") }
}
