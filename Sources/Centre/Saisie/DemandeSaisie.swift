import Convention
import Registre

/// A demand typed on the site (annexe II-2 ▸1, R142): the fields of its records by the names of the format.
///
/// Numbers, ranks and counts are given here; the total is the one that was typed, so that a slip is seen (318).
public struct DemandeSaisie: Hashable, Sendable {
  public let numero: String
  public let demande: [String: Valeur?]
  /// The main debtor first.
  public let redevables: [[String: Valeur?]]
  public let titres: [[String: Valeur?]]

  public init(
    numero: String, demande: [String: Valeur?], redevables: [[String: Valeur?]], titres: [[String: Valeur?]]
  ) {
    self.numero = numero
    self.demande = demande
    self.redevables = redevables
    self.titres = titres
  }

  /// The part that a record comes from, by its physical rank among those typed.
  public enum Partie: Hashable, Sendable {
    case demande
    /// From 1.
    case redevable(Int)
    case titre(Int)
  }

  /// Where a fault is corrected: an address that leads nowhere (403, 404) at the main debtor, whose it is.
  public func partie(_ faute: SaisieRefusee.Faute) -> Partie {
    if ["403", "404"].contains(faute.code) { return .redevable(1) }
    if faute.rang == 0 { return .demande }
    return faute.rang <= redevables.count ? .redevable(faute.rang) : .titre(faute.rang - redevables.count)
  }

  fileprivate func lignes(_ poste: Poste) -> [Saisie.Ligne] {
    let known: [String: Valeur?] = [
      "numero_demande": .texte(numero), "codique_poste": .texte(poste.codique.texte),
      "libelle_poste": .texte(poste.libelle), "courriel_poste": poste.courrielGenerique.map { .texte($0) },
      "nombre_redevables": .entier(redevables.count), "nombre_titres": .entier(titres.count),
    ]
    let ranked = { (rang: String, index: Int, champs: [String: Valeur?]) in
      champs.merging(["numero_demande": .texte(numero), rang: .entier(index + 1)]) { _, given in given }
    }
    return [Saisie.Ligne("10", demande.merging(known) { _, given in given })]
      + redevables.enumerated().map { Saisie.Ligne("20", ranked("rang_redevable", $0.offset, $0.element)) }
      + titres.enumerated().map { Saisie.Ligne("30", ranked("rang_titre", $0.offset, $0.element)) }
  }
}

extension Saisie {
  /// A comptable sends a demand to an étude.
  ///
  /// Throws a `Refus` when his poste may not send any, ``SaisieRefusee`` with what is wrong, record by record; nothing is then changed.
  public func demande(_ demande: DemandeSaisie, of codique: Codique, par auteur: Auteur) async throws -> FichierRecu {
    guard let poste = annuaire.postes[codique.texte], poste.accesVerifie else {
      throw Refus(.posteNonOuvert, under: Article(.annexeEchanges, "II.1.2"))
    }
    let (suite, header) = entete("AL", application: Demande.applicationSaisie, exploitation: codique.texte)
    return try await saisir(suite, header, auteur: "poste:\(codique)/\(auteur.identifiant)", cle: auteur.cle) { _ in
      demande.lignes(poste)
    }
  }
}
