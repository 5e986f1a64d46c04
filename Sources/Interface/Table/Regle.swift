/// A named consistency rule, already resolved against the fields of its record.
///
/// Fields are indexes into `TypeEnregistrement.champs`; types are indexes into `Genre.enregistrements`.
public final class Regle: Sendable {
  public enum Nom: String, Sendable, CaseIterable {
    case datePasApres = "date_pas_apres"
    case dateApres = "date_apres"
    case montantPositif = "montant_positif"
    case montantInferieur = "montant_inferieur"
    case sommeChamps = "somme_champs"
    case enfantRequis = "enfant_requis"
    case compteEnfants = "compte_enfants"
    case sommeEnfants = "somme_enfants"
    case enfantsUniques = "enfants_uniques"
    case uniqueDansFichier = "unique_dans_fichier"
    case uniqueHistorique = "unique_historique"
    case uniqueMessage = "unique_message"
    case demandeConnue = "demande_connue"
    case demandeNonRejetee = "demande_non_rejetee"
    case cibleConnue = "cible_connue"
    case encaissementConnu = "encaissement_connu"
    case posteConnu = "poste_connu"
    case posteOuvert = "poste_ouvert"
    case adresseRoutable = "adresse_routable"
    case etudeTrouvee = "etude_trouvee"
    case contratActif = "contrat_actif"
    case etudeDesigneeCompetente = "etude_designee_competente"
    case etudeAttributaire = "etude_attributaire"
    case actePermisEnPhase = "acte_permis_en_phase"

    /// Judged by the caller's `Monde`, which knows the reference data and the state of the centre.
    public var asksTheWorld: Bool { !isOfTheRecord && !isOfTheChildren }

    var isOfTheChildren: Bool {
      switch self {
      case .enfantRequis, .compteEnfants, .sommeEnfants, .enfantsUniques: true
      default: false
      }
    }

    var isOfTheRecord: Bool {
      switch self {
      case .datePasApres, .dateApres, .montantPositif, .montantInferieur, .sommeChamps: true
      default: false
      }
    }
  }

  /// The second term of a comparison.
  public enum Limite: Hashable, Sendable {
    case entete(champ: Int)
    case parent(champ: Int)
    case meme(champ: Int)
  }

  /// A field and the value it must have; an integer field compares as a number.
  public struct Condition: Hashable, Sendable {
    public let champ: Int
    public let valeur: String
  }

  /// Judged by the reference data (4xx), once all the rest is clean.
  var isOfTheReference: Bool { code.rawValue >= 400 }

  public let code: CodeAnomalie
  public let nom: Nom
  public let champ: Int?
  /// Fields of this record; of the child for `enfants_uniques`.
  public let champs: [Int]
  public let limite: Limite?
  public let plus: [Int]
  public let moins: [Int]
  /// Type of the children looked at.
  public let enfant: Int?
  public let champEnfant: Int?
  /// What a child must have, for `enfant_requis`.
  public let valeurs: [Condition]
  public let egaux: [Int]
  /// The rule only holds when these fields have these values.
  public let si: [Condition]
  public let siPresent: Bool
  /// The attributes as the table writes them, in its order: for the documentation.
  public let attributs: [(nom: String, valeur: String)]

  /// The field named in a reject: `champ`, or the last of `champs`; nil for a rule on children without a field of its own.
  public let champRejete: Int?

  init(_ brute: RegleBrute) {
    code = brute.code
    nom = brute.nom
    champ = brute.champ
    champs = brute.champs
    limite = brute.limite
    plus = brute.plus
    moins = brute.moins
    enfant = brute.enfant
    champEnfant = brute.champEnfant
    valeurs = brute.valeurs
    egaux = brute.egaux
    si = brute.si
    siPresent = brute.siPresent
    attributs = brute.attributs
    champRejete = brute.champ ?? (brute.nom == .enfantsUniques ? nil : brute.champs.last)
  }
}

/// The parts of a rule while its table is being read.
struct RegleBrute {
  var code: CodeAnomalie
  var nom: Regle.Nom
  var champ: Int?
  var champs: [Int] = []
  var limite: Regle.Limite?
  var plus: [Int] = []
  var moins: [Int] = []
  var enfant: Int?
  var champEnfant: Int?
  var valeurs: [Regle.Condition] = []
  var egaux: [Int] = []
  var si: [Regle.Condition] = []
  var siPresent = false
  var attributs: [(nom: String, valeur: String)] = []
}
