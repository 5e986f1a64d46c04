import Convention
import Foundation
import Interface
import Registre

/// What is typed on the site goes the way of a file: it becomes a small one, is judged by the same rules, and gives the same events.
///
/// All in one transaction, so that nobody ever sees it half done and a night's file in progress does not make it wait; only the
/// files that it sends to an étude are written afterwards, and written again if a stop came in between.
public struct Saisie: Sendable {
  let centre: Centre
  let annuaire: Annuaire

  /// The channel of what is typed.
  public static let canal = "site"

  public init(_ centre: Centre) async throws {
    self.centre = centre
    annuaire = try await centre.registre.lire { try $0.annuaire() }
  }

  /// One record of an act, by the names of the format's fields; the numbers of the record are given here.
  public struct Ligne: Hashable, Sendable {
    public let type: String
    public let champs: [String: Valeur]
    public init(_ type: String, _ champs: [String: Valeur?]) {
      self.type = type
      self.champs = champs.compactMapValues { $0 }
    }
  }

  /// Who types, and the key of his form: the same key again gives what the first gave.
  public struct Auteur: Hashable, Sendable {
    /// The identifier of the user.
    public let identifiant: String
    public let cle: String
    public init(identifiant: String, cle: String) {
      self.identifiant = identifiant
      self.cle = cle
    }
  }

  /// An étude tells something of a dossier (art. 7, R024).
  ///
  /// Throws ``SaisieRefusee`` with what is wrong, field by field; nothing is then changed.
  public func message(
    _ lignes: [Ligne], of etude: CodeEtude, sur cle: CleDemande, par auteur: Auteur
  ) async throws -> FichierRecu {
    let (suite, header) = entete("ET", etude: etude.texte)
    return try await saisir(
      suite, header, auteur: "etude:\(etude)/\(auteur.identifiant)", cle: auteur.cle
    ) { lecture in
      let first = try lecture.prochainMessageSaisi(of: etude)
      return lignes.enumerated().map { rank, ligne in ligne.numbered(first + Int64(rank), lot: first, sur: cle) }
    }
  }

  /// A comptable tells something of a demand that he has sent (art. 8, R026).
  public func actualisation(
    _ ligne: Ligne, of poste: Codique, sur fiche: Fiche, par auteur: Auteur
  ) async throws -> FichierRecu {
    let cle = fiche.dossier.demande.cle
    let (suite, header) = entete("AL", application: cle.application, exploitation: cle.exploitation)
    return try await saisir(
      suite, header, auteur: "poste:\(poste)/\(auteur.identifiant)", cle: auteur.cle
    ) { lecture in
      let numero = try lecture.prochaineActualisation(of: fiche.id)
      return [
        Ligne(
          ligne.type,
          ligne.champs.merging(
            ["numero_demande": .texte(cle.numero), "numero_evenement": .entier(numero)]) { _, new in new })
      ]
    }
  }

  /// The header of a file of one act, as a partner would write it.
  func entete(
    _ genre: String, etude: String = "", application: String = "", exploitation: String = ""
  ) -> (FichierRecu.Suite, [(String, Valeur)]) {
    let suite = FichierRecu.Suite(
      genre: genre, environnement: "P", application: application, exploitation: exploitation, etude: etude)
    let department = annuaire.applications[application]?.departementsInformatiques.sorted().first
    let transmits = CodeEtude(etude).flatMap { annuaire.etudes[$0]?.transmetBilan } ?? true
    let fields: [(String, Valeur)] = [
      ("application_source", .texte(application)), ("exploitation", .texte(exploitation)),
      ("departement_informatique", .texte(department ?? application)), ("etude", .texte(etude)),
      ("centre_serveur", .texte(annuaire.centre ?? Demande.applicationSaisie)), ("numero_sequence", .entier(1)),
      ("date_emission", .jour(centre.horloge.jour)), ("horodatage_emission", .instant(centre.horloge.instant)),
      ("environnement", .texte("P")), ("transmettre_bilan", .indicateur(transmits)),
    ]
    return (suite, fields)
  }
}

extension Saisie.Ligne {
  /// Its own number, and that of the payment that it opens or splits: `S-` and the number of the first message.
  fileprivate func numbered(_ numero: Int64, lot: Int64, sur cle: CleDemande) -> Saisie.Ligne {
    var all = champs
    all["application_source"] = .texte(cle.application)
    all["exploitation"] = .texte(cle.exploitation)
    all["numero_demande"] = .texte(cle.numero)
    all["numero_message"] = .entier(numero)
    if type == "64" || type == "65" { all["numero_encaissement"] = .texte("S-\(lot)") }
    return Saisie.Ligne(type, all)
  }
}
