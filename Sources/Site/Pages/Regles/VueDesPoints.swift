import Convention

/// Where the texts disagree or are silent: the reading kept, and the other choices.
struct VueDesPoints: Vue {
  let points: [PointOuvert]
  let politiques: [Politique]

  init(_ points: [PointOuvert], _ politiques: [Politique]) {
    self.points = points
    self.politiques = politiques
  }

  func ecrire(_ h: inout HTML) {
    if !points.isEmpty {
      h.titre(2, "Points ouverts")
      h.vue(Tableau("Où le texte se contredit, et la lecture suivie", colonnesDesPoints, points))
    }
    guard !politiques.isEmpty else { return }
    h.titre(2, "Politiques")
    h.vue(Tableau("Ce qui est suivi", colonnesDesPolitiques, politiques))
  }

  private var colonnesDesPoints: [Tableau<PointOuvert>.Colonne] {
    [
      .init("Point") { "\($0.rawValue). \($0.libelle)" },
      .init("Un texte") { "\($0.texteA.lieu) : \($0.texteA.phrase)" },
      .init("L’autre") { "\($0.texteB.lieu) : \($0.texteB.phrase)" }, .init("Lecture suivie") { $0.lecture },
      .init("Règle") { $0.type ?? "" },
    ]
  }

  private var colonnesDesPolitiques: [Tableau<Politique>.Colonne] {
    [
      .init("Question") { politique, h in
        h.texte(politique.question)
        let textes = politique.articles.map(\.description).joined(separator: " ; ")
        h.element("small", "\(politique.type) — \(textes)")
      },
      .init("Suivi") { "\($0.choix.libelle) (\($0.choix.nom))" },
      .init("Autres choix") { $0.autres.map { "\($0.libelle) (\($0.nom))" }.joined(separator: " ; ") },
      .init("Pourquoi") { $0.source }, .init("Qui choisit") { $0.reglage },
    ]
  }
}
