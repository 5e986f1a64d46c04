import PeSIT

/// The CFT link as it is set: partners, and how the centre listens and calls.
struct Liaison: Sendable {
  let partenaires: [PartenaireCFT]
  let reglage: ReglageCFT

  /// nil when no file of partners is named.
  ///
  /// - Throws: ``MauvaisUsage``.
  init?(_ valeurs: ValeursLues, environnement: [String: String]) throws {
    guard let fichier = valeurs[.cftPartenaires] else { return nil }
    partenaires = try LectureDesPartenaires(environnement: environnement).lire(fichier)
    let portTLS = try Self.port(.cftPortTLS, valeurs)
    guard let retard = Int(valeurs[.cftRetard] ?? ""), (1...10_000).contains(retard) else {
      throw MauvaisUsage("cft.retard : un nombre de minutes de 1 à 10000 attendu.")
    }
    guard let identifiant = valeurs[.cftIdentifiant], (1...24).contains(identifiant.utf8.count) else {
      throw MauvaisUsage("cft.identifiant : de 1 à 24 octets.")
    }
    reglage = ReglageCFT(
      identifiant: identifiant, adresse: valeurs[.cftAdresse] ?? "", port: try Self.port(.cftPort, valeurs),
      portTLS: portTLS, tls: portTLS == nil ? nil : try Self.tls(valeurs), exploitant: valeurs[.cftCourriel],
      retardMinutes: retard)
  }

  private static func port(_ cle: Cle, _ valeurs: ValeursLues) throws -> Int? {
    guard let text = valeurs[cle], text != "non" else { return nil }
    guard let port = Int(text), (0...65_535).contains(port) else {
      throw MauvaisUsage("\(cle.nom) : un nombre de 0 à 65535, ou « non », attendu.")
    }
    return port
  }

  private static func tls(_ valeurs: ValeursLues) throws -> TLSIdentity {
    guard let certificat = valeurs[.cftCertificat], let cle = valeurs[.cftCle] else {
      throw MauvaisUsage("cft.port-tls demande cft.certificat et cft.cle.")
    }
    var identity = TLSIdentity()
    identity.certificatePath = certificat
    identity.keyPath = cle
    identity.authorityPath = valeurs[.cftAutorite]
    identity.requiresClientCertificate = valeurs[.cftAutorite] != nil
    return identity
  }
}
