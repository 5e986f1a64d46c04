import Convention
import Registre

extension ContratsDuCentre {
  /// A contract to conclude: whose, with whom, from when (art. 1, al. 3, R004).
  public struct AConclure: Hashable, Sendable {
    public var etude: CodeEtude
    public var departement: Departement
    public var autorite: AutoriteDuDepartement
    public var du: Jour

    public init(_ etude: CodeEtude, _ departement: Departement, _ autorite: AutoriteDuDepartement, du: Jour) {
      self.etude = etude
      self.departement = departement
      self.autorite = autorite
      self.du = du
    }
  }

  /// Opens its history; it lets nothing pass before its signatures and the étude's engagement (art. 1, 3 and 19; R003–R005, R077).
  ///
  /// Throws a `Refus`, or a ``FauteDeContrat`` if the étude is not in the directory; nothing is kept then.
  /// - Parameter auteur: who acts, as the journal keeps it.
  @discardableResult
  public func conclure(_ conclusion: AConclure, par auteur: String = "exploitant") async throws -> Fiche {
    try await ecrire(par: auteur) { registre, trace in
      let lecture = registre.lecture
      guard try lecture.etude(conclusion.etude) != nil else { throw FauteDeContrat.etudeInconnue(conclusion.etude) }
      let autres = try lecture.contrats(of: conclusion.etude, .exploitant).map(\.histoire)
      let actes = try HistoireDeContrat.conclure(
        ContratDepartemental(du: conclusion.du), etude: conclusion.etude, departement: conclusion.departement,
        autorite: conclusion.autorite, autres: autres)
      let fiche = try registre.ouvrir(HistoireDeContrat.self, actes, trace: trace)
      try registre.projeter(contratsOf: conclusion.etude, on: trace.jour)
      return fiche
    }
  }
}
