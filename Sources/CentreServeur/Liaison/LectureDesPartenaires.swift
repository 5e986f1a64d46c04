import Foundation
import PeSIT

/// Reads the file of CFT partners; every fault is told with its place, one is enough for none to be taken.
struct LectureDesPartenaires {
  private let lecture = LectureDActeurs()
  private let environnement: [String: String]

  init(environnement: [String: String]) { self.environnement = environnement }

  /// - Throws: ``MauvaisUsage`` with all faults.
  func lire(_ fichier: String) throws -> [PartenaireCFT] {
    guard let racine = Objet(try Donnee(fichier: fichier), "", lecture) else {
      throw MauvaisUsage("\(fichier) : une suite de « clé: valeur » est attendue.")
    }
    let partenaires = racine.objets("partenaires").compactMap(partenaire)
    racine.finish()
    for (id, same) in Dictionary(grouping: partenaires, by: \.identifiant) where same.count > 1 {
      lecture.fault("partenaires", "« \(id) » est décrit deux fois.")
    }
    let faults = lecture.erreurs + lecture.avertissements
    guard faults.isEmpty else { throw MauvaisUsage("\(fichier) :\n  " + faults.joined(separator: "\n  ")) }
    return partenaires
  }

  private func partenaire(_ item: Objet) -> PartenaireCFT? {
    defer { item.finish() }
    let adresse = adresse(item)
    let reseaux = item.textes("reseaux").compactMap { text in
      let reseau = Reseau(text)
      if reseau == nil { item.fault("reseaux", "« \(text) » : une adresse ou un réseau (10.1.0.0/16) est attendu.") }
      return reseau
    }
    let (mot, notre) = (secret(item, "mot_de_passe"), secret(item, "notre_mot_de_passe"))
    let (flux, tls, heures) = (flux(item), tls(item), heures(item))
    let dossier = item.texte("dossier", required: false)
    guard let id = item.texte("identifiant") else { return nil }
    if id.utf8.count > 24 { item.fault("identifiant", "24 octets au plus.") }
    return PartenaireCFT(
      identifiant: id, dossier: dossier ?? id, adresse: adresse, motDePasse: mot, notreMotDePasse: notre,
      reseaux: reseaux, flux: flux, tls: tls, heures: heures)
  }

  private func adresse(_ item: Objet) -> (hote: String, port: Int)? {
    guard let text = item.texte("adresse", required: false) else { return nil }
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (1...65_535).contains(port), colon != text.startIndex
    else {
      item.fault("adresse", "« \(text) » : HÔTE:PORT est attendu.")
      return nil
    }
    return (String(text[..<colon]), port)
  }

  /// `fichier:CHEMIN` or `variable:NOM`: a secret is never written in the file of partners.
  private func secret(_ item: Objet, _ name: String) -> String? {
    guard let text = item.texte(name, required: false) else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let value: String? =
      switch parts.first {
      case "fichier" where parts.count == 2:
        (try? String(contentsOfFile: parts[1], encoding: .utf8)).map { String($0.prefix { !$0.isNewline }) }
      case "variable" where parts.count == 2: environnement[parts[1]]
      default: nil
      }
    guard let value, (1...8).contains(value.utf8.count) else {
      item.fault(name, "fichier:CHEMIN ou variable:NOM, où se trouve un mot de passe de 1 à 8 octets.")
      return nil
    }
    return value
  }

  private func flux(_ item: Objet) -> [String: String] {
    var flux = PartenaireCFT.fluxHabituels
    guard let given = item.objet("flux") else { return flux }
    for genre in given.noms {
      if flux[genre] == nil { given.fault(genre, "genre de fichier inconnu : AL, ET, RI, RR ou IM.") }
      flux[genre] = given.texte(genre)
    }
    return flux
  }

  private func tls(_ item: Objet) -> TLSIdentity? {
    guard let given = item.objet("tls") else { return nil }
    defer { given.finish() }
    var identity = TLSIdentity()
    identity.authorityPath = given.texte("autorite", required: false)
    identity.certificatePath = given.texte("certificat", required: false)
    identity.keyPath = given.texte("cle", required: false)
    identity.serverName = given.texte("nom", required: false)
    if (identity.certificatePath == nil) != (identity.keyPath == nil) {
      given.fault("certificat", "certificat et cle vont ensemble.")
    }
    return identity
  }

  /// `20:00-06:00`; the end may be on the next day.
  private func heures(_ item: Objet) -> Range<Int>? {
    guard let text = item.texte("heures", required: false) else { return nil }
    let minutes = text.split(separator: "-").map { Reglages.minutesDuJour($0) }
    guard minutes.count == 2, let start = minutes[0], let end = minutes[1] else {
      item.fault("heures", "« \(text) » : HH:MM-HH:MM est attendu.")
      return nil
    }
    return start..<(end > start ? end : end + 1440)
  }
}
