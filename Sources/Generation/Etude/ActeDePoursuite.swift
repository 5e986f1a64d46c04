import Convention

/// Something that an étude does, asks or tells in a judicial recovery (art. 10 and 12).
package enum ActeDePoursuite: Hashable, Sendable {
  /// An act by its code; `etat` where it cites another état de poursuites than the dossier's.
  case acte(code: String, etat: String? = nil, portesForcees: Bool = false)
  case carence(CarenceFictive)
  /// A request to sell, with the copy of the procès-verbal.
  case vendre
  /// A request to force doors.
  case ouvrir
  /// A request for another measure.
  case changer(mesure: String)
  /// The form of a suspension or an interruption.
  case retour
  case avancement(etape: String)
  /// Takes back one of its messages.
  case rectification(message: Int64)
}

/// A procès-verbal de carence as an étude writes it, rightly or not.
package struct CarenceFictive: Hashable, Sendable {
  /// A code of the list `motif_carence`; nil where the étude gives neither reason nor signature.
  package var motif: String?
  /// Why the debtor did not sign; nil if he did.
  package var nonSignature: String?
  package var valeur: Montant?
  package var cout: Montant?

  package init(motif: String?, nonSignature: String? = nil, valeur: Montant? = nil, cout: Montant? = nil) {
    self.motif = motif
    self.nonSignature = nonSignature
    self.valeur = valeur
    self.cout = cout
  }

  /// Each of the three reasons, signed or not; worth less than its sale where that is the reason.
  package init(_ alea: inout Alea) {
    motif = alea.pick(["1", "2", "3"])
    nonSignature = alea.chance(400) ? alea.pick(["01", "02", "03"]) : nil
    guard motif == "3" else { return }
    let cost = alea.between(200_00...600_00)
    cout = Montant(cents: Int64(cost))
    valeur = Montant(cents: Int64(alea.between(10_00...(cost - 1))))
  }
}
