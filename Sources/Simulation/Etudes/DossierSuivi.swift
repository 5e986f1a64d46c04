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
  /// What is known of the recovery in court; nil in the amicable phase.
  var poursuite: PoursuiteSuivie?
  /// The exploitation reads version 2 of the format, and so what only it says.
  var estRapporte = false
  /// Sent back at once: what follows is another étude's.
  var estRefuse = false
  /// Number of the message that told the last payment.
  var messageDePaiement: Int64?
  /// Last day of each suspension that runs.
  private(set) var suspensions: [Int64: Jour] = [:]
  private var reductions: [Int64: [DossierTenu.Part]] = [:]

  init(_ tenu: DossierTenu) { self.tenu = tenu }

  var isOver: Bool { estRendu || !arrets.isEmpty || tenu.reste == .zero }

  /// What the accountant says in a record 50.
  mutating func apprendre(
    _ numero: Int64, _ code: String, montant: Montant?, rang: Int64?, annule: Int64?, fin: Jour? = nil
  ) {
    if ["10", "12"].contains(code) { poursuite?.arrets.insert(numero) }
    switch code {
    case "01", "03", "05", "12": arrets.insert(numero)
    case "02", "04", "06":
      if let montant { reductions[numero] = tenu.take(montant, rang: rang) }
    case "07": suspensions[numero] = fin ?? .last
    case "08", "10", "18", "19": suspensions[numero] = .last
    case "09", "11": suspensions.removeAll()
    case "20":
      guard let annule else { return }
      suspensions.removeValue(forKey: annule)
      poursuite?.arrets.remove(annule)
      arrets.remove(annule)
      tenu.give(back: reductions.removeValue(forKey: annule) ?? [])
    default: return
    }
  }

  func isSuspended(on jour: Jour) -> Bool { suspensions.values.contains { jour <= $0 } }

  /// The accountant suspended or stopped, and no form accounts for it yet (art. 12, R051).
  var attendFormulaire: Bool { poursuite.map { $0.arrets.count > $0.formulaires } ?? false }

  /// Art. 10, al. 4 (R036): the whole debt, all of it in the étude's hands, on a demand of saisie-vente.
  var recoitTousLesDeniers: Bool {
    guard let poursuite, tenu.reste == .zero else { return false }
    return reductions.isEmpty && arrets.isEmpty && poursuite.admet("SVT")
  }

  /// Days for which the recovery is certainly not over, whatever the accountant grants: forty-five of the fifty.
  func estEnCours(_ jour: Jour) -> Bool { !isOver && jour <= tenu.remise.adding(days: 45) }
}
