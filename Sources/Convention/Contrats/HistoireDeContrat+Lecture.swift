/// Where a contract is on a day. The names are written in lists.
public enum EtatDeContrat: String, Hashable, Sendable, CaseIterable {
  /// A signature or the engagement of the étude is missing: it opens nothing.
  case incomplet = "INCOMPLET"
  case aVenir = "A_VENIR"
  case enVigueur = "EN_VIGUEUR"
  /// Denounced or terminated, and still in force until the effect.
  case enPreavis = "EN_PREAVIS"
  case expire = "EXPIRE"
  case resilie = "RESILIE"
  case denonce = "DENONCE"

  /// As a page writes it.
  public var libelle: String {
    switch self {
    case .incomplet: "incomplet"
    case .aVenir: "à venir"
    case .enVigueur: "en vigueur"
    case .enPreavis: "en préavis"
    case .expire: "expiré"
    case .resilie: "résilié"
    case .denonce: "dénoncé"
    }
  }

  init(_ cause: FinDeContrat.Cause) {
    switch cause {
    case .terme: self = .expire
    case .denonciation: self = .denonce
    case .resiliation: self = .resilie
    }
  }
}

extension HistoireDeContrat {
  /// The contract as it stood on a day: what was signed, decided or notified by then, in the length of that day's period.
  ///
  /// Reading: periods follow each other without a gap, so its first day stays that of the conclusion: a demand of the last
  /// day of a period may come in a file of the next.
  public func contrat(on jour: Jour) -> ContratDepartemental {
    var contrat = valeur
    contrat.signatures = valeur.signatures?.known(on: jour)
    if case .pris(let le) = valeur.clauses.engagement, le > jour { contrat.clauses.engagement = .attendu }
    if let known = periodes.last(where: { ($0.decideeLe ?? jour) <= jour }) { contrat.au = known.au }
    if let periode = periode(on: jour) { contrat.dureeComminatoireDays = periode.dureeComminatoireDays }
    contrat.denonceLe = denonceLe.flatMap { $0 <= jour ? $0 : nil }
    contrat.resilieLe = resilieLe.flatMap { $0 <= jour ? $0 : nil }
    return contrat
  }

  /// The period that holds a day; before the first, the first.
  public func periode(on jour: Jour) -> Periode? { periodes.last { $0.du <= jour } ?? periodes.first }

  /// Art. 1, 18, 19 and 21: where it is on a day.
  public func etat(on jour: Jour) -> EtatDeContrat {
    let contrat = contrat(on: jour)
    if jour > contrat.lastDay { return EtatDeContrat(contrat.fin.cause) }
    if !contrat.isComplete { return .incomplet }
    if jour < contrat.du { return .aVenir }
    return contrat.denonceLe == nil && contrat.resilieLe == nil ? .enVigueur : .enPreavis
  }

  /// What the acts alone tell, whatever the day: an evening says when it takes effect and when it ends.
  private var etatConstate: EtatDeContrat {
    if let fin { return EtatDeContrat(fin.cause) }
    if !valeur.isComplete { return .incomplet }
    if denonceLe != nil || resilieLe != nil { return .enPreavis }
    return effetLe == nil ? .aVenir : .enVigueur
  }

  public var resume: ResumeDHistoire {
    ResumeDHistoire(
      cle: "\(departement)-\(etude)-\(valeur.du.compact)",
      libelle: "Contrat du département \(departement) avec l’étude \(etude), depuis le \(valeur.du.texte)",
      etat: etatConstate.rawValue, etude: etude, departement: departement,
      echeance: fin == nil ? contrat(on: .last).lastDay : nil)
  }
}
