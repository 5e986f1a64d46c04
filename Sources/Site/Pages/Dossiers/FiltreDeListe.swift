import Convention
import Registre

/// What a list of dossiers is asked for, as its address says it: never a name.
struct FiltreDeListe {
  static let joursAvantTerme = 15
  static let joursDeReprise = 30
  static let taille = 50

  var vue: VueDeListe
  var criteres: Criteres
  let tri: TriDossiers
  let page: Int

  init(_ recherche: Formulaire) {
    vue = VueDeListe(rawValue: recherche["vue"]) ?? .tous
    criteres = Criteres(recherche)
    let cle = TriDossiers.Cle(rawValue: recherche["tri"]) ?? .nom
    tri = TriDossiers(cle, descendant: recherche["sens"] == "desc")
    page = min(max(Int(recherche["page"]) ?? 1, 1), 100_000)
  }

  /// The first page of a ready-made view.
  init(_ vue: VueDeListe) {
    self.init(Formulaire())
    self.vue = vue
  }

  func filtre(on jour: Jour) -> FiltreDossiers {
    var filtre = vue.filtre(on: jour)
    filtre.etude = criteres.etude?.texte
    filtre.poste = criteres.poste?.texte
    filtre.phase = criteres.phase
    filtre.remisLe = criteres.remis
    filtre.sansNouvelleDepuis = criteres.silence.map { jour.adding(days: -$0) }
    filtre.termeAvant = [filtre.termeAvant, criteres.terme].compactMap { $0 }.min()
    return filtre
  }

  /// Other orders than by name are offered within a poste or an étude: those of the whole country would read every dossier.
  func seTrie(_ visiteur: Visiteur) -> Bool {
    [.comptable, .etude].contains(visiteur.metier) || criteres.poste != nil || criteres.etude != nil
  }

  /// The address of this list, at another page, view or order.
  func url(
    _ chemin: String = "/dossiers", vue: VueDeListe? = nil, tri: TriDossiers? = nil, page: Int = 1,
    format: String? = nil
  ) -> String {
    let order = tri ?? self.tri
    let view = vue ?? self.vue
    var parts = criteres.parametres
    if view != .tous { parts.insert(("vue", view.rawValue), at: 0) }
    if order.cle != .nom { parts.append(("tri", order.cle.rawValue)) }
    if order.descendant { parts.append(("sens", "desc")) }
    if page > 1 { parts.append(("page", "\(page)")) }
    if let format { parts.append(("format", format)) }
    let query = parts.map { "\($0.nom)=\($0.valeur)" }.joined(separator: "&")
    return query.isEmpty ? chemin : "\(chemin)?\(query)"
  }
}

/// What narrows a view: codes and days, which say nothing of anyone.
struct Criteres: Hashable {
  var etude: CodeEtude?
  var poste: Codique?
  var phase: Phase?
  /// Handed over on that day.
  var remis: Jour?
  /// Ends on that day at the latest.
  var terme: Jour?
  /// The étude has given nothing for that many days (annexe qualité II.2, R181).
  var silence: Int?
  /// Names of the fields that were filled in and could not be read; they narrow nothing.
  private(set) var illisibles: Set<String> = []

  init(_ recherche: Formulaire) {
    etude = read("etude", recherche) { CodeEtude($0.uppercased()) }
    poste = read("poste", recherche) { Codique($0.uppercased()) }
    phase = read("phase", recherche) { Phase(rawValue: $0) }
    remis = read("remis", recherche) { Jour(iso: $0) }
    terme = read("terme", recherche) { Jour(iso: $0) }
    silence = read("silence", recherche) { text in Int(text).flatMap { (1...3_650).contains($0) ? $0 : nil } }
  }

  private mutating func read<T>(_ nom: String, _ recherche: Formulaire, _ value: (String) -> T?) -> T? {
    guard let texte = recherche.rempli(nom) else { return nil }
    let found = value(texte)
    if found == nil { illisibles.insert(nom) }
    return found
  }

  /// As an address carries them.
  var parametres: [(nom: String, valeur: String)] {
    [
      etude.map { ("etude", $0.texte) }, poste.map { ("poste", $0.texte) }, phase.map { ("phase", $0.rawValue) },
      remis.map { ("remis", $0.iso) }, terme.map { ("terme", $0.iso) },
      silence.map { ("silence", "\($0)") },
    ].compactMap { $0 }
  }
}
