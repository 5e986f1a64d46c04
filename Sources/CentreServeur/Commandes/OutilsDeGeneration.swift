import Centre
import Convention
import Foundation
import Generation
import Interface
import Registre

extension Session {
  /// The directory of a file, or the base's own.
  func annuaire(_ fichier: String?) async throws -> Annuaire {
    guard let fichier else { return try await registre().lire { try $0.annuaire() } }
    let lecture = LectureDActeurs()
    let lus = lecture.lire(try Donnee(fichier: fichier))
    guard lecture.erreurs.isEmpty else { throw DemandeRefusee(["Annuaire fautif :"] + lecture.erreurs) }
    return lus.annuaire
  }

  /// A layout in service, the most recent unless one is named.
  func table(version: Int?) throws -> TableFormat {
    let formats = try formats()
    guard let table = version.map(formats.table(version:)) ?? formats.commune else {
      throw MauvaisUsage("Aucune table de format de cette version : « format » dit celles qui servent.")
    }
    return table
  }

  /// Says what was made, and where.
  func show(_ attendu: Attendu, _ url: URL, _ place: URL) {
    let resume = attendu.resume
    if reglages.json {
      ecran.json(
        .objet([
          ("fichier", .texte(url.path)), ("attendu", .texte(place.path)),
          ("enregistrements", JSONValue(attendu.fichier.enregistrements)), ("acceptes", JSONValue(resume.acceptes)),
          ("attente", JSONValue(resume.attente)), ("rejetes", JSONValue(resume.rejetes)),
          (
            "messages_acceptes",
            .objet(resume.messages_acceptes.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) })
          ),
          ("rejets", JSONValue(resume.rejets)), ("montant_accepte", .entier(resume.montant_accepte)),
        ]))
      return
    }
    ecran.ligne(
      "\(url.relativePath) : \(accorde(attendu.fichier.enregistrements, "enregistrement", "enregistrements"))")
    if attendu.fichier.genre == "AL" {
      ecran.ligne(
        "  Attendu : \(accorde(resume.acceptes, "demande acceptée", "demandes acceptées")) pour "
          + "\(Montant(cents: resume.montant_accepte).texte), dont \(resume.attente) en attente d’une adresse ; "
          + accorde(resume.rejetes, "rejetée", "rejetées"))
    }
    let messages = resume.messages_acceptes.values.reduce(0, +)
    if messages > 0 { ecran.ligne("  Messages et actualisations acceptés : \(messages)") }
    if resume.rejets > 0 { ecran.ligne("  Enregistrements rejetés : \(resume.rejets)") }
    ecran.ligne("  Le détail est dans \(place.relativePath)")
  }
}

/// What the command line asks is not well formed.
func misusing<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let fault as FauteDeGeneration { throw MauvaisUsage(fault.description) }
}

/// What is asked is well formed and cannot be made.
func refusing<T>(_ body: () throws -> T) throws -> T {
  do { return try body() } catch let fault as FauteDeGeneration { throw DemandeRefusee(fault.description) }
}
