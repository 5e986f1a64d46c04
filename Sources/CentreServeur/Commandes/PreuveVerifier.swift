import ArgumentParser
import Foundation
import Preuve
import Registre

struct PreuveVerifier: Commande {
  static let configuration = CommandConfiguration(
    commandName: "verifier",
    abstract: "Vérifie le journal entier, ou un fichier (extrait d’un dossier, export du journal).",
    discussion: """
      Chaque anomalie est nommée : octets changés, événement absent, déplacé, tronqué, sceau rompu. Un dossier purgé est \
      dit purgé, non altéré. Code de retour 1 si quelque chose n’est pas vérifié.

      Exemples :
        centre-serveur preuve verifier
        centre-serveur preuve verifier dossier-101.json
      """)

  @Argument(help: ArgumentHelp("Extrait ou export à vérifier ; la base si rien n’est dit.", valueName: "fichier"))
  var fichier: String?

  @OptionGroup var globales: OptionsGlobales

  func executer(_ session: Session) async throws -> Issue {
    let verdict = try await verdict(session)
    if session.reglages.json {
      session.ecran.json(Self.json(verdict))
    } else {
      for anomalie in verdict.anomalies { session.ecran.ligne("\(anomalie.code.rawValue)  \(anomalie.texte)") }
      session.ecran.ligne(verdict.texte)
    }
    return verdict.estVerifie ? .fait : .refuse
  }

  private func verdict(_ session: Session) async throws -> Verdict {
    if let fichier { return try Self.verify(fichier) }
    let barre = BarreDeProgression(session.ecran)
    defer { barre.finish() }
    return try await session.registre().verifier { barre.show($0, of: $1, "vérification") }
  }

  private static func verify(_ path: String) throws -> Verdict {
    if let faute = ReceptionDeFichiers.unreadable(path) { throw Faute(faute) }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    do {
      guard bytes.prefix(4_096).range(of: Data(ExportDuJournal.format.utf8)) != nil else {
        return try ExtraitDePreuve(fichier: Array(bytes)).verdict()
      }
      var verification = VerificationDExport()
      for line in bytes.split(separator: 0x0A) { try verification.add(Array(line)) }
      return try verification.finish()
    } catch let fault as CanonicalFault {
      throw DemandeRefusee("\(path) : ni un extrait ni un export lisible (\(fault)).")
    }
  }

  private static func json(_ verdict: Verdict) -> JSONValue {
    let anomalies = verdict.anomalies.map { anomalie in
      JSONValue.objetSansNul([
        ("code", .texte(anomalie.code.rawValue)), ("position", JSONValue(anomalie.position)),
        ("dossier", JSONValue(anomalie.dossier)), ("sceau", JSONValue(anomalie.sceau)),
        ("texte", .texte(anomalie.texte)),
      ])
    }
    return .objet([
      ("verifie", .booleen(verdict.estVerifie)), ("evenements", JSONValue(verdict.evenements)),
      ("purges", JSONValue(verdict.purges)), ("scelles", JSONValue(verdict.scelles)),
      ("sceaux", JSONValue(verdict.sceaux)),
      ("dernier_sceau", JSONValue(verdict.dernierSceau?.empreinte.hexadecimal)),
      ("nombre_anomalies", JSONValue(verdict.nombreAnomalies)), ("anomalies", .liste(anomalies)),
    ])
  }
}
