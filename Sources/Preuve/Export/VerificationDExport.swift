/// Verifies an export line by line. A damaged line of an event is an anomaly among the others; a file whose beginning cannot
/// be read is not an export: ``CanonicalFault``.
public struct VerificationDExport: Sendable {
  private var state = State.enTete
  private var numeroDeLigne: Int64 = 0
  private var lignes: Int64 = 0
  private var defauts = Constats()

  private enum State: Sendable {
    case enTete
    case sceaux(attendus: Int64)
    case evenements
    case termine
  }

  private var sceaux: [Sceau] = []
  private var verification = VerificationDuJournal(sceaux: [])

  public init() {}

  /// Takes the next line, without its end.
  public mutating func add(_ line: [UInt8]) throws {
    numeroDeLigne += 1
    switch state {
    case .enTete: try begin(line)
    case .sceaux(let attendus):
      sceaux.append(try decode(Sceau.self, line))
      enter(attendus)
    case .evenements: event(line)
    case .termine: note("des lignes après la fin de l'export")
    }
  }

  /// The verdict; an export cut before its end is one more anomaly.
  public mutating func finish() throws -> Verdict {
    switch state {
    case .enTete: throw CanonicalFault("ce n'est pas un export de journal")
    case .sceaux: throw CanonicalFault("l'export s'arrête avant la fin des sceaux")
    case .evenements: note("l'export est coupé : sa dernière ligne manque")
    case .termine: break
    }
    var verdict = verification.finish()
    verdict.anomalies += defauts.sorted
    verdict.nombreAnomalies += defauts.nombre
    return verdict
  }

  private mutating func begin(_ line: [UInt8]) throws {
    let enTete = try decode(ExportDuJournal.EnTeteDExport.self, line)
    guard enTete.format == ExportDuJournal.format else {
      throw CanonicalFault("ce n'est pas un export de journal de la version 1", path: "format")
    }
    enter(enTete.sceaux)
  }

  private mutating func enter(_ attendus: Int64) {
    if sceaux.count < attendus {
      state = .sceaux(attendus: attendus)
    } else {
      verification = VerificationDuJournal(sceaux: sceaux)
      state = .evenements
    }
  }

  private mutating func event(_ line: [UInt8]) {
    if line.starts(with: #"{"fin""#.utf8), let fin = try? decode(ExportDuJournal.Fin.self, line) {
      state = .termine
      if fin.evenements != lignes { note("\(fin.evenements) événement(s) annoncé(s), \(lignes) présent(s)") }
      return
    }
    lignes += 1
    do { verification.add(try decode(LigneDuJournal.self, line)) } catch { note("\(error)") }
  }

  private mutating func note(_ texte: String) {
    defauts.add(Anomalie(.fichier, "ligne \(numeroDeLigne) : \(texte)"))
  }

  private func decode<T: Codable>(_ type: T.Type, _ line: [UInt8]) throws -> T {
    try CanonicalDecoder.decodeExactly(type, from: line)
  }
}
