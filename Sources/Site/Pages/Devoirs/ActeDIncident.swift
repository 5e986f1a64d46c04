import Centre
import Convention
import Registre

/// One act of the exploitant on a dysfunction, by a form of its page.
enum ActeDIncident: String, CaseIterable, Sendable {
  case commencer, abandonner, aviser, action, plan, retablir, qualifier, clore

  var titre: String {
    switch self {
    case .commencer: "La coupure commence"
    case .abandonner: "Abandonner la coupure"
    case .aviser: "Aviser ceux qui ne l’ont pas été"
    case .action: "Inscrire une action"
    case .plan: "Présenter un plan de retour à la normale"
    case .retablir: "Le service est rétabli"
    case .qualifier: "Qualifier la cause"
    case .clore: "Clore"
    }
  }

  /// Whether the state admits it; what the convention asks besides is said when it is refused.
  func permis(_ etat: IncidentDeService.Etat) -> Bool {
    switch (self, etat) {
    case (.commencer, .prevu), (.abandonner, .prevu): true
    case (.aviser, .prevu), (.aviser, .ouvert), (.aviser, .retabli): true
    case (.action, .prevu), (.action, .ouvert), (.action, .retabli): true
    case (.plan, .ouvert), (.plan, .retabli), (.qualifier, .ouvert), (.qualifier, .retabli): true
    case (.retablir, .ouvert), (.clore, .retabli): true
    case (.commencer, _), (.abandonner, _), (.aviser, _), (.action, _), (.plan, _), (.qualifier, _), (.retablir, _),
      (.clore, _):
      false
    }
  }

  var champs: [Champ] {
    switch self {
    case .commencer, .abandonner, .aviser, .clore: []
    case .action:
      [
        Champ.libre("action", "Action menée ou prévue"),
        Champ("pour", "Prévue pour le", .jour, aide: "Vide : elle est déjà menée.", longueur: 10),
      ]
    case .plan: [Champ.libre("plan", "Plan de retour à la normale")]
    case .retablir: Champ.instant("retour", "Rétabli", requis: false)
    case .qualifier:
      [
        Champ("cause", "Cause", .liste(ActeDIncident.causes), requis: true),
        Champ(
          "constat", "Constat", .zone(lignes: 2), aide: "Pour le centre, le réseau, un tiers ou la DGFiP.",
          longueur: 2_000),
        Champ("en_cause", "Poste ou étude en cause", aide: "Codique ou code de l’étude.", longueur: 10),
        Champ(
          "fournisseur", "Données fournies par",
          .liste([.init("", "Choisir…")] + Cause.Fournisseur.allCases.map { .init($0.rawValue, $0.libelle) })),
        Champ(
          "fichier_recu", "Fichier reçu",
          aide: "Son numéro : son empreinte à l’arrivée est comparée à celle de la copie gardée.", longueur: 12),
      ]
    }
  }

  private static let causes = [
    Champ.Option("", "Choisir…"), Champ.Option("centre", "le centre serveur"),
    Champ.Option("telecommunications", "le réseau de télécommunications"), Champ.Option("tiers", "le fait d’un tiers"),
    Champ.Option("dgfip", "le fait de la DGFiP"), Champ.Option("usage", "l’usage fait par un poste"),
    Champ.Option("environnement", "l’environnement informatique d’un poste"),
    Champ.Option("donnees", "des données erronées"), Champ.Option("etude", "la négligence ou le silence d’une étude"),
  ]

  /// What to do once the form is read; nil when a field is at fault.
  func lire(
    _ lecture: inout LectureDeSaisie, _ numero: String, _ rang: Int
  ) -> (@Sendable (DevoirsDuCentre) async throws -> FicheDHistoire<IncidentDeService>)? {
    switch self {
    case .commencer: return { try await $0.commencer(numero, rang: rang) }
    case .abandonner: return { try await $0.abandonner(numero, rang: rang) }
    case .aviser: return { try await $0.aviser(numero, rang: rang) }
    case .clore: return { try await $0.clore(numero, rang: rang) }
    case .action:
      let (texte, pour) = (lecture.libre("action"), lecture.jourLu("pour", requis: false))
      guard lecture.fautes.isEmpty else { return nil }
      guard let pour else { return { try await $0.agir(numero, texte, rang: rang) } }
      return { try await $0.prevoirAction(numero, texte, pour: pour, rang: rang) }
    case .plan:
      let texte = lecture.libre("plan")
      guard lecture.fautes.isEmpty else { return nil }
      return { try await $0.presenterPlan(numero, texte, rang: rang) }
    case .retablir:
      let retour = lecture.instantLu("retour", requis: false)
      guard lecture.fautes.isEmpty else { return nil }
      return { try await $0.retablir(numero, rang: rang, a: retour) }
    case .qualifier:
      guard let cause = ActeDIncident.cause(&lecture) else { return nil }
      return { try await $0.qualifier(numero, cause, rang: rang) }
    }
  }

  private static func cause(_ lecture: inout LectureDeSaisie) -> CauseAlleguee? {
    let (chosen, constat) = (lecture.formulaire["cause"], lecture.formulaire["constat"])
    let who = lecture.formulaire["en_cause"].uppercased()
    switch chosen {
    case "centre": return .centre(constat)
    case "telecommunications": return .telecommunications(constat)
    case "tiers": return .tiers(constat)
    case "dgfip": return .dgfip(constat)
    case "usage": if let poste = Codique(who) { return .usage(poste) }
    case "environnement": if let poste = Codique(who) { return .environnement(poste) }
    case "donnees": return donnees(&lecture)
    case "etude": if let code = CodeEtude(who) { return .etude(code) }
    default:
      lecture.noter("cause", "Choisissez une cause.")
      return nil
    }
    lecture.noter("en_cause", "Ce code ne se lit pas.")
    return nil
  }

  private static func donnees(_ lecture: inout LectureDeSaisie) -> CauseAlleguee? {
    let numero = Int64(lecture.formulaire["fichier_recu"])
    guard let de = Cause.Fournisseur(rawValue: lecture.formulaire["fournisseur"]) else {
      lecture.noter("fournisseur", "Choisissez qui a fourni les données.")
      return nil
    }
    guard let numero else {
      lecture.noter("fichier_recu", "Indiquez le numéro du fichier reçu.")
      return nil
    }
    return .donnees(de, fichier: numero)
  }
}
