import Convention
import Crypto
import Foundation
import Interface
import Registre

extension Saisie {
  /// Makes the file, judges it, integrates it, in one transaction; then hands over what it sends to an étude.
  func saisir(
    _ suite: FichierRecu.Suite, _ header: [(String, Valeur)], auteur: String, cle: String,
    lignes: @escaping @Sendable (Lecture) throws -> [Ligne]
  ) async throws -> FichierRecu {
    let (fichier, isNew) = try await centre.registre.ecrire { ecriture in
      if let done = try ecriture.lecture.saisie(cle) { return (done, false) }
      let octets = try compose(suite, header, try lignes(ecriture.lecture))
      return (try integrer(octets, suite, auteur: auteur, cle: cle, ecriture), true)
    }
    guard isNew || fichier.etat != .clos else { return fichier }
    let source = try SourceOctets(url: centre.echanges.recu(fichier.chemin))
    try await Remise(centre: centre, annuaire: annuaire).remettre(fichier, source)
    try await Reception(centre, annuaire).clore(fichier)
    return fichier
  }

  /// The bytes of the file; what cannot be written is a fault of its field.
  private func compose(_ suite: FichierRecu.Suite, _ header: [(String, Valeur)], _ lignes: [Ligne]) throws -> [UInt8] {
    let formats = centre.formats
    let categories = Set(
      lignes.compactMap { ligne -> String? in
        guard case .texte(let categorie)? = ligne.champs["categorie_creance"] else { return nil }
        return categorie
      })
    guard let table = suite.genre == "ET" ? formats.desSaisies : formats.desDemandes(categories),
      let genre = table.genre(code: suite.genre)
    else {
      throw FauteDEmission(message: "aucune table de format en service ne décrit ce qui se saisit")
    }
    var writer = Redacteur(table, genre)
    writer.open(genre.entete)
    for (nom, valeur) in header {
      if let champ = genre.entete.champ(nom) { try writer.set(champ, valeur) }
    }
    try writer.close(verifie: false)
    for (rang, ligne) in lignes.enumerated() { try write(ligne, rang, genre, &writer) }
    try writer.finish()
    return writer.take()
  }

  private func write(_ ligne: Ligne, _ rang: Int, _ genre: Genre, _ writer: inout Redacteur) throws {
    guard let type = genre.type(ligne.type) else {
      throw FauteDEmission(message: "la table de format ne connaît pas l’enregistrement \(ligne.type)")
    }
    writer.open(type)
    do {
      for (nom, valeur) in ligne.champs.sorted(by: { $0.key < $1.key }) {
        if let champ = type.champ(nom) { try writer.set(champ, valeur) }
      }
      try writer.close(verifie: false)
    } catch {
      throw SaisieRefusee(error, rang: rang)
    }
  }

  private func integrer(
    _ octets: [UInt8], _ suite: FichierRecu.Suite, auteur: String, cle: String, _ ecriture: Ecriture
  ) throws -> FichierRecu {
    let source = SourceOctets(nom: "saisie", octets: octets)
    let examen = try Examen(
      source, formats: centre.formats.deLaSaisie, jour: centre.horloge.jour, attendus: nil, hacheur: HacheurSHA256())
    var fichier = try ecriture.inscrire(try inscription(octets, examen, auteur: auteur, cle: cle, ecriture.lecture))
    let repartition = Repartition(annuaire: annuaire, referentiel: centre.referentiel)
    let lot = Lot(registre: ecriture, repartition: repartition, examen: examen, source: source)
    fichier = try lot.integrer(fichier, limit: .max)
    let rejets = try ecriture.lecture.rejets(of: fichier.id)
    guard rejets.isEmpty else { throw SaisieRefusee(rejets, centre) }
    guard try ecriture.lecture.messagesSansEffet(of: fichier.id) == 0 else { throw SaisieRefusee.sansEffet }
    try ecriture.avancer(fichier)
    try ecriture.noter(saisie: cle, fichier: fichier.id)
    try garder(octets, fichier.chemin)
    return fichier
  }

  private func inscription(
    _ octets: [UInt8], _ examen: Examen, auteur: String, cle: String, _ lecture: Lecture
  ) throws -> FichierRecu {
    let sha256 = hexadecimal(SHA256.hash(data: octets))
    let nom = "saisie-\(safeName(cle)).txt"
    let jour = try lecture.jourDeTravail(centre.horloge.jour)
    var fichier = FichierRecu(
      canal: Saisie.canal, partenaire: auteur, nom: nom, chemin: "\(jour.iso)/\(sha256.prefix(16))-\(nom)",
      taille: Int64(octets.count), sha256: sha256, empreinte: examen.empreinteTexte, instant: centre.horloge.instant,
      jour: jour, etat: .enCours)
    Reception(centre, annuaire).describe(&fichier, examen)
    return fichier
  }

  /// The bytes are on disk before the transaction that cites them ends.
  private func garder(_ octets: [UInt8], _ chemin: String) throws {
    let url = centre.echanges.recu(chemin)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(octets).write(to: url, options: .atomic)
    let handle = try FileHandle(forUpdating: url)
    defer { try? handle.close() }
    try handle.synchronize()
  }
}
