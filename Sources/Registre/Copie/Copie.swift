import Convention
import Preuve
import SQLEngine

/// What a copy moved, told the same by both bases.
public struct BilanDeCopie: Hashable, Sendable {
  /// Rows of each table, in the order of the schema.
  public let lignes: [(table: String, nombre: Int64)]
  public let montant: Montant
  public let reste: Montant
  /// Fingerprint of the last seal; nil for a journal that was never sealed.
  public let sceau: Empreinte?
  /// Of every value of every row.
  let empreinte: Empreinte

  public static func == (left: BilanDeCopie, right: BilanDeCopie) -> Bool {
    left.empreinte == right.empreinte && left.montant == right.montant && left.reste == right.reste
      && left.sceau == right.sceau && left.lignes.elementsEqual(right.lignes) { $0 == $1 }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(empreinte) }
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

  /// What a lease says belongs to the instances of a base, not to the base.
  private static let tables = TableDuSchema.toutes.filter { $0.nom != "bail" }
  private static let taille = 1_000

  private static func puiser(_ tuyau: Tuyau, _ connection: any SQLConnection) throws -> BilanDeCopie {
    let total = try tables.reduce(0) { try $0 + (connection.scalar("SELECT COUNT(*) FROM \($1.nom)") ?? 0) }
    try tuyau.envoyer(.init(total: total))
    let bilan = try compter(connection) { try tuyau.envoyer($0) }
    tuyau.finir()
    return bilan
  }

  private static func verser(
    _ tuyau: Tuyau, _ connection: any SQLConnection, _ progress: (Int64, Int64) -> Void
  ) throws {
    do {
      for table in tables where try connection.first("SELECT 1 FROM \(table.nom) LIMIT 1", row: { _ in true }) != nil {
        throw FauteDeCopie.arriveeOccupee(table: table.nom)
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
    var chain = Empreinte.nulle
    var counts: [(table: String, nombre: Int64)] = []
    for table in tables {
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
      counts.append((table.nom, count))
    }
    let sums = try connection.first("SELECT COALESCE(SUM(montant), 0), COALESCE(SUM(reste), 0) FROM dossier") {
      (Montant(cents: $0.int(0)), Montant(cents: $0.int(1)))
    }
    return BilanDeCopie(
      lignes: counts, montant: sums?.0 ?? .zero, reste: sums?.1 ?? .zero,
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
