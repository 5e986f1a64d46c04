/// An état récapitulatif from the day it is drawn up to its sending to the comptable (art. 13, al. 1, R053).
///
/// Reading: in two copies, both numbered; the étude signs before it sends. Its figures are those of the day it was drawn up.
public struct EtatRecapitulatif: Histoire {
  public static let genre = GenreDHistoire.etatRecapitulatif

  /// A numbered copy: « exemplaire 1/2 ».
  public struct Exemplaire: Hashable, Sendable, Codable {
    public let numero: Int
    public let sur: Int
    public var texte: String { "exemplaire \(numero)/\(sur)" }
  }

  public enum Acte: Hashable, Sendable, Codable {
    case arrete(contenu: ContenuDuRecapitulatif, exemplaires: [Exemplaire], le: Jour)
    case signe(etude: CodeEtude, le: Jour)
    case transmis(le: Jour)
  }

  public let contenu: ContenuDuRecapitulatif
  public let exemplaires: [Exemplaire]
  public let arreteLe: Jour
  public private(set) var signeLe: Jour?
  public private(set) var transmisLe: Jour?

  public init?(_ premier: Acte) {
    guard case .arrete(let contenu, let exemplaires, let jour) = premier else { return nil }
    self.contenu = contenu
    self.exemplaires = exemplaires
    arreteLe = jour
  }

  public mutating func apply(_ acte: Acte) {
    switch acte {
    case .arrete: break
    case .signe(_, let jour): signeLe = jour
    case .transmis(let jour): transmisLe = jour
    }
  }

  public var resume: ResumeDHistoire {
    ResumeDHistoire(
      cle: RecapitulatifAttendu(contenu).cle,
      libelle: "État récapitulatif \(contenu.periode.texte), \(contenu.phase.libelle)", etat: etat,
      poste: contenu.poste, etude: contenu.etude, departement: contenu.departement,
      montant: contenu.totaux[.encaisse])
  }

  private var etat: String {
    if transmisLe != nil { return "TRANSMIS" }
    return signeLe == nil ? "ARRETE" : "SIGNE"
  }
}

extension EtatRecapitulatif {
  /// Draws an état up, once its period is over: not before the evening of its last day.
  public static func arreter(_ contenu: ContenuDuRecapitulatif, le jour: Jour) throws(Refus) -> [Acte] {
    guard contenu.periode.au <= jour else { throw Refus(.periodeInachevee, under: Article(13, alinea: 1)) }
    let count = Bareme.exemplairesRecapitulatif.value(on: jour)
    let exemplaires = (1...max(1, count)).map { Exemplaire(numero: $0, sur: count) }
    return [.arrete(contenu: contenu, exemplaires: exemplaires, le: jour)]
  }

  /// The étude signs its own état, once.
  public func signer(par etude: CodeEtude, le jour: Jour) throws(Refus) -> [Acte] {
    guard etude == contenu.etude else { throw Refus(.autreEtude, under: Article(13, alinea: 1)) }
    guard signeLe == nil, jour >= arreteLe else { throw outOfOrder }
    return [.signe(etude: etude, le: jour)]
  }

  /// Both copies go to the comptable, once signed.
  public func transmettre(le jour: Jour) throws(Refus) -> [Acte] {
    guard let signeLe, transmisLe == nil, jour >= signeLe else { throw outOfOrder }
    return [.transmis(le: jour)]
  }

  private var outOfOrder: Refus { Refus(.ordreDuRecapitulatif, under: Article(13, alinea: 1)) }
}
