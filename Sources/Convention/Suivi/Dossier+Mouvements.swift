/// The lines of the account of a titre, as they are read.
extension Dossier {
  /// « 100,00 € − 40,00 € (encaissement P1 du 10/03/2026) = 60,00 € »; nil where the movement is for another titre.
  func ligne(of pas: Compte.Pas, titre rang: Int) -> String? {
    guard pas.mouvement.operation.concerns(rang) else { return nil }
    let name = nom(of: pas.mouvement.origine)
    guard pas.compte else { return "\(name) : \(annulation(of: pas.mouvement.origine)), ne compte plus" }
    let (before, after) = (Dossier.reste(rang, pas.avant), Dossier.reste(rang, pas.apres))
    let asked = pas.mouvement.operation.montant(on: rang)
    if asked == nil, before == after { return nil }
    let beyond = asked.map { $0 - (before - after) } ?? .zero
    return "\(before.texte) − \((before - after).texte) (\(name)) = \(after.texte)"
      + (beyond > .zero ? " ; \(beyond.texte) au-delà de ce titre" : "")
  }

  private static func reste(_ rang: Int, _ restes: [(rang: Int, reste: Montant)]) -> Montant {
    restes.first { $0.rang == rang }?.reste ?? .zero
  }

  private func nom(of origine: Compte.Mouvement.Origine) -> String {
    switch origine {
    case .encaissement(let etude, let numero):
      let fait = encaissements.first {
        $0.entete.etude == etude && $0.encaissement.numero == numero && $0.encaissement.annule == nil
      }
      return "encaissement \(numero)" + (fait.map { " du \($0.entete.fait.texte)" } ?? "")
    case .actualisation(let numero):
      let item = actualisations.recues.first { $0.numero == numero }
      return "événement \(numero) du comptable" + (item.map { ", code \($0.code), du \($0.date.texte)" } ?? "")
    }
  }

  /// What undid it.
  private func annulation(of origine: Compte.Mouvement.Origine) -> String {
    switch origine {
    case .encaissement(let etude, let numero):
      let fait = encaissements.first { $0.entete.etude == etude && $0.encaissement.annule == numero }
      return fait.map { "annulé par \($0.encaissement.numero) le \($0.entete.fait.texte)" } ?? "annulé"
    case .actualisation(let numero):
      let item = actualisations.actives.last { $0.effet == .annulation && $0.evenementAnnule == numero }
      return item.map { "annulé par l’événement \($0.numero) du \($0.date.texte)" } ?? "annulé"
    }
  }
}

extension Compte.Mouvement.Operation {
  fileprivate func concerns(_ rang: Int) -> Bool {
    switch self {
    case .extinction, .reduction(rangTitre: nil, _): true
    case .reduction(let cited?, _): cited == rang
    case .encaissement(let parts): parts.contains { $0.rangTitre == rang }
    }
  }

  /// What it asks of this titre by itself; nil where it is all that is due, or spread over all.
  fileprivate func montant(on rang: Int) -> Montant? {
    switch self {
    case .extinction, .reduction(rangTitre: nil, _): nil
    case .reduction(_?, let montant): montant
    case .encaissement(let parts): parts.filter { $0.rangTitre == rang }.reduce(.zero) { $0 + $1.montant }
    }
  }
}
