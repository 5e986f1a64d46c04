import Convention
import Preuve

extension Lecture {
  /// What a poste is sent at its generic address on a day, and gives back from the site (cahier 4, al. 2; R091): eight
  /// capitals and digits that only the base can make, so that nothing of it is kept.
  public func codeDEpreuve(_ poste: Codique, _ jour: Jour) throws -> String {
    let secret = try connection.first("SELECT octets FROM secret WHERE numero = 1") { $0.blob(0) } ?? []
    let label = Array("epreuve:\(poste.texte):\(jour.iso)".utf8)
    return String(Empreinte(of: secret + label).hexadecimal.prefix(8)).uppercased()
  }
}
