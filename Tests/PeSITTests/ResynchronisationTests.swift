import Testing

@testable import PeSIT

@Suite("§10, §11 — data that come damaged under a checksum")
struct ResynchronisationTests {
  private func transfer(
    _ access: Access, damagedAt place: Int, resync: Bool
  ) async throws -> (arrived: [UInt8]?, expected: [UInt8], restarts: Int, connections: Int) {
    let content = Banc.octets(60_000, seed: 3)
    return try await Banc.with { banc in
      let direction: Relais.Direction = access == .write ? .toServer : .toClient
      let relais = try Relais(to: banc.port, damage: Relais.Damage(direction: direction, at: place))
      defer { relais.stop() }
      let client = try banc.client(through: relais.port) { settings in
        settings.crc = true
        settings.resync = resync
        settings.sync = SyncOption(intervalKB: 4, window: 2)
        settings.maxEntity = 2000
      }
      let retries = Retries(count: 3, delay: .zero)
      let outcome = try await banc.transfer(access, content, .binary(500), by: client, retries: retries)
      return (outcome.arrived, content, outcome.report.restarts, relais.octets(direction).count)
    }
  }

  @Test(
    "RESYN was agreed: they are asked for again on the same connection, and the file arrives",
    arguments: [Access.write, .read], [1500, 9_000, 30_000, 59_000])
  func mended(_ access: Access, _ place: Int) async throws {
    let outcome = try await transfer(access, damagedAt: place, resync: true)
    #expect(outcome.arrived == outcome.expected)
    #expect(outcome.restarts == 0)
    #expect(outcome.connections == 1)
  }

  @Test(
    "RESYN was not agreed: the connection ends with 3 310, and another one goes on", arguments: [Access.write, .read])
  func notAgreed(_ access: Access) async throws {
    let outcome = try await transfer(access, damagedAt: 30_000, resync: false)
    #expect(outcome.arrived == outcome.expected)
    #expect(outcome.connections == 2)
  }
}
