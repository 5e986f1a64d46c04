import Adresses
import Convention
import Interface

/// Makes demands one after the other; the demand of a rank depends on the seed and on its number alone.
struct FabriqueDeDemandes {
  var plan: PlanAller
  let lieux: Lieux
  private let natures: [String]
  private let collectivites: [String: [CollectiviteFictive]]

  init(_ plan: PlanAller, _ lieux: Lieux, _ table: TableFormat) {
    self.plan = plan
    self.lieux = lieux
    let listed = table.liste("nature_creance")?.valeurs.map(\.code) ?? ["AUT"]
    natures = listed
    let communes = Set(lieux.lieux.map(\.nom)).sorted().prefix(24)
    collectivites = Dictionary(
      uniqueKeysWithValues: listed.map { nature in
        let profil = Creances.profils[nature] ?? Creances.autre
        return (nature, communes.map { CollectiviteFictive(Creances.nom(profil.creancier, $0)) })
      })
  }

  func demande(_ rang: Int, _ alea: inout Alea) -> DemandeFictive {
    let nature = alea.pick(natures)
    let profil = Creances.profils[nature] ?? Creances.autre
    let date = plan.jour.adding(days: -alea.below(PlanAller.greatestDelayDays + 1))
    let lieu = lieux.draw(&alea)
    return DemandeFictive(
      numero: plan.numero(rang), phase: alea.chance(plan.judiciairesParMille) ? .judiciaire : .comminatoire,
      isHospital: profil.isHospital, date: date, poste: alea.pick(plan.postes), lieu: lieu,
      redevables: redevables(&alea), titres: titres(nature, profil, date, &alea))
  }

  private func titres(_ nature: String, _ profil: ProfilDeCreance, _ date: Jour, _ alea: inout Alea) -> [TitreFictif] {
    let count = [1, 1, 1, 1, 2, 2, 2, 3, 4, 6][alea.below(10)]
    let collectivite = alea.pick(collectivites[nature] ?? [CollectiviteFictive(Creances.nom("COMMUNE", "FRANCE"))])
    let first = 1 + alea.below(80_000)
    return (0..<count).map { rank in
      let initial = Montant(cents: Int64(alea.between(profil.montants)))
      let emission = date.adding(days: -alea.between(75...700))
      return TitreFictif(
        nature: nature, profil: profil, collectivite: collectivite, numero: first + rank * 7,
        bordereau: 1 + alea.below(400),
        emission: emission, objet: "\(profil.objet) \(padded(emission.components.mois, to: 2))/\(emission.annee)",
        initial: initial, frais: alea.chance(100) ? Montant(cents: Int64(alea.between(7_50...30_00))) : nil,
        paye: alea.chance(150) ? Montant(cents: initial.cents / Int64(alea.between(2...6))) : nil)
    }
  }
}

// The people of a demand.
extension FabriqueDeDemandes {
  private func redevables(_ alea: inout Alea) -> [RedevableFictif] {
    let voie = "\(1 + alea.below(180))\(alea.pick(Voies.suites)) \(alea.pick(Voies.noms))"
    let lignes: [String?] = [
      alea.chance(150) ? alea.pick(Voies.complements) : nil, nil, voie,
      alea.chance(60) ? alea.pick(Voies.lieuxDits) : nil,
    ]
    let isPerson = alea.chance(850)
    let principal =
      isPerson ? personne("01", lignes, &alea) : alea.chance(800) ? societe(lignes, &alea) : association(lignes, &alea)
    guard isPerson, alea.chance(140) else { return [principal] }
    let others = alea.chance(150) ? 2 : 1
    return [principal] + (0..<others).map { _ in personne(alea.chance(700) ? "03" : "04", lignes, &alea) }
  }

  private func personne(_ qualite: String, _ lignes: [String?], _ alea: inout Alea) -> RedevableFictif {
    let isWoman = alea.chance(500)
    let nom = alea.chance(60) ? "\(alea.pick(Personnes.noms))-\(alea.pick(Personnes.noms))" : alea.pick(Personnes.noms)
    return RedevableFictif(
      qualite: qualite, categorie: "01", natureJuridique: "01", civilite: isWoman ? "MME" : "M", nom: nom,
      prenom: alea.pick(isWoman ? Personnes.prenomsFeminins : Personnes.prenomsMasculins),
      naissance: alea.chance(700) ? plan.jour.adding(days: -alea.between(6_600...33_000)) : nil,
      reference: alea.chance(300) ? "TIERS-\(alea.digits(7))" : nil, lignes: lignes,
      // Numbers that the regulator keeps for fiction.
      telephone: alea.chance(400) ? "063998\(alea.digits(4))" : nil,
      courriel: alea.chance(200) ? "redevable.\(alea.digits(6))@courriel.example" : nil)
  }

  private func societe(_ lignes: [String?], _ alea: inout Alea) -> RedevableFictif {
    RedevableFictif(
      qualite: "01", categorie: "50", natureJuridique: "03",
      nom: "\(alea.pick(Personnes.formes)) \(alea.pick(Personnes.enseignes))",
      siret: Immatriculation.siret(premier: 3 + alea.below(6), &alea), lignes: lignes,
      telephone: "053649\(alea.digits(4))")
  }

  private func association(_ lignes: [String?], _ alea: inout Alea) -> RedevableFictif {
    RedevableFictif(
      qualite: "01", categorie: "50", natureJuridique: "06", nom: alea.pick(Personnes.associations), lignes: lignes)
  }
}
