import Convention
import Foundation
import Generation
import Interface

/// An étude at work: it knows what the centre's files say and writes its own, one a day at most.
struct EtudeSimulee: Sendable {
  let plan: PlanDeSimulation.Etude
  let graine: UInt64
  let formats: Formats
  var centre = ""
  var dossiers: [String: DossierSuivi] = [:]
  var agenda = Agenda<(cle: String, tache: TacheDEtude)>()
  private(set) var sequence = 0
  private var dernierEncaissement: String?
  private let voisinage: Voisinage
  private let tirage: TirageDeDefauts<DefautEtude>

  /// Where debtors may have moved: in its area, or far from it.
  struct Voisinage: Sendable {
    let ressort: Lieux
    let ailleurs: Lieux
  }

  init(
    _ plan: PlanDeSimulation.Etude, _ simulation: PlanDeSimulation, _ formats: Formats, _ voisinage: Voisinage
  ) throws {
    self.plan = plan
    self.formats = formats
    self.voisinage = voisinage
    graine = simulation.graine
    tirage = try TirageDeDefauts(simulation.defautsEtude, possibles: Set(DefautEtude.allCases))
  }

  func alea(_ cle: String, _ objet: String) -> Alea { Alea(graine: graine, flux: flux("\(plan.code)/\(objet)/\(cle)")) }

  /// A day at the office: its file, nil if there is nothing to say; what it sets going at the accountants' is added to `postes`.
  mutating func travailler(
    _ jour: Jour, _ table: TableFormat, in folder: URL, _ population: inout Population,
    postes: inout [(cle: String, jour: Jour, tache: TacheDePoste)]
  ) throws -> Envoi? {
    guard Calendrier.etudeOuverte(jour) else {
      agenda.postpone(jour)
      return nil
    }
    let page = agenda.take(jour)
    guard !page.isEmpty, let genre = table.genre(nom: "etude") else { return nil }
    var file = PlanEtude(remises: [], jour: jour)
    file.sequence = sequence + 1
    var messages = Messages(file, plan.code)
    var lignes: [Ligne] = []
    for (cle, tache) in page {
      let written = faire(tache, cle, jour, &messages, &population, &postes)
      lignes += written
      // Beside a message that is itself wrong on purpose, nothing more: its number may be free still.
      if let root = written.first, !tache.estInterdite {
        lignes += faute(after: root, cle, jour, table, genre, &messages, &population)
      }
    }
    guard !lignes.isEmpty else { return nil }
    sequence += 1
    return try write(lignes, jour, table, genre, in: folder)
  }

  private func write(
    _ lignes: [Ligne], _ jour: Jour, _ table: TableFormat, _ genre: Genre, in folder: URL
  ) throws -> Envoi {
    let url = folder.appendingPathComponent("ET.-.-.\(plan.code).\(jour.compact).\(padded(sequence, to: 6))")
    var ecrivain = try EcrivainDeFichier(table, genre, to: url)
    try ecrivain.write(entete(jour))
    for ligne in lignes { try ecrivain.write(ligne) }
    try ecrivain.finish()
    return Envoi(url, plan.code)
  }

  private func entete(_ jour: Jour) -> Ligne {
    Ligne(
      "00",
      [
        ("centre_serveur", .texte(centre)), ("etude", .texte(plan.code)), ("numero_sequence", .entier(Int64(sequence))),
        ("date_emission", .jour(jour)), ("horodatage_emission", .instant(Instant(jour, heure: 18))),
        ("environnement", .texte("P")), ("logiciel", .texte("LOGIETUDE")), ("version_logiciel", .texte("5.2")),
        ("transmettre_bilan", .indicateur(true)),
      ])
  }

  /// Now and then, a faulty message beside a good one, on purpose.
  private mutating func faute(
    after root: Ligne, _ cle: String, _ jour: Jour, _ table: TableFormat, _ genre: Genre, _ messages: inout Messages,
    _ population: inout Population
  ) -> [Ligne] {
    if root.type == "64" { dernierEncaissement = root.texte("numero_encaissement") }
    var alea = alea("\(cle)/\(jour.iso)/\(root.type)", "faute")
    guard let tenu = dossiers[cle]?.tenu, let defaut = tirage.draw(&alea),
      let faute = messages.faute(
        defaut, tenu, typeInconnu: typeInconnu(genre), dernierEncaissement: dernierEncaissement)
    else { return [] }
    population.livre.rejetsVoulus += 1
    return faute.lignes
  }

  private func typeInconnu(_ genre: Genre) -> String {
    (0...99).map { padded(99 - $0, to: 2) }.first { genre.type($0) == nil } ?? "ZZ"
  }

  func nouveauLieu(dansLeRessort: Bool, _ alea: inout Alea) -> Lieu {
    (dansLeRessort ? voisinage.ressort : voisinage.ailleurs).draw(&alea)
  }
}
