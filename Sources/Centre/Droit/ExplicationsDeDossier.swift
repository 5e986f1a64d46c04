import Convention
import Registre

/// Where every date and every amount of a dossier comes from, by subject: the same for the command and for the page.
///
/// Nothing in it names a redevable.
public struct ExplicationsDeDossier: Sendable {
  public struct Groupe: Sendable {
    public let titre: String
    public let explications: [Explication]
    /// What the convention does not pay, or what is not known here, in sentences.
    public let reserves: [String]
  }

  public let dossier: Dossier
  public let jour: Jour
  private let etude: Etude?
  private let lectures: LecturesDuCentre

  public init(
    _ dossier: Dossier, _ annuaire: Annuaire, on jour: Jour, _ lectures: LecturesDuCentre = LecturesDuCentre()
  ) {
    self.lectures = lectures
    self.dossier = dossier
    self.jour = jour
    etude = (dossier.attributaire ?? dossier.remise?.etude).flatMap { annuaire.etudes[$0] }
  }

  /// Those that have something to say.
  public var groupes: [Groupe] {
    [dates, montants, frais, prestations, contrat, sommes].compactMap(\.self)
      .filter { !$0.explications.isEmpty || !$0.reserves.isEmpty }
  }

  public var dates: Groupe {
    Groupe(titre: "Dates", explications: dossier.explicationsDesDates(on: jour), reserves: [])
  }

  public var montants: Groupe {
    Groupe(titre: "Montants", explications: dossier.explicationsDesMontants, reserves: [])
  }

  private var lieu: LieuFiscal { LieuFiscal(dossier, chez: etude) }

  /// Art. 15 (R059, R060); none in the judicial recovery.
  public var frais: Groupe? {
    guard dossier.attributaire != nil, let frais = FraisDuDossier(dossier, lieu) else { return nil }
    let next =
      dossier.resteDu > .zero && dossier.estOuvert
      ? [frais.explicationPourSolder(dossier.resteDu, le: jour)] : []
    return Groupe(
      titre: "Frais de la phase comminatoire",
      explications: frais.paiements.filter { $0.annule == nil }.map(\.explication) + next, reserves: [])
  }

  /// Art. 16 (R061–R065); none in the phase comminatoire.
  public var prestations: Groupe? {
    guard let code = dossier.attributaire,
      let prestations = PrestationsDuDossier(dossier, of: code, chez: etude, lectures)
    else { return nil }
    let liquidation = prestations.liquidation
    return Groupe(
      titre: "Liquidation du recouvrement judiciaire",
      explications: (liquidation.lignes + liquidation.aChargeDuDebiteur).map(\.explication),
      reserves: prestations.refusees.map { "\($0.jour.texte), \($0.libelle) : \($0.refus)" })
  }

  /// What the contract of the étude gave the dossier.
  public var contrat: Groupe? {
    guard let contrat = etude?.contrat(of: dossier, on: jour), let remise = dossier.remise else { return nil }
    let duration = contrat.explicationDeDuree(dossier.demande.phase, on: remise.jour)
    let threshold = dossier.demande.phase == .judiciaire ? [contrat.explicationDuSeuil(on: jour)] : []
    return Groupe(
      titre: "Contrat départemental", explications: [duration] + threshold + [contrat.explicationDuDernierJour],
      reserves: [])
  }

  /// Art. 14 (R058): what passed through each étude for this dossier.
  public var sommes: Groupe? {
    guard !dossier.encaissements.isEmpty else { return nil }
    var reserves = [
      "Les virements de l’étude au poste ne sont pas au dossier : ce qu’elle a déjà reversé est compté ici."
    ]
    var explications: [Explication] = []
    for code in dossier.etudes {
      var registre = RegistreDesSommes(etude: code)
      do throws(Refus) {
        try registre.follow(dossier)
        explications.append(registre.explicationDuDetenu(on: jour).titled("Reçu par l’étude \(code) et non remis"))
      } catch {
        reserves.append("\(error)")
      }
    }
    return Groupe(titre: "Sommes reçues par l’étude", explications: explications, reserves: reserves)
  }
}
