import Centre
import Convention
import Interface
import Registre

/// The form of one act: shown, sent, or shown again with what is wrong.
enum PageDeDemarche {
  static let routes = [
    Route(.get, "/dossiers/:id/demarches/:demarche", .dossier, pour: [.etude, .comptable]) { requete, visiteur in
      let (fiche, demarche, contexte) = try await trouver(requete, visiteur)
      return montrer(fiche, demarche, contexte, requete, visiteur, cle: Jeton().texte)
    },
    Route(.post, "/dossiers/:id/demarches/:demarche", .dossier, pour: [.etude, .comptable]) { requete, visiteur in
      try await envoyer(requete, visiteur)
    },
  ]

  /// Hidden in the form: the same form sent twice is one act.
  private static let cle = "cle"

  private static func trouver(
    _ requete: Requete, _ visiteur: Visiteur
  ) async throws -> (Fiche, Demarche, Demarche.Contexte) {
    let id = try requete.numero()
    let found = try await requete.registre.consulter { lecture in
      try lecture.fiche(id, visiteur.perimetre).map { fiche in
        (fiche, try fiche.dossier.attributaire.flatMap { try lecture.etude($0) })
      }
    }
    guard let (fiche, etude) = found,
      let demarche = Demarche.tous.first(where: {
        $0.code == requete.parametres["demarche"] && $0.metier == visiteur.metier
      })
    else { throw FauteDePage.introuvable }
    return (fiche, demarche, contexte(fiche, etude, requete))
  }

  private static func contexte(_ fiche: Fiche, _ etude: Etude?, _ requete: Requete) -> Demarche.Contexte {
    let centre = requete.centre
    return Demarche.Contexte(
      dossier: fiche.dossier, libelles: Libelles(table: centre.formats.derniere),
      lieu: LieuFiscal(fiche.dossier, chez: etude), jour: centre.horloge.jour, instant: centre.horloge.instant)
  }

  private static func montrer(
    _ fiche: Fiche, _ demarche: Demarche, _ contexte: Demarche.Contexte, _ requete: Requete, _ visiteur: Visiteur,
    cle: String, fautes: [String: String] = [:], refus: String? = nil
  ) -> Reponse {
    let numero = fiche.dossier.demande.cle.numero
    let isAllowed = Demarche.permis(fiche.dossier, visiteur).contains { $0.code == demarche.code }
    let champs = demarche.champs(contexte).remplis(requete.formulaire, fautes)
    let url = "/dossiers/\(fiche.id)"
    return .page(
      Page(
        demarche.titre, requete: requete, visiteur: visiteur, rubrique: "/dossiers",
        annonce: annonce(champs, fautes, refus), fil: [("Dossiers", "/dossiers"), ("Dossier \(numero)", url)]
      ) { h in
        h.paragraphe(demarche.aide)
        guard isAllowed else {
          h.vue(Annonce(.alerte, "L’état du dossier ne le permet pas, ou ne le permet plus."))
          return
        }
        let carries = demarche.referenceDuDocument != nil
        h.formulaire("\(url)/demarches/\(demarche.code)", jeton: visiteur.jeton, fichiers: carries) { h in
          h.cache(Self.cle, cle)
          for champ in champs { h.vue(champ) }
          if carries { h.vue(DocumentJoint.champ(requete, faute: fautes[DocumentJoint.champ])) }
          h.element("div", [.classe("actions")]) { h in
            h.bouton(demarche.titre)
            h.lien("Renoncer", url)
          }
        }
      }, statut: fautes.isEmpty && refus == nil ? 200 : 422)
  }

  private static func annonce(_ champs: [Champ], _ fautes: [String: String], _ refus: String?) -> Annonce? {
    guard refus != nil || !fautes.isEmpty else { return nil }
    var shown = champs.compactMap { champ in champ.erreur.map { (champ.id, "\(champ.libelle) : \($0)") } }
    if let faute = fautes[DocumentJoint.champ] { shown.append(("champ-\(DocumentJoint.champ)", faute)) }
    return Annonce(.refus, refus ?? "Rien n’est enregistré : corrigez ce qui suit.", fautes: shown)
  }

