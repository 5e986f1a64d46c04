/// What a field may hold, beyond its type.
struct ValeursAdmises {
  let champ: Champ
  let table: TableFormat

  var phrase: Phrase {
    [constant, list, pattern, ceiling, key, unit, check].filter { !$0.isEmpty }.joined(separator: " ; ")
  }

  private var constant: Phrase { champ.valeur.map { .code($0) } ?? Phrase() }

  private var list: Phrase {
    guard let name = champ.liste else { return Phrase() }
    guard let fallback = champ.inconnu else { return "liste \(Phrase.lien(name, Ancre.liste(name)))" }
    let warning = Phrase.lien(fallback.avertissement.texte, Ancre.anomalie(fallback.avertissement))
    return """
      liste \(Phrase.lien(name, Ancre.liste(name))) ; un code inconnu devient \(code: fallback.valeur) avec \
      l'avertissement \(warning)
      """
  }

  private var pattern: Phrase { champ.motif.map { "motif \(code: $0)" } ?? Phrase() }

  private var ceiling: Phrase { champ.plafond.map { "au plus \(Tableau.grouped($0))" } ?? Phrase() }

  private var key: Phrase {
    switch champ.cle {
    case nil: Phrase()
    case .siret: "clé de SIRET"
    case .siren: "clé de SIREN"
    case .selon(let other): "clé de SIRET ou de SIREN selon \(code: other)"
    }
  }

  private var unit: Phrase { champ.unite.map { "unité : \($0)" } ?? Phrase() }

  private var check: Phrase {
    switch champ.controle {
    case nil: Phrase()
    case .compte(nil): "nombre d'enregistrements du fichier"
    case .compte(let type?): "nombre d'enregistrements \(type)"
    case .somme(let type, let other, nil): "somme des \(code: other) des enregistrements \(type)"
    case .somme(let type, let other, let sign?):
      "somme des \(code: other) des enregistrements \(type) de signe \(code: sign)"
    }
  }
}
