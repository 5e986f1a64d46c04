import Adresses
import Convention
import Foundation
import Interface

/// Writes an « aller » file of any size, and knows what a centre must make of it.
///
/// Records go out as they are made: the memory does not grow with the file, but for what the defects leave to expect.
public struct GenerateurAller {
  private var plan: PlanAller
  private let table: TableFormat
  private let genre: Genre
  private var fabrique: FabriqueDeDemandes
  private var atelier: AtelierDeDefauts
  private var actualisations: Actualisations
  private var attendu: Attendu
  private let flux: UInt64

  public init(_ plan: PlanAller, _ table: TableFormat, _ referentiel: Referentiel) throws {
    guard let genre = table.genre(nom: "aller") else {
      throw FauteDeGeneration("La version \(table.version) du format n’a pas de genre « aller ».")
    }
    guard !plan.postes.isEmpty else {
      throw FauteDeGeneration("Aucun poste ouvert aux échanges : personne ne peut demander.")
    }
    guard plan.dossiers >= 0, plan.dossiers <= 10_000_000 else {
      throw FauteDeGeneration("Nombre de dossiers : de 0 à 10 000 000 attendu.")
    }
    guard (1...999_999).contains(plan.sequence), (1...100_000_000).contains(plan.premierNumero) else {
      throw FauteDeGeneration("Numéro de fichier : de 1 à 999 999 attendu ; numéro de demande : de 1 à 100 000 000.")
    }
    self.plan = plan
    self.table = table
    self.genre = genre
    let lieux = try Lieux(plan.codesPostaux, referentiel)
    fabrique = FabriqueDeDemandes(plan, lieux, table)
    atelier = try AtelierDeDefauts(plan, lieux, genre)
    actualisations = Actualisations(plan)
    attendu = Attendu(graine: plan.graine, genre: genre, version: table.version, sequence: plan.sequence)
    flux = Generation.flux("\(plan.application)/\(plan.exploitation)")
  }

  /// The same exploitation on another day: what was prepared from the communes and the rates of defects is kept.
  package func following(_ plan: PlanAller) -> GenerateurAller {
    var next = self
    next.plan = plan
    next.fabrique.plan = plan
    next.atelier.plan = plan
    next.actualisations = Actualisations(plan)
    next.attendu = Attendu(graine: plan.graine, genre: genre, version: table.version, sequence: plan.sequence)
    return next
  }

  /// Writes the file, whole or not at all.
  /// - Parameter progress: told of the demands written, from time to time.
  public mutating func write(to url: URL, progress: (Int) -> Void = { _ in }) throws -> Attendu {
    try write(to: url, progress: progress) { _ in }
  }

  /// - Parameter each: told of every demand as it was before its defect.
  package mutating func write(
    to url: URL, progress: (Int) -> Void = { _ in }, each: (DemandeFictive) -> Void
  ) throws -> Attendu {
    var ecrivain = try EcrivainDeFichier(table, genre, to: url)
    try ecrivain.write(plan.entete)
    var alea = Alea(graine: plan.graine, flux: flux &+ UInt64(plan.sequence))
    for annonce in plan.annonces { try writeUpdate(annonce, &ecrivain) }
    try updateEarlier(&ecrivain, &alea)
    for reprise in plan.reprises {
      try write(reprise, &ecrivain)
      each(reprise)
    }
    for rang in 0..<plan.dossiers {
      each(try writeDemande(rang, &ecrivain))
      if alea.chance(plan.actualisationsParMille), let update = actualisations.next(&alea) {
        try writeUpdate(update, &ecrivain)
      }
      if rang % 10_000 == 9_999 { progress(rang + 1) }
    }
    try ecrivain.finish()
    attendu.finish(ecrivain.comptes, genre)
    return attendu
  }

  private mutating func updateEarlier(_ ecrivain: inout EcrivainDeFichier, _ alea: inout Alea) throws {
    for demande in plan.anterieures where alea.chance(plan.actualisationsParMille) {
      try writeUpdate(actualisations.update(demande, &alea), &ecrivain)
    }
  }

  private mutating func writeUpdate(_ ligne: Ligne, _ ecrivain: inout EcrivainDeFichier) throws {
    try ecrivain.write(ligne)
    attendu.resume.messages_acceptes["50", default: 0] += 1
  }

