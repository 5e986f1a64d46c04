import Centre
import Convention
import Registre

extension VueDeDossier {
  func json(_ libelles: Libelles) -> JSONValue {
    let pourquoi = dossier.pourquoi(on: jour)
    return .objetSansNul([
      ("numero_demande", .texte(demande.cle.numero)), ("application", .texte(demande.cle.application)),
      ("exploitation", .texte(demande.cle.exploitation)), ("poste", .texte(demande.poste)),
      ("phase", .texte(demande.phase.rawValue)), ("etat", .texte(EtatDeDossier(dossier).rawValue)),
      ("tour", .texte(pourquoi.tour.rawValue)), ("pourquoi", .liste(pourquoi.phrases.map { .texte($0) })),
      ("etude", etudeJSON), ("terme", JSONValue(dossier.terme)), ("montant", JSONValue(demande.montant)),
      ("recouvre", JSONValue(dossier.recouvre)), ("reste_du", JSONValue(dossier.resteDu)),
      ("echeances", .liste(dossier.echeances(on: jour).map(Self.json))),
      ("manques", .liste(dossier.manques(on: jour).map { .texte($0.rawValue) })),
      ("redevables", .liste(demande.redevables.map(json))), ("titres", .liste(demande.titres.map(json))),
      ("recouvrement_judiciaire", recouvrementJSON(libelles)),
      ("documents", .liste(documents.deposes.map { JSONValue($0) })),
      ("documents_attendus", .liste(documents.attendus.map { JSONValue($0) })),
      ("frais", fraisJSON),
      ("histoire", .liste(histoire.map { Self.json($0, PhraseDEvenement(libelles: libelles)) })),
    ])
  }

  private var etudeJSON: JSONValue {
    guard let code = dossier.attributaire else { return .nul }
    return .objetSansNul([
      ("etude", .texte(code.texte)), ("nom", JSONValue(etude?.nom)), ("telephone", JSONValue(etude?.telephone)),
      ("courriel", JSONValue(etude?.courriel)), ("reference", JSONValue(dossier.remise?.reference)),
    ])
  }

  private static func json(_ item: Echeance) -> JSONValue {
    .objet([
      ("jour", JSONValue(item.jour)), ("nature", .texte(item.nature.rawValue)), ("libelle", .texte(item.libelle)),
      ("article", .texte(item.article.description)),
    ])
  }

  private func json(_ item: Redevable) -> JSONValue {
    .objet([
      ("rang", JSONValue(item.rang)), ("nom", .texte(item.nomComplet)),
      ("adresse", .liste(adresse(of: item).texte.map { .texte($0) })),
      ("telephones", .liste(item.telephones.map { .texte($0) })),
    ])
  }

  private func json(_ item: Titre) -> JSONValue {
    let reste = dossier.restes.first { $0.rang == item.rang }?.reste ?? .zero
    return .objetSansNul([
      ("rang", JSONValue(item.rang)), ("numero", .texte(item.numero)), ("exercice", .texte(item.exercice)),
      ("collectivite", .texte(item.collectivite)), ("nature", .texte(item.nature)), ("objet", JSONValue(item.objet)),
      ("emission", JSONValue(item.emission)), ("demande", JSONValue(item.resteDu)), ("reste_du", JSONValue(reste)),
    ])
  }

  private static func json(_ date: EvenementDate, _ phrase: PhraseDEvenement) -> JSONValue {
    .objetSansNul([
      ("position", JSONValue(date.position)), ("instant", .texte(date.instant.iso)), ("jour", JSONValue(date.jour)),
      ("genre", .texte(date.evenement.genre.rawValue)), ("texte", .texte(phrase.texte(date.evenement))),
      ("auteur", .texte(date.auteur)), ("fichier", JSONValue(date.fichier)), ("ligne", JSONValue(date.ligne)),
    ])
  }
}
