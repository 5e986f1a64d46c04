/// Why a dossier is where it is: whose turn, which clock, the next legal date, what would stop it.
///
/// At most three sentences, in French, without the name, address or debt of anyone.
public struct Pourquoi: Hashable, Sendable {
  public enum Acteur: String, Hashable, Sendable {
    case exploitant, etude, comptable, personne

    public var libelle: String {
      switch self {
      case .exploitant: "l’exploitant du centre"
      case .etude: "l’étude"
      case .comptable: "le comptable"
      case .personne: "personne"
      }
    }
  }

  /// Whose turn it is.
  public let tour: Acteur
  public let phrases: [String]
  /// The next date that counts.
  public let prochaine: Echeance?

  public var texte: String { phrases.joined(separator: " ") }
}

extension Dossier {
  public func pourquoi(on jour: Jour) -> Pourquoi {
    switch etat {
    case .transmis, .enAttente: pourquoiEnAttente
    case .remis: estSuspendu(on: jour) ? pourquoiSuspendu(on: jour) : pourquoiRemis(on: jour)
    case .clos(let fin): pourquoiClos(fin)
    case .ecarte(let code): pourquoiEcarte(code)
    }
  }

  private var pourquoiEnAttente: Pourquoi {
    let cause =
      etat == .enAttente(.etude)
      ? "L’étude a refusé le dossier et plusieurs autres sont compétentes"
      : "L’adresse du redevable admet plusieurs codes postaux"
    return Pourquoi(
      tour: .exploitant,
      phrases: [
        "\(cause) : l’exploitant du centre doit désigner l’étude (\(Article(.annexeQualite, "I.4"))).",
        "Aucun délai ne court avant la remise à une étude.",
        "Un rappel, une annulation ou un paiement total annoncé par le comptable y mettrait fin (\(Article(8))).",
      ], prochaine: nil)
  }

  private func pourquoiRemis(on jour: Jour) -> Pourquoi {
    let next = echeances(on: jour).first
    guard let remise, let reception = remise.reception, let terme else {
      return Pourquoi(
        tour: .etude, phrases: phrasesAvantReception(next), prochaine: next)
    }
    let deemed = reception.reputee ? "réputé reçu" : "reçu"
    let clock = "La \(demande.phase.clock) court jusqu’au \(terme.texte) inclus (\(articleTerme))"
    let passed = terme < jour ? " ; le terme est passé, la fin se constate ce soir." : prochaine(next)
    return Pourquoi(
      tour: .etude,
      phrases: [
        "L’étude \(remise.etude) doit agir : le dossier est \(deemed) depuis le \(reception.jour.texte).",
        clock + passed, Dossier.phraseArret,
      ], prochaine: next)
  }

  private func phrasesAvantReception(_ next: Echeance?) -> [String] {
    guard let remise else { return [] }
    let limit = remise.jour.adding(days: Relance.Rang.accuse.days(on: remise.jour))
    return [
      "Le dossier a été remis le \(remise.jour.texte) à l’étude \(remise.etude), qui doit en accuser réception.",
      "Sans accusé au soir du \(limit.texte), l’étude est relancée et la réception est réputée au jour "
        + "de la remise (\(Article(.annexeQualite, "I.2"))).",
      Dossier.phraseArret,
    ]
  }

  private func prochaine(_ next: Echeance?) -> String {
    guard let next, next.nature != .terme else { return "." }
    return " ; prochaine date : \(next.libelle), le \(next.jour.texte) (\(next.article))."
  }

  private static let phraseArret =
    "Le paiement du solde, un refus ou une fin d’intervention de l’étude, une suspension ou un rappel du "
    + "comptable l’arrêterait (\(Article(8)))."

  private func pourquoiSuspendu(on jour: Jour) -> Pourquoi {
    let next = echeances(on: jour).first { $0.nature == .finSuspension }
    let until =
      next.map { "La suspension se lève d’elle-même le lendemain du \($0.jour.texte)" }
      ?? "La suspension dure jusqu’à ce que le comptable la lève"
    let clock =
      terme.map { "le terme reste fixé au \($0.texte) (\(articleTerme)), sans fin ni relance d’ici là" }
      ?? "aucune relance ne part d’ici là"
    return Pourquoi(
      tour: .comptable,
      phrases: [
        "Le comptable a suspendu le dossier (\(Article(8))).", "\(until) ; \(clock).",
        "Un paiement du solde, un rappel ou une annulation y mettrait fin.",
      ], prochaine: next)
  }

  private func pourquoiClos(_ fin: PhaseTerminee) -> Pourquoi {
    let motif = PhaseTerminee.Motif(rawValue: fin.motif) ?? .autre
    let follow =
      fin.reprise
      ? "Le comptable reprend les poursuites (\(Article(11, alinea: 3)))."
      : "Plus rien n’est attendu de l’étude (\(Article(11)))."
    return Pourquoi(
      tour: fin.reprise ? .comptable : .personne,
      phrases: ["Le dossier est clos depuis le \(fin.date.texte) : \(motif.libelle).", follow, motif.reouverture],
      prochaine: nil)
  }

  private func pourquoiEcarte(_ code: String) -> Pourquoi {
    let cause = code == "404" ? "aucune étude n’est compétente" : "l’adresse est restée introuvable"
    return Pourquoi(
      tour: .comptable,
      phrases: [
        "La demande a été rejetée (code \(code)) : \(cause).",
        "Corrigée, elle se renvoie sous le même numéro (\(Article(.annexeQualite, "I.4"))).",
      ], prochaine: nil)
  }
}

extension Phase {
  fileprivate var clock: String {
    switch self {
    case .comminatoire: "phase comminatoire"
    case .judiciaire: "phase judiciaire"
    }
  }
}

extension PhaseTerminee.Motif {
  public var libelle: String {
    switch self {
    case .solde: "la créance est soldée"
    case .termeEchu: "le terme est échu"
    case .rappel: "le comptable a rappelé le dossier"
    case .annulation: "la créance a été annulée ou remise en totalité"
    case .insolvabilite: "l’étude le rend, le redevable étant insolvable"
    case .disparition: "l’étude le rend, le redevable ayant disparu"
    case .horsRessort: "l’étude le rend, le redevable demeurant hors du ressort"
    case .refusEtude: "l’étude l’a refusé et aucune autre n’est compétente"
    case .executionAccomplie: "l’étude le rend, l’exécution étant accomplie"
    case .autre: "l’étude le rend pour un autre motif"
    }
  }

  fileprivate var reouverture: String {
    switch self {
    case .solde: "Un paiement annulé le rouvrirait (\(Article(7, alinea: 2)))."
    case .termeEchu: "Une prolongation accordée par le comptable le rouvrirait (\(Article(9, alinea: 3)))."
    case .rappel, .annulation:
      "L’annulation de cet événement par le comptable le rouvrirait (\(Article(8)))."
    case .insolvabilite, .disparition, .horsRessort, .refusEtude, .executionAccomplie, .autre:
      "Seule une nouvelle demande du comptable le ferait repartir (\(Article(5)))."
    }
  }
}
