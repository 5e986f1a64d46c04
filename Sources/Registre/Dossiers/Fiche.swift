import Convention
import Preuve

/// A dossier as the base holds it: its state, its place in the journal, and the bytes it came from.
public struct Fiche: Sendable {
  public let id: Int64
  public var dossier: Dossier
  public let source: SourceDemande
  /// How many events it has.
  public internal(set) var rang = 0
  /// Fingerprint of the last one.
  var precedent: Empreinte?

  init(id: Int64, dossier: Dossier, source: SourceDemande) {
    self.id = id
    self.dossier = dossier
    self.source = source
  }
}

/// Where the records of a demand are in the file that brought it.
public struct SourceDemande: Hashable, Sendable {
  public let fichier: Int64
  /// Physical rank of the record 10.
  public let ligne: Int
  /// First byte of its group, and byte count.
  public let octet: Int64
  public let longueur: Int64
  /// Physical lines of the group.
  public let lignes: Int

  init(_ trace: Trace) {
    self.init(
      fichier: trace.fichier ?? 0, ligne: trace.ligne ?? 0, octet: trace.octet ?? 0, longueur: trace.longueur ?? 0,
      lignes: trace.lignes ?? 0)
  }

  init(fichier: Int64, ligne: Int, octet: Int64, longueur: Int64, lignes: Int) {
    self.fichier = fichier
    self.ligne = ligne
    self.octet = octet
    self.longueur = longueur
    self.lignes = lignes
  }
}
