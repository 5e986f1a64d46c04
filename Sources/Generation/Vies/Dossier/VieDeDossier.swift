import Convention

/// A dossier to which anything happens: a demand of either phase, its hand-over, then whatever études, comptable and
/// exploitant may send, well or badly, with its evenings.
struct VieDeDossier: Vie {
  static let longueur = 17
  static let invariants = dettes + fins + accords + honoraires + dates

  var alea: Alea
  var jour: Jour
  private(set) var dossier: Dossier
  private(set) var histoire: [Evenement]
  let territoire: TerritoireFiscal
  let insee: CodeInsee?
  /// The contract of the études, and the director's threshold.
  let contrat: ContratDepartemental
  let seuil: Montant?
  /// An étude that takes what the tariff gives, or one that counts as it likes.
  let suitLeTarif: Bool
  /// Few updates, no refusal and no end: what is long to reach is reached.
  let estCalme: Bool
  /// Message numbers are unique within an étude only.
  var numeros: [CodeEtude: Int64] = [:]
  var numeroEvenement: Int64 = 0
  var numeroEncaissement = 0
  private var rang = 0

  init(graine: UInt64) {
    var alea = Alea(graine: graine, flux: 1)
    jour = ActeursInventes.premierJour(&alea)
    territoire = alea.pick([.metropole, .metropole, .antillesReunion, .guyaneMayotte])
    insee = alea.pick(ActeursInventes.communes)
    contrat = ContratDepartemental(
      du: jour.adding(days: -alea.below(900)), dureeComminatoireDays: alea.pick([75, 75, 60]))
    seuil = alea.chance(500) ? Montant(cents: Int64(alea.below(30_000))) : nil
    suitLeTarif = alea.chance(800)
    estCalme = alea.chance(350)
    let transmis = DossierTransmis(demande: DemandeInventee.demande(le: jour, &alea))
    dossier = Dossier(transmis)
    histoire = [.dossierTransmis(transmis)]
    self.alea = alea
    recevoir()
  }

  /// Handed over at once, or waiting for a human.
  private mutating func recevoir() {
    let first =
      alea.chance(120)
      ? Evenement.dossierMisEnAttente(DossierMisEnAttente(raison: .adresse))
      : .dossierRemis(remise(to: ActeursInventes.etudes[0]))
    dossier.apply(first)
    histoire.append(first)
  }

  mutating func remise(to etude: CodeEtude) -> DossierRemis {
    DossierRemis(
      etude: etude, instant: Instant(jour, heure: 8), codePostal: ActeursInventes.codePostal, insee: insee,
      delaiDays: contrat.delaiDays(dossier.demande.phase))
  }

  mutating func avancer() -> PasDeDossier {
    rang += 1
    let (avant, commande) = (dossier, prochaine())
    var (faits, refus): ([Evenement], Refus?) = ([], nil)
    do throws(Refus) {
      faits = try commande.decide(dossier)
      for fait in faits { dossier.apply(fait) }
      histoire += faits
    } catch { refus = error }
    return PasDeDossier(
      avant: avant, demande: commande, faits: faits, refus: refus, apres: dossier, histoire: histoire,
      territoire: territoire, estApprofondi: rang % 6 == 0 || rang == VieDeDossier.longueur)
  }

  private mutating func prochaine() -> CommandeDeDossier {
    if estCalme, dossier.autorisations.contains(where: \.attendReponse), alea.chance(600) { return actualisation() }
    return switch alea.below(100) {
    case 0..<(estCalme ? 14 : 24): actualisation()
    case ..<76: message()
    case ..<80: decision()
    default: soirs()
    }
  }

  /// Evenings, one a day, until one finds something: those before it found nothing.
  private mutating func soirs() -> CommandeDeDossier {
    let last = jour.adding(days: alea.pick([0, 0, 1, 4, 8, 15, 40]))
    while jour < last, dossier.decideSoir(jour).isEmpty { jour = jour.adding(days: 1) }
    defer { jour = jour.adding(days: 1) }
    return .soir(jour)
  }

  /// The exploitant looks at what waits, or at what does not.
  private mutating func decision() -> CommandeDeDossier {
    guard alea.chance(850) else { return .ecart(alea.pick(["403", "404"])) }
    let code = alea.pick(ActeursInventes.etudes)
    let etude = Etude(
      code: code, nom: "", contrats: [alea.chance(900) ? contrat : ContratDepartemental(du: jour.adding(days: 400))],
      ressort: alea.chance(950) ? [ActeursInventes.codePostal] : [])
    return .designation(remise(to: code), etude)
  }
}
