import Convention

extension DemandeFictive {
  /// The records of the demand: 10, then its 20, then its 30.
  func lignes(_ plan: PlanAller) -> [Ligne] {
    [demande(plan)] + redevables.enumerated().map { redevable($0.element, rang: $0.offset + 1) }
      + titres.enumerated().map { titre($0.element, rang: $0.offset + 1) }
  }

  private func demande(_ plan: PlanAller) -> Ligne {
    var ligne = Ligne(
      "10",
      [
        ("numero_demande", .texte(numero)), ("phase", .texte(phase.rawValue)),
        ("categorie_creance", .texte(isHospital ? "EPS" : "CEP")), ("date_demande", .jour(date)),
        ("codique_poste", .texte(poste.codique)), ("libelle_poste", .texte(poste.libelle)),
        ("reference_rappel", .texte("REF/\(date.annee)/\(numero.suffix(6))")),
        ("reference_dgfip", .texte("\(plan.application)-\(plan.exploitation)-\(numero)")),
        ("montant_total", .montant(total)), ("nombre_redevables", .entier(Int64(redevables.count))),
        ("nombre_titres", .entier(Int64(titres.count))), ("courriel_poste", poste.courriel.map { .texte($0) }),
      ])
    if let poursuites {
      for (nom, valeur) in poursuites.valeurs { ligne[nom] = valeur }
    } else if phase == .judiciaire {
      ligne["numero_etat_poursuites"] = .texte("EP-\(date.annee)-\(numero.suffix(6))")
      ligne["date_etat_poursuites"] = .jour(date)
      ligne["mesure_demandee"] = .texte("SVT")
      ligne["type_autorisation"] = .texte("P")
      ligne["date_autorisation"] = .jour(date.adding(days: -30))
    }
    return ligne
  }

  private func redevable(_ redevable: RedevableFictif, rang: Int) -> Ligne {
    Ligne(
      "20",
      [
        ("numero_demande", .texte(numero)), ("rang_redevable", .entier(Int64(rang))),
        ("qualite_redevable", .texte(redevable.qualite)), ("categorie_tiers", .texte(redevable.categorie)),
        ("nature_juridique", .texte(redevable.natureJuridique)), ("civilite", redevable.civilite.map { .texte($0) }),
        ("nom", .texte(redevable.nom)), ("prenom", redevable.prenom.map { .texte($0) }),
        ("date_naissance", redevable.naissance.map { .jour($0) }),
        ("type_identifiant", redevable.siret.map { _ in .texte("01") }),
        ("identifiant", redevable.siret.map { .texte($0) }),
        ("reference_tiers", redevable.reference.map { .texte($0) }),
        ("adresse_ligne1", .texte(redevable.destinataire)), ("adresse_ligne2", redevable.lignes[0].map { .texte($0) }),
        ("adresse_ligne3", redevable.lignes[1].map { .texte($0) }),
        ("adresse_ligne4", redevable.lignes[2].map { .texte($0) }),
        ("adresse_ligne5", redevable.lignes[3].map { .texte($0) }), ("code_postal", .texte(lieu.code.texte)),
        ("localite", .texte(lieu.nom)), ("telephone", redevable.telephone.map { .texte($0) }),
        ("courriel", redevable.courriel.map { .texte($0) }),
      ])
  }

  private func titre(_ titre: TitreFictif, rang: Int) -> Ligne {
    Ligne(
      "30",
      [
        ("numero_demande", .texte(numero)), ("rang_titre", .entier(Int64(rang))),
        ("type_collectivite", .texte(titre.profil.type)), ("code_collectivite", .texte(titre.collectivite.code)),
        ("code_budget", .texte("00")), ("siret_collectivite", .texte(titre.collectivite.siret)),
        ("libelle_collectivite", .texte(titre.collectivite.nom)), ("exercice", .texte(String(titre.emission.annee))),
        ("numero_bordereau", .texte(String(titre.bordereau))), ("numero_titre", .texte(String(titre.numero))),
        ("type_piece", .texte("01")), ("date_emission_titre", .jour(titre.emission)),
        ("date_prise_en_charge", .jour(titre.emission.adding(days: 6))),
        ("date_mise_en_demeure", .jour(titre.emission.adding(days: 60))), ("nature_creance", .texte(titre.nature)),
        ("objet", .texte(titre.objet)), ("montant_initial", .montant(titre.initial)),
        ("montant_frais", titre.frais.map { .montant($0) }), ("montant_paye", titre.paye.map { .montant($0) }),
        ("reste_du", .montant(titre.resteDu)), ("date_prescription_titre", .jour(titre.emission.adding(months: 48))),
      ])
  }
}
