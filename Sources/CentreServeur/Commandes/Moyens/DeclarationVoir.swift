import ArgumentParser
import Centre
import Convention
import Registre

struct DeclarationVoir: Commande {
  static let configuration = CommandConfiguration(
    commandName: "voir", abstract: "La fiche de moyens en vigueur, les prérequis, le contact et les vérifications.",
    discussion: """
      Exemples :
        centre-serveur declaration voir
        centre-serveur declaration voir --json
      """)

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    guard let fiche = try await session.registre().lire({ try $0.declaration() }) else {
      throw FauteDeDevoir.sansDeclaration
    }
    let (declaration, day) = (fiche.histoire, session.jour)
    if session.reglages.json {
      session.ecran.json(Self.json(declaration, on: day))
      return .fait
    }
    session.ecran.ligne(declaration.fiche(on: day)?.texte ?? "Aucune fiche à cette date.")
    if let prerequis = declaration.prerequis(on: day) {
      session.ecran.ligne("Prérequis \(prerequis.version) du \(prerequis.jour.texte) : \(prerequis.texte.texte)")
    }
    if let contact = declaration.contact(on: day) {
      session.ecran.ligne("Contact : \(contact.referent), \(contact.telephone), \(contact.courriel)")
    }
    for found in Self.verifications(declaration, on: day) {
      session.ecran.ligne("Poste \(found.poste), \(found.texte) : \(found.constat.texte)")
    }
    return .fait
  }

  /// R097: each one until that day, as evidence.
  private static func verifications(_ declaration: DeclarationDeMoyens, on day: Jour) -> [VerificationEnvironnement] {
    declaration.verifications.filter { $0.jour <= day }
  }

  private static func json(_ found: VerificationEnvironnement) -> JSONValue {
    .objet([
      ("poste", .texte(found.poste.texte)), ("jour", JSONValue(found.jour)), ("prerequis", .texte(found.version)),
      ("conforme", .booleen(found.conforme)), ("constat", .texte(found.constat.texte)),
    ])
  }

  private static func json(_ declaration: DeclarationDeMoyens, on day: Jour) -> JSONValue {
    let fiche = declaration.fiche(on: day)
    return .objetSansNul([
      ("jour", JSONValue(fiche?.jour)),
      ("rubriques", .objet(fiche?.lignes.map { ($0.rubrique.rawValue, .texte($0.texte.texte)) } ?? [])),
      ("manques", .liste(fiche?.manques.map { .texte($0.rawValue) } ?? [])),
      ("prerequis", JSONValue(declaration.prerequis(on: day)?.version)),
      ("referent", JSONValue(declaration.contact(on: day)?.referent)),
      ("verifications", .liste(verifications(declaration, on: day).map { json($0) })),
    ])
  }
}
