import MoteurDEssai

extension CentreDEssai {
  /// Everything that the base holds, table by table, as text: two centres that lived the same days are equal.
  func photographie() async throws -> [String: [String]] { try await MoteurDEssai.photographie(engine) }
}
