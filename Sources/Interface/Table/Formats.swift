import Foundation

/// All the versions in service at once; the header of each file chooses its own.
public struct Formats: Sendable {
  /// In ascending order of version.
  public let tables: [TableFormat]
  /// The tables as the site writes with them: the numbers reserved to it are admitted. The first and the last only.
  private let duSite: [TableFormat]

  init(tables: [TableFormat], duSite: [TableFormat] = []) {
    self.tables = tables.sorted { $0.version < $1.version }
    self.duSite = duSite.sorted { $0.version < $1.version }
  }

  /// The version that every partner reads, the first in service: for what is sent to whoever has shown no other.
  public var commune: TableFormat? { tables.first }

  /// With which the site writes demands of some categories, which études' programs read: the first version that knows them all.
  public func desDemandes(_ categories: Set<String>) -> TableFormat? {
    duSite.first { table in
      categories.allSatisfy { table.liste("categorie_creance")?.valeur($0) != nil }
    } ?? duSite.first
  }

  /// With which the site reads what is typed, and writes what an étude tells: the latest, which can say everything.
  public var desSaisies: TableFormat? { duSite.last }

  public func table(version: Int) -> TableFormat? { tables.first { $0.version == version } }

  /// The version of three digits in a header.
  public func table(version texte: String) -> TableFormat? { tables.first { $0.versionTexte == texte } }

  /// The greatest version.
  public var derniere: TableFormat? { tables.last }
}

// Loading: a faulty table is refused, the others serve.
extension Formats {
  /// Reads every `.yaml` file of a folder, in the order of their names.
  public static func charger(dossier: URL) -> (Formats, [FauteDeTable]) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: dossier.path)
        .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    } catch {
      let fault = FauteDeTable(
        fichier: dossier.path, ligne: nil, lieu: "", message: "dossier de tables illisible")
      return (Formats(tables: []), [fault])
    }
    var texts: [(nom: String, texte: String)] = []
    var faults: [FauteDeTable] = []
    for name in names {
      switch text(dossier.appendingPathComponent(name)) {
      case .success(let texte): texts.append((name, texte))
      case .failure(let fault): faults.append(fault)
      }
    }
    let (formats, others) = charger(textes: texts)
    return (formats, faults + others)
  }

  /// Reads tables already in memory: name of the file and YAML text.
  public static func charger(textes: [(nom: String, texte: String)]) -> (Formats, [FauteDeTable]) {
    var tables: [TableFormat] = []
    var lectures: [LectureDeTable] = []
    var faults: [FauteDeTable] = []
    for (nom, texte) in textes {
      do {
        let lecture = try LectureDeTable(fichier: nom, texte: texte)
        let table = try lecture.read()
        try Remplissage.check(table)
        tables.append(table)
        lectures.append(lecture)
      } catch {
        faults.append(error)
      }
    }
    let (kept, doubled) = withoutDoubles(tables)
    return (Formats(tables: kept, duSite: (try? bounds(kept, lectures)) ?? []), faults + doubled)
  }

  /// Read a second time for the site: it was read without fault for the exchanges.
  private static func bounds(
    _ tables: [TableFormat], _ lectures: [LectureDeTable]
  ) throws(FauteDeTable) -> [TableFormat] {
    let versions = tables.map(\.version)
    var read: [TableFormat] = []
    for table in tables where table.version == versions.min() || table.version == versions.max() {
      if let mine = try lectures.first(where: { $0.fichier == table.fichier })?.read(.site) { read.append(mine) }
    }
    return read
  }

  /// The tables that judge what the site writes.
  public var deLaSaisie: Formats { Formats(tables: duSite, duSite: duSite) }

  /// The tables that travel with the program, read once for as long as it runs.
  public static let embarquees: (Formats, [FauteDeTable]) = lireLesEmbarquees()

  private static func lireLesEmbarquees() -> (Formats, [FauteDeTable]) {
    guard let folder = dossierEmbarque else {
      let fault = FauteDeTable(
        fichier: "Formats", ligne: nil, lieu: "", message: "les tables du programme sont introuvables")
      return (Formats(tables: []), [fault])
    }
    return charger(dossier: folder)
  }

  static var dossierEmbarque: URL? { Bundle.module.url(forResource: "Formats", withExtension: nil) }

  private static func text(_ url: URL) -> Result<String, FauteDeTable> {
    func refused(_ message: String) -> Result<String, FauteDeTable> {
      .failure(FauteDeTable(fichier: url.lastPathComponent, ligne: nil, lieu: "", message: message))
    }
    let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
    guard size <= 16 * 1024 * 1024 else { return refused("plus de 16 Mio") }
    guard let data = try? Data(contentsOf: url) else { return refused("fichier illisible") }
    guard let texte = String(data: data, encoding: .utf8) else { return refused("le fichier n'est pas en UTF-8") }
    return .success(texte)
  }

  /// Two tables of the same version are both refused: none can be preferred.
  private static func withoutDoubles(_ tables: [TableFormat]) -> ([TableFormat], [FauteDeTable]) {
    var faults: [FauteDeTable] = []
    for table in tables {
      let others = tables.filter { $0.version == table.version && $0 !== table }
      guard let other = others.first else { continue }
      faults.append(
        FauteDeTable(
          fichier: table.fichier, ligne: nil, lieu: "version",
          message: "la version \(table.version) est aussi définie par \(other.fichier) : aucune des deux ne sert"))
    }
    let kept = tables.filter { table in tables.filter { $0.version == table.version }.count == 1 }
    return (kept, faults)
  }
}
