import Centre
import Convention
import Registre

/// One act that a visitor may do of a contract by a form: by his own role, or for the exploitant what came by letter.
struct ActeDeContrat: Sendable {
  /// What a form is made from, and read with.
  struct Contexte: Sendable {
    let vu: ContratVu
    let visiteur: Visiteur
    /// Where a report is kept.
    let depot: DepotDeDocuments

    var histoire: HistoireDeContrat { vu.histoire }

    /// Those of whom this visitor brings the word: the exploitant, everyone's by letter; a direction, its own members; an étude, itself.
    var qualites: [QualiteDeSignataire] {
      switch visiteur.metier {
      case .exploitant: histoire.autorite.signataires
      case .direction: histoire.autorite.membres
      case .etude: [.huissier]
      case .comptable, .central: []
      }
    }
  }

  typealias Geste = ContratsDuCentre.Geste
  /// Done once the form is read.
  typealias Action = @Sendable (ContratsDuCentre, Geste) async throws -> Void

  /// Part of its address, and of the announcement that it is done.
  let code: String
  let titre: String
  /// What it is for, and the article that it comes from.
  let aide: String
  let metiers: Set<Profil.Metier>
  /// Whether the form carries a file.
  var fichiers = false
  /// Whether the state of the contract allows it at all; the convention judges the rest.
  let permis: @Sendable (ContratVu) -> Bool
  let champs: @Sendable (Contexte) -> [Champ]
  /// Nil when a field is wrong: the reading says which.
  let lire: @Sendable (Contexte, inout LectureDeSaisie) -> Action?

  static let tous = conclusion + fins + clauses

  /// What this visitor may do of a contract now.
  static func permis(_ vu: ContratVu, _ visiteur: Visiteur) -> [ActeDeContrat] {
    guard vu.histoire.fin == nil, vu.jour <= vu.contrat.lastDay else { return [] }
    return tous.filter { $0.metiers.contains(visiteur.metier) && $0.permis(vu) }
  }
}

extension Set<Profil.Metier> {
  /// Art. 20: the authority of the département, or the exploitant for what it sent by letter.
  static let autorite: Set<Profil.Metier> = [.exploitant, .direction]
}

extension ActeDeContrat.Contexte {
  /// Whose approvals the form asks for: a director signed in approves by sending it.
  var champsDApprobation: [Champ] {
    guard approbationImplicite == nil else { return [] }
    return histoire.autorite.membres.map {
      Champ("approbation_\($0.rawValue)", "Approuvé : \($0.libelle)", .case_)
    }
  }

  func approbations(_ lecture: LectureDeSaisie) -> [QualiteDeSignataire] {
    approbationImplicite
      ?? histoire.autorite.membres.filter { lecture.formulaire["approbation_\($0.rawValue)"] == "oui" }
  }

  private var approbationImplicite: [QualiteDeSignataire]? {
    visiteur.metier == .direction && histoire.autorite == .directeur ? [.directeur] : nil
  }

  func champDuJour(_ nom: String, _ libelle: String) -> Champ {
    Champ(
      nom, libelle, .jour, valeur: vu.jour.texte, aide: "Jour, mois, année : 23/11/2026.", requis: true, longueur: 10)
  }

  func champDeQualite(_ libelle: String) -> Champ {
    Champ("qualite", libelle, .liste(qualites.map { .init($0.rawValue, $0.libelle) }), requis: true)
  }

  static func champDeReference(_ nom: String, _ libelle: String) -> Champ {
    Champ(nom, libelle, requis: true, longueur: 80)
  }
}

extension LectureDeSaisie {
  /// One of the words of a list.
  mutating func mot<T: RawRepresentable>(_ nom: String, _ type: T.Type) -> T? where T.RawValue == String {
    guard let value = T(rawValue: formulaire[nom]) else {
      noter(nom, "Choisissez dans la liste.")
      return nil
    }
    return value
  }

  /// Free text that must say something.
  mutating func reference(_ nom: String) -> String? {
    guard let texte = formulaire.rempli(nom) else {
      noter(nom, "Donnez la référence.")
      return nil
    }
    return texte.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A letter or a decision: its reference and its date, each at its field.
  mutating func ecrit(_ nom: String, du: String) -> Ecrit? {
    let (reference, date) = (reference(nom), jourLu(du))
    guard let reference, let date else { return nil }
    return Ecrit(reference, du: date)
  }
}
