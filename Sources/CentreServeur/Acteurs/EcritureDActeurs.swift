import Convention
import Registre
import Yams

/// The directory in the shape in which it is imported.
enum EcritureDActeurs {
  static func json(_ lus: ActeursLus) -> JSONValue {
    let annuaire = lus.annuaire
    var members: [(String, JSONValue)] = [
      ("centre_serveur", JSONValue(annuaire.centre)), ("siret_centre", JSONValue(annuaire.siretCentre)),
      ("courriel_cl1a", JSONValue(annuaire.correspondants.cl1a)), ("directions", directions(annuaire.correspondants)),
      ("applications", .liste(annuaire.applications.sorted { $0.key < $1.key }.map(application))),
      ("postes", .liste(annuaire.postes.values.sorted { $0.codique < $1.codique }.map(poste))),
      ("etudes", .liste(annuaire.etudes.values.sorted { $0.code < $1.code }.map(etude))),
    ]
    if !lus.flux.isEmpty { members.append(("flux", .liste(lus.flux.map(flux)))) }
    return .objetSansNul(members)
  }

  /// Nothing where none is known: a directory exported before has the same bytes.
  private static func directions(_ correspondants: Correspondants) -> JSONValue {
    let all = correspondants.directions.sorted { $0.key < $1.key }.map { departement, courriel in
      JSONValue.objet([("departement", .texte(departement.texte)), ("courriel", .texte(courriel))])
    }
    return all.isEmpty ? .nul : .liste(all)
  }

  private static func textes(_ items: Set<String>) -> JSONValue { .liste(items.sorted().map { .texte($0) }) }

  private static func application(_ nom: String, _ item: Annuaire.Application) -> JSONValue {
    .objet([
      ("application", .texte(nom)), ("exploitations", textes(item.exploitations)),
      ("departements_informatiques", textes(item.departementsInformatiques)),
    ])
  }

  private static func poste(_ item: Poste) -> JSONValue {
    let courriel = item.courrielGenerique ?? (item.accesVerifie ? nil : "")
    return .objetSansNul([
      ("codique", .texte(item.codique.texte)), ("libelle", .texte(item.libelle)), ("ouvert", .booleen(item.ouvert)),
      ("courriel_generique", JSONValue(courriel)), ("exploitation", JSONValue(item.exploitation)),
      ("arrondissement", JSONValue(item.arrondissement)),
    ])
  }

  private static func etude(_ item: Etude) -> JSONValue {
    let filled = { (text: String) in JSONValue(text.isEmpty ? nil : text) }
    return .objetSansNul(
      [
        ("etude", .texte(item.code.texte)), ("nom", .texte(item.nom)), ("adresse", filled(item.adresse)),
        ("code_postal", filled(item.codePostal)), ("localite", filled(item.localite)),
        ("telephone", filled(item.telephone)), ("courriel", filled(item.courriel)),
        ("siret", JSONValue(item.siret?.texte)),
      ] + contrats(item.contrats) + [
        ("codes_postaux", textes(Set(item.ressort.map(\.texte)))), ("part", JSONValue(item.part)),
        ("transmet_bilan", .booleen(item.transmetBilan)),
      ])
  }

  /// The only one among the keys of the étude, several as a list.
  private static func contrats(_ items: [ContratDepartemental]) -> [(String, JSONValue)] {
    guard items.count != 1 else { return contrat(items[0]) }
    return [("contrats", .liste(items.map { .objetSansNul(contrat($0)) }))]
  }

  private static func contrat(_ item: ContratDepartemental) -> [(String, JSONValue)] {
    let objectifs = item.objectifs.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) }
    return [
      ("contrat_du", JSONValue(item.du)), ("contrat_au", JSONValue(item.au)), ("denonce_le", JSONValue(item.denonceLe)),
      ("resilie_le", JSONValue(item.resilieLe)), ("signataires", item.signatures.map(signataires) ?? .nul),
      ("duree_comminatoire_jours", JSONValue(item.dureeComminatoireDays)),
      ("duree_judiciaire_jours", JSONValue(item.dureeJudiciaireDays)), ("import_tableur", .booleen(item.importTableur)),
      ("objectifs", objectifs.isEmpty ? .nul : .objet(objectifs)),
    ] + clauses(item.clauses)
  }

  private static func signataires(_ item: Signatures) -> JSONValue {
    .objetSansNul([
      ("prefet", JSONValue(item.prefet)), ("directeur", JSONValue(item.directeur)),
      ("tresorier_payeur_general", JSONValue(item.tresorierPayeurGeneral)),
      ("directeur_services_fiscaux", JSONValue(item.directeurServicesFiscaux)), ("huissier", JSONValue(item.huissier)),
    ])
  }

  private static func flux(_ item: Flux) -> JSONValue {
    .objet([
      ("application", .texte(item.application)), ("exploitation", .texte(item.exploitation)),
      ("periode", .texte(item.periode.code)),
    ])
  }
}

extension JSONValue {
  /// The same value in YAML; texts are quoted, so that a code of digits stays a text for every reader.
  var yaml: String {
    get throws { try Yams.serialize(node: node, allowUnicode: true) }
  }

  private var node: Node {
    switch self {
    case .nul: Node("null", Tag(.null), .plain)
    case .texte(let text): Node(text, Tag(.str), .doubleQuoted)
    case .entier(let value): Node(String(value), Tag(.int), .plain)
    case .booleen(let value): Node(value ? "true" : "false", Tag(.bool), .plain)
    case .liste(let items): Node(items.map(\.node))
    case .objet(let members): Node(members.map { (Node($0.0), $0.1.node) })
    }
  }
}
