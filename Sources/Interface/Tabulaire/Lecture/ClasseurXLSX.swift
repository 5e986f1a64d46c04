/// An XLSX workbook: finds the wanted sheet and what its cells refer to (ECMA-376, transitional and strict).
enum ClasseurXLSX {
  static func read(
    _ octets: [UInt8], feuille name: String?, bornes: BornesTabulaires
  ) throws(FauteTabulaire) -> Feuille {
    var archive = try ArchiveZip(octets, inflatedByteCount: bornes.inflatedByteCount)
    let place = try workbookPlace(in: &archive)
    let folder = CheminDePartie.folder(of: place)
    let links = try RelationsXLSX.read(&archive, of: place)
    let plan = try PlanDuClasseur.read(&archive, place)
    let sheet = try plan.sheet(named: name)
    guard let target = links.target(of: sheet.link) else {
      throw FauteTabulaire("Le classeur est abîmé : la feuille « \(sheet.name) » n'a pas de contenu.")
    }
    let context = FeuilleXLSX.Context(
      textes: try ChainesXLSX.read(&archive, links.place(kind: "sharedStrings", from: folder)),
      styles: try StylesXLSX.read(&archive, links.place(kind: "styles", from: folder)),
      epoch: plan.epoch, bornes: bornes)
    let part = CheminDePartie.resolve(target, from: folder)
    guard let content = try archive.read(part) else {
      throw FauteTabulaire("Le classeur est abîmé : la feuille « \(sheet.name) » n'a pas de contenu.")
    }
    return Feuille(nom: sheet.name, lignes: try FeuilleXLSX.read(content, part: part, context))
  }

  /// The main part, named by the relations of the package.
  private static func workbookPlace(in archive: inout ArchiveZip) throws(FauteTabulaire) -> String {
    let links = try RelationsXLSX.read(&archive, of: "")
    if let place = links.place(kind: "officeDocument", from: "") {
      if place.hasSuffix(".bin") {
        throw FauteTabulaire("Le classeur est au format XLSB : enregistrez-le au format XLSX.")
      }
      if !place.hasPrefix("xl/"), place.hasPrefix("word/") || place.hasPrefix("ppt/") {
        throw FauteTabulaire(
          "Le fichier est un document et non un classeur : envoyez le tableau en XLSX ou CSV.")
      }
      return place
    }
    if archive.contains("content.xml") {
      throw FauteTabulaire("Le fichier est un classeur OpenDocument (ODS) : enregistrez-le au format XLSX.")
    }
    throw FauteTabulaire("Le fichier est une archive ZIP et non un classeur XLSX.")
  }
}

/// Where a part lies in the archive.
enum CheminDePartie {
  static func folder(of place: String) -> String {
    place.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// `target` is absolute (`/xl/…`) or relative to `folder`; `.` and `..` are followed.
  static func resolve(_ target: String, from folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
