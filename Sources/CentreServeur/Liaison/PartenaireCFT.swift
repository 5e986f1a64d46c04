import PeSIT

/// A CFT partner: who it is, how it comes, how it is called.
struct PartenaireCFT: Sendable {
  /// PI 3 of its connections, PI 4 of ours.
  let identifiant: String
  /// Its folder under `entrant/`: an étude, `APPLICATION.EXPLOITATION` or a computer department.
  let dossier: String
  /// Where it is called; nil when it is not.
  let adresse: (hote: String, port: Int)?
  /// What it must give; nil when nothing.
  let motDePasse: String?
  /// What we give it.
  let notreMotDePasse: String?
  /// Networks that it may come from; empty: any.
  let reseaux: [Reseau]
  /// Flow names by kind of file.
  let flux: [String: String]
  /// How it is called under TLS; nil: without.
  let tls: TLSIdentity?
  /// Hours between which files leave, in minutes of legal time; nil: at any.
  let heures: Range<Int>?

  /// The kinds of files and the flows that carry them unless told otherwise.
  static let fluxHabituels = ["AL": "CSHAL", "ET": "CSHET", "RI": "CSHRI", "RR": "CSHRR", "IM": "CSHIM"]

  /// A flow that it may send.
  func envoie(_ nom: String) -> Bool { ["AL", "ET"].contains { flux[$0] == nom } }
}

// Never what it holds: passwords are among the rest.
extension PartenaireCFT: CustomStringConvertible {
  var description: String { "PartenaireCFT(\(identifiant))" }
}
