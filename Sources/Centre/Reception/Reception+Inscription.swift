import Convention
import Foundation
import Interface
import Registre

extension Reception {
  /// Where the bytes are kept, as they came.
  struct Kept {
    let chemin: String
    let sha256: String
    let taille: Int64
  }

  /// Keeps a copy named by its content and its name: the same bytes again are the same file.
  func keep(_ arrivee: Arrivee) throws -> Kept {
    let jour = centre.horloge.jour.iso
    let folder = centre.echanges.recu(jour)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let temporary = folder.appendingPathComponent(".\(UUID().uuidString)")
    let (sha256, taille) = try copyHashing(arrivee.url, to: temporary)
    let chemin = "\(jour)/\(sha256.prefix(16))-\(safeName(arrivee.nom))"
    let target = centre.echanges.recu(chemin)
    guard rename(temporary.path, target.path) == 0 else {
      throw FauteDeReception(fichier: arrivee.nom, message: "impossible de le garder dans recus/")
    }
    return Kept(chemin: chemin, sha256: sha256, taille: taille)
  }

  /// Registers the file with the verdict on the whole: refused, already received, incomplete, or to be integrated.
  func inscrire(_ arrivee: Arrivee, _ kept: Kept, _ examen: Examen) async throws -> FichierRecu {
    let instant = centre.horloge.instant
    let jour = try await centre.jourDeTravail()
    var fichier = FichierRecu(
      canal: arrivee.canal, partenaire: arrivee.partenaire, nom: arrivee.nom, chemin: kept.chemin, taille: kept.taille,
      sha256: kept.sha256, empreinte: examen.empreinteTexte, instant: instant, jour: jour, etat: .enCours)
    describe(&fichier, examen)
    fichier.destinataire = destinataire(of: fichier, arrivee)
    let described = fichier
    let annuaire = annuaire
    let incident = incident(described)
    return try await centre.registre.ecrire { registre in
      var judged = described
      if let verdict = try VerdictDeFichier(judged, examen, annuaire, registre.lecture) { verdict.apply(to: &judged) }
      if judged.etat == .enCours, let suite = judged.suite, let sequence = judged.sequence,
        try registre.lecture.rupture(suite, sequence: sequence)
      {
        judged.bilan.signal("901")
      }
      if let incident, judged.statut != nil { try registre.signaler(incident) }
      return try registre.inscrire(judged)
    }
  }

  /// What the header says, as far as it can be read.
  func describe(_ fichier: inout FichierRecu, _ examen: Examen) {
    if let annonce = examen.annonce {
      fichier.entete["genre"] = annonce.genre
      fichier.entete["version"] = annonce.version
    }
    guard let entete = examen.entete, let genre = examen.genre else { return }
    for (index, champ) in genre.entete.champs.enumerated() where champ.type != .reserve {
      fichier.entete[champ.nom] = entete.valeurBrute(index)
    }
    fichier.version = examen.table?.version
    fichier.suite = FichierRecu.Suite(
      genre: genre.code, environnement: entete.texte("environnement") ?? "",
      application: entete.texte("application_source") ?? "", exploitation: entete.texte("exploitation") ?? "",
      etude: entete.texte("etude") ?? "")
    // What is judged again, or typed, has the header of a file and none of its numbers.
    fichier.sequence = ["rejeu", Saisie.canal].contains(fichier.canal) ? nil : entete.entier("numero_sequence")
    fichier.dateEmission = entete.jour("date_emission")
  }

  /// The exploitation or étude of the header if it is known, else the one that the channel names.
  private func destinataire(of fichier: FichierRecu, _ arrivee: Arrivee) -> FichierRecu.Destinataire? {
    fichier.suite.flatMap(annonce) ?? arrivee.partenaire.flatMap { annuaire.destinataire(partenaire: $0) }
  }

  /// Whom the header names, if known: an étude's file its étude first, any other its exploitation first.
  private func annonce(_ suite: FichierRecu.Suite) -> FichierRecu.Destinataire? {
    let etude = CodeEtude(suite.etude).flatMap { annuaire.etudes[$0] }.map {
      FichierRecu.Destinataire.etude($0.code.texte)
    }
    let isKnown = annuaire.applications[suite.application]?.exploitations.contains(suite.exploitation) == true
    let exploitation = FichierRecu.Destinataire.exploitation(
      application: suite.application, exploitation: suite.exploitation)
    return suite.genre == "ET" ? etude ?? (isKnown ? exploitation : nil) : isKnown ? exploitation : etude
  }

  /// A refused file of which nobody can be told.
  private func incident(_ fichier: FichierRecu) -> Incident? {
    guard fichier.destinataire == nil else { return nil }
    return Incident(
      jour: fichier.jour, instant: fichier.instant, genre: "fichier", cause: "fichier:\(fichier.sha256):\(fichier.nom)",
      texte: "Fichier « \(safeName(fichier.nom)) » refusé sans destinataire connu : voir le constat dans recus/.")
  }
}

extension Annuaire {
  /// A sub-folder or CFT partner: an étude, `APPLICATION.EXPLOITATION`, or a computer department with one exploitation.
  func destinataire(partenaire: String) -> FichierRecu.Destinataire? {
    if let code = CodeEtude(partenaire), etudes[code] != nil { return .etude(partenaire) }
    for (nom, application) in applications.sorted(by: { $0.key < $1.key }) {
      if let found = application.exploitations.first(where: { "\(nom).\($0)" == partenaire }) {
        return .exploitation(application: nom, exploitation: found)
      }
      if application.departementsInformatiques.contains(partenaire), application.exploitations.count == 1,
        let only = application.exploitations.first
      {
        return .exploitation(application: nom, exploitation: only)
      }
    }
    return nil
  }
}
