import Convention
import Foundation
import Interface

/// Writes what an étude reports on a day about the dossiers handed to it, and what a centre must make of it.
public struct GenerateurEtude {
  private let plan: PlanEtude
  private let table: TableFormat
  private let genre: Genre
  private let portefeuille: Portefeuille
  private let tirage: TirageDeDefauts<DefautEtude>
  private let typeInconnu: String
  private var messages: Messages
  private var attendu: Attendu
  private var dernierEncaissement: String?

  public init(_ plan: PlanEtude, _ table: TableFormat, _ formats: Formats) throws {
    guard let genre = table.genre(nom: "etude") else {
      throw FauteDeGeneration("La version \(table.version) du format n’a pas de genre « etude ».")
    }
    guard (1...8_998).contains(plan.sequence) else {
      throw FauteDeGeneration("Numéro de fichier d’étude : de 1 à 8998 attendu.")
    }
    self.plan = plan
    self.table = table
    self.genre = genre
    portefeuille = try Portefeuille(plan.remises, formats)
    tirage = try TirageDeDefauts(plan.defauts, possibles: Set(DefautEtude.allCases))
    typeInconnu = (0...99).map { padded(99 - $0, to: 2) }.first { genre.type($0) == nil } ?? "ZZ"
    messages = Messages(plan, portefeuille.etude)
    attendu = Attendu(graine: plan.graine, genre: genre, version: table.version, sequence: plan.sequence)
  }

  /// The name that the format advises: `ET.-.-.E3101.20260304.000001`.
  public var nomConseille: String {
    "ET.-.-.\(portefeuille.etude).\(plan.jour.compact).\(padded(plan.sequence, to: 6))"
  }

  /// The étude that the files are addressed to.
  public var etude: String { portefeuille.etude }

  /// Dossiers known to the étude on that day.
  public var dossierCount: Int { portefeuille.dossiers.count }

  /// Writes the file, whole or not at all.
  public mutating func write(to url: URL) throws -> Attendu {
    var ecrivain = try EcrivainDeFichier(table, genre, to: url)
    try ecrivain.write(entete)
    for dossier in portefeuille.dossiers { try write(dossier, &ecrivain) }
    try ecrivain.finish()
    attendu.finish(ecrivain.comptes, genre)
    return attendu
  }

  /// Lives the dossier again from its hand-over; what happens on the day of the plan is written.
  private mutating func write(_ tenu: DossierTenu, _ ecrivain: inout EcrivainDeFichier) throws {
    var dossier = tenu
    var paiements: [Int: Paiement] = [:]
    var seen = dossier.remise
    var alea = Alea(graine: plan.graine, flux: flux("\(dossier.cle)/\(plan.jour.iso)"))
    for (delai, acte) in Destin(dossier, portefeuille.etude, plan).actes {
      let day = dossier.remise.adding(days: delai)
      guard day <= plan.jour, !dossier.isOver(on: day) else { break }
      dossier.follow(after: seen, until: day)
      seen = day
      let before = messages
      let lignes = messages.lignes(acte, &dossier, &paiements)
      guard day == plan.jour else {
        messages = before
        continue
      }
      try write(lignes, dossier, &ecrivain, &alea)
    }
  }

  private mutating func write(
    _ lignes: [Ligne], _ dossier: DossierTenu, _ ecrivain: inout EcrivainDeFichier, _ alea: inout Alea
  ) throws {
    guard let root = lignes.first else { return }
    for ligne in lignes { try ecrivain.write(ligne) }
    attendu.resume.messages_acceptes[root.type, default: 0] += 1
    if root.type == "64" { dernierEncaissement = root.texte("numero_encaissement") }
    guard let defaut = tirage.draw(&alea),
      let faute = messages.faute(
        defaut, dossier, typeInconnu: typeInconnu, dernierEncaissement: dernierEncaissement)
    else { return }
    try expect(defaut, faute, &ecrivain)
  }

  private mutating func expect(_ defaut: DefautEtude, _ faute: MessageFautif, _ ecrivain: inout EcrivainDeFichier)
    throws
  {
    let first = ecrivain.ligneSuivante
    for ligne in faute.lignes { try ecrivain.write(ligne) }
    let ligne = faute.lignes[faute.indice]
    attendu.defauts[defaut.rawValue, default: 0] += 1
    attendu.rejets.append(
      Attendu.Rejet(
        ligne: first + faute.indice, type: ligne.isStranger ? ligne.strangerType : ligne.type,
        numero_demande: ligne.isStranger ? nil : ligne.texte("numero_demande"),
        niveau: ["64", "65"].contains(ligne.type) ? "D" : "E", code: faute.code, champ: faute.champ))
  }

  private var entete: Ligne {
    Ligne(
      "00",
      [
        ("centre_serveur", .texte(portefeuille.centre)), ("etude", .texte(portefeuille.etude)),
        ("numero_sequence", .entier(Int64(plan.sequence))), ("date_emission", .jour(plan.jour)),
        ("horodatage_emission", .instant(Instant(plan.jour, heure: 18))), ("environnement", .texte("P")),
        ("logiciel", .texte("LOGIETUDE")), ("version_logiciel", .texte("5.2")),
        ("transmettre_bilan", .indicateur(plan.transmetBilan)),
      ])
  }
}