  private static func envoyer(_ requete: Requete, _ visiteur: Visiteur) async throws -> Reponse {
    let (fiche, demarche, contexte) = try await trouver(requete, visiteur)
    let url = "/dossiers/\(fiche.id)?fait=\(demarche.code)"
    let cle = requete.formulaire[Self.cle]
    guard !cle.isEmpty, cle.utf8.count <= 64 else { throw FauteDePage.formulaireIllisible }
    let joint = demarche.referenceDuDocument == nil ? nil : DocumentJoint(requete.formulaire)
    // Sent twice: it was done, and may no longer be allowed; its document may still have to be kept.
    if try await requete.registre.consulter({ try $0.saisie(cle) }) != nil {
      _ = try await joint?.deposer(requete, visiteur, fiche)
      return .redirection(url)
    }
    let (lignes, lecture) = lire(demarche, joint, contexte, requete)
    guard Demarche.permis(fiche.dossier, visiteur).contains(where: { $0.code == demarche.code }), lecture.fautes.isEmpty
    else {
      return montrer(
        fiche, demarche, contexte, requete, visiteur, cle: cle, fautes: lecture.fautes,
        refus: lecture.fautes.isEmpty ? "Rien n’est enregistré." : nil)
    }
    do {
      try await inscrire(lignes, fiche, visiteur, try await Saisie(requete.centre), cle)
      // Announced by its fingerprint, then kept: a stop in between leaves it announced, to be handed in later.
      _ = try await joint?.deposer(requete, visiteur, fiche)
      return .redirection(url)
    } catch let refus as SaisieRefusee {
      let fautes = refus.parChamp(demarche, contexte)
      return montrer(
        fiche, demarche, contexte, requete, visiteur, cle: cle, fautes: fautes.parChamp,
        refus: fautes.autres.isEmpty ? nil : fautes.autres.joined(separator: " "))
    } catch let refus as Refus {
      return montrer(fiche, demarche, contexte, requete, visiteur, cle: cle, refus: "Rien n’est enregistré. \(refus)")
    }
  }

  /// The records of the form, with the fingerprint of its document and, where no reference was typed, its name.
  private static func lire(
    _ demarche: Demarche, _ joint: DocumentJoint?, _ contexte: Demarche.Contexte, _ requete: Requete
  ) -> ([Saisie.Ligne], LectureDeSaisie) {
    var formulaire = requete.formulaire
    if let joint, let champ = demarche.referenceDuDocument, formulaire.rempli(champ) == nil {
      let others = formulaire.champs.filter { $0.nom != champ }
      formulaire = Formulaire(others + [(champ, referenceDeDocument(joint.nom))], fichiers: formulaire.fichiers)
    }
    var lecture = LectureDeSaisie(formulaire)
    let lignes = demarche.lignes(contexte, &lecture)
    guard let joint else { return (lignes, lecture) }
    do {
      let empreinte = try joint.empreinte(requete)
      let signed = lignes.map {
        Saisie.Ligne($0.type, $0.champs.merging(["empreinte_document": .texte(empreinte)]) { $1 })
      }
      return (signed, lecture)
    } catch {
      lecture.noter(DocumentJoint.champ, "\(error)")
      return (lignes, lecture)
    }
  }

  private static func inscrire(
    _ lignes: [Saisie.Ligne], _ fiche: Fiche, _ visiteur: Visiteur, _ saisie: Saisie, _ cle: String
  ) async throws {
    let auteur = Saisie.Auteur(identifiant: visiteur.utilisateur.identifiant, cle: cle)
    let demande = fiche.dossier.demande
    if visiteur.metier == .etude, let etude = fiche.dossier.attributaire {
      _ = try await saisie.message(lignes, of: etude, sur: demande.cle, par: auteur)
    } else if let poste = Codique(demande.poste), let ligne = lignes.first {
      _ = try await saisie.actualisation(ligne, of: poste, sur: fiche, par: auteur)
    }
  }
}

extension SaisieRefusee {
  /// Faults at the fields that the form shows, and the sentences of the others.
  fileprivate func parChamp(
    _ demarche: Demarche, _ contexte: Demarche.Contexte
  ) -> (parChamp: [String: String], autres: [String]) {
    let shown = Set(demarche.champs(contexte).map(\.nom))
    var parChamp: [String: String] = [:]
    var autres: [String] = []
    for faute in fautes {
      if let champ = faute.champ, shown.contains(champ) {
        parChamp[champ] = faute.phrase
      } else {
        autres.append(faute.phrase)
      }
    }
    return (parChamp, autres)
  }
}

extension [Champ] {
  /// With what was typed and what is wrong; the first fault is where typing goes on, else the first field.
  func remplis(_ formulaire: Formulaire, _ fautes: [String: String]) -> [Champ] {
    let first = first { fautes[$0.nom] != nil }?.nom ?? first?.nom
    return map { champ in
      var champ = champ
      if formulaire.champs.contains(where: { $0.nom == champ.nom }) { champ.valeur = formulaire[champ.nom] }
      champ.erreur = fautes[champ.nom]
      champ.premier = champ.nom == first
      return champ
    }
  }
}
