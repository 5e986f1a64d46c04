import Adresses
import Convention
import Interface

/// Hurts good demands in known ways. What a defect needs is prepared once: places, postes, an unused record type.
struct AtelierDeDefauts {
  var plan: PlanAller
  let tirage: TirageDeDefauts<DefautAller>
  private let adresses: [DefautAller: [LieuAbime]]
  private let horsRessort: [Lieu]
  private let typeInconnu: String
  private let codiqueInconnu: String?

  init(_ plan: PlanAller, _ lieux: Lieux, _ genre: Genre) throws(FauteDeGeneration) {
    self.plan = plan
    let asked = plan.defauts.tous > 0 || !plan.defauts.nommes.isEmpty
    adresses =
      asked
      ? [
        .codeAbsent: lieux.sansCode(), .codeInterverti: lieux.codeInterverti(), .communeAbregee: lieux.communeAbregee(),
        .communeMalEcrite: lieux.communeMalEcrite(), .communeAmbigue: lieux.communeAmbigue(),
      ] : [:]
    horsRessort = asked ? AtelierDeDefauts.far(plan, lieux.referentiel) : []
    typeInconnu = (0...99).map { padded(99 - $0, to: 2) }.first { genre.type($0) == nil } ?? "ZZ"
    codiqueInconnu = ["999998", "999997", "999996"].first { !plan.postesConnus.contains($0) }
    var possibles = Set(DefautAller.allCases)
    for (defaut, places) in adresses where places.isEmpty { possibles.remove(defaut) }
    if horsRessort.isEmpty { possibles.remove(.horsRessort) }
    if plan.postesFermes.isEmpty { possibles.remove(.posteFerme) }
    if plan.anterieures.isEmpty { possibles.remove(.dejaRecue) }
    if codiqueInconnu == nil { possibles.remove(.posteInconnu) }
    if !lieux.referentiel.loses(AtelierDeDefauts.perdue) { possibles.remove(.adressePerdue) }
    tirage = try TirageDeDefauts(plan.defauts, possibles: possibles)
  }

  private static let perdue = Ligne6(localite: "ADRESSE INCONNUE")

  /// Big communes of the four corners of the country that no étude of the plan serves.
  private static func far(_ plan: PlanAller, _ referentiel: Referentiel) -> [Lieu] {
    ["59100", "29200", "06400", "67200", "33600", "97400", "20200"].compactMap { CodePostal($0) }
      .filter { !plan.codesServis.contains($0) }
      .compactMap { code in
        referentiel.communes(of: code).first.map { Lieu(code: code, insee: $0.insee, nom: $0.nom) }
      }
  }

  /// Hurts the records of a demand; what follows them (updates, copies) is added at their end.
  func apply(_ defaut: DefautAller, to lignes: inout [Ligne], _ alea: inout Alea) -> Consequence {
    switch defaut {
    case .titreAmpute, .ligneAllongee, .temoinAbsent, .caractereInterdit, .typeInconnu: damage(defaut, &lignes)
    case .nomAbsent, .codebiteurFautif, .montantNegatif, .dateImpossible, .qualiteInconnue, .codiqueMalForme,
      .siretFaux,
      .natureInconnue:
      spoil(defaut, &lignes, &alea)
    case .orphelin, .doublon, .dejaRecue: displace(defaut, &lignes, &alea)
    case .demandeInconnue, .demandeRejetee, .evenementInconnu, .evenementEnDouble, .cibleInconnue:
      update(defaut, &lignes)
    case .demandePosterieure, .titrePosterieur, .montantNul, .resteFaux, .totalFaux, .nombreRedevablesFaux,
      .nombreTitresFaux:
      contradict(defaut, &lignes)
    case .principalAbsent, .titreAbsent, .rangEnDouble, .titreEnDouble: restructure(defaut, &lignes)
    case .posteInconnu, .posteFerme, .etudeIncompetente: misname(defaut, &lignes, &alea)
    case .adressePerdue, .adresseEtrangere, .horsRessort, .codeAbsent, .codeInterverti, .communeAbregee,
      .communeMalEcrite,
      .communeAmbigue:
      mislay(defaut, &lignes, &alea)
    }
  }

