import Convention

/// A demand that could exist, before it is written.
package struct DemandeFictive {
  package var numero: String
  package var phase: Phase
  var isHospital: Bool
  var date: Jour
  var poste: PosteGenere
  package var lieu: Lieu
  var redevables: [RedevableFictif]
  var titres: [TitreFictif]
  /// What a judicial demand rests on; nil for the one that every generated file makes.
  package var poursuites: PoursuitesFictives?

  package var total: Montant { titres.reduce(.zero) { $0 + $1.resteDu } }
}

struct RedevableFictif {
  var qualite: String
  var categorie: String
  var natureJuridique: String
  var civilite: String?
  var nom: String
  var prenom: String?
  var naissance: Jour?
  var siret: String?
  var reference: String?
  /// Lines 2 to 5.
  var lignes: [String?]
  var telephone: String?
  var courriel: String?

  /// The first line of the address, as printed.
  var destinataire: String { [civilite, prenom, nom].compactMap { $0 }.joined(separator: " ") }
}

struct TitreFictif {
  var nature: String
  var profil: ProfilDeCreance
  var collectivite: CollectiviteFictive
  var numero: Int
  var bordereau: Int
  var emission: Jour
  var objet: String
  var initial: Montant
  var frais: Montant?
  var paye: Montant?

  var resteDu: Montant { initial + (frais ?? .zero) - (paye ?? .zero) }
}

/// A public body that is owed money; the same name always has the same codes.
struct CollectiviteFictive {
  let nom: String
  /// Three digits, within the poste.
  let code: String
  let siret: String

  init(_ nom: String) {
    var alea = Alea(graine: flux(nom))
    self.nom = nom
    code = padded(100 + alea.below(900), to: 3)
    siret = Immatriculation.siret(premier: 2, &alea)
  }
}
