import Centre
import Generation

extension BilanDEpreuve {
  /// The same for the same seeds, whatever the machine.
  func json(_ graine: UInt64) -> JSONValue {
    .objet([
      ("vies", JSONValue(vies)), ("commandes", JSONValue(etapes)), ("graine", .entier(Int64(graine))),
      ("fautes", JSONValue(fautes)),
      (
        "genres",
        .objet(GenreDeVie.allCases.compactMap { genre in parts[genre].map { (genre.rawValue, $0.json) } })
      ),
      ("premieres_fautes", .liste(premieresFautes.map(\.json))),
    ])
  }

  func lignes(_ graine: UInt64) -> [String] {
    ["\(accorde(vies, "vie", "vies")) depuis la graine \(graine), \(accorde(etapes, "commande", "commandes"))."]
      + GenreDeVie.allCases.flatMap { genre in parts[genre].map { $0.lignes(genre) } ?? [] }
      + premieresFautes.flatMap(\.lignes)
      + [fautes == 0 ? "Tous les invariants tiennent." : "\(accorde(fautes, "vie", "vies")) en défaut."]
  }
}

extension BilanDEpreuve.Part {
  fileprivate var json: JSONValue {
    .objet([
      ("vies", JSONValue(vies)), ("commandes", JSONValue(etapes)),
      (
        "invariants",
        .liste(
          tenues.map { tenue in
            .objet([
              ("nom", .texte(tenue.nom)), ("fondement", .texte(tenue.fondement)),
              ("constats", JSONValue(tenue.constats)), ("fautes", JSONValue(tenue.fautes)),
            ])
          })
      ),
      (
        "usages",
        .liste(
          triees.map { nom, usage in
            .objet([
              ("commande", .texte(nom)), ("acceptees", JSONValue(usage.acceptees)),
              ("refusees", JSONValue(usage.refusees)),
            ])
          })
      ),
    ])
  }

  private var triees: [(String, BilanDEpreuve.Usage)] {
    commandes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  fileprivate func lignes(_ genre: GenreDeVie) -> [String] {
    ["", "\(accorde(vies, "vie", "vies")) : \(genre.libelle)"]
      + tenues.map { tenue in
        let verdict = tenue.fautes == 0 ? "tenu" : "EN DÉFAUT \(nombre(tenue.fautes)) fois"
        return "  \(verdict), \(nombre(tenue.constats)) constats : \(tenue.nom) (\(tenue.fondement))"
      }
      + triees.map { nom, usage in
        "    \(nom) : \(accorde(usage.acceptees, "acceptée", "acceptées")), \(accorde(usage.refusees, "refusée", "refusées"))"
      }
  }
}

extension FauteDeVie {
  fileprivate var json: JSONValue {
    .objet([
      ("graine", .entier(Int64(graine))), ("rang", JSONValue(rang)), ("invariant", .texte(invariant)),
      ("commande", .texte(commande)), ("phrase", .texte(phrase)),
    ])
  }

  fileprivate var lignes: [String] {
    [
      "", "Graine \(graine), commande \(rang) (\(commande)) : \(invariant) — \(phrase).",
      "  Pour la revoir : centre-serveur regles eprouver --vies 1 --graine \(graine)",
    ]
  }
}
