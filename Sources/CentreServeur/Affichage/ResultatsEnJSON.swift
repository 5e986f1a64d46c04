import Centre
import Convention
import Registre

/// The contract of `recevoir --json`: one array, an object per argument, in order.
struct ResultatsEnJSON {
  let centre: Centre
  let detail: Bool

  func write(_ resultats: [ResultatDeReception], to ecran: Ecran) async throws {
    ecran.ecrire("[")
    for (index, resultat) in resultats.enumerated() {
      ecran.ecrire(index == 0 ? "\n" : ",\n")
      try await write(resultat, to: ecran)
    }
    ecran.ecrire(resultats.isEmpty ? "]\n" : "\n]\n")
  }

  private func write(_ resultat: ResultatDeReception, to ecran: Ecran) async throws {
    let fichier = resultat.fichier
    ecran.ecrire("{\"fichier\": \(ResultatsEnJSON.fichier(fichier).texte),\n")
    ecran.ecrire(" \"resume\": \(ResultatsEnJSON.resume(fichier).texte),\n \"rejets\": ")
    let rejets = try await rejets(fichier)
    ecran.liste(rejets.lazy.map(ResultatsEnJSON.rejet), indent: " ")
    if detail {
      let dossiers = try await fichier.asyncMap { try await DossierRecu.all(of: $0, rejets, centre.registre) } ?? []
      ecran.ecrire(",\n \"dossiers\": ")
      ecran.liste(dossiers.lazy.map(\.json), indent: " ")
    }
    ecran.ecrire("}")
  }

  private func rejets(_ fichier: FichierRecu?) async throws -> [RejetConserve] {
    guard let fichier else { return [] }
    return try await centre.registre.lire { try $0.rejets(of: fichier.id) }
  }

  /// Header fields that could not be read are null; so are all those of a file that could not be.
  private static func fichier(_ fichier: FichierRecu?) -> JSONValue {
    let anomalies = fichier?.bilan.anomalies.filter { $0.hasPrefix("9") } ?? []
    return .objet([
      ("statut", JSONValue(fichier?.statut)), ("code", JSONValue(fichier?.code)),
      ("genre", JSONValue(fichier?.genreLu)), ("version", JSONValue(fichier?.versionLue)),
      ("sequence", JSONValue(fichier?.sequence)), ("empreinte", JSONValue(fichier?.empreinte)),
      ("enregistrements", JSONValue(fichier?.bilan.enregistrements)),
      ("anomalies", .liste(anomalies.map { .texte($0) })),
    ])
  }

  private static func resume(_ fichier: FichierRecu?) -> JSONValue {
    let bilan = fichier?.bilan ?? Bilan()
    let messages = bilan.messages.sorted { $0.key < $1.key }.map { ($0.key, JSONValue($0.value)) }
    return .objet([
      ("acceptes", JSONValue(bilan.acceptees)), ("attente", JSONValue(bilan.attente)),
      ("rejetes", JSONValue(bilan.rejetees)), ("messages_acceptes", .objet(messages)),
      ("rejets", JSONValue(bilan.rejets)), ("montant_accepte", JSONValue(bilan.montant)),
    ])
  }

  private static func rejet(_ rejet: RejetConserve) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("ligne", JSONValue(rejet.place.ligne)), ("type", .texte(rejet.type)),
      ("numero_demande", JSONValue(rejet.numeroDemande)), ("niveau", .texte(rejet.niveau)),
      ("code", .texte(rejet.code)),
    ]
    if let champ = rejet.champ { members.append(("champ", .texte(champ))) }
    if let valeur = rejet.valeur, !valeur.isEmpty { members.append(("valeur", .texte(valeur))) }
    return .objet(members)
  }
}

extension Optional where Wrapped: Sendable {
  fileprivate func asyncMap<T>(_ body: (Wrapped) async throws -> T) async rethrows -> T? {
    guard let self else { return nil }
    return try await body(self)
  }
}

extension FichierRecu {
  /// The kind announced, when it is two capitals.
  var genreLu: String? {
    suite?.genre
      ?? entete["genre"].flatMap { text in
        text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? text : nil
      }
  }

  /// The version announced, when it is a number, whether it is in service or not.
  var versionLue: Int? { version ?? entete["version"].flatMap { Int($0) } }
}
