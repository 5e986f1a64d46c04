import Centre
import Convention
import Registre

/// One thing that a visitor may do of a dossier by a form: its fields bear the names of the exchanged format, so that what the format
/// or the convention refuses comes back to the very field.
struct Demarche: Sendable {
  /// What a form is made from, and read with.
  struct Contexte: Sendable {
    let dossier: Dossier
    let libelles: Libelles
    /// Where its étude is taxed.
    let lieu: LieuFiscal
    let jour: Jour
    let instant: Instant

    /// The choices of a list of the format, after an empty one.
    func options(_ liste: String, sauf: Set<String> = []) -> Champ.Genre {
      .liste(
        [Champ.Option("", "— choisir —")]
          + libelles.valeurs(liste).filter { !sauf.contains($0.code) }.map { Champ.Option($0.code, $0.libelle) })
    }

    /// The titres of the demand, after « tous ».
    var titres: Champ.Genre {
      .liste(
        [Champ.Option("", "tous")]
          + dossier.demande.titres.map {
            Champ.Option("\($0.rang)", "\($0.rang) — n° \($0.numero), \($0.collectivite)")
          })
    }

    /// An instant of that day: now when it is today, noon otherwise.
    func instant(_ jour: Jour?) -> Valeur {
      guard let jour, jour != self.jour else { return .instant(instant) }
      return .instant(Instant(jour, heure: 12))
    }
  }

  /// Part of its address, and of the announcement that it is done.
  let code: String
  let titre: String
  /// What it is for, and the article that it comes from.
  let aide: String
  let metier: Profil.Metier
  /// Whether the state of the dossier allows it.
  let permis: @Sendable (Dossier) -> Bool
  /// The field of the reference of the document that the form may carry; nil where it carries none.
  var referenceDuDocument: String?
  let champs: @Sendable (Contexte) -> [Champ]
  let lignes: @Sendable (Contexte, inout LectureDeSaisie) -> [Saisie.Ligne]
}

extension Demarche {
  static let tous = etude + poursuites + comptable

  /// What this visitor may do of a dossier now: an étude of those that it holds, a comptable of his own.
  static func permis(_ dossier: Dossier, _ visiteur: Visiteur) -> [Demarche] {
    tous.filter { $0.metier == visiteur.metier && $0.permis(dossier) && agit(visiteur, dossier) }
  }

  private static func agit(_ visiteur: Visiteur, _ dossier: Dossier) -> Bool {
    switch visiteur.utilisateur.profil {
    case .etude(let codes): dossier.attributaire.map(codes.contains) ?? false
    case .comptable(let codiques): Codique(dossier.demande.poste).map(codiques.contains) ?? false
    case .exploitant, .direction, .central: false
    }
  }
}

extension Champ {
  /// The day of the fact, today unless another is typed.
  static func dateDuFait(_ contexte: Demarche.Contexte, _ libelle: String, nom: String = "date_fait") -> Champ {
    Champ(
      nom, libelle, .jour, valeur: contexte.jour.texte, aide: "Jour, mois, année : 23/11/2026.", requis: true,
      longueur: 10)
  }

  static let commentaire = Champ("commentaire", "Commentaire", longueur: 80)

  /// The lines of an address, as the format has them.
  static let adresse = [
    Champ("adresse_ligne1", "Complément de nom", longueur: 38),
    Champ("adresse_ligne2", "Bâtiment, étage", longueur: 38),
    Champ("adresse_ligne3", "Résidence, lieu-dit", longueur: 38),
    Champ("adresse_ligne4", "Numéro et voie", longueur: 38),
    Champ("code_postal", "Code postal", longueur: 5), Champ("localite", "Commune", longueur: 32),
  ]
}

extension LectureDeSaisie {
  mutating func adresse() -> [String: Valeur?] {
    var champs: [String: Valeur?] = [:]
    for nom in ["adresse_ligne1", "adresse_ligne2", "adresse_ligne3", "adresse_ligne4", "code_postal", "localite"] {
      champs[nom] = texte(nom)
    }
    return champs
  }
}