  // MARK: - The six families that need what was prepared

  private func damage(_ defaut: DefautAller, _ lignes: inout [Ligne]) -> Consequence {
    let titre = lignes.count - 1
    switch defaut {
    case .ligneAllongee:
      lignes[titre].accident = .allonge(3)
      return .rejected(titre, "101")
    case .temoinAbsent:
      lignes[titre].accident = .sansTemoin
      return .rejected(titre, "102")
    case .caractereInterdit:
      lignes[1].accident = .octetInterdit(champ: "nom")
      return .rejected(1, "103")
    case .typeInconnu:
      var stranger = Ligne("30", [])
      stranger.accident = .type(typeInconnu)
      lignes.append(stranger)
      return .alone(lignes.count - 1, "104")
    default:
      lignes[titre].accident = .coupe
      return .rejected(titre, "101")
    }
  }

  private func displace(_ defaut: DefautAller, _ lignes: inout [Ligne], _ alea: inout Alea) -> Consequence {
    switch defaut {
    case .orphelin:
      var orphan = lignes[1]
      orphan["numero_demande"] = .texte("DEM1999-000001")
      lignes.append(orphan)
      return .alone(lignes.count - 1, "301")
    case .dejaRecue:
      let known = alea.pick(plan.anterieures).numero
      for index in lignes.indices { lignes[index]["numero_demande"] = .texte(known) }
      return .rejected(0, "303", "numero_demande")
    default:
      let first = lignes.count
      lignes += lignes
      var consequence = Consequence.alone(first, "302", "numero_demande")
      consequence.rejets = [.init(indice: first, code: "302", champ: "numero_demande", isWhole: true)]
      consequence.copies = 1
      return consequence
    }
  }

  private func misname(_ defaut: DefautAller, _ lignes: inout [Ligne], _ alea: inout Alea) -> Consequence {
    switch defaut {
    case .posteFerme:
      lignes[0]["codique_poste"] = .texte(alea.pick(plan.postesFermes))
      return .rejected(0, "402", "codique_poste")
    case .etudeIncompetente:
      lignes[0]["etude_designee"] = .texte("ZZZ9999Z")
      return .rejected(0, "406", "etude_designee")
    default:
      lignes[0]["codique_poste"] = .texte(codiqueInconnu ?? "999999")
      return .rejected(0, "401", "codique_poste")
    }
  }

  private func mislay(_ defaut: DefautAller, _ lignes: inout [Ligne], _ alea: inout Alea) -> Consequence {
    lignes[1]["adresse_ligne5"] = nil
    switch defaut {
    case .adressePerdue:
      lignes[1].write(AtelierDeDefauts.perdue)
      return .rejected(0, "403")
    case .adresseEtrangere:
      lignes[1].write(Ligne6(code: "1000", localite: "BRUXELLES", pays: "BE"))
      return .rejected(0, "403")
    case .horsRessort:
      let lieu = alea.pick(horsRessort)
      lignes[1].write(Ligne6(code: lieu.code.texte, localite: lieu.nom))
      return .rejected(0, "404")
    default:
      let places = adresses[defaut] ?? []
      // Elsewhere than where no étude has a contract any more: the demand would be rejected for that.
      let served = places.filter { !plan.codesSansContrat.contains($0.lieu.code) }
      let place = alea.pick(served.isEmpty ? places : served)
      lignes[1].write(place.ligne6)
      if defaut == .communeAmbigue { return Consequence(statut: .attente, avertissement: "803") }
      return .accepted(place.ligne6.code == place.lieu.code.texte ? nil : "802", at: place.lieu.code)
    }
  }
}

extension Ligne {
  fileprivate mutating func write(_ ligne6: Ligne6) {
    self["code_postal"] = ligne6.code.map { .texte($0) }
    self["localite"] = .texte(ligne6.localite)
    self["code_pays"] = ligne6.pays.map { .texte($0) }
  }
}
