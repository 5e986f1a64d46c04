import Convention
import SQLEngine

/// Whose dossiers a person or a program may see (design, decision 4; R098–R100, R185).
///
/// No query on dossiers exists without one; it becomes SQL here and nowhere else.
public enum Perimetre: Hashable, Sendable {
  case postes(Set<Codique>)
  case etudes(Set<CodeEtude>)
  case departement(Departement)
  /// CL1A: figures only, no dossier of anyone.
  case national
  case exploitant

  /// A condition on the table `dossier` under an alias, and the values of its parameters, numbered from `first`.
  func condition(from first: Int, on alias: String = "d") -> (sql: String, values: [SQLValue]) {
    switch self {
    case .exploitant: ("TRUE", [])
    case .national: ("FALSE", [])
    case .departement(let departement): ("\(alias).departement = $\(first)", [.text(departement.texte)])
    case .postes(let codiques): among("\(alias).poste", codiques.map(\.texte).sorted(), from: first)
    case .etudes(let codes): among("\(alias).etude", codes.map(\.texte).sorted(), from: first)
    }
  }

  /// The same on the table `histoire` under the alias `h`: a poste sees those that concern it, were it one of several.
  ///
  /// What says no poste, étude or département is nobody's: the exploitant alone sees it.
  func conditionDHistoires(from first: Int) -> (sql: String, values: [SQLValue]) {
    switch self {
    case .postes:
      let (sql, values) = condition(from: first, on: "c")
      return ("h.id IN (SELECT c.histoire FROM histoire_poste c WHERE \(sql))", values)
    case .etudes, .departement, .national, .exploitant: return condition(from: first, on: "h")
    }
  }

  /// The same for figures without anyone's name: CL1A sees the whole country (R098, R196).
  func conditionDeChiffres(from first: Int) -> (sql: String, values: [SQLValue]) {
    self == .national ? ("TRUE", []) : condition(from: first)
  }

  private func among(_ column: String, _ texts: [String], from first: Int) -> (String, [SQLValue]) {
    guard !texts.isEmpty else { return ("FALSE", []) }
    let places = texts.indices.map { "$\(first + $0)" }.joined(separator: ", ")
    return ("\(column) IN (\(places))", texts.map { .text($0) })
  }
}
