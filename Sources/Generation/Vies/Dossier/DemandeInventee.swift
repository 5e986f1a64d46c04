import Convention

/// Demands of either phase and any category, of one to four titres.
enum DemandeInventee {
  static func demande(le jour: Jour, _ alea: inout Alea) -> Demande {
    let titres = (1...alea.between(1...4)).map { titre($0, le: jour, &alea) }
    let phase: Phase = alea.chance(450) ? .judiciaire : .comminatoire
    return Demande(
      cle: CleDemande(application: "HELIOS", exploitation: "031", numero: "D-1"), phase: phase,
      categorie: alea.pick(Categorie.allCases).rawValue, date: jour.adding(days: -alea.below(10)),
      poste: ActeursInventes.poste.texte, montant: titres.reduce(.zero) { $0 + $1.resteDu },
      prescription: alea.chance(700) ? jour.adding(days: alea.between(-30...1500)) : nil,
      poursuites: phase == .judiciaire ? etat(le: jour, &alea) : nil, redevables: [redevable(&alea)], titres: titres)
  }

  /// Often small, so that one payment crosses several of them.
  private static func titre(_ rang: Int, le jour: Jour, _ alea: inout Alea) -> Titre {
    let montant = Montant(cents: Int64(1 + alea.below(alea.pick([300, 12_000, 12_000, 400_000]))))
    let emission = jour.adding(days: -alea.between(100...500))
    return Titre(
      rang: rang, typeCollectivite: "COM", codeCollectivite: "101", codeBudget: "00", collectivite: "COMMUNE",
      exercice: String(emission.annee), numero: String(rang), emission: emission, nature: "CAN", initial: montant,
      resteDu: montant)
  }

  private static func redevable(_ alea: inout Alea) -> Redevable {
    Redevable(
      rang: 1, qualite: "01", nom: "INVENTE",
      adresse: Adresse(lignes: ["", "", "", "1 RUE NEUVE", ""], codePostal: "31770", localite: "COLOMIERS"),
      telephones: alea.chance(500) ? ["0561000000"] : [])
  }

  private static func etat(le jour: Jour, _ alea: inout Alea) -> EtatDePoursuites {
    let day = jour.adding(days: -alea.below(20))
    return EtatDePoursuites(
      numero: ActeursInventes.etat, date: day, mesure: alea.pick(["SVT", "SVT", "SVT", "SAT", "VEH", "AUT", nil]),
      ouverture: alea.chance(150) ? .init(reference: "P-1", date: day) : nil)
  }
}
