import Convention
import Registre

/// Closed dossiers computed again under another version of the tariff or another policy (R017, R060): changes nothing.
public struct RejeuDesDossiers: Sendable {
  /// A dossier whose amounts change.
  public struct Ecart: Hashable, Sendable {
    public let cle: CleDemande
    public let phase: Phase
    public let etude: CodeEtude
    public let fin: Jour
    public let recalcul: Recalcul
  }

  /// A dossier that the version cannot price, and why.
  public struct Impossible: Hashable, Sendable {
    public let cle: CleDemande
    public let refus: Refus
  }

  public struct Bilan: Hashable, Sendable {
    /// How many were computed, changed or not.
    public internal(set) var recalcules = 0
    public internal(set) var ecarts: [Ecart] = []
    public internal(set) var impossibles: [Impossible] = []
    /// Of all that were computed.
    public internal(set) var avant = Recalcul.Cout.nul
    public internal(set) var apres = Recalcul.Cout.nul
  }

  private let centre: Centre
  private let version: VersionDeCalcul
  /// Folded in one look at the base.
  private static let batch = 200

  public init(_ centre: Centre, sous version: VersionDeCalcul) {
    self.centre = centre
    self.version = version
  }

  /// - Parameter periode: first and last day of the end of the dossiers.
  public func executer(_ periode: ClosedRange<Jour>, _ progress: Progress) async throws -> Bilan {
    let ids = try await centre.registre.lire { lecture in
      var ids: [Int64] = []
      try lecture.dossiers(.exploitant, FiltreDossiers(etat: EtatDeDossier.clos.rawValue), tri: .parNom) { ligne in
        if let fin = ligne.finLe, periode.contains(fin) { ids.append(ligne.id) }
      }
      return ids.sorted()
    }
    let annuaire = try await centre.registre.lire { try $0.annuaire() }
    var bilan = Bilan()
    for start in stride(from: 0, to: ids.count, by: Self.batch) {
      let some = ids[start..<min(start + Self.batch, ids.count)]
      let dossiers = try await centre.registre.lire { lecture in try some.compactMap { try lecture.fiche($0)?.dossier }
      }
      for dossier in dossiers { add(dossier, annuaire, to: &bilan) }
      progress.report(Int64(start + some.count), of: Int64(ids.count), "recalcul")
    }
    return bilan
  }

  private func add(_ dossier: Dossier, _ annuaire: Annuaire, to bilan: inout Bilan) {
    guard let fin = dossier.fin, let code = dossier.attributaire else { return }
    do throws(Refus) {
      let recalcul = try recalcul(dossier, code, annuaire.etudes[code])
      bilan.recalcules += 1
      bilan.avant = bilan.avant + recalcul.avant
      bilan.apres = bilan.apres + recalcul.apres
      guard recalcul.avant != recalcul.apres else { return }
      bilan.ecarts.append(
        Ecart(
          cle: dossier.demande.cle, phase: dossier.demande.phase, etude: code, fin: fin.date, recalcul: recalcul))
    } catch {
      bilan.impossibles.append(Impossible(cle: dossier.demande.cle, refus: error))
    }
  }

  private func recalcul(_ dossier: Dossier, _ code: CodeEtude, _ etude: Etude?) throws(Refus) -> Recalcul {
    guard let done = PrestationsDuDossier(dossier, of: code, chez: etude, centre.lectures) else {
      return try Recalcul(dossier, LieuFiscal(dossier, chez: etude).territoire, sous: version)
    }
    return try Recalcul(
      done.cadre, done.retenues, redevableDuDroit: centre.lectures.redevableDuDroit, sous: version)
  }
}
