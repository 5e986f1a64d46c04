import Convention
import Preuve
import SQLEngine

/// What a base holds, told the same by its copy or its backup.
public struct BilanDeCopie: Hashable, Sendable, Codable {
  /// Rows of one table.
  public struct Table: Hashable, Sendable, Codable {
    public let nom: String
    public let lignes: Int64
  }

  /// Last migration of the base.
  public let schema: Int
  /// In the order of the schema.
  public let tables: [Table]
  public let montant: Montant
  public let reste: Montant
  /// Fingerprint of the last seal; nil for a journal that was never sealed.
  public let sceau: Empreinte?
  /// Of every value of every row.
  let empreinte: Empreinte

  /// Rows of all tables.
  public var lignes: Int64 { tables.reduce(0) { $0 + $1.lignes } }
}

/// Why a copy was not made, or cannot be trusted.
public enum FauteDeCopie: Error, Hashable, Sendable, CustomStringConvertible {
  case arriveeOccupee(table: String)
  case differente

  public var description: String {
    switch self {
    case .arriveeOccupee(let table):
      "La base d’arrivée n’est pas vide (table « \(table) ») : donnez-en une neuve. Rien n’a été changé."
    case .differente:
      "Les deux bases diffèrent après la copie : n’utilisez pas celle d’arrivée, arrêtez les instances et recommencez sur une base neuve."
    }
  }
}

extension Registre {
  /// Moves everything that a base keeps into an empty one, of whichever engine: one snapshot, one transaction.
  ///
  /// - Parameter progress: rows written and rows in all.
  public func copier(
    vers arrivee: any SQLEngine, progress: @escaping @Sendable (Int64, Int64) -> Void = { _, _ in }
  ) async throws -> BilanDeCopie {
    try await migrate(arrivee, Migrations.all)
    let tuyau = Tuyau()
    async let writing: Void = arrivee.write { try Registre.verser(tuyau, $0, progress) }
    async let reading = engine.read { connection in
      do { return try Registre.puiser(tuyau, connection) } catch {
        tuyau.couper()
        throw error
      }
    }
    // Whichever stops first says why; the other only that it was cut.
    do { try await writing } catch is Tuyau.Coupe { _ = try await reading }
    let bilan = try await reading
    guard try await arrivee.read({ try Registre.compter($0) }) == bilan else { throw FauteDeCopie.differente }
    return bilan
  }

  private static let taille = 1_000

  /// The tables of a base of that schema. What a lease says belongs to the instances of a base, not to the base.
  private static func tables(_ schema: Int) -> [TableDuSchema] {
    TableDuSchema.toutes(until: schema).filter { $0.nom != "bail" }
  }

  private static func schema(_ connection: any SQLConnection) throws -> Int {
    Int(try connection.scalar("SELECT MAX(numero) FROM migration") ?? 0)
  }

  private static func total(_ connection: any SQLConnection) throws -> Int64 {
    try tables(schema(connection)).reduce(0) {
      try $0 + (connection.scalar("SELECT COUNT(*) FROM \($1.nom)") ?? 0)
    }
  }

  /// Counts a base and says how far it is: rows read and rows in all.
  static func compter(
    _ connection: any SQLConnection, progress: (Int64, Int64) -> Void
  ) throws -> BilanDeCopie {
    let total = try total(connection)
    var done: Int64 = 0
    return try compter(connection) {
      done += Int64($0.lignes.count)
      progress(done, total)
    }
  }

  private static func puiser(_ tuyau: Tuyau, _ connection: any SQLConnection) throws -> BilanDeCopie {
    try tuyau.envoyer(.init(total: try total(connection)))
    let bilan = try compter(connection) { try tuyau.envoyer($0) }
    tuyau.finir()
    return bilan
  }

  private static func verser(
    _ tuyau: Tuyau, _ connection: any SQLConnection, _ progress: (Int64, Int64) -> Void
  ) throws {
    do {
      for table in tables(Migrations.all.count) {
        let row = try connection.first("SELECT 1 FROM \(table.nom) LIMIT 1") { _ in true }
        guard row == nil else { throw FauteDeCopie.arriveeOccupee(table: table.nom) }
      }
      var (done, total): (Int64, Int64) = (0, 0)
      while let lot = try tuyau.suivant() {
        for ligne in lot.lignes { try connection.runLater(lot.table?.ecriture ?? "", ligne) }
        total = max(total, lot.total)
        done += Int64(lot.lignes.count)
        progress(done, total)
      }
    } catch {
      tuyau.couper()
      throw error
    }
  }

  /// Reads every row of every table, and passes them on.
  private static func compter(
    _ connection: any SQLConnection, _ body: (Tuyau.Lot) throws -> Void = { _ in }
  ) throws -> BilanDeCopie {
    let schema = try schema(connection)
    var chain = Empreinte.nulle
    var counts: [BilanDeCopie.Table] = []
    for table in tables(schema) {
      var (lignes, count): ([[SQLValue]], Int64) = ([], 0)
      try connection.forEach(table.lecture) { row in
        let valeurs = table.valeurs(row)
        chain = Empreinte(of: chain.octets + octets(valeurs))
        lignes.append(valeurs)
        count += 1
        guard lignes.count == taille else { return }
        try body(.init(table: table, lignes: lignes))
        lignes = []
      }
      try body(.init(table: table, lignes: lignes))
      counts.append(.init(nom: table.nom, lignes: count))
    }
    let sums = try connection.first("SELECT COALESCE(SUM(montant), 0), COALESCE(SUM(reste), 0) FROM dossier") {
      (Montant(cents: $0.int(0)), Montant(cents: $0.int(1)))
    }
    return BilanDeCopie(
      schema: schema, tables: counts, montant: sums?.0 ?? .zero, reste: sums?.1 ?? .zero,
      sceau: try Lecture(connection).sceaux().last?.empreinte, empreinte: chain)
  }

  /// Without ambiguity: each value after its kind and length.
  private static func octets(_ valeurs: [SQLValue]) -> [UInt8] {
    valeurs.flatMap { valeur -> [UInt8] in
      switch valeur {
      case .null: [0]
      case .int(let value): [1] + withUnsafeBytes(of: value.bigEndian) { Array($0) }
      case .bool(let value): [2, value ? 1 : 0]
      case .text(let value): [3] + withUnsafeBytes(of: Int64(value.utf8.count).bigEndian) { Array($0) } + value.utf8
      case .blob(let value): [4] + withUnsafeBytes(of: Int64(value.count).bigEndian) { Array($0) } + value
      }
    }
  }
}
