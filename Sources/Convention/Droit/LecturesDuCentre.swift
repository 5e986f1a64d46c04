/// The readings that a centre follows where the texts leave a choice to none of the parties to a contract.
///
/// Chosen once, by its configuration; what was written under another reading keeps what it wrote.
public struct LecturesDuCentre: Hashable, Sendable {
  public var redevableDuDroit = RedevableDuDroit.defaut
  public var reportDeFacture = Report642.defaut
  public var anneeDeFormation = AnneeDeFormation.defaut

  public init() {}
}

extension Politique {
  /// The same question, with what a centre follows.
  public func suivie(_ lectures: LecturesDuCentre) -> Politique {
    switch type {
    case "RedevableDuDroit": choisie(lectures.redevableDuDroit)
    case "Report642": choisie(lectures.reportDeFacture)
    case "AnneeDeFormation": choisie(lectures.anneeDeFormation)
    default: self
    }
  }

  private func choisie<Lecture: LectureAuChoix>(_ lecture: Lecture) -> Politique {
    var politique = self
    let all = [choix] + autres
    politique.choix = all.first { $0.nom == lecture.rawValue } ?? choix
    politique.autres = all.filter { $0.nom != lecture.rawValue }
    return politique
  }
}
