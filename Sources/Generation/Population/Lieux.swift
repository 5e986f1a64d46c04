import Adresses
import Convention

/// The communes where redevables live, from the official table, and the damaged ways to write them.
///
/// An expectation is always the commune that was damaged. The table is only asked which communes bear a damage: a
/// missing code can be found again where the name alone tells it, and cannot where the commune has several.
package struct Lieux {
  let referentiel: Referentiel
  let lieux: [Lieu]
  private let parCode: [[Lieu]]
  /// Bytes of the sixth line of an address, code apart.
  private static let greatestName = 32

  /// Communes of these codes whose name and code, written well, designate them for certain.
  package init(_ codes: [CodePostal], _ referentiel: Referentiel) throws(FauteDeGeneration) {
    self.referentiel = referentiel
    let lieux = Set(codes).sorted().flatMap { code in
      referentiel.communes(of: code).map { Lieu(code: code, insee: $0.insee, nom: $0.nom) }
    }.filter { $0.nom.utf8.count <= Lieux.greatestName }
      .filter { referentiel.gives($0, written: Ligne6(code: $0.code.texte, localite: $0.nom)) }
    self.lieux = lieux
    parCode = Dictionary(grouping: lieux, by: \.code).sorted { $0.key < $1.key }.map(\.value)
    guard !lieux.isEmpty else {
      throw FauteDeGeneration("Aucun des codes postaux donnés ne dessert une commune de la table officielle.")
    }
  }

  /// A place: each code as often as the others, however many communes it serves, so that towns weigh more than villages.
  package func draw(_ alea: inout Alea) -> Lieu { alea.pick(alea.pick(parCode)) }

  /// The code is not written; the name alone tells it.
  func sansCode() -> [LieuAbime] { damaged { [Ligne6(localite: $0.nom)] } }

  /// Two neighbouring digits of the code have changed places; the name puts them right.
  func codeInterverti() -> [LieuAbime] {
    damaged { lieu in
      Lieux.swaps(lieu.code.texte).filter { CodePostal($0) != lieu.code }
        .map { Ligne6(code: $0, localite: lieu.nom) }
    }
  }

  /// The name is shortened as people do; the code stands.
  func communeAbregee() -> [LieuAbime] {
    damaged { lieu in
      Lieux.abbreviations(lieu.nom).map { Ligne6(code: lieu.code.texte, localite: $0) }
    }
  }

  /// The name has a letter too few; the code stands.
  func communeMalEcrite() -> [LieuAbime] {
    damaged { lieu in
      guard lieu.nom.count >= 6 else { return [] }
      let middle = lieu.nom.index(lieu.nom.startIndex, offsetBy: lieu.nom.count / 2)
      var shorter = lieu.nom
      shorter.remove(at: middle)
      return [Ligne6(code: lieu.code.texte, localite: shorter)]
    }
  }

  /// The code is not written and the commune has several: a person must choose.
  func communeAmbigue() -> [LieuAbime] {
    lieux.map { LieuAbime(lieu: $0, ligne6: Ligne6(localite: $0.nom)) }
      .filter { referentiel.codes($0.ligne6).count > 1 }
  }

  private func damaged(_ ways: (Lieu) -> [Ligne6]) -> [LieuAbime] {
    lieux.flatMap { lieu in
      ways(lieu).filter { referentiel.gives(lieu, written: $0) }.map { LieuAbime(lieu: lieu, ligne6: $0) }
    }
  }

  private static func swaps(_ code: String) -> [String] {
    let digits = Array(code)
    return (0..<digits.count - 1).map { index in
      var swapped = digits
      swapped.swapAt(index, index + 1)
      return String(swapped)
    }
  }

  private static func abbreviations(_ nom: String) -> [String] {
    let known = [("SAINTE ", "STE "), ("SAINT ", "ST "), (" SUR ", "/"), (" SUR ", " S/ "), (" SOUS ", " S/S ")]
    let shortened = known.filter { nom.contains($0.0) }.map { nom.replacing($0.0, with: $0.1) }
    return shortened.isEmpty && nom.count > 8 ? ["\(nom.prefix(6))."] : shortened
  }
}

extension Referentiel {
  private func restored(_ ligne6: Ligne6) -> Restauration {
    restaurer(AdresseRecue(codePostal: ligne6.code ?? "", localite: ligne6.localite, codePays: ligne6.pays))
  }

  /// The codes that an address leaves possible.
  fileprivate func codes(_ ligne6: Ligne6) -> [CodePostal] { restored(ligne6).codesPossibles }

  /// The address designates that commune and that code for certain.
  fileprivate func gives(_ lieu: Lieu, written ligne6: Ligne6) -> Bool {
    let found = restored(ligne6)
    return found.codesPossibles == [lieu.code] && found.insee == lieu.insee
  }

  /// Nothing in France is designated.
  func loses(_ ligne6: Ligne6) -> Bool { codes(ligne6).isEmpty }
}
