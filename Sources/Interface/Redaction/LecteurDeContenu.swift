/// Gives every record of a file as it stands, without judging any: for showing a file, whatever its faults.
public final class LecteurDeContenu {
  private let lecteur: Lecteur
  private let genre: Genre
  private var ligne = 0

  /// nil when the header does not tell the version and the kind (001 to 003).
  public init?(_ ouverture: Ouverture, _ source: SourceOctets) {
    guard let table = ouverture.table, let genre = ouverture.genre, let disposition = ouverture.disposition
    else { return nil }
    self.genre = genre
    lecteur = Lecteur(source, disposition: disposition, longueur: table.longueur, from: 0, to: ouverture.end)
  }

  public func next() throws(FauteDeLecture) -> Enregistrement? {
    guard let article = try lecteur.next() else { return nil }
    ligne += 1
    let bytes = Array(UnsafeBufferPointer(start: article.octets, count: article.count))
    return Enregistrement(
      type: genre.type(Latin9.text(bytes.prefix(2))), ligne: ligne, position: article.position,
      longueur: article.longueur, octets: bytes[...])
  }
}