  private mutating func writeDemande(_ rang: Int, _ ecrivain: inout EcrivainDeFichier) throws -> DemandeFictive {
    var alea = Alea(graine: plan.graine, flux: flux &+ UInt64(plan.premierNumero + rang) &* 0x9E37_79B9)
    let demande = fabrique.demande(rang, &alea)
    guard !plan.codesSansContrat.contains(demande.lieu.code) else {
      try write(demande, &ecrivain)
      return demande
    }
    var lignes = demande.lignes(plan)
    let first = ecrivain.ligneSuivante
    let defaut = atelier.tirage.draw(&alea)
    let consequence = defaut.map { atelier.apply($0, to: &lignes, &alea) } ?? .accepted()
    for ligne in lignes { try ecrivain.write(ligne) }
    count(demande, consequence)
    if let defaut {
      expect(defaut, consequence, lignes, first)
    } else {
      actualisations.remember(demande)
    }
    return demande
  }

  /// A demand without defect, which the centre rejects if no étude has a contract there any more (405).
  private mutating func write(_ demande: DemandeFictive, _ ecrivain: inout EcrivainDeFichier) throws {
    let first = ecrivain.ligneSuivante
    for ligne in demande.lignes(plan) { try ecrivain.write(ligne) }
    guard plan.codesSansContrat.contains(demande.lieu.code) else { return count(demande, .accepted()) }
    count(demande, .rejected(0, "405", "date_demande"))
    attendu.dossiers.append(
      Attendu.Dossier(
        numero_demande: demande.numero, ligne: first, defaut: "contrat-eteint",
        statut: Consequence.Statut.rejete.rawValue, code: "405"))
    attendu.rejets.append(
      Attendu.Rejet(
        ligne: first, type: "10", numero_demande: demande.numero, niveau: "D", code: "405", champ: "date_demande"))
  }

  private mutating func count(_ demande: DemandeFictive, _ consequence: Consequence) {
    switch consequence.statut {
    case .accepte, .attente:
      attendu.resume.acceptes += 1
      attendu.resume.montant_accepte += demande.total.cents
      if consequence.statut == .attente { attendu.resume.attente += 1 }
    case .rejete: attendu.resume.rejetes += 1
    }
    attendu.resume.rejetes += consequence.copies
    if consequence.actualisations > 0 {
      attendu.resume.messages_acceptes["50", default: 0] += consequence.actualisations
    }
  }

  private mutating func expect(_ defaut: DefautAller, _ consequence: Consequence, _ lignes: [Ligne], _ first: Int) {
    attendu.defauts[defaut.rawValue, default: 0] += 1
    attendu.dossiers.append(
      Attendu.Dossier(
        numero_demande: lignes[0].texte("numero_demande") ?? "", ligne: first, defaut: defaut.rawValue,
        statut: consequence.statut.rawValue, code: consequence.statut == .rejete ? consequence.rejets.first?.code : nil,
        code_postal: consequence.codePostal?.texte, avertissement: consequence.avertissement))
    if let copy = consequence.rejets.first, consequence.copies > 0 {
      attendu.dossiers.append(
        Attendu.Dossier(
          numero_demande: lignes[0].texte("numero_demande") ?? "", ligne: first + copy.indice, defaut: defaut.rawValue,
          statut: Consequence.Statut.rejete.rawValue, code: copy.code))
    }
    for rejet in consequence.rejets {
      let ligne = lignes[rejet.indice]
      let type = ligne.isStranger ? ligne.strangerType : ligne.type
      attendu.rejets.append(
        Attendu.Rejet(
          ligne: first + rejet.indice, type: type,
          numero_demande: ligne.isStranger ? nil : ligne.texte("numero_demande"),
          niveau: rejet.isWhole ? "D" : "E", code: rejet.code, champ: rejet.champ))
    }
  }
}

extension PlanAller {
  var entete: Ligne {
    Ligne(
      "00",
      [
        ("application_source", .texte(application)), ("exploitation", .texte(exploitation)),
        ("departement_informatique", .texte(departementInformatique)), ("centre_serveur", .texte(centre)),
        ("numero_sequence", .entier(Int64(sequence))), ("date_emission", .jour(jour)),
        ("horodatage_emission", .instant(Instant(jour, heure: 20, minute: 15))),
        ("environnement", .texte(environnement)),
      ])
  }
}
