import Convention
import Interface
import Registre

/// What goes back: to each exploitation at most one file of each kind a day (R110), to each étude an answer to each of
/// its files.
struct Restitution {
  let centre: Centre
  let annuaire: Annuaire

  /// The evening's files of a day, in production and in test.
  func restituer(_ jour: Jour) async throws {
    for (application, exploitation) in try await exploitations(jour) {
      try await recouvrement(jour, application, exploitation)
      try await informations(jour, application, exploitation)
      try await essais(jour, application, exploitation)
    }
  }

  /// Exploitations that have an event or a file of that day.
  private func exploitations(_ jour: Jour) async throws -> [(String, String)] {
    try await centre.registre.lire { lecture in
      let told = try lecture.exploitations(jour).map { "\($0.application)/\($0.exploitation)" }
      let files = try lecture.fichiers(recusLe: jour).compactMap { fichier -> String? in
        guard case .exploitation? = fichier.destinataire, fichier.isAnswered else { return nil }
        return fichier.destinataire?.texte
      }
      return Set(told + files).sorted().map { name in
        let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : "")
      }
    }
  }

  private func recouvrement(_ jour: Jour, _ application: String, _ exploitation: String) async throws {
    try await emettre("RR", jour, application, exploitation) { lecture, _, emit in
      try RetourRecouvrement(lecture: lecture, jour: jour, application: application, exploitation: exploitation)
        .articles(emit)
    }
  }

  private func informations(_ jour: Jour, _ application: String, _ exploitation: String) async throws {
    let annuaire = annuaire
    try await emettre("RI", jour, application, exploitation) { lecture, table, emit in
      try RetourInformations(
        lecture: lecture, annuaire: annuaire, jour: jour, application: application, exploitation: exploitation,
        table: table
      ).articles(emit)
    }
  }

  /// Test files are answered in the test environment, with 05 and 95 only.
  private func essais(_ jour: Jour, _ application: String, _ exploitation: String) async throws {
    let target = FichierRecu.Destinataire.exploitation(application: application, exploitation: exploitation)
    try await emettre("RI", jour, application, exploitation, environnement: "T") { lecture, table, emit in
      let files = try lecture.fichiers(recusLe: jour).filter {
        $0.destinataire == target && $0.suite?.environnement == "T"
      }
      try Restitution.accuses(of: files, lecture, table, emit)
    }
  }

  /// 05 for each file, then 95 by file and line.
  static func accuses(
    of files: [FichierRecu], _ lecture: Lecture, _ table: TableFormat, _ emit: (LigneEmise) throws -> Void
  ) throws {
    for fichier in files { try emit(Accuses.fichier(fichier)) }
    for fichier in files {
      for rejet in try lecture.rejets(of: fichier.id) { try emit(Accuses.rejet(rejet, fichier, table)) }
    }
  }

  typealias Contenu = @Sendable (Lecture, TableFormat, (LigneEmise) throws -> Void) throws -> Void

  /// Issues a file of a day, unless it would be empty.
  private func emettre(
    _ genre: String, _ jour: Jour, _ application: String, _ exploitation: String, environnement: String = "P",
    _ contenu: @escaping Contenu
  ) async throws {
    let (version, departement) = try await adresse(application, exploitation, environnement)
    guard let table = centre.formats.table(version: version) else {
      throw FauteDEmission(message: "aucune table de version \(version) en service pour \(application)/\(exploitation)")
    }
    guard try await centre.registre.lire({ try Restitution.isFilled($0, table, contenu) }) else { return }
    let suite = FichierRecu.Suite(
      genre: genre, environnement: environnement, application: application, exploitation: exploitation, etude: "")
    let fichier = FichierEmis(
      suite: suite, version: version, jour: jour, instant: Horloge.cloture(jour),
      cause: "retour:\(genre):\(environnement):\(application)/\(exploitation):\(jour.iso)")
    _ = try await Emission(centre: centre).emettre(
      fichier, departement: departement, centreServeur: annuaire.centre ?? ""
    ) { lecture, sortie in
      try contenu(lecture, table) { try sortie.ecrire($0) }
    }
  }

  /// The version last used by an exploitation, and the computer department that sends for it.
  private func adresse(
    _ application: String, _ exploitation: String, _ environnement: String
  ) async throws -> (Int, String?) {
    let version = try await centre.registre.lire {
      try $0.derniereVersion(application: application, exploitation: exploitation, environnement: environnement)
    }
    let departments = annuaire.applications[application]?.departementsInformatiques.sorted() ?? []
    return (version ?? centre.formats.commune?.version ?? 1, departments.first)
  }

  private struct Filled: Error {}

  private static func isFilled(_ lecture: Lecture, _ table: TableFormat, _ contenu: Contenu) throws -> Bool {
    do {
      try contenu(lecture, table) { _ in throw Filled() }
      return false
    } catch is Filled {
      return true
    }
  }
}

extension Restitution {
  /// An étude is answered file by file, without waiting for the evening; what refuses it too.
  func repondre(_ fichier: FichierRecu) async throws {
    guard case .etude(let code)? = fichier.destinataire, fichier.isAnswered else { return }
    let last = try await centre.registre.lire { try $0.derniereVersion(etude: code) }
    let version = fichier.version ?? last ?? centre.formats.commune?.version ?? 1
    guard let table = centre.formats.table(version: version) else { return }
    let environment = fichier.suite?.environnement == "T" ? "T" : "P"
    let suite = FichierRecu.Suite(
      genre: "RI", environnement: environment, application: "", exploitation: "", etude: code)
    let answer = FichierEmis(
      suite: suite, version: version, jour: fichier.jour, instant: fichier.instant, origine: fichier.id,
      cause: "reponse:\(fichier.id)")
    _ = try await Emission(centre: centre).emettre(answer, departement: nil, centreServeur: annuaire.centre ?? "") {
      lecture, sortie in
      try Restitution.accuses(of: [fichier], lecture, table) { try sortie.ecrire($0) }
    }
  }
}
