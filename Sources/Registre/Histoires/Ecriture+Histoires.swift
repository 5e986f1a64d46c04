import Convention
import Preuve
import SQLEngine

extension Ecriture {
  /// Opens a history: its first fact and what was decided at once.
  ///
  /// Refused with ``RegistreFault/histoireConnue(genre:)`` when another of its kind has its key.
  public func ouvrir<H: Histoire>(
    _ type: H.Type, _ actes: [H.Acte], trace: Trace
  ) throws -> FicheDHistoire<H> {
    guard let premier = actes.first, let histoire = H(premier) else {
      throw RegistreFault.histoireSansOuverture(genre: H.genre.rawValue)
    }
    let cle = histoire.resume.cle
    guard try !lecture.histoireConnue(H.genre, cle) else {
      throw RegistreFault.histoireConnue(genre: H.genre.rawValue)
    }
    let id = try prochaineHistoire()
    let empreinte = try consigner(premier, H.self, id: id, cle: cle, rang: 1, precedent: nil, trace)
    var fiche = FicheDHistoire(id: id, histoire, ouverte: trace.jour, empreinte: empreinte)
    for acte in actes.dropFirst() { try append(acte, to: &fiche, trace) }
    try insert(fiche)
    return fiche
  }

  /// Appends what was decided of a history and brings its line up to date.
  public func ajouter<H: Histoire>(_ actes: [H.Acte], to fiche: inout FicheDHistoire<H>, trace: Trace) throws {
    guard !actes.isEmpty else { return }
    let postes = fiche.postes
    for acte in actes { try append(acte, to: &fiche, trace) }
    try connection.runLater(HistoireColonnes.miseAJour, HistoireColonnes.values(of: fiche) + [.int(fiche.id)])
    guard fiche.postes != postes else { return }
    try connection.runLater("DELETE FROM histoire_poste WHERE histoire = $1", [.int(fiche.id)])
    try insertPostes(of: fiche)
  }

  private func append<H: Histoire>(_ acte: H.Acte, to fiche: inout FicheDHistoire<H>, _ trace: Trace) throws {
    let rang = fiche.rang + 1
    let empreinte = try consigner(
      acte, H.self, id: fiche.id, cle: fiche.cle, rang: rang, precedent: fiche.precedent, trace)
    fiche.suivre(acte, rang: rang, empreinte: empreinte)
  }

  private func consigner<H: Histoire>(
    _ acte: H.Acte, _ type: H.Type, id: Int64, cle: String, rang: Int, precedent: Empreinte?, _ trace: Trace
  ) throws -> Empreinte {
    let octets = try CanonicalEncoder.encode(
      EnveloppeDHistoire(acte, of: H.genre, cle, rang: rang, precedent: precedent, trace))
    return try consigner(octets, of: .histoire(id), rang: rang, genre: H.genre.rawValue, trace)
  }

  /// The line of a history that has none yet.
  func insert<H: Histoire>(_ fiche: FicheDHistoire<H>) throws {
    try connection.runLater(
      HistoireColonnes.insertion,
      [.int(fiche.id), .text(H.genre.rawValue), .text(fiche.cle), .text(fiche.ouverte.iso)]
        + HistoireColonnes.values(of: fiche))
    try insertPostes(of: fiche)
  }

  private func insertPostes<H: Histoire>(of fiche: FicheDHistoire<H>) throws {
    for poste in fiche.postes.map(\.texte).sorted() {
      try connection.runLater(
        "INSERT INTO histoire_poste(histoire, poste) VALUES ($1, $2)", [.int(fiche.id), .text(poste)])
    }
  }
}

/// The projection of a history: which columns, from what it has become.
enum HistoireColonnes {
  /// Never change.
  static let identite = ["id", "genre", "cle", "ouverte"]

  /// Follow each fact.
  static let etat = ["libelle", "etat", "poste", "etude", "departement", "echeance", "montant", "rang"]

  static let insertion = {
    let columns = identite + etat
    let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return "INSERT INTO histoire(\(columns.joined(separator: ", "))) VALUES (\(places))"
  }()

  static let miseAJour = {
    let changes = etat.enumerated().map { "\($1) = $\($0 + 1)" }.joined(separator: ", ")
    return "UPDATE histoire SET \(changes) WHERE id = $\(etat.count + 1)"
  }()

  static func values<H: Histoire>(of fiche: FicheDHistoire<H>) -> [SQLValue] {
    let resume = fiche.histoire.resume
    return [
      .text(resume.libelle), .text(resume.etat), .text(resume.poste?.texte), .text(resume.etude?.texte),
      .text(resume.departement?.texte), .text(resume.echeance?.iso), .int(resume.montant?.cents),
      .int(Int64(fiche.rang)),
    ]
  }
}
