import Convention

@testable import Interface

/// A small centre in memory, with the reference data of the samples: enough to judge the rules of the world.
struct MondeDEssai: Monde {
  struct Demande {
    var titres: Set<Int64>
    var redevables: Set<Int64>
    var etude: String
    var phase: String
  }
  struct Encaissement {
    var egaux: [String]
    var isCancelled = false
  }
  var postes: [String: Bool] = ["031012": true, "031020": true, "031099": false]
  var codes: [String: String] = [
    "31600": "E3101", "31770": "E3101", "31000": "E3102", "31100": "E3102", "31500": "E3102",
  ]
  var demandes: [String: Demande] = [:]
  var messages: Set<String> = []
  var encaissements: [String: Encaissement] = [:]
  /// Of the file being read.
  var fileNumbers: Set<String> = []
  var rejected: Set<String> = []

  mutating func beginFile() {
    fileNumbers = []
    rejected = []
  }

  mutating func juger(_ regle: Regle, _ record: Enregistrement, dans groupe: Groupe) -> ReponseDuMonde {
    switch regle.nom {
    case .uniqueDansFichier: return fileNumbers.contains(key(regle, record)) ? .enfreinte() : .respectee
    case .uniqueHistorique:
      let isKnown =
        record.codeType == "10"
        ? demandes[demande(record, groupe)] != nil && !fileNumbers.contains(key(regle, record))
        : encaissements[etude(groupe) + key(regle, record)] != nil && !fileNumbers.contains(key(regle, record))
      return isKnown ? .enfreinte() : .respectee
    case .uniqueMessage: return messages.contains(message(regle, record, groupe)) ? .enfreinte() : .respectee
    case .demandeConnue:
      let name = demande(record, groupe)
      return demandes[name] != nil || rejected.contains(name) ? .respectee : .enfreinte()
    case .demandeNonRejetee: return demandes[demande(record, groupe)] == nil ? .enfreinte() : .respectee
    case .cibleConnue: return target(regle, record, groupe)
    case .encaissementConnu: return cancelled(regle, record, groupe)
    case .posteConnu: return postes[record.texte("codique_poste") ?? ""] == nil ? .enfreinte() : .respectee
    case .posteOuvert: return postes[record.texte("codique_poste") ?? ""] == true ? .respectee : .enfreinte()
    case .adresseRoutable: return code(groupe) == nil ? .enfreinte() : .respectee
    case .etudeTrouvee: return code(groupe).flatMap { codes[$0] } == nil ? .enfreinte() : .respectee
    case .etudeAttributaire:
      return demandes[demande(record, groupe)]?.etude == etude(groupe) ? .respectee : .enfreinte()
    case .actePermisEnPhase:
      return demandes[demande(record, groupe)]?.phase == "J" ? .respectee : .enfreinte()
    default: return .sansObjet
    }
  }

  mutating func retenir(_ groupe: Groupe) {
    guard let root = groupe.racine, let type = root.type else { return }
    guard groupe.estAccepte else {
      if type.code == "10" { rejected.insert(demande(root, groupe)) }
      return
    }
    for regle in type.controles where regle.nom == .uniqueDansFichier { fileNumbers.insert(key(regle, root)) }
    for record in groupe.indices.map({ groupe[$0] }) where record.estRattache && record.rejet == nil {
      for regle in record.type?.controles ?? [] where regle.nom == .uniqueMessage {
        messages.insert(message(regle, record, groupe))
      }
    }
    if type.code == "10" { demandes[demande(root, groupe)] = received(root, groupe) }
    if type.code == "64" { keep(root, groupe) }
  }

  private func received(_ root: Enregistrement, _ groupe: Groupe) -> Demande {
    let children = groupe.enfants().map { groupe[$0] }
    return Demande(
      titres: Set(children.compactMap { $0.entier("rang_titre") }),
      redevables: Set(children.compactMap { $0.entier("rang_redevable") }),
      etude: code(groupe).flatMap { codes[$0] } ?? "", phase: root.texte("phase") ?? "")
  }

  private mutating func keep(_ root: Enregistrement, _ groupe: Groupe) {
    let equal = ["application_source", "exploitation", "numero_demande", "montant_recu", "montant_creance"]
      .compactMap { root.type?.champ($0).flatMap { root.valeurBrute($0) } }
    if root.texte("sens") == "-" {
      encaissements[etude(groupe) + (root.texte("encaissement_annule") ?? "")]?.isCancelled = true
    }
    let isPayment = root.texte("sens") == "+"
    encaissements[etude(groupe) + (root.texte("numero_encaissement") ?? "")] =
      Encaissement(egaux: equal, isCancelled: !isPayment)
  }

  private func key(_ regle: Regle, _ record: Enregistrement) -> String {
    regle.champs.map { record.valeurBrute($0) ?? "" }.joined(separator: "|")
  }

  private func message(_ regle: Regle, _ record: Enregistrement, _ groupe: Groupe) -> String {
    etude(groupe) + "|" + key(regle, record)
  }

  private func etude(_ groupe: Groupe) -> String { groupe.entete.texte("etude") ?? "" }

  private func demande(_ record: Enregistrement, _ groupe: Groupe) -> String {
    let source = record.type?.champ("application_source") == nil ? groupe.entete : record
    return ["application_source", "exploitation"].map { source.texte($0) ?? "" }.joined(separator: "/")
      + "/" + (record.texte("numero_demande") ?? "")
  }

  private func target(_ regle: Regle, _ record: Enregistrement, _ groupe: Groupe) -> ReponseDuMonde {
    guard let demande = demandes[demande(record, groupe)], let type = record.type else { return .sansObjet }
    for champ in regle.champs {
      guard let rank = record.entier(champ) else { continue }
      let known = type.champs[champ].nom == "rang_titre" ? demande.titres : demande.redevables
      if !known.contains(rank) { return .enfreinte(champ: champ) }
    }
    return .respectee
  }

  private func cancelled(_ regle: Regle, _ record: Enregistrement, _ groupe: Groupe) -> ReponseDuMonde {
    guard let champ = regle.champ, let cited = record.texte(champ),
      let found = encaissements[etude(groupe) + cited], !found.isCancelled
    else { return .enfreinte() }
    return found.egaux == regle.egaux.compactMap { record.valeurBrute($0) } ? .respectee : .enfreinte()
  }

  private func code(_ groupe: Groupe) -> String? {
    let principal = groupe.enfants().map { groupe[$0] }.first { $0.entier("rang_redevable") == 1 }
    return principal?.texte("code_postal") ?? (principal?.texte("localite") == "COLOMIERS" ? "31770" : nil)
  }
}
