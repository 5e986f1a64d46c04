import Convention
import Registre

/// The cause that a person gives to a dysfunction; its evidence is taken from the base wherever the base has it (R093–R097, R182).
public enum CauseAlleguee: Hashable, Sendable {
  case centre(String), telecommunications(String), tiers(String), dgfip(String)
  /// Wrong data in a received file, by its number.
  case donnees(Cause.Fournisseur, fichier: Int64)
  case usage(Codique)
  case environnement(Codique)
  case etude(CodeEtude)

  /// With the training of the poste before the fault, its last verified environment, the reminders of the étude, the file as it
  /// came and as it is kept.
  func prouvee(faute: Jour, on jour: Jour, _ empreintes: EmpreintesDeFichier?, _ lecture: Lecture) throws -> Cause {
    switch self {
    case .centre(let constat): return .centre(constat: try TexteLibre(constat, on: jour))
    case .telecommunications(let constat): return .telecommunications(constat: try TexteLibre(constat, on: jour))
    case .tiers(let constat): return .tiers(constat: try TexteLibre(constat, on: jour))
    case .dgfip(let constat): return .dgfip(constat: try TexteLibre(constat, on: jour))
    case .donnees(let de, let numero):
      guard let empreintes else { throw FauteDeDevoir.sansPreuve("Le fichier \(numero) n’a pas été lu.") }
      return .donneesErronees(de: de, entree: empreintes.entree, sortie: empreintes.sortie)
    case .usage(let poste):
      let registre = RegistreDesFormations(
        try lecture.histoiresEntieres(Formation.self, .exploitant).map(\.histoire))
      return .usage(poste: poste, formation: registre.derniereFormation(of: poste, before: faute))
    case .environnement(let poste):
      guard let found = try lecture.declaration()?.histoire.verifications.last(where: { $0.poste == poste }) else {
        throw FauteDeDevoir.sansPreuve("Aucune vérification de l’environnement du poste \(poste) n’est consignée.")
      }
      return .environnement(verification: found)
    case .etude(let code):
      let reminders = try lecture.relances(.exploitant, from: Jour(2010, 12, 15), to: faute)
      return .etude(code: code, relances: reminders[code] ?? 0)
    }
  }

  /// The received file whose data are in question.
  var fichier: Int64? { if case .donnees(_, let numero) = self { numero } else { nil } }
}

/// A received file when it came, sealed with the journal, and the copy of it that was kept and treated, as it is now (R094).
struct EmpreintesDeFichier: Sendable {
  let entree: EmpreinteSHA256
  let sortie: EmpreinteSHA256

  /// Reads the copy whole: outside any transaction.
  init(of numero: Int64, _ centre: Centre) async throws {
    let found = try await centre.registre.lire { try $0.fichier(numero) }
    guard let found, let entree = EmpreinteSHA256(found.sha256) else {
      throw FauteDeDevoir.sansPreuve("Aucun fichier reçu ne porte le numéro \(numero).")
    }
    guard let kept = try? hashing(centre.echanges.recu(found.chemin)), let sortie = EmpreinteSHA256(kept) else {
      throw FauteDeDevoir.sansPreuve("La copie gardée du fichier \(numero) ne se lit pas.")
    }
    (self.entree, self.sortie) = (entree, sortie)
  }
}
