import Convention
import SQLEngine

extension Ecriture {
  public func regler(_ cle: String, _ valeur: String) throws {
    try connection.run(
      "INSERT INTO reglage(cle, valeur) VALUES ($1, $2) ON CONFLICT(cle) DO UPDATE SET valeur = excluded.valeur",
      .text(cle), .text(valeur))
  }

  /// Adds or replaces the actors of a directory; those that it does not name stay as they are.
  public func importer(_ annuaire: Annuaire) throws {
    if let centre = annuaire.centre { try regler("centre_serveur", centre) }
    if let siret = annuaire.siretCentre { try regler("siret_centre", siret) }
    try importer(annuaire.correspondants)
    for (nom, application) in annuaire.applications.sorted(by: { $0.key < $1.key }) {
      try importer(application, nom)
    }
    for poste in annuaire.postes.values.sorted(by: { $0.codique < $1.codique }) { try importer(poste) }
    for etude in annuaire.etudes.values.sorted(by: { $0.code < $1.code }) { try importer(etude) }
  }

  private func importer(_ application: Annuaire.Application, _ nom: String) throws {
    for exploitation in application.exploitations.sorted() {
      try connection.run(
        "INSERT INTO application(application, exploitation) VALUES ($1, $2) ON CONFLICT DO NOTHING", .text(nom),
        .text(exploitation))
    }
    for code in application.departementsInformatiques.sorted() {
      try connection.run(
        "INSERT INTO departement_informatique(application, code) VALUES ($1, $2) ON CONFLICT DO NOTHING", .text(nom),
        .text(code))
    }
  }

  private func importer(_ poste: Poste) throws {
    try connection.run(
      """
      INSERT INTO poste(codique, libelle, ouvert, courriel, acces_verifie, exploitation, arrondissement)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT(codique) DO UPDATE SET libelle = excluded.libelle, ouvert = excluded.ouvert,
        courriel = excluded.courriel, acces_verifie = excluded.acces_verifie, exploitation = excluded.exploitation,
        arrondissement = excluded.arrondissement
      """,
      .text(poste.codique.texte), .text(poste.libelle), .bool(poste.ouvert), .text(poste.courrielGenerique),
      .bool(poste.accesVerifie), .text(poste.exploitation), .text(poste.arrondissement))
  }

  private func importer(_ etude: Etude) throws {
    try connection.run(
      """
      INSERT INTO etude(code, nom, adresse, code_postal, localite, telephone, courriel, siret, part, transmet_bilan,
        contrat)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT(code) DO UPDATE SET nom = excluded.nom, adresse = excluded.adresse,
        code_postal = excluded.code_postal, localite = excluded.localite, telephone = excluded.telephone,
        courriel = excluded.courriel, siret = excluded.siret, part = excluded.part,
        transmet_bilan = excluded.transmet_bilan, contrat = excluded.contrat
      """,
      .text(etude.code.texte), .text(etude.nom), .text(etude.adresse), .text(etude.codePostal), .text(etude.localite),
      .text(etude.telephone), .text(etude.courriel), .text(etude.siret?.texte), .int(etude.part),
      .bool(etude.transmetBilan), .text(try canonical(etude.contrats)))
    try importer(ressort: etude)
  }

  /// The area replaces the former one.
  private func importer(ressort etude: Etude) throws {
    let known = try connection.query(
      "SELECT code_postal FROM ressort WHERE etude = $1 ORDER BY code_postal", .text(etude.code.texte)
    ) { $0.text(0) }
    for code in known where CodePostal(code).map(etude.ressort.contains) != true {
      try connection.run(
        "DELETE FROM ressort WHERE etude = $1 AND code_postal = $2", .text(etude.code.texte), .text(code))
    }
    for code in etude.ressort.sorted() {
      try connection.run(
        "INSERT INTO ressort(code_postal, etude) VALUES ($1, $2) ON CONFLICT DO NOTHING", .text(code.texte),
        .text(etude.code.texte))
    }
  }
}
