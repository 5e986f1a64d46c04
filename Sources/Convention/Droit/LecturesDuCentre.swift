/// The readings that a centre follows where the texts leave a choice to none of the parties to a contract.
///
/// Chosen once, by its configuration; what was written under another reading keeps what it wrote.
public struct LecturesDuCentre: Hashable, Sendable {
  public var redevableDuDroit = RedevableDuDroit.defaut
  public var reportDeFacture = Report642.defaut
  public var anneeDeFormation = AnneeDeFormation.defaut

  public init() {}
}
