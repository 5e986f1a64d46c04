import PeSIT

/// What the shell is told.
enum ExitStatus: Int32 {
  /// All is there.
  case done = 0
  /// The peer refused, or has no such file.
  case refused = 1
  /// The command is not well formed.
  case misuse = 2
  /// The network or the disk failed.
  case failed = 3
}

/// An end that is not success.
struct Outcome: Error {
  let status: ExitStatus
  /// A sentence for people; nil when it has been told.
  let words: String?

  static func misuse(_ words: String) -> Outcome { Outcome(status: .misuse, words: words) }

  static func fault(_ fault: SessionFault) -> Outcome { Outcome(status: fault.status, words: fault.sentence) }
}

extension SessionFault {
  var status: ExitStatus {
    switch cause {
    case .answer, .refused, .logonRefused, .interrupted: .refused
    case .network, .abortedByPeer, .aborted, .local: .failed
    }
  }

  /// In French: who ended it, the code, its meaning, the peer's or the system's own words.
  var sentence: String {
    let who =
      switch cause {
      case .network: "Réseau"
      case .abortedByPeer: "Le correspondant a coupé"
      case .aborted: "Connexion coupée ici"
      case .refused: "Connexion refusée"
      case .logonRefused: "Pré-connexion refusée"
      case .answer(let code): "Refusé (\(code.name))"
      case .interrupted: "Transfert arrêté par le correspondant"
      case .local: "Fichier"
      }
    return "\(who) : \(diagnostic) \(diagnostic.french)" + (words.isEmpty ? "." : " — \(words)")
  }
}
