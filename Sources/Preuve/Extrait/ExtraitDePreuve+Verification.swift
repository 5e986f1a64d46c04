extension ExtraitDePreuve {
  /// Verifies the proof from itself alone.
  ///
  /// A verified proof shows that these events, from the first to the `nombre`-th without gap, are those that were sealed when
  /// the seals were made, provided that the last seal's fingerprint is the one kept elsewhere. It cannot show that nothing was
  /// added after.
  public func verdict() -> Verdict {
    var lignes = ControleDesLignes()
    ChaineDesSceaux.check(sceaux, entiere: false, &lignes.constats)
    for piece in evenements {
      lignes.add(LigneExaminee(piece.journal))
      if piece.journal.dossier != dossier {
        lignes.constats.add(Anomalie(.colonne, piece.journal, "événement d'un autre dossier"))
      }
      if let anomalie = inclusion(of: piece) { lignes.constats.add(anomalie) }
    }
    if Int64(evenements.count) != nombre {
      lignes.constats.add(
        Anomalie(.absent, dossier: dossier, "\(nombre) événement(s) annoncé(s), \(evenements.count) présent(s)"))
    }
    lignes.finish()
    return Verdict(
      evenements: Int64(evenements.count), purges: lignes.purges,
      scelles: Int64(evenements.count { $0.sceau != nil }), sceaux: Int64(sceaux.count),
      dernierSceau: sceaux.last, anomalies: lignes.constats.sorted, nombreAnomalies: lignes.constats.nombre)
  }

  private func inclusion(of piece: Piece) -> Anomalie? {
    let position = piece.journal.position
    guard let numero = piece.sceau, let chemin = piece.chemin else {
      let covering = sceaux.first { $0.premiere <= position && position <= $0.derniere }
      return covering.map {
        Anomalie(.chemin, piece.journal, "couvert par le sceau n° \($0.numero) mais sans preuve d'inclusion")
      }
    }
    guard let sceau = sceaux.first(where: { $0.numero == numero }) else {
      return Anomalie(.chemin, piece.journal, "le sceau n° \(numero) n'est pas dans l'extrait")
    }
    let isIncluded = Merkle.verifie(
      piece.journal.feuille.hachage, rang: position &- sceau.premiere,
      nombre: sceau.derniere &- sceau.premiere &+ 1, chemin: chemin, racine: sceau.racine)
    if isIncluded { return nil }
    return Anomalie(.chemin, piece.journal, "la preuve d'inclusion ne mène pas au sceau n° \(numero)")
  }
}
