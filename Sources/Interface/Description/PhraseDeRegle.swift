/// A named rule in words: what must be true for the record to be accepted.
struct PhraseDeRegle {
  let regle: Regle
  let type: TypeEnregistrement
  let genre: Genre

  var phrase: Phrase {
    guard !regle.si.isEmpty else { return "\(statement)." }
    let conditions = regle.si.map { "\(code: type.champs[$0.champ].nom) vaut \(code: $0.valeur)" as Phrase }
    return "Si \(conditions.joined(separator: " et ")) : \(statement)."
  }

  private var statement: Phrase {
    switch regle.nom {
    case .datePasApres: "\(field) n'est pas après \(limit)"
    case .dateApres: "\(field) est après \(limit)"
    case .montantPositif: "\(field) est supérieur à zéro"
    case .montantInferieur: "\(field) est inférieur à \(limit)"
    case .sommeChamps: "\(field) = \(sum), un terme facultatif absent valant zéro"
    case .enfantRequis: "au moins un enregistrement \(child), non rejeté\(required), suit celui-ci"
    case .compteEnfants: "\(field) est le nombre des enregistrements \(child) rattachés"
    case .sommeEnfants: "\(field) est la somme des \(childField) des enregistrements \(child)\(onlyIfAny)"
    case .enfantsUniques: "deux enregistrements \(child) n'ont pas les mêmes \(fields)"
    case .uniqueDansFichier: "\(fields) : pas deux fois parmi les enregistrements acceptés du fichier"
    case .uniqueHistorique: "\(fields) : pas déjà accepté dans un fichier antérieur"
    case .uniqueMessage: "\(fields) : pas déjà accepté, ni plus haut dans ce fichier ni dans un fichier antérieur"
    default: statementOnTheWorld
    }
  }

  /// Rules that the centre judges by what it knows.
  private var statementOnTheWorld: Phrase {
    switch regle.nom {
    case .demandeConnue: "la demande (\(fields)) a été acceptée, ou figure plus haut dans ce fichier"
    case .demandeNonRejetee:
      "la demande (\(fields)) n'est pas de celles qui, jamais acceptées, ont toutes été rejetées plus haut"
    case .cibleConnue: "ce que visent \(fields), s'ils sont remplis, existe dans la demande acceptée"
    case .encaissementConnu:
      "\(field) cite un encaissement accepté et non annulé de la même étude\(equals)"
    case .posteConnu: "\(field) est un poste comptable connu du centre"
    case .posteOuvert: "le poste \(field) est ouvert aux échanges de fichiers"
    case .adresseRoutable: "l'adresse de l'enregistrement \(child) principal, une fois restaurée, a un code postal"
    case .etudeTrouvee: "une étude est compétente pour le code postal de l'enregistrement \(child) principal"
    case .contratActif: "le contrat de l'étude est actif à \(field), et ni échu, ni dénoncé, ni résilié à \(limit)"
    case .etudeDesigneeCompetente:
      "l'étude \(field), si elle est désignée, est connue et compétente pour ce code postal"
    case .etudeAttributaire: "l'étude tient ou a tenu le dossier (\(fields))"
    case .actePermisEnPhase: "l'acte \(field) est permis dans la phase du dossier"
    case .datePasApres, .dateApres, .montantPositif, .montantInferieur, .sommeChamps, .enfantRequis, .compteEnfants,
      .sommeEnfants, .enfantsUniques, .uniqueDansFichier, .uniqueHistorique, .uniqueMessage:
      Phrase()
    }
  }
}

extension PhraseDeRegle {
  private var childType: TypeEnregistrement? { regle.enfant.map { genre.enregistrements[$0] } }

  private var field: Phrase { regle.champ.map { .code(type.champs[$0].nom) } ?? Phrase() }

  private var child: Phrase {
    childType.map { .lien("\($0.code) (\($0.nom))", Ancre.type($0, genre)) } ?? Phrase()
  }

  private var childField: Phrase {
    guard let champ = regle.champEnfant, let childType else { return Phrase() }
    return .code(childType.champs[champ].nom)
  }

  private var fields: Phrase {
    let owner = regle.nom == .enfantsUniques ? childType : type
    return regle.champs.compactMap { index in owner.map { .code($0.champs[index].nom) } }
      .joined(separator: ", ", last: " et ")
  }

  private var limit: Phrase {
    switch regle.limite {
    case nil: Phrase()
    case .entete(let champ): "\(code: genre.entete.champs[champ].nom) de l'en-tête"
    case .parent(let champ):
      type.parent.map { "\(code: genre.enregistrements[$0].champs[champ].nom) de l'enregistrement père" } ?? Phrase()
    case .meme(let champ): .code(type.champs[champ].nom)
    }
  }

  private var sum: Phrase {
    let added = regle.plus.map { Phrase.code(type.champs[$0].nom) }.joined(separator: " + ")
    return regle.moins.reduce(added) { "\($0) − \(code: type.champs[$1].nom)" }
  }

  private var required: Phrase {
    guard let childType, !regle.valeurs.isEmpty else { return Phrase() }
    let values = regle.valeurs.map { "\(code: childType.champs[$0.champ].nom) = \(code: $0.valeur)" as Phrase }
    return " et de \(values.joined(separator: ", ", last: " et "))"
  }

  private var onlyIfAny: Phrase { regle.siPresent ? ", s'il y en a" : Phrase() }

  private var equals: Phrase {
    guard !regle.egaux.isEmpty else { return Phrase() }
    let names = regle.egaux.map { Phrase.code(type.champs[$0].nom) }.joined(separator: ", ", last: " et ")
    return ", avec les mêmes \(names)"
  }
}
