import Convention

// Defects that only need the demand itself.
extension AtelierDeDefauts {
  /// A field out of its form (2xx), or a code unknown to its list.
  func spoil(_ defaut: DefautAller, _ lignes: inout [Ligne], _ alea: inout Alea) -> Consequence {
    let titre = lignes.count - 1
    switch defaut {
    case .codebiteurFautif:
      addCodebiteur(&lignes)
      lignes[2]["nom"] = nil
      return .alone(2, "201", "nom")
    case .montantNegatif:
      lignes[titre]["reste_du"] = .octets(
        Array("-\(padded(Int(lignes[titre].montant("reste_du")?.cents ?? 1), to: 11))".utf8))
      return .rejected(titre, "203", "reste_du")
    case .dateImpossible:
      lignes[titre]["date_emission_titre"] = .octets(Array("\(plan.jour.annee - 1)0230".utf8))
      return .rejected(titre, "204", "date_emission_titre")
    case .qualiteInconnue:
      lignes[1]["qualite_redevable"] = .texte("77")
      return .rejected(1, "206", "qualite_redevable")
    case .codiqueMalForme:
      lignes[0]["codique_poste"] = .texte("POSTE1")
      return .rejected(0, "207", "codique_poste")
    case .siretFaux:
      lignes[1]["type_identifiant"] = .texte("01")
      lignes[1]["identifiant"] = .texte(Immatriculation.wrong(Immatriculation.siret(premier: 4, &alea)))
      return .rejected(1, "209", "identifiant")
    case .natureInconnue:
      for index in lignes.indices where lignes[index].type == "30" { lignes[index]["nature_creance"] = .texte("ZZZ") }
      return .accepted("801")
    default:
      lignes[1]["nom"] = nil
      return .rejected(1, "201", "nom")
    }
  }

  /// A second debtor behind the first, if there is none.
  private func addCodebiteur(_ lignes: inout [Ligne]) {
    guard lignes[2].type != "20" else { return }
    var other = lignes[1]
    other["rang_redevable"] = .entier(2)
    other["qualite_redevable"] = .texte("03")
    lignes.insert(other, at: 2)
    lignes[0]["nombre_redevables"] = .entier(2)
  }

  /// Fields good by themselves that contradict one another (31x).
  func contradict(_ defaut: DefautAller, _ lignes: inout [Ligne]) -> Consequence {
    let titre = lignes.count - 1
    switch defaut {
    case .demandePosterieure:
      lignes[0]["date_demande"] = .jour(plan.jour.adding(days: 3))
      return .rejected(0, "310", "date_demande")
    case .titrePosterieur:
      lignes[titre]["date_emission_titre"] = .jour(plan.jour.adding(days: 18))
      return .rejected(titre, "310", "date_emission_titre")
    case .montantNul:
      lignes[titre]["reste_du"] = .montant(.zero)
      return .rejected(titre, "311", "reste_du")
    case .resteFaux:
      lignes[titre].add(1_00, to: "montant_initial")
      return .rejected(titre, "312", "reste_du")
    case .nombreRedevablesFaux:
      lignes[0]["nombre_redevables"] = .entier(Int64(lignes.count(where: { $0.type == "20" }) + 1))
      return .rejected(0, "316", "nombre_redevables")
    case .nombreTitresFaux:
      lignes[0]["nombre_titres"] = .entier(Int64(lignes.count(where: { $0.type == "30" }) + 1))
      return .rejected(0, "317", "nombre_titres")
    default:
      lignes[0].add(10_00, to: "montant_total")
      return .rejected(0, "318", "montant_total")
    }
  }

  /// Children missing or twice there, the counts and totals being right (314 to 320).
  func restructure(_ defaut: DefautAller, _ lignes: inout [Ligne]) -> Consequence {
    switch defaut {
    case .principalAbsent:
      lignes[1]["rang_redevable"] = .entier(9)
      return .rejected(0, "314")
    case .titreAbsent:
      lignes.removeAll { $0.type == "30" }
      return .rejected(0, "315")
    default:
      var copy = lignes[lignes.count - 1]
      let count = lignes.count(where: { $0.type == "30" }) + 1
      if defaut == .rangEnDouble {
        copy["numero_titre"] = .texte("99999999")
      } else {
        copy["rang_titre"] = .entier(Int64(count))
      }
      lignes[0]["nombre_titres"] = .entier(Int64(count))
      lignes[0].add(copy.montant("reste_du")?.cents ?? 0, to: "montant_total")
      lignes.append(copy)
      return .rejected(0, defaut == .rangEnDouble ? "319" : "320")
    }
  }

  /// Updates that no demand can take; the demand before them is good, except for « demande rejetée ».
  func update(_ defaut: DefautAller, _ lignes: inout [Ligne]) -> Consequence {
    let next = lignes.count
    var event = Ligne(
      "50",
      [
        ("numero_demande", lignes[0]["numero_demande"]), ("numero_evenement", .entier(1)),
        ("code_evenement", .texte("08")),
        ("date_evenement", .jour(plan.jour)), ("motif", .texte("RÉCLAMATION DU REDEVABLE")),
      ])
    defer { lignes.append(event) }
    switch defaut {
    case .evenementInconnu:
      event["code_evenement"] = .texte("77")
      return .alone(next, "206", "code_evenement")
    case .evenementEnDouble:
      lignes.append(event)
      var consequence = Consequence.alone(next + 1, "306", "numero_evenement")
      consequence.actualisations = 1
      return consequence
    case .cibleInconnue:
      event["rang_titre"] = .entier(99)
      return .alone(next, "321", "rang_titre")
    case .demandeRejetee:
      lignes[1]["nom"] = nil
      var consequence = Consequence.rejected(1, "201", "nom")
      consequence.rejets.append(.init(indice: next, code: "305", champ: "numero_demande", isWhole: false))
      return consequence
    default:
      event["numero_demande"] = .texte("DEM1999-\(lignes[0].texte("numero_demande")?.suffix(6) ?? "000000")")
      return .alone(next, "304", "numero_demande")
    }
  }
}

extension Ligne {
  /// Adds cents to an amount that is there.
  fileprivate mutating func add(_ cents: Int64, to nom: String) {
    self[nom] = .montant(Montant(cents: (montant(nom)?.cents ?? 0) + cents))
  }
}
