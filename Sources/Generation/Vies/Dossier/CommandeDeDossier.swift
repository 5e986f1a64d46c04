import Convention

/// What may be asked of a dossier.
enum CommandeDeDossier: Sendable {
  /// A message of an étude, received on a day, under its director's threshold.
  case message(Message, recu: Jour, relais: Relais, seuil: Montant?)
  case actualisation(Actualisation, recu: Jour)
  case designation(DossierRemis, Etude)
  case ecart(String)
  /// The first evening that finds something, or the last one of those that were run.
  case soir(Jour)

  func decide(_ dossier: Dossier) throws(Refus) -> [Evenement] {
    switch self {
    case .message(let message, let jour, let relais, let seuil):
      try dossier.decide(message, jour: jour, instant: Instant(jour, heure: 12), relais: relais, seuil: seuil)
    case .actualisation(let actualisation, let jour):
      dossier.decide(actualisation, jour: jour, instant: Instant(jour, heure: 6))
    case .designation(let remise, let etude): try dossier.designer(remise, to: etude)
    case .ecart(let code): try dossier.ecarter(code: code, raison: "aucune étude")
    case .soir(let jour): dossier.decideSoir(jour)
    }
  }

  var jour: Jour {
    switch self {
    case .message(_, let jour, _, _), .actualisation(_, let jour), .soir(let jour): jour
    case .designation(let remise, _): remise.instant.jour
    case .ecart: .last
    }
  }

  /// The kind by which it is counted.
  var nom: String {
    switch self {
    case .message(let message, _, _, _): "étude : \(message.contenu.nom)"
    case .actualisation(let item, _): "comptable : événement \(item.code)"
    case .designation: "exploitant : désignation"
    case .ecart: "exploitant : mise à l’écart"
    case .soir: "centre : soirée"
    }
  }
}

extension Message.Contenu {
  fileprivate var nom: String {
    switch self {
    case .accuse: "accusé"
    case .refus: "refus du dossier"
    case .action: "action"
    case .constat(let constat): "constat \(constat.code)"
    case .renseignement: "renseignement"
    case .encaissement(let item): item.annule == nil ? "encaissement" : "encaissement annulé"
    case .prolongation: "demande de prolongation"
    case .autorisation(let item): "demande d’autorisation \(item.objet)"
    case .acte(let acte): "acte \(acte.code)"
    case .justification: "justification de retard"
    case .fin: "fin d’intervention"
    case .retour: "formulaire de suspension"
    case .avancement: "compte rendu"
    case .rectification: "rectification"
    }
  }
}

/// A command given to a dossier and what came of it.
struct PasDeDossier: Pas {
  let avant: Dossier
  let demande: CommandeDeDossier
  let faits: [Evenement]
  let refus: Refus?
  let apres: Dossier
  /// Every fact since the transmission, these included.
  let histoire: [Evenement]
  let territoire: TerritoireFiscal
  /// The long checks are made now and then.
  let estApprofondi: Bool
  /// Counted again from the facts, when one of these may change what is due.
  let decompte: Decompte?

  init(
    avant: Dossier, demande: CommandeDeDossier, faits: [Evenement], refus: Refus?, apres: Dossier,
    histoire: [Evenement], territoire: TerritoireFiscal = .metropole, estApprofondi: Bool = true
  ) {
    self.avant = avant
    self.demande = demande
    self.faits = faits
    self.refus = refus
    self.apres = apres
    self.histoire = histoire
    self.territoire = territoire
    self.estApprofondi = estApprofondi
    decompte = faits.contains(where: \.toucheAuCompte) ? Decompte(histoire) : nil
  }

  var commande: String { demande.nom }

  var recit: String {
    let answer =
      refus.map { "refusé : \($0)" } ?? (faits.isEmpty ? "rien" : faits.map(\.genre.rawValue).joined(separator: ", "))
    return "\(demande.jour.texte), \(commande) → \(answer) — \(apres.resume)"
  }
}

extension Dossier {
  /// The state in a line: where, what is due, until when.
  fileprivate var resume: String {
    let place =
      switch etat {
      case .transmis: "transmis"
      case .enAttente: "en attente"
      case .remis: "remis à \(remise?.etude.texte ?? "?")"
      case .clos(let fin): "clos (motif \(fin.motif))"
      case .ecarte(let code): "écarté (\(code))"
      }
    return "\(place), reste dû \(resteDu.texte)" + (terme.map { ", terme \($0.texte)" } ?? "")
  }
}
