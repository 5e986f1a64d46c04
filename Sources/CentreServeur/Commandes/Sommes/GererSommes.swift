import ArgumentParser
import Centre
import Convention
import Registre

/// What the études hold for the postes.
struct GererSommes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sommes", abstract: "Sommes reçues par les études et dernier jour pour les passer aux postes.",
    subcommands: [SommesLister.self, SommesRetards.self])
}

extension CodeEtude {
  /// The code of an option of the command line.
  static func option(_ texte: String) throws -> CodeEtude {
    guard let code = CodeEtude(texte) else {
      throw MauvaisUsage("Étude « \(texte) » : 4 à 8 capitales et chiffres attendus.")
    }
    return code
  }
}

extension Session {
  /// What is held within a scope today.
  func sommes(_ perimetre: Perimetre, etude: String?) async throws -> SommesDetenues {
    if perimetre == .national {
      throw DemandeRefusee("Le périmètre national ne montre aucun dossier, seulement des chiffres.")
    }
    let code = try etude.map { try CodeEtude.option($0) }
    return try await registre().lire { [jour] in try SommesDetenues($0, perimetre, etude: code, on: jour) }
  }
}

/// How sums are shown by the commands.
enum VueDesSommes {
  static func json(_ somme: SommeDetenue, on jour: Jour) -> JSONValue {
    .objet([
      ("numero_demande", .texte(somme.cle.dossier.numero)), ("application", .texte(somme.cle.dossier.application)),
      ("exploitation", .texte(somme.cle.dossier.exploitation)), ("numero_encaissement", .texte(somme.cle.numero)),
      ("etude", .texte(somme.etude.texte)), ("poste", .texte(somme.poste)), ("recu_le", JSONValue(somme.recuLe)),
      ("versement", .texte(somme.versement.libelle)), ("a_passer", JSONValue(somme.aPasser(on: jour))),
      ("limite", JSONValue(somme.limite)), ("reste_jours", JSONValue(somme.limite.days(since: jour))),
      ("situation", .texte(somme.situation(on: jour).phrase)),
    ])
  }

  static func json(_ total: TotalDetenu) -> JSONValue {
    .objet([
      ("etude", .texte(total.etude.texte)), ("poste", .texte(total.poste)), ("nombre", JSONValue(total.nombre)),
      ("detenu", JSONValue(total.detenu)), ("cheques", JSONValue(total.cheques)),
      ("en_retard", JSONValue(total.enRetard)),
    ])
  }

  static func texte(_ somme: SommeDetenue, on jour: Jour) -> String {
    "  \(somme.limite.texte)  \(somme.cle.dossier.numero) \(somme.cle.numero), étude \(somme.etude), poste \(somme.poste) : "
      + "\(somme.aPasser(on: jour).texte) reçus le \(somme.recuLe.texte), \(somme.versement.libelle) ; "
      + somme.situation(on: jour).phrase
  }

  static func texte(_ total: TotalDetenu) -> String {
    "Étude \(total.etude), poste \(total.poste) : \(total.detenu.texte) détenus, \(total.cheques.texte) de chèques à remettre, "
      + "\(total.enRetard.texte) en retard"
  }
}
