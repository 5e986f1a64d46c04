import Convention
import Foundation
import Generation
import Interface

extension EtudeSimulee {
  /// Reads what the centre left for it that day: new dossiers, news of those it has.
  mutating func lire(_ fichiers: [URL], _ jour: Jour, _ livre: inout Livre) throws {
    for url in fichiers where url.lastPathComponent.hasPrefix("RI.") {
      try LectureDeFichier.forEachRecord(url, formats, genre: "retour-informations") { livre.lire($0) }
    }
    var arrives: [String] = []
    for url in fichiers where url.lastPathComponent.hasPrefix("AL.") {
      var (application, exploitation, version) = ("", "", 1)
      try LectureDeFichier.forEachRecord(url, formats, genre: "aller") { record in
        if record.codeType == "00" {
          application = record.texte("application_source") ?? ""
          exploitation = record.texte("exploitation") ?? ""
          centre = record.texte("centre_serveur") ?? ""
          version = record.texte("version").flatMap { Int($0) } ?? 1
        } else if let numero = record.texte("numero_demande") {
          let cle = "\(application)/\(exploitation)/\(numero)"
          if record.codeType == "10", dossiers[cle] == nil {
            arrives.append(cle)
            livre.resultats[plan.code, default: .init()].remis.add(record.montant("montant_total") ?? .zero)
          }
          lire(record, cle, application, exploitation, numero, jour)
          if record.codeType == "10", version > 1 { dossiers[cle]?.estRapporte = true }
        }
      }
    }
    for cle in arrives { prevoir(cle, jour) }
  }

  private mutating func lire(
    _ record: Enregistrement, _ cle: String, _ application: String, _ exploitation: String, _ numero: String,
    _ jour: Jour
  ) {
    switch record.codeType {
    case "10" where dossiers[cle] == nil:
      dossiers[cle] = DossierSuivi(
        DossierTenu(
          application: application, exploitation: exploitation, numero: numero,
          phase: record.texte("phase").flatMap(Phase.init) ?? .comminatoire, remise: jour,
          etatPoursuites: record.texte("numero_etat_poursuites")))
      if record.texte("phase") == Phase.judiciaire.rawValue {
        dossiers[cle]?.poursuite = PoursuiteSuivie(
          mesure: record.texte("mesure_demandee") ?? "AUT",
          ouverturePermise: record.indicateur("ouverture_forcee") == true)
      }
    case "30":
      guard let rang = record.entier("rang_titre"), let emission = record.jour("date_emission_titre"),
        let reste = record.montant("reste_du")
      else { return }
      dossiers[cle]?.tenu.add(.init(rang: rang, emission: emission, reste: reste))
    case "50":
      guard let event = record.entier("numero_evenement"), let code = record.texte("code_evenement") else { return }
      dossiers[cle]?.apprendre(
        event, code, montant: record.montant("montant"), rang: record.entier("rang_titre"),
        annule: record.entier("evenement_annule"), fin: record.jour("date_fin"))
      suivre(code, record.entier("numero_message_etude"), cle, jour)
    default: return
    }
  }
}
