import Adresses
import Convention
import Foundation
import Testing

@Suite("Référentiel des communes")
struct ReferentielTests {
  private func code(_ texte: String) throws -> CodePostal { try #require(CodePostal(texte)) }
  private func insee(_ texte: String) throws -> CodeInsee { try #require(CodeInsee(texte)) }

  @Test("the shipped table says where it comes from and how much it holds")
  func notice() throws {
    let notice = try Embarque.referentiel.get().notice
    #expect(notice.source.hasPrefix("La Poste"))
    #expect(notice.date == "COG 2024")
    #expect(notice.licence.hasPrefix("Licence Ouverte"))
    #expect(notice.communeCount == 35_065)
    #expect(notice.codePostalCount == 6326)
  }

  @Test("the département comes from the commune, not from the first digits of the code")
  func departements() throws {
    let referentiel = try Embarque.referentiel.get()
    #expect(referentiel.departements(of: try code("31770")).map(\.texte) == ["31"])
    #expect(referentiel.departements(of: try code("20000")).map(\.texte) == ["2A"])
    #expect(referentiel.departements(of: try code("97150")).map(\.texte) == ["978"])
    #expect(referentiel.departements(of: try code("99999")).isEmpty)
    let astride = referentiel.departements(of: try code("01410")).map(\.texte)
    #expect(astride == ["01", "39"])
  }

  @Test("communes of a code, name of a commune, towns with arrondissements included")
  func communes() throws {
    let referentiel = try Embarque.referentiel.get()
    #expect(referentiel.communes(of: try code("31770")).map(\.nom) == ["COLOMIERS"])
    #expect(referentiel.communes(of: try code("72440")).count > 5)
    #expect(referentiel.nom(of: try insee("31149")) == "COLOMIERS")
    #expect(referentiel.nom(of: try insee("75115")) == "PARIS 15")
    #expect(referentiel.nom(of: try insee("75056")) == "PARIS")
    #expect(referentiel.nom(of: try insee("31999")) == nil)
  }

  @Test("a faulty table is refused with its file, its line and its fault")
  func faults() throws {
    let heading = "insee;code_postal;nom;acheminement;ligne5\n"
    try refused("", "communes.csv : fichier vide")
    try refused("insee;code\n", "communes.csv, ligne 1 : 2 colonnes, il en faut 5")
    try refused("a;b;c;d;e\n", "communes.csv, ligne 1 : en-tête attendu")
    try refused(heading + "01001;01400;X;\n", "communes.csv, ligne 2 : 4 colonnes, il en faut 5")
    try refused("# source: x\n" + heading + "01001;0140;X;;\n", "communes.csv, ligne 3 : code postal « 0140 »")
    try refused(heading + "96001;01400;X;;\n", "communes.csv, ligne 2 : code INSEE « 96001 »")
    try refused(heading + "01001;01400;;;\n", "communes.csv, ligne 2")
    try refused(
      heading + "01002;01400;X;;\n01001;01400;Y;;\n", "communes.csv, ligne 3 : les communes doivent être triées")
    let good = heading + "01001;01400;X;;\n"
    try refused(
      good, "complements.csv, ligne 2 : nature", complements: "nom;nature;insee;codes;source\nY;autre;01001;;s\n")
    try refused(
      good, "complements.csv, ligne 2 : code", complements: "nom;nature;insee;codes;source\nY;ancienne;01001;1;s\n")
  }

  @Test("a small table of one's own works alone, and complements add names to it")
  func replaced() throws {
    let communes = "insee;code_postal;nom;acheminement;ligne5\r\n01001;01400;PREMIER BOURG;;HAMEAU PERDU\r\n"
    let complements = "nom;nature;insee;codes;source\nBOURG ANCIEN;ancienne;01001;;essai\nX;ancienne;02001;;absente\n"
    let referentiel = try Referentiel(dossier: try folder(communes, complements))
    let adresse = AdresseRecue(codePostal: "", localite: "Bourg-Ancien")
    #expect(referentiel.restaurer(adresse).codePostal?.texte == "01400")
    #expect(referentiel.notice.source == "")
  }

  @Test("a folder without communes.csv is refused in French")
  func absent() {
    let nowhere = FileManager.default.temporaryDirectory.appendingPathComponent("aucun-\(UUID().uuidString)")
    let error = #expect(throws: ReferentielIllisible.self) { try Referentiel(dossier: nowhere) }
    #expect(error?.description == "communes.csv : fichier absent ou illisible")
  }

  private func folder(_ communes: String, _ complements: String?) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("referentiel-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(communes.utf8).write(to: folder.appendingPathComponent("communes.csv"))
    if let complements { try Data(complements.utf8).write(to: folder.appendingPathComponent("complements.csv")) }
    return folder
  }

  private func refused(_ communes: String, _ start: String, complements: String? = nil) throws {
    let folder = try folder(communes, complements)
    defer { try? FileManager.default.removeItem(at: folder) }
    let error = #expect(throws: ReferentielIllisible.self) { try Referentiel(dossier: folder) }
    #expect(error?.description.hasPrefix(start) == true, "\(error?.description ?? "")")
  }
}
