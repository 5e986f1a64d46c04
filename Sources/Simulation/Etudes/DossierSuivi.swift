import Convention
import Generation

/// A dossier on an étude's shelf: what it was told, what it took.
struct DossierSuivi: Sendable {
  var tenu: DossierTenu
  var paiements: [Int: Paiement] = [:]
  /// Day 0 of its phase.
  var reception: Jour?
  /// Ended by the étude, or paid; a payment that comes back opens it again.
  var estRendu = false
  /// The accountant's events that end it, not cancelled.
  var arrets: Set<Int64> = []
  private var reductions: [Int64: [DossierTenu.Part]] = [:]

  init(_ tenu: DossierTenu) { self.tenu = tenu }

  var isOver: Bool { estRendu || !arrets.isEmpty || tenu.reste == .zero }

  /// What the accountant says in a record 50.
  mutating func apprendre(_ numero: Int64, _ code: String, montant: Montant?, rang: Int64?, annule: Int64?) {
    switch code {
    case "01", "03", "05", "12": arrets.insert(numero)
    case "02", "04", "06":
      if let montant { reductions[numero] = tenu.take(montant, rang: rang) }
    case "20":
      guard let annule else { return }
      arrets.remove(annule)
      tenu.give(back: reductions.removeValue(forKey: annule) ?? [])
    default: return
    }
  }
}
