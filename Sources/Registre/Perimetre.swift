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

  /// A condition on the table `dossier` under the alias `d`, and the values of its parameters, numbered from `first`.
  func condition(from first: Int) -> (sql: String, values: [SQLValue]) {
    switch self {
    case .exploitant: ("TRUE", [])
    case .national: ("FALSE", [])
    case .departement(let departement): ("d.departement = $\(first)", [.text(departement.texte)])
    case .postes(let codiques): among("d.poste", codiques.map(\.texte).sorted(), from: first)
    case .etudes(let codes): among("d.etude", codes.map(\.texte).sorted(), from: first)
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
